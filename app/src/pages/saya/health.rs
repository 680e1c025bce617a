//! The health of this device: will it keep what is written, and does it open without a network?

use crate::components::here::Here;
use crate::components::state::stamp;
use crate::desk::Health;
use crate::view::prelude::*;
use crate::words::fill;

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
    view! { <dl class="health">{rows}</dl> }
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
    vec![
        row(w.persisted, good(lasting), note),
        row(w.opens_offline, good(health.offline_ready), None),
        row(w.space, space.into_view(), None),
        row(w.build, health.build.into_view(), None),
    ]
    .into_view()
}

fn row(name: &'static str, value: View, note: Option<&'static str>) -> View {
    let note = note.map(|note| view! { <dd class="health-note">{note}</dd> });
    view! { <div class="health-row"><dt>{name}</dt><dd>{value}</dd>{note}</div> }
}
