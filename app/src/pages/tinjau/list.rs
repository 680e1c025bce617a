//! The list, and its keys. The keys count only while the focus is inside the list, so that nobody who dictates or types elsewhere
//! approves anything.

use shared::entry::Entry;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::bar::open_reason;
use super::desk::{Review, Verdict};
use super::row::{anchor, row};
use crate::components::browser::focus;
use crate::components::frame;
use crate::view::prelude::*;

/// The list; one sentence when nothing waits.
pub(super) fn list(review: Review) -> View {
    let f = review.f;
    let board = ["/papan?unit=", &review.team.unit.to_string()].concat();
    let none = Memo::new(move |_| review.waits.with(Vec::is_empty));
    let rows = move || -> Vec<View> {
        review.waits.get().into_iter().enumerate().map(|(at, wait)| row(review, at, wait)).collect()
    };
    let view = move || {
        if none.get() {
            let back = view! { <a class="button" href={board.clone()}>{f.to_board}</a> };
            let words = if review.long.get() { f.none_long } else { f.review_none };
            return frame::empty(words, back);
        }
        view! {
            <p class="note soft review-keys"><strong>{f.keys}</strong>" "{f.keys_help}</p>
            <ol class="review" aria-label={f.list} on:keydown={move |event| key(review, &event)}>{rows}</ol>
        }
    };
    view.into_view()
}

fn key(review: Review, event: &Event) {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
    if pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
        return;
    }
    let Some(at) = place(event) else { return };
    let entry = review.waits.with_untracked(|waits| waits.get(at).map(|wait| wait.entry.clone()));
    match pressed.key().to_ascii_lowercase().as_str() {
        "j" => go(at + 1),
        "k" => go(at.saturating_sub(1)),
        "x" => {
            if let Some(entry) = entry {
                let chosen = untrack(|| review.is_chosen(&entry));
                review.choose(&entry, !chosen);
            }
        }
        "a" => {
            or_this_one(review, entry);
            review.decide(Verdict::Approve);
        }
        "r" => {
            or_this_one(review, entry);
            open_reason(review);
        }
        _ => return,
    }
    event.prevent_default();
}

/// With nothing chosen, the keys mean the entry under the focus.
fn or_this_one(review: Review, entry: Option<Entry>) {
    if let Some(entry) = entry.filter(|_| untrack(|| review.chosen_now()).is_empty()) {
        review.choose(&entry, true);
    }
}

/// In which row the focus is.
fn place(event: &Event) -> Option<usize> {
    let inside = event.target()?.dyn_into::<Element>().ok()?;
    let row = inside.closest("[data-at]").ok()??;
    row.get_attribute("data-at")?.parse().ok()
}

fn go(at: usize) {
    if let Some(row) = document().get_element_by_id(&anchor(at)) {
        focus(&row);
    }
}
