//! What the browser offers, each thing in one place. Absence is answered with `None`, never with a panic: private windows,
//! old webviews and strict settings take things away.

use std::pin::Pin;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlAnchorElement, Storage, Url, Window};

use crate::photo;

/// The window.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The `<html>` element.
pub(crate) fn root() -> Option<Element> {
    document()?.document_element()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// A setting that is remembered between visits.
pub(crate) fn setting(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a setting; without storage it holds until the page is closed.
pub(crate) fn remember_setting(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Can the person see the page?
pub(crate) fn is_visible() -> bool {
    document().is_none_or(|document| !document.hidden())
}

/// Listens for as long as the page lives.
pub(crate) fn listen(target: &EventTarget, event: &'static str, heard: impl Fn() + 'static) {
    EventListener::new(target, event, move |_| heard()).forget();
}

/// Does some work beside what is going on. It is boxed here, so that there is one kind of it and not one per caller.
pub(crate) fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Says something to the boot file.
pub(crate) fn announce(event: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

/// A property by its path, such as `navigator.serviceWorker.controller`; `None` when any step is missing.
pub(crate) fn property(path: &[&str]) -> Option<JsValue> {
    let mut value: JsValue = window()?.into();
    for step in path {
        value = js_sys::Reflect::get(&value, &JsValue::from_str(step)).ok()?;
        if value.is_null() || value.is_undefined() {
            return None;
        }
    }
    Some(value)
}

/// A new element.
pub(crate) fn element<T: JsCast>(tag: &str) -> Option<T> {
    document()?.create_element(tag).ok()?.dyn_into().ok()
}

/// Hands the person a file with this text.
pub(crate) fn download(name: &str, mime: &str, text: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(&photo::blob(&text.into(), mime)?).ok()?;
    let link: HtmlAnchorElement = element("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
