//! The truth about one entry: icon and word, never colour alone.

use leptos::prelude::*;
use shared::board::ItemState;
use shared::entry::Entry;

use crate::components::icon::icon;
use crate::components::waits;
use crate::desk::Queue;
use crate::words::Words;

/// How far the entry has come, as this phone knows it: a change that waits here is not at the office yet.
#[must_use]
pub fn of(entry: &Entry, queue: &Queue) -> ItemState {
    let waits =
        queue.waiting.iter().filter_map(|command| waits::content(&command.action)).any(|(id, _)| id == entry.id);
    if waits { ItemState::OnPhone } else { entry.state() }
}

/// Class, icon, word and meaning of a state.
#[must_use]
pub fn sign(w: &'static Words, state: ItemState) -> (&'static str, &'static str, &'static str, &'static str) {
    match state {
        ItemState::OnPhone => ("state is-phone", "clock", w.on_phone, w.on_phone_means),
        ItemState::Sent => ("state is-sent", "tick", w.sent, w.sent_means),
        ItemState::Seen => ("state is-seen", "ticks", w.seen, w.seen_means),
        ItemState::Approved => ("state is-approved", "approved", w.approved, w.approved_means),
        ItemState::Returned => ("state is-revise", "back", w.returned, w.returned_means),
    }
}

/// The state of an entry.
#[must_use]
pub fn mark(w: &'static Words, state: ItemState) -> AnyView {
    let (class, icon, word, _) = sign(w, state);
    stamp(class, icon, word)
}

/// A state of any kind.
#[must_use]
pub fn stamp(class: &'static str, name: &str, word: impl Into<String>) -> AnyView {
    view! { <span class=class>{icon(name)}{word.into()}</span> }.into_any()
}
