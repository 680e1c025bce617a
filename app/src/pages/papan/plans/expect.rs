//! Ekspektasi khusus: what the superior expects of somebody's behaviour this year, value by value.

use std::sync::Arc;

use chrono::Datelike;
use shared::behaviour::VALUES;
use shared::command::Action;
use shared::employee::Employee;
use shared::expectation::{Expectation, ExpectationId, SetExpectation, Special};
use shared::row::Rows;
use shared::words::Spoken;

use super::super::ask::ask;
use super::super::team::Team;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// Values of BerAKHLAK.
const MANY: usize = VALUES.len();

/// What is being written. It stands outside what draws it: an answer to a plan beside it changes nothing of it.
#[derive(Clone, Copy, PartialEq)]
pub struct Written {
    texts: [RwSignal<String>; MANY],
    /// What it was begun upon, and in which revision.
    seen: RwSignal<(u32, [String; MANY])>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Written {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            texts: [(); MANY].map(|()| RwSignal::new(String::new())),
            seen: RwSignal::new(Default::default()),
            busy: RwSignal::new(false),
            reason: RwSignal::new(None),
        }
    }

    /// Follows what the office has, as long as nothing was changed here.
    fn follows(self, known: Option<&Expectation>) {
        let texts = VALUES.each_ref().map(|value| {
            let said = known.and_then(|known| known.special.iter().find(|one| one.value == value.key));
            said.map(|one| one.text.clone()).unwrap_or_default()
        });
        let is_same = |(field, seen): (&RwSignal<String>, &String)| field.with_untracked(|text| text == seen);
        if self.seen.with_untracked(|(_, seen)| self.texts.iter().zip(seen).all(is_same)) {
            self.texts.iter().zip(&texts).for_each(|(field, text)| field.set(text.clone()));
            self.seen.set((known.map_or(0, |known| known.rev), texts));
        }
    }

    /// It has been accepted as it was sent.
    fn arrived(self, sent: [String; MANY]) {
        let _ = self.seen.try_update(|seen| *seen = (seen.0 + 1, sent));
    }
}

/// The form, behind its name.
pub fn expectations(
    team: Team,
    written: Written,
    person: &Employee,
    rows: &Rows,
    again: Arc<dyn Fn() + Send + Sync>,
) -> View {
    let here = team.here;
    let p = here.w.plan;
    let year = u16::try_from(team.today.get_untracked().year()).unwrap_or_default();
    let employee = person.id;
    written.follows(rows.expectation(ExpectationId { employee, year }));
    let Written { texts, seen, busy, reason } = written;
    let done = fill(p.expectations_saved, &[&person.name]);
    let submit = move |event: Event| {
        event.prevent_default();
        let sent = texts.map(|text| text.get_untracked());
        let special = VALUES.iter().zip(&sent).filter(|(_, text)| !text.trim().is_empty());
        let special =
            special.map(|(value, text)| Special { value: value.key.to_owned(), text: text.clone() }).collect();
        let base = seen.with_untracked(|(base, _)| *base);
        let (set, again) = (SetExpectation { employee, year, base, special }, Arc::clone(&again));
        ask(here, Action::SetExpectation(set), busy, reason, done.clone(), move || {
            written.arrived(sent);
            again();
        });
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
