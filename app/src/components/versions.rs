//! Two values for one field, from two devices of one person: both are shown, with a button for each. And the quiet mark beside
//! a field that came together by itself.

use shared::merge::{ADDITIONAL, Field};
use shared::stamp::parse_day;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::{Words, fill};

/// One of the values.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// As it is stored.
    pub value: String,
    /// Where it is from.
    pub from: &'static str,
    /// Is it what the field holds now?
    pub used: bool,
}

/// Both values of a field, each with its button.
#[must_use]
pub fn versions(here: Here, field: Field, versions: Vec<Version>, pick: impl Fn(String) + Copy + 'static) -> View {
    let w = here.w;
    let values: Vec<View> = versions
        .into_iter()
        .map(|Version { value, from, used }| {
            let shown = in_words(here, field, &value);
            let words = if used { w.merge.used } else { w.merge.use_this };
            let name = fill(w.merge.use_this_one, &[&shown]);
            view! {
                <li class="version">
                    <span class="note soft">{from}</span>
                    <p class="words">{shown}</p>
                    <button
                        class="button" type="button" aria-label={name} aria-pressed={used.to_string()}
                        on:click={move |_| pick(value.clone())}
                    >{used.then(|| icon("tick"))}{words}</button>
                </li>
            }
        })
        .collect();
    view! {
        <div class="versions" role="group" aria-label={fill(w.merge.about, &[name_of(w, field)])}>
            <p class="versions-why" role="status">{icon("swap")}{w.merge.two_values}</p>
            <ul>{values}</ul>
        </div>
    }
}

/// "Digabung dari dua perangkat. Periksa sebentar."
#[must_use]
pub fn merged(w: &'static Words) -> View {
    view! { <p class="hint merged">{icon("swap")}{w.merge.merged}</p> }
}

fn in_words(here: Here, field: Field, value: &str) -> String {
    let w = here.w;
    match field {
        Field::Plan if value == ADDITIONAL => w.additional.to_owned(),
        Field::Plan => here.desk.view.with_untracked(|rows| {
            let plan = value.parse().ok().and_then(|id| rows.plan(id));
            plan.map_or_else(|| w.additional.to_owned(), |plan| plan.result.clone())
        }),
        Field::WorkDate => parse_day(value).map_or_else(String::new, |day| format::date_year(w, day)),
        Field::Text | Field::Quantity => value.to_owned(),
    }
}

fn name_of(w: &'static Words, field: Field) -> &'static str {
    match field {
        Field::Text => w.what,
        Field::Plan => w.which_plan,
        Field::Quantity => w.amount,
        Field::WorkDate => w.date,
    }
}
