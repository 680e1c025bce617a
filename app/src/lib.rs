//! The single-page app of Teladan: a notebook that works without a network.
//!
//! Rooms: [`desk`] is what pages touch; `api` knows the line, `store` knows the disk, and neither knows the other.

#![recursion_limit = "1024"]

mod api;
mod browser;
mod clock;
mod dress;
mod file;
mod json;
mod lock;
mod photo;
mod rooms;
mod rulebook;
mod store;

pub mod app;
pub mod components;
pub mod desk;
pub mod format;
pub mod pages;
pub mod view;
pub mod words;

pub use clock::now;

use leptos::prelude::{document, provide_context};
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the app in this page. The splash goes when there is something to see.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        browser::announce("teladan:crashed");
    }));
    // Leptos wakes its reactive system up; what is drawn is ours.
    leptos::mount::mount_to_body(|| {
        provide_context(desk::Desk::start());
        if let Some(body) = document().body() {
            view::mount(app::app(), &body);
        }
    });
    if let Some(splash) = browser::document().and_then(|document| document.get_element_by_id("splash")) {
        splash.remove();
    }
}
