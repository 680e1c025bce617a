//! Tim: teams across units that one leads or is in. Whoever leads one reads what was done for it, live, and answers in place; whoever is
//! in one reads what it is for, who the others are, and their own entries for it, also without a network.

mod attention;
mod entries;
pub mod facts;
mod open;

use shared::ids::TeamId;
use shared::row::Row;
use shared::team::Team;

use crate::components::banner::banners;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon, icon_in};
use crate::components::{age, state};
use crate::desk::Freshness;
use crate::format;
use crate::view::prelude::*;
use crate::words::{fill, teams_words};
use open::{Open, is_over};

/// The teams, those that run first.
#[must_use]
pub fn list(here: Here) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let body = move || {
        let today = here.today.get();
        let mut teams: Vec<Team> = here.desk.view.with(|rows| {
            rows.iter().filter_map(|row| if let Row::Team(team) = row { Some(team.clone()) } else { None }).collect()
        });
        if teams.is_empty() {
            return frame::empty_list(here, t.list_none, view! { <a class="button" href="/">{w.today}</a> });
        }
        teams.reverse();
        let (now, past): (Vec<Team>, Vec<Team>) = teams.into_iter().partition(|team| !is_over(team, here.me, today));
        let rows = |teams: Vec<Team>| teams.iter().map(|team| row(here, team)).collect::<Vec<View>>();
        let past = (!past.is_empty())
            .then(|| frame::section("lewat", t.past, past.len().to_string(), view! { <ul>{rows(past)}</ul> }));
        view! { <ul>{rows(now)}</ul> {past} }
    };
    frame::page(here, w.teams, frame::top(w.teams, Some(t.list_about.to_owned())), body)
}

fn row(here: Here, team: &Team) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let over = is_over(team, here.me, here.today.get_untracked());
    let mark = match (over, team.leader == here.me) {
        (true, _) => state::stamp("state is-phone", "clock", t.over),
        (false, true) => state::stamp("state is-approved", "star", t.you_lead),
        (false, false) => state::stamp("state is-seen", "person", t.you_are_in),
    };
    let about = [&fill(t.led_by, &[&team.leader_name]), w.dot, &facts::term(here, team)].concat();
    view! {
        <li class="row">
            {icon("team")}
            <div>
                <a class="row-title" href={["/tim/", &team.id.to_string()].concat()}>{team.name.clone()}</a>
                <span class="row-about">{about}</span>
                <span class="row-about"><span class="line">{mark}</span></span>
            </div>
            {icon_in("right", "icon go")}
        </li>
    }
}

/// One team.
#[must_use]
pub fn tim(here: Here, id: TeamId) -> View {
    let leads = Memo::new(move |_| {
        let today = here.today.get();
        here.desk.view.with(|rows| rows.team(id).map(|team| team.is_led_by(here.me, today)))
    });
    // Whoever becomes the leader, or is no longer, gets another page.
    fresh(move || match leads.get() {
        Some(true) => led(Open::new(here, id)),
        Some(false) => joined(here, id),
        None => none(here),
    })
}

fn none(here: Here) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let back = view! { <a class="button" href="/tim">{w.teams}</a> };
    frame::page(here, w.teams, frame::top(w.teams, None), frame::empty_list(here, t.missing, back))
}

/// Head of the page: the way back, the team's name, and what stands beside it.
fn top(here: Here, id: TeamId, beside: View) -> View {
    let w = here.w;
    let name = here.desk.view.with_untracked(|rows| rows.team(id).map(|team| team.name.clone())).unwrap_or_default();
    frame::name_document(&name);
    view! {
        <header class="top has-back team-top">
            <a class="button quiet icon-only" href="/tim">{icon("left")}{aloud(fill(w.back_to, &[w.teams]))}</a>
            {frame::heading(name)}
            {beside}
        </header>
    }
}

fn led(open: Open) -> View {
    let here = open.here;
    let age = move || age::age(here, open.live.freshness.get(), open.live.heard_at);
    let state = Memo::new(move |_| match open.live.freshness.get() {
        Freshness::Loading => None,
        Freshness::NotFound => Some(false),
        Freshness::Live | Freshness::Stale { .. } => Some(true),
    });
    let body = move || match state.get() {
        Some(true) => {
            view! { {attention::attention(open)} {entries::entries(open)} {facts::members(here, open.id, Some(open))} }
        }
        Some(false) => frame::empty(teams_words(here.w.language).missing, ().into_view()),
        None => frame::skeleton(here.w.loading),
    };
    view! {
        {top(here, open.id, age.into_view())}
        {banners(here)}
        <main id="isi" class="page">{stale(open)}{facts::facts(here, open.id)}{body}</main>
    }
}

/// Said at once, and to a screen reader too, when the line breaks.
fn stale(open: Open) -> View {
    let w = open.here.w;
    let banner = move || {
        if let Freshness::Stale { since } = open.live.freshness.get() {
            let lead = fill(w.team.stale, &[&open.here.clock(since)]);
            Some(view! { <div class="banner">{icon("clock")}<p><strong>{lead}</strong>{w.team.stale_about}</p></div> })
        } else {
            None
        }
    };
    view! { <div class="banners" role="status">{banner}</div> }
}

fn joined(here: Here, id: TeamId) -> View {
    let is_in = here
        .desk
        .view
        .with_untracked(|rows| rows.team(id).is_some_and(|team| team.has(here.me, here.today.get_untracked())));
    let write =
        is_in.then(|| view! { <p class="after"><a class="button" href="/catat">{icon("plus")}{here.w.write}</a></p> });
    view! {
        {top(here, id, ().into_view())}
        {banners(here)}
        <main id="isi" class="page">
            {facts::facts(here, id)}
            {entries::mine(here, id)}
            {write}
            {facts::members(here, id, None)}
        </main>
    }
}

/// The day of an entry, as its line begins.
fn day(here: Here, date: chrono::NaiveDate) -> String {
    format::day(here.w, date, here.today.get_untracked())
}
