//! Toasts: what has just happened, for some seconds or until touched, with the way back where there is one. The live
//! region is always in the page, so that a screen reader hears what comes into it.

use std::sync::Arc;
use std::time::Duration;

use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::Words;

/// A word about what happened.
const STAYS: Duration = Duration::from_secs(4);
/// The same with a way back, which one must have time to take.
const STAYS_WITH_UNDO: Duration = Duration::from_secs(8);

/// What the way back does.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    number: u32,
    text: String,
    undo: Option<Undo>,
}

/// The place where things are said. One at a time: the newest.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    said: StoredValue<u32>,
}

impl Toasts {
    /// An empty place.
    #[must_use]
    pub fn new() -> Self {
        Self { shown: RwSignal::new(None), said: StoredValue::new(0) }
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.put(text.into(), None);
    }

    /// Says something that can be undone.
    pub fn offer(self, text: impl Into<String>, undo: Undo) {
        self.put(text.into(), Some(undo));
    }

    fn put(self, text: String, undo: Option<Undo>) {
        let number = self.said.get_value() + 1;
        self.said.set_value(number);
        let stays = if undo.is_some() { STAYS_WITH_UNDO } else { STAYS };
        self.shown.set(Some(Toast { number, text, undo }));
        set_timeout(
            move || {
                if self.shown.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.number == number)) {
                    self.shown.set(None);
                }
            },
            stays,
        );
    }

    /// The live region.
    pub fn view(self, w: &'static Words) -> View {
        let toast = move || {
            self.shown.get().map(|toast| {
                let undo = toast.undo.map(|undo| {
                    let press = move |_| {
                        self.shown.set(None);
                        undo();
                    };
                    view! { <button class="button" type="button" on:click={press}>{icon("back")}{w.undo}</button> }
                });
                view! { <div class="toast" on:click={move |_| self.shown.set(None)}><span>{toast.text}</span>{undo}</div> }
            })
        };
        view! { <div class="toasts above-nav" role="status" aria-live="polite">{toast}</div> }
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}
