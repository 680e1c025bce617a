//! When an entry was written, as the phone says, and when the office first had it; and a mark when the two lie far apart. The owner and
//! the superior read the same.

use chrono::{DateTime, Utc};
use shared::entry::Entry;

use super::here::Here;
use super::icon::icon;
use crate::view::prelude::*;
use crate::words::{Words, feedback_words, fill};

/// "ditulis 08.12, sampai 08.13", and if it was revised since, when that arrived; each as `moment` says it.
#[must_use]
pub fn times(w: &Words, entry: &Entry, moment: &dyn Fn(DateTime<Utc>) -> String) -> String {
    let f = feedback_words(w.language);
    let mut parts = vec![fill(w.written_at, &[&moment(entry.claimed_at)])];
    parts.extend(entry.first_received().map(|at| fill(w.arrived_at, &[&moment(at)])));
    let revised = entry.received_at.filter(|_| entry.first_received_at.is_some());
    parts.extend(revised.map(|at| fill(f.revised_at, &[&moment(at)])));
    parts.join(", ")
}

/// The mark, where writing and arrival lie more than a day apart.
#[must_use]
pub fn apart(here: Here, entry: &Entry) -> Option<View> {
    let f = feedback_words(here.w.language);
    entry.is_apart().then(|| view! { <p class="note line">{icon("clock")}<span>{f.apart}</span></p> })
}
