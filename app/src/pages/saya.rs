//! Saya: who I am here, language and look, the health of this device, who sees what, and the way out.

pub(super) mod health;
mod history;
mod leave;
mod notices;
mod superior;

use shared::absence::Absences;
use shared::row::Row;

use crate::components::away::{Pen, away};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{icon, icon_in};
use crate::components::lang::langs;
use crate::components::waits::Waits;
use crate::desk::Desk;
use crate::view::prelude::*;
use crate::words::people::people;
use crate::words::{dialogue_words, fill, teams_words};

/// The page.
#[must_use]
pub fn saya(here: Here) -> View {
    let w = here.w;
    let superior = here.superior();
    let who_sees = fill(w.who_sees, &[superior.as_deref().unwrap_or(w.your_superior)]);
    let days_away = move || here.desk.view.with(|rows| rows.absences(Absences::of(here.me)).cloned());
    let body = view! {
        {who(here)}
        <fieldset class="setting">
            <legend>{w.choose_language}</legend>
            {langs(here.desk, w, "chips", "chip")}
        </fieldset>
        {theme(here)}
        {notices::notices(here)}
        {superior::superior(here)}
        {history::history(here)}
        {away(Pen::own(here), people(w.language).away_about, true, days_away)}
        {plans(here)}
        {dialogue(here)}
        {teams(here)}
        {my_page(here)}
        {queue(here)}
        {manage(here)}
        {frame::section("hp", w.device, "", health::health(here))}
        <p class="watch">{icon("eye")}<span>{who_sees}</span></p>
        {leave::leave(here)}
    };
    frame::page(here, w.me, frame::top(w.me, None), body)
}

fn who(here: Here) -> View {
    let w = here.w;
    let card = move || {
        here.desk.person.get().map(|person| {
            let unit = person.unit.map(|unit| view! { <p class="small soft">{unit.name}</p> });
            let rank = [person.employee.position, person.employee.rank];
            let rank = rank.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(w.dot);
            view! {
                <p class="name words">{person.employee.name}</p>
                <p class="small soft">{rank}</p>
                {unit}
            }
        })
    };
    view! { <div class="me-head">{card}</div> }
}

fn theme(here: Here) -> View {
    let w = here.w;
    let chosen = RwSignal::new(Desk::theme());
    let one = move |name: &'static str, word: &'static str| {
        let pressed = move || if chosen.with(|chosen| chosen == name) { "true" } else { "false" };
        let press = move |_| {
            Desk::set_theme(name);
            chosen.set(name.to_owned());
        };
        view! { <button class="chip" type="button" aria-pressed={pressed} on:click={press}>{word}</button> }
    };
    view! {
        <fieldset class="setting">
            <legend>{w.theme}</legend>
            <div class="chips">
                {one("auto", w.theme_auto)} {one("light", w.theme_light)} {one("dark", w.theme_dark)}
                {one("contrast", w.theme_contrast)}
            </div>
        </fieldset>
    }
}

fn plans(here: Here) -> View {
    let w = here.w;
    view! {
        <div class="row">
            {icon("flag")}
            <div><a class="row-title" href="/rencana">{w.plans}</a><span class="row-about">{w.plans_about}</span></div>
            {icon_in("right", "icon go")}
        </div>
    }
}

/// The way to the dialogues: one's own, and those with one's people.
fn dialogue(here: Here) -> View {
    let d = dialogue_words(here.w.language);
    let leads = move || here.desk.person.with(|person| person.as_ref().is_some_and(|person| !person.boards.is_empty()));
    let own = ["/dialog/", &here.me.to_string()].concat();
    let address = move || if leads() { "/dialog".to_owned() } else { own.clone() };
    view! {
        <div class="row">
            {icon("chat")}
            <div><a class="row-title" href={address}>{d.title}</a><span class="row-about">{d.mine_about}</span></div>
            {icon_in("right", "icon go")}
        </div>
    }
}

/// The way to the teams across units, for those who are in one.
fn teams(here: Here) -> View {
    let (w, about) = (here.w, teams_words(here.w.language).row_about);
    let row = move || {
        let is_in = here.desk.view.with(|rows| rows.iter().any(|row| matches!(row, Row::Team(_))));
        is_in.then(|| {
            view! {
                <div class="row">
                    {icon("team")}
                    <div><a class="row-title" href="/tim">{w.teams}</a><span class="row-about">{about}</span></div>
                    {icon_in("right", "icon go")}
                </div>
            }
        })
    };
    row.into_view()
}

/// The way to the admin's pages, for those who look after somebody.
fn manage(here: Here) -> View {
    let (w, about) = (here.w, people(here.w.language).manage_about);
    let row = move || {
        let manages = here.desk.person.with(|person| person.as_ref().is_some_and(|one| !one.admin.is_empty()));
        manages.then(|| {
            view! {
                <div class="row">
                    {icon("office")}
                    <div><a class="row-title" href="/kelola">{w.manage}</a><span class="row-about">{about}</span></div>
                    {icon_in("right", "icon go")}
                </div>
            }
        })
    };
    row.into_view()
}

/// My own page as those above see it, and how many of them have looked.
fn my_page(here: Here) -> View {
    let w = here.w;
    let looks = move || {
        let looks = here.desk.view.with(|rows| rows.iter().filter(|row| matches!(row, Row::Opened(_))).count());
        fill(w.my_page_about, &[&looks.to_string()])
    };
    view! {
        <div class="row">
            {icon("eye")}
            <div>
                <a class="row-title" href={["/orang/", &here.me.to_string()].concat()}>{w.my_page}</a>
                <span class="row-about">{looks}</span>
            </div>
            {icon_in("right", "icon go")}
        </div>
    }
}

fn queue(here: Here) -> View {
    let w = here.w;
    let about = move || {
        let waits = here.desk.queue.with(Waits::of);
        if waits.is_none() { w.all_arrived.to_owned() } else { fill(w.still_on_phone, &[&waits.in_words(w)]) }
    };
    view! {
        <div class="row">
            {icon("clock")}
            <div><a class="row-title" href="/antrean">{w.queue}</a><span class="row-about">{about}</span></div>
            {icon_in("right", "icon go")}
        </div>
    }
}
