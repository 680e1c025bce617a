//! Changes become rows in batches, at most one batch per frame, and leave a mark when they have been painted.
//!
//! The mark `teladan:painted` with `{seq, at}` lets anybody with the browser's tools compute the way from the office's
//! acceptance (`at`, milliseconds since 1970) to the eye: `performance.timeOrigin + startTime - at`.

use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use shared::change::apply;
use shared::sync::wire::LiveChange;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::Watch;
use crate::browser;

/// About one frame.
const BATCH_MS: u32 = 16;
/// Marks kept at a time: a wall screen stays open for weeks.
const MARKS_MAX: u32 = 1_000;
const MARK: &str = "teladan:painted";

impl Watch {
    /// Takes a change in; it is shown with others that come in the same frame.
    pub(super) fn take(self: &Rc<Self>, change: LiveChange) {
        if self.cursor.get().is_none_or(|cursor| change.seq < cursor) {
            return;
        }
        self.pending.borrow_mut().push(change);
        if self.flush.borrow().is_none() {
            let watch = Rc::clone(self);
            self.flush.replace(Some(Timeout::new(BATCH_MS, move || watch.show())));
        }
    }

    fn show(&self) {
        self.flush.replace(None);
        let changes = self.pending.take();
        let (Some(last), false) = (changes.last(), self.closed.get()) else { return };
        self.cursor.set(Some(last.seq));
        self.board.rows.update(|rows| {
            let rows = Arc::make_mut(rows);
            for change in &changes {
                apply(rows, &change.op);
            }
        });
        after_paint(changes.iter().map(|change| (change.seq, change.at.timestamp_millis())).collect());
    }
}

fn after_paint(shown: Vec<(u64, i64)>) {
    let mark = Closure::once_into_js(move || {
        for (seq, at) in &shown {
            let _ = leave_mark(*seq, *at);
        }
    });
    if let Some(window) = browser::window() {
        let _ = window.request_animation_frame(mark.unchecked_ref());
    }
}

#[expect(clippy::cast_precision_loss, reason = "places and milliseconds are exact in a double")]
fn leave_mark(seq: u64, at: i64) -> Option<()> {
    let performance = browser::window()?.performance()?;
    if performance.get_entries_by_name(MARK).length() >= MARKS_MAX {
        performance.clear_marks_with_mark_name(MARK);
    }
    let set = |object: &Object, name: &str, value: &JsValue| Reflect::set(object, &name.into(), value).ok();
    let (detail, options) = (Object::new(), Object::new());
    set(&detail, "seq", &JsValue::from_f64(seq as f64))?;
    set(&detail, "at", &JsValue::from_f64(at as f64))?;
    set(&options, "detail", &detail)?;
    // Called by name: web-sys still calls the second argument unstable, browsers have had it for years.
    let mark: Function = Reflect::get(&performance, &"mark".into()).ok()?.dyn_into().ok()?;
    mark.call2(&performance, &MARK.into(), &options).ok().map(drop)
}
