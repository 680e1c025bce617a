//! The style sheet of the pages behind the first screen (`style/order.txt: rooms`). Its address stands at `<html data-rooms>`. A page
//! is drawn when it is here, so that nobody sees it undressed; the service worker keeps it like every other file of the build.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::browser;

thread_local! {
    /// The `<link>`, and what comes of it. One for all who ask.
    static LINK: RefCell<Option<(Element, Promise)>> = const { RefCell::new(None) };
}

/// Puts the sheet on, once. False: it cannot be had now.
pub(crate) async fn put_on() -> bool {
    let Some((link, worn)) = LINK.with_borrow_mut(|link| {
        if link.is_none() {
            *link = fetch();
        }
        link.clone()
    }) else {
        return false;
    };
    let is_worn = JsFuture::from(worn).await.is_ok();
    if !is_worn {
        link.remove();
        LINK.take();
    }
    is_worn
}

fn fetch() -> Option<(Element, Promise)> {
    let address = browser::root()?.get_attribute("data-rooms")?;
    let link: Element = browser::element("link")?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &address).ok()?;
    let worn = Promise::new(&mut |done, failed| {
        let _ = link.add_event_listener_with_callback("load", &done);
        let _ = link.add_event_listener_with_callback("error", &failed);
    });
    browser::document()?.query_selector("head").ok()??.append_child(&link).ok()?;
    Some((link, worn))
}
