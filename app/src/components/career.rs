//! The book of somebody's placements: since when, where, below whom, on what ground. The person reads the same as their admin.

use shared::employee::{Coming, Placement};

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The placements, newest first; before them the one that begins later.
#[must_use]
pub fn placements(here: Here, career: &[Placement], coming: Option<&Coming>) -> View {
    let p = people(here.w.language);
    let later = coming.map(|coming| view! { <li class="away">{to_come(here, coming)}</li> });
    let past = career.iter().rev().map(|placement| line(here, placement));
    let lines: Vec<View> = later.into_iter().chain(past).collect();
    if lines.is_empty() {
        return view! { <p class="soft">{p.history_none}</p> };
    }
    view! { <ul class="away-list">{lines}</ul> }
}

/// A place that begins later, and why it could not when its day had come.
#[must_use]
pub fn to_come(here: Here, coming: &Coming) -> View {
    let p = people(here.w.language);
    let day = coming.place.from.map(|from| format::date_year(here.w, from)).unwrap_or_default();
    let fault = coming.fault.as_ref().map(|fault| {
        let why = fill(p.coming_fault, &[fault.in_language(here.w.language)]);
        view! { <div class="refusal">{icon("warn")}<div class="refusal-body"><p>{why}</p></div></div> }
    });
    view! { <div>{about(here, &coming.place, fill(p.coming_from, &[&day]))}{fault}</div> }
}

fn line(here: Here, placement: &Placement) -> View {
    let p = people(here.w.language);
    let since = placement
        .from
        .map_or_else(|| p.since_before.to_owned(), |from| fill(p.since, &[&format::date_year(here.w, from)]));
    view! { <li class="away"><div>{about(here, placement, since)}</div></li> }
}

fn about(here: Here, placement: &Placement, when: String) -> View {
    let p = people(here.w.language);
    let place = [placement.position.as_str(), here.w.dot, &placement.unit_name].concat();
    let superior = if placement.superior_name.is_empty() { p.no_superior } else { &placement.superior_name };
    let superior = [here.w.superior, ": ", superior].concat();
    let by = (!placement.by_name.is_empty()).then(|| fill(p.written_by, &[&placement.by_name]));
    let reason = Some(placement.reason.clone()).filter(|reason| !reason.is_empty());
    let about = reason.into_iter().chain(by).collect::<Vec<_>>().join(here.w.dot);
    let about = (!about.is_empty()).then(|| view! { <p class="small soft">{about}</p> });
    view! { <p><strong>{when}</strong></p><p>{place}</p><p>{superior}</p>{about} }
}
