//! The truth about one entry: icon and word, never colour alone.

use shared::board::ItemState;
use shared::entry::Entry;

use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::Words;

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

/// The state of an entry; before that, whether its owner has to choose between what two devices wrote.
#[must_use]
pub fn of(w: &'static Words, entry: &Entry) -> View {
    let choose = (!entry.asides.is_empty()).then(|| stamp("state is-revise", "swap", w.needs_choice));
    view! { {choose}{mark(w, entry.state())} }
}

/// A state by itself.
#[must_use]
pub fn mark(w: &'static Words, state: ItemState) -> View {
    let (class, icon, word, _) = sign(w, state);
    stamp(class, icon, word)
}

/// A state of any kind.
#[must_use]
pub fn stamp(class: &'static str, name: &str, word: impl Into<String>) -> View {
    view! { <span class={class}>{icon(name)}{word.into()}</span> }
}
