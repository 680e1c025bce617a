//! A second root over the same sources: the room `store` by itself, for `end2end/store`. It is not part of the app.
//!
//! It gives the page the names of what is tried and a function that tries one of them. The core's own contract comes first
//! (`shared::sync::phone::contract`); what only a browser can do is in the files of the folder `contract`.

#![expect(dead_code, unused_imports, reason = "what only the app around the store uses")]

mod browser;
mod clock;
mod json;
mod store;

#[path = "contract/crypt.rs"]
mod crypt;
#[path = "contract/lasting.rs"]
mod lasting;
#[path = "contract/old.rs"]
mod old;
#[path = "contract/people.rs"]
mod people;
#[path = "contract/speed.rs"]
mod speed;
#[path = "contract/tools.rs"]
mod tools;
#[path = "contract/windows.rs"]
mod windows;

use std::pin::Pin;

use shared::sync::phone::contract;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a case ends with: nothing, or what is not so.
type Outcome = Result<(), String>;
type Case = (&'static str, fn() -> Pin<Box<dyn Future<Output = Outcome>>>);

fn own() -> impl Iterator<Item = &'static Case> {
    [windows::CASES, lasting::CASES, crypt::CASES, old::CASES].into_iter().flatten()
}

/// The names of what is tried.
#[wasm_bindgen]
pub fn cases() -> Vec<String> {
    contract::CASES.into_iter().chain(own().map(|(name, _)| *name)).map(str::to_owned).collect()
}

/// Tries one case on storage that nobody has used.
///
/// # Errors
/// What is not so, in words.
#[wasm_bindgen]
pub async fn prove(name: String) -> Result<(), JsValue> {
    store::learn(store::Codec::whole());
    let outcome = match own().find(|(known, _)| *known == name) {
        Some((_, case)) => case().await,
        None => contract::prove(&name, &people::Phone).await,
    };
    outcome.map_err(JsValue::from)
}
