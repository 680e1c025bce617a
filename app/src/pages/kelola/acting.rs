//! Who stands in for the head of a unit: what runs or is to come, ending it, and appointing somebody.

use shared::people::Tree;
use shared::stamp::{day_text, parse_day};
use shared::unit::{Acting, ActingKind, EndActing, SetActing, Unit};
use shared::words::Spoken;

use super::act::{Door, Order, give};
use crate::components::away::days;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::people::people;

/// The section.
#[must_use]
pub fn acting(here: Here, unit: Unit, units: Door<Tree>) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let today = here.today.get_untracked();
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let posts: Vec<View> = unit
        .acting
        .iter()
        .filter(|post| post.until >= today)
        .map(|post| line(here, &unit, post, units, busy, refused))
        .collect();
    let search = PersonSearch::new();
    let kind = RwSignal::new(ActingKind::Plh);
    let (from, until) = (RwSignal::new(day_text(today)), RwSignal::new(day_text(today)));
    let id = unit.id;
    let submit = move |event: Event| {
        event.prevent_default();
        let picked = |text: RwSignal<String>| text.with_untracked(|text| parse_day(text));
        let (Some(person), Some(from), Some(until)) = (search.chosen.get_untracked(), picked(from), picked(until))
        else {
            return refused.set(Some(incomplete()));
        };
        let (person, kind) = (person.id, kind.get_untracked());
        give(here, Order::Acting(SetActing { unit: id, person, kind, from, until }), busy, refused, move || {
            here.toasts.say(p.acting_did);
            units.again();
        });
    };
    let chip = move |of: ActingKind, word: &'static str| {
        let pressed = move || if kind.get() == of { "true" } else { "false" };
        view! { <button type="button" class="chip" aria-pressed={pressed} on:click={move |_| kind.set(of)}>{word}</button> }
    };
    let body = view! {
        <p class="note soft">{p.acting_about}</p>
        <ul class="away-list">{posts}</ul>
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, w.not_accepted, refused)}
            <div class="chips">{chip(ActingKind::Plh, p.plh)}{chip(ActingKind::Plt, p.plt)}</div>
            {search.field(here, "pelaksana", p.acting_who, "")}
            <div class="pair">
                <div class="field">
                    <label for="pelaksana-mulai">{w.first_day}</label>
                    <input class="input" id="pelaksana-mulai" type="date" bind:value={from} />
                </div>
                <div class="field">
                    <label for="pelaksana-sampai">{w.last_day}</label>
                    <input class="input" id="pelaksana-sampai" type="date" bind:value={until} />
                </div>
            </div>
            <button class="button" type="submit" aria-busy={move || busy.get().then_some("true")}>{p.acting_set}</button>
        </form>
    };
    frame::section("pelaksana-judul", p.acting_title, "", body)
}

fn line(
    here: Here,
    unit: &Unit,
    post: &Acting,
    units: Door<Tree>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
) -> View {
    let p = people(here.w.language);
    let kind = match post.kind {
        ActingKind::Plt => p.plt,
        ActingKind::Plh => p.plh,
    };
    let end = EndActing { unit: unit.id, from: post.from };
    let press = move |_| {
        give(here, Order::EndActing(end.clone()), busy, refused, move || {
            here.toasts.say(p.acting_ended);
            units.again();
        });
    };
    let who = [kind, " ", &post.name].concat();
    view! {
        <li class="away">
            <div><p><strong>{who}</strong></p><p class="small soft">{days(here, post.from, post.until)}</p></div>
            <button class="button quiet" type="button" on:click={press}>{p.acting_end}</button>
        </li>
    }
}

/// What is still to be chosen.
fn incomplete() -> Spoken {
    Spoken {
        code: "acting_incomplete".to_owned(),
        id: "Pilih dulu orangnya dan kedua tanggalnya.".to_owned(),
        en: "Choose the person and both dates first.".to_owned(),
    }
}
