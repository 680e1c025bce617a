//! The way: the address bar as signals, and how one goes elsewhere. The tree of addresses is flat, so this is all the
//! router there is.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, UrlSearchParams};

use crate::view::prelude::{document, window};

/// Where one is, as the address bar says it.
#[derive(Clone, Copy)]
pub struct Way {
    /// `/catat`
    pub path: RwSignal<String>,
    query: RwSignal<String>,
}

/// How one goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A new step in the history, and a new page at its top.
    Forward,
    /// A new step on the same page.
    Stay,
    /// Another question to the same page, in place of this step.
    Replace,
}

impl Way {
    /// Follows the address bar and the links of this page for as long as it lives.
    #[must_use]
    pub fn start() -> Self {
        let (path, query) = here();
        let way = Self { path: RwSignal::new(path), query: RwSignal::new(query) };
        listen(&window(), "popstate", Box::new(move |_| way.look()));
        listen(&document(), "click", Box::new(move |event| way.click(&event)));
        way
    }

    /// One value from the question in the address; none when it is absent or empty.
    #[must_use]
    pub fn asked(self, name: &str) -> Option<String> {
        value(&self.query.get(), name)
    }

    /// The same, without following it.
    #[must_use]
    pub fn asked_once(self, name: &str) -> Option<String> {
        value(&self.query.get_untracked(), name)
    }

    /// Everything that is asked.
    #[must_use]
    pub fn question(self) -> String {
        self.query.get()
    }

    /// Goes to an address of this app.
    pub fn go(self, address: &str, step: Step) {
        let Ok(history) = window().history() else { return };
        let _ = match step {
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
            Step::Forward | Step::Stay => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
        };
        self.look();
        if step == Step::Forward {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    fn look(self) {
        let (path, query) = here();
        set_if_new(self.query, query);
        set_if_new(self.path, path);
    }

    /// A link of this app is a step and no new page.
    fn click(self, event: &Event) {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        let held = mouse.meta_key() || mouse.alt_key() || mouse.ctrl_key() || mouse.shift_key();
        if event.default_prevented() || mouse.button() != 0 || held {
            return;
        }
        let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = on.and_then(|on| on.closest("a[href]").ok().flatten()) else { return };
        let elsewhere = ["target", "download", "rel"].iter().any(|name| link.has_attribute(name));
        let Some(address) = link.get_attribute("href").filter(|href| !elsewhere && href.starts_with('/')) else {
            return;
        };
        event.prevent_default();
        self.go(&address, if link.has_attribute("data-noscroll") { Step::Stay } else { Step::Forward });
    }
}

fn here() -> (String, String) {
    let location = window().location();
    (location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

fn value(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name).filter(|value| !value.is_empty())
}

fn set_if_new(signal: RwSignal<String>, value: String) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

fn listen(target: &JsValue, event: &str, heard: Box<dyn FnMut(Event)>) {
    let heard = Closure::wrap(heard).into_js_value();
    let target: &web_sys::EventTarget = target.unchecked_ref();
    let _ = target.add_event_listener_with_callback(event, heard.unchecked_ref());
}
