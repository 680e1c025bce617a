//! Ekspektasi khusus: what the superior expects of somebody's behaviour this year, value by value.

use std::sync::Arc;

use chrono::Datelike;
use shared::behaviour::VALUES;
use shared::command::Action;
use shared::employee::Employee;
use shared::expectation::{ExpectationId, SetExpectation, Special};
use shared::row::Rows;
use shared::words::Spoken;

use super::super::ask::ask;
use super::super::team::Team;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// The form, behind its name.
pub fn expectations(team: Team, person: &Employee, rows: &Rows, again: Arc<dyn Fn() + Send + Sync>) -> View {
    let here = team.here;
    let p = here.w.plan;
    let year = u16::try_from(here.today.get_untracked().year()).unwrap_or_default();
    let employee = person.id;
    let known = rows.expectation(ExpectationId { employee, year });
    let base = known.map_or(0, |known| known.rev);
    let texts = VALUES.each_ref().map(|value| {
        let said = known.and_then(|known| known.special.iter().find(|one| one.value == value.key));
        RwSignal::new(said.map(|one| one.text.clone()).unwrap_or_default())
    });
    let (busy, reason) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let done = fill(p.expectations_saved, &[&person.name]);
    let submit = move |event: Event| {
        event.prevent_default();
        let special = VALUES.iter().zip(texts).map(|(value, text)| (value, text.get_untracked()));
        let special = special.filter(|(_, text)| !text.trim().is_empty());
        let special = special.map(|(value, text)| Special { value: value.key.to_owned(), text }).collect();
        let (set, again) = (SetExpectation { employee, year, base, special }, Arc::clone(&again));
        ask(here, Action::SetExpectation(set), busy, reason, done.clone(), move || again());
    };
    let fields: Vec<View> = VALUES
        .iter()
        .zip(texts)
        .map(|(value, text)| {
            let id = ["harap-", value.key].concat();
            view! {
                <div class="field">
                    <label for={id.clone()}>{value.name}</label>
                    <textarea class="input short" id={id} rows="2" bind:value={text}></textarea>
                </div>
            }
        })
        .collect();
    view! {
        <details class="source">
            <summary>{icon("heart")}{p.expectations}</summary>
            <form class="propose" novalidate={true} on:submit={submit}>
                <p class="note soft">{p.expectations_about}</p>
                {refusal(here.w, here.w.not_accepted, reason)}
                {fields}
                <div class="button-row">
                    <button class="button" type="submit" aria-busy={move || busy.get().then_some("true")}>{p.save_expectations}</button>
                </div>
            </form>
        </details>
    }
}
