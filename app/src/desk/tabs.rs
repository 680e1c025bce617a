//! Other windows of the same browser. They share the disk and the session, so they tell each other when either moves.

use std::rc::Rc;

use gloo_events::EventListener;
use shared::ids::EmployeeId;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use super::Desk;
use super::home::Home;
use crate::browser;

impl Desk {
    /// The queue of this person has moved on the disk.
    pub(super) fn tell_tabs_moved(self, home: &Home) {
        self.tell_tabs(&format!("moved {}", home.employee));
    }

    /// Somebody has come or gone.
    pub(super) fn tell_tabs_person(self) {
        let who = self.home().map(|home| home.employee.to_string()).unwrap_or_default();
        self.tell_tabs(&format!("person {who}"));
    }

    fn tell_tabs(self, text: &str) {
        if let Some(tabs) = &self.core().tabs {
            let _ = tabs.post_message(&JsValue::from_str(text));
        }
    }

    pub(super) fn listen_to_tabs(self) {
        if let Some(tabs) = &self.core().tabs {
            EventListener::new(tabs, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
                if let Some((what, who)) = text.as_deref().and_then(|text| text.split_once(' ')) {
                    self.hear_tab(what, who.parse().ok());
                }
            })
            .forget();
        }
    }

    fn hear_tab(self, what: &str, who: Option<EmployeeId>) {
        let home = self.home();
        let same = home.as_ref().map(|home| home.employee) == who;
        match (what, home) {
            ("moved", Some(home)) if same => {
                let home = Rc::clone(&home);
                crate::browser::spawn(async move { self.reread(&home, false).await });
            }
            ("person", _) if same => self.doubt_session(),
            // Another person is in now, or nobody: this window starts over. What was typed is in the draft.
            ("person", _) => {
                if let Some(window) = browser::window() {
                    let _ = window.location().reload();
                }
            }
            _ => {}
        }
    }
}
