//! Who stands in for the head of a unit: what runs or is to come, ending it, and appointing somebody.

use shared::ids::UnitId;
use shared::people::Tree;
use shared::unit::{Acting, ActingKind, EndActing, SetActing, Unit};
use shared::words::Spoken;

use super::act::{Order, give};
use crate::components::away::days;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::components::span::Span;
use crate::view::prelude::*;
use crate::words::people::people;

/// The section. The list follows the unit; the form stands.
#[must_use]
pub fn acting(here: Here, id: UnitId, unit: Memo<Option<Unit>>, units: Door<Tree>) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let today = here.today.get_untracked();
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let posts = move || {
        let acting = unit.get().map(|unit| unit.acting).unwrap_or_default();
        let running = acting.iter().filter(|post| post.until >= today);
        let lines: Vec<View> = running.map(|post| line(here, id, post, units, busy, refused)).collect();
        view! { <ul class="away-list">{lines}</ul> }
    };
    let search = PersonSearch::new();
    let kind = RwSignal::new(ActingKind::Plh);
    let span = Span::of(today, today);
    let submit = move |event: Event| {
        event.prevent_default();
        let (Some(person), (Some(from), Some(until))) = (search.chosen.get_untracked(), span.picked()) else {
            return refused.set(Some(incomplete()));
        };
        let (person, kind) = (person.id, kind.get_untracked());
        give(here, Order::Acting(SetActing { unit: id, person, kind, from, until }), busy, refused, move || {
            here.toasts.say(p.acting_did);
            search.clear();
            units.again();
        });
    };
    let chip = move |of: ActingKind, word: &'static str| {
        let pressed = move || if kind.get() == of { "true" } else { "false" };
        view! { <button type="button" class="chip" aria-pressed={pressed} on:click={move |_| kind.set(of)}>{word}</button> }
    };
    let body = view! {
        <p class="note soft">{p.acting_about}</p>
        {posts}
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, w.not_accepted, refused)}
            <div class="chips">{chip(ActingKind::Plh, p.plh)}{chip(ActingKind::Plt, p.plt)}</div>
            {search.field(here, "pelaksana", p.acting_who, "")}
            {span.fields(here, ["pelaksana-mulai", "pelaksana-sampai"])}
            <button class="button" type="submit" aria-busy={move || busy.get().then_some("true")}>{p.acting_set}</button>
        </form>
    };
    frame::section("pelaksana-judul", p.acting_title, "", body)
}

fn line(
    here: Here,
    unit: UnitId,
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
    let end = EndActing { unit, from: post.from };
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
