//! Papan: a team on one day. Exceptions first, then what citizens say, then everyone by alphabet; nobody is ranked.
//!
//! What is asked stands in the address: `?unit=&periode=&dari=&sampai=&orang=&saring=&cari=`. The board is read online and never stored.

mod answers;
mod ask;
mod attention;
mod counters;
pub mod head;
mod panel;
mod people;
mod period;
mod plans;
pub mod react;
mod reading;
pub mod team;
pub mod ten;

use shared::ids::UnitId;
use shared::rollup::period::{Asked, Period};

use crate::components::banner::banners;
use crate::components::days;
use crate::components::frame;
use crate::components::here::Here;
use crate::desk::Freshness;
use crate::view::prelude::*;
use team::Team;

/// The page.
#[must_use]
pub fn papan(here: Here) -> View {
    let w = here.w;
    frame::name_document(w.board);
    let unit = Memo::new(move |_| {
        let asked = here.asked("unit").and_then(|unit| unit.parse::<UnitId>().ok());
        asked.or_else(|| here.desk.person.with(|person| person.as_ref()?.boards.first().map(|board| board.unit)))
    });
    // Another unit is another board: the line of the one before closes with its owner.
    let view = move || match unit.get() {
        Some(unit) => board(Team::open(here, unit)),
        None => {
            let back = view! { <a class="button" href="/">{w.today}</a> };
            frame::page(here, w.board, frame::top(w.board, None), frame::empty(w.team.no_boards, back))
        }
    };
    view.into_view()
}

fn board(team: Team) -> View {
    let here = team.here;
    panel::move_focus(team);
    let state = Memo::new(move |_| match team.live.freshness.get() {
        Freshness::NotFound => Some(false),
        Freshness::Loading => None,
        Freshness::Live | Freshness::Stale { .. } => Some(true),
    });
    // A board that is not there has no panel either: on a phone it would hide the sentence that says so.
    let class = move || {
        let open = team.person.get().is_some() && state.get() != Some(false);
        if open { "with-panel has-open" } else { "with-panel is-closed" }
    };
    let body = move || match state.get() {
        Some(true) => sections(team),
        Some(false) => {
            frame::empty(here.w.team.board_missing, view! { <a class="button" href="/papan">{here.w.board}</a> })
        }
        None => frame::skeleton(here.w.loading),
    };
    view! {
        {banners(here)}
        <main id="isi" class={class}>
            <div class="board-main">
                {head::stale(team)}
                {head::head(team)}
                {body}
            </div>
            {panel::panel(team)}
        </main>
    }
}

fn sections(team: Team) -> View {
    view! {
        {head::sentence(team)}
        {attention::attention(team)}
        <div class="team-figures">{head::progress(team)}{answers::answers(team)}</div>
        {counters::counters(team)}
        {everyone(team)}
    }
}

/// Everyone, on the day as it runs or over a period. Other days are other sums: their line closes with their owner.
fn everyone(team: Team) -> View {
    // Periods are read from the sums of the unit, which whoever does not lead it does not see.
    if team.assessed {
        return people::people(team);
    }
    let asked = Memo::new(move |_| days::sound(team.here, team.asked.get()).0);
    fresh(move || match asked.get() {
        Asked { period: Period::Hari, .. } => people::people(team),
        asked => period::period(team, asked),
    })
}
