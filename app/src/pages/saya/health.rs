//! The health of this device: will it keep what is written, and does it open without a network?

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::here::Here;
use crate::components::state::stamp;
use crate::desk::Health;
use crate::words::fill;

/// The rows; a skeleton until the browser has answered.
#[must_use]
pub fn health(here: Here) -> AnyView {
    let found = RwSignal::new(None::<Health>);
    spawn_local(async move {
        let health = here.desk.health().await;
        let _ = found.try_set(Some(health));
    });
    let rows = move || match found.get() {
        Some(health) => rows(here, health),
        None => view! { <span class="skeleton half"></span> }.into_any(),
    };
    view! { <dl class="health">{rows}</dl> }.into_any()
}

fn rows(here: Here, health: Health) -> AnyView {
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
        row(w.space, space.into_any(), None),
        row(w.build, health.build.into_any(), None),
    ]
    .into_any()
}

fn row(name: &'static str, value: AnyView, note: Option<&'static str>) -> AnyView {
    let note = note.map(|note| view! { <dd class="health-note">{note}</dd> });
    view! { <div class="health-row"><dt>{name}</dt><dd>{value}</dd>{note}</div> }.into_any()
}
