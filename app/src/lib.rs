//! The single-page app of Teladan: a notebook that works without a network.
//!
//! Rooms: [`desk`] is what pages touch; `api` knows the line, `store` knows the disk, and neither knows the other.

mod api;
mod browser;
mod clock;
mod photo;
mod store;

pub mod app;
pub mod components;
pub mod desk;
pub mod format;
pub mod pages;
pub mod words;

pub use clock::now;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the app in this page. The splash goes when there is something to see.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        browser::announce("teladan:crashed");
    }));
    mount_to_body(|| {
        provide_context(desk::Desk::start());
        view! { <app::App/> }
    });
    if let Some(splash) = browser::document().and_then(|document| document.get_element_by_id("splash")) {
        splash.remove();
    }
}
