//! The few things asked of the browser itself: focus, the clipboard, the first file of an input.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::view::prelude::*;

/// Moves the focus to the first element that matches, after the page has been drawn.
pub fn focus_soon(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            focus(&element);
        }
    });
}

/// Moves the focus to the element with this id, after the page has been drawn.
pub fn focus_id_soon(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            focus(&element);
        }
    });
}

/// Moves the focus to the element.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
    }
}

/// Opens the picker of an input, as if it was tapped.
pub fn press(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Puts the text on the clipboard at once, while the tap still counts, and says afterwards whether it is there: a browser may have no
/// clipboard, or forbid it.
pub fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let begun = write(text);
    async move {
        match begun {
            Ok(promised) => JsFuture::from(Promise::resolve(&promised)).await.is_ok(),
            Err(_) => false,
        }
    }
}

/// What the clipboard promises.
fn write(text: &str) -> Result<JsValue, JsValue> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &JsValue::from_str(name));
    let clipboard = get(&get(&window(), "navigator")?, "clipboard")?;
    let write: Function = get(&clipboard, "writeText")?.dyn_into()?;
    write.call1(&clipboard, &JsValue::from_str(text))
}

/// The file that was just chosen; the input is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen_file(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let files = Reflect::get(input, &JsValue::from_str("files")).ok()?;
    let file = Reflect::get_u32(&files, 0).ok()?.dyn_into().ok();
    input.set_value("");
    file
}
