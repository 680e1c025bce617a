//! The health of this device: will it keep what is written, does it open without a network, and how does it get on with the office?
//! What has nothing to say is not there.

use crate::components::here::Here;
use crate::components::state::stamp;
use crate::components::waits::Waits;
use crate::desk::{Health, Rare};
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The rows; a skeleton until the browser has answered.
#[must_use]
pub fn health(here: Here) -> View {
    let found = RwSignal::new(None::<Health>);
    crate::browser::spawn(async move {
        let health = here.desk.health().await;
        let _ = found.try_set(Some(health));
    });
    let rows = move || match found.get() {
        Some(health) => rows(here, health),
        None => view! { <span class="skeleton half"></span> },
    };
    view! { <dl class="health">{rows} {move || line(here)}</dl> }
}

/// How it gets on with the office, as it moves.
fn line(here: Here) -> View {
    let w = here.w;
    let (heard_at, waits, follows) = here.desk.queue.with(|queue| (queue.heard_at, Waits::of(queue), queue.follows));
    let heard = heard_at.map(|at| row(w.last_contact, here.moment(at).into_view(), None));
    let waits = (!waits.is_none()).then(|| row(w.waits, waits.in_words(w).into_view(), None));
    let sender = follows.then(|| row(w.sender, w.other_window.into_view(), None));
    view! { {heard} {waits} {sender} }
}

fn rows(here: Here, health: Health) -> View {
    let w = here.w;
    let good = |is: bool| {
        if is {
            stamp("state is-good", "tick", w.persisted_yes)
        } else {
            stamp("state is-late", "warn", w.persisted_no)
        }
    };
    let lasting = health.persisted.unwrap_or(false);
    let note = (!lasting).then_some(w.persisted_note);
    let megabytes = |bytes: Option<u64>| bytes.map(|bytes| bytes.div_ceil(1_000_000).to_string());
    let space = match (megabytes(health.usage_bytes), megabytes(health.quota_bytes)) {
        (Some(used), Some(allowed)) => fill(w.space_of, &[&used, &allowed]),
        _ => w.unknown.to_owned(),
    };
    let mut rows = vec![
        row(w.persisted, good(lasting), note),
        row(w.opens_offline, good(health.offline_ready), None),
        row(w.space, space.into_view(), None),
        row(w.build, health.build.into_view(), None),
    ];
    if !health.encrypted {
        let p = people(w.language);
        rows.push(row(p.unencrypted, stamp("state is-late", "warn", p.unencrypted_no), Some(p.unencrypted_note)));
    }
    let Rare { renumbered, restored, mismatched } = health.rare;
    let rare = [(w.renumbered, renumbered), (w.office_restored, restored), (w.mismatched, mismatched)];
    for (name, times) in rare.into_iter().filter(|(_, times)| *times > 0) {
        rows.push(row(name, fill(w.times, &[&times.to_string()]).into_view(), None));
    }
    rows.into_view()
}

fn row(name: &'static str, value: View, note: Option<&'static str>) -> View {
    let note = note.map(|note| view! { <dd class="health-note">{note}</dd> });
    view! { <div class="health-row"><dt>{name}</dt><dd>{value}</dd>{note}</div> }
}
