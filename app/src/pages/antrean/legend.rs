//! The meaning of each sign.

use shared::board::ItemState;

use crate::components::icon::icon;
use crate::components::state::sign;
use crate::view::prelude::*;
use crate::words::Words;

/// A folded list of all signs.
#[must_use]
pub fn legend(w: &'static Words) -> View {
    let one = |(class, name, word, means): (&'static str, &'static str, &'static str, &'static str)| {
        view! { <div><dt class={class}>{icon(name)}{word}</dt><dd class="note soft">{means}</dd></div> }
    };
    let of = |state| one(sign(w, state));
    let all = vec![
        of(ItemState::OnPhone),
        one(("state is-sending", "send", w.sending, w.sending_means)),
        of(ItemState::Sent),
        of(ItemState::Seen),
        of(ItemState::Approved),
        of(ItemState::Returned),
        one(("state is-failed", "warn", w.failed, w.failed_means)),
    ];
    view! {
        <details class="more legend">
            <summary>{icon("ask")}<span>{w.signs}</span>{icon("down")}</summary>
            <dl>{all}</dl>
        </details>
    }
}
