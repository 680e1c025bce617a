//! How old is what I see. It changes every few seconds, so it is not read aloud by itself.

use chrono::{DateTime, TimeDelta, Utc};

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::desk::Freshness;
use crate::view::prelude::*;
use crate::words::fill;

/// The age of an open board; called again by whoever follows `freshness`.
#[must_use]
pub fn age(here: Here, freshness: Freshness, heard_at: RwSignal<DateTime<Utc>>) -> View {
    let w = here.w;
    let (class, name, words) = match freshness {
        Freshness::NotFound => return ().into_view(),
        Freshness::Loading => ("live", "clock", w.loading.to_owned()),
        Freshness::Stale { since } => ("live is-stale", "clock", fill(w.team.stale_short, &[&here.clock(since)])),
        Freshness::Live => {
            let age = (here.desk.now.get() - heard_at.get()).max(TimeDelta::zero());
            let words = match age.num_seconds() {
                0..2 => w.team.live_now.to_owned(),
                seconds @ 2..60 => fill(w.team.live_seconds, &[&seconds.to_string()]),
                seconds => fill(w.team.live_minutes, &[&(seconds / 60).to_string()]),
            };
            ("live", "live", words)
        }
    };
    view! { <p class={class}>{icon(name)}{words}</p> }
}
