//! Tinjau: everything that waits for a superior, those that ask for feedback first, then the oldest. Evidence stands in the row; many
//! are approved or sent back together, each in the version that was on the screen.
//!
//! The board it comes from stands in the address (`?unit=`). It is read online and never stored.

mod bar;
mod changed;
mod desk;
mod list;
mod row;

use shared::ids::UnitId;

use crate::components::age;
use crate::components::banner::banners;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::desk::Freshness;
use crate::pages::papan::head;
use crate::pages::papan::team::Team;
use crate::view::prelude::*;
use crate::words::{feedback_words, fill};
use desk::Review;

/// The page.
#[must_use]
pub fn tinjau(here: Here) -> View {
    let f = feedback_words(here.w.language);
    frame::name_document(f.review);
    let unit = Memo::new(move |_| {
        let asked = here.asked("unit").and_then(|unit| unit.parse::<UnitId>().ok());
        asked.or_else(|| here.desk.person.with(|person| person.as_ref()?.boards.first().map(|board| board.unit)))
    });
    let view = move || match unit.get() {
        Some(unit) => queue(Review::open(Team::open(here, unit))),
        None => {
            let back = view! { <a class="button" href="/">{here.w.today}</a> };
            frame::page(here, f.review, frame::top(f.review, None), frame::empty(here.w.team.no_boards, back))
        }
    };
    view.into_view()
}

fn queue(review: Review) -> View {
    let (team, f) = (review.team, review.f);
    let here = team.here;
    let state = Memo::new(move |_| match team.live.freshness.get() {
        Freshness::NotFound => Some(false),
        Freshness::Loading => None,
        Freshness::Live | Freshness::Stale { .. } => Some(true),
    });
    let body = move || match state.get() {
        Some(true) => view! { {sentence(review)} {choice(review)} {bar::bar(review)} {list::list(review)} },
        Some(false) => {
            frame::empty(here.w.team.board_missing, view! { <a class="button" href="/papan">{here.w.board}</a> })
        }
        None => frame::skeleton(here.w.loading),
    };
    let board = ["/papan?unit=", &team.unit.to_string()].concat();
    view! {
        {banners(here)}
        <main id="isi" class="page review-page">
            {head::stale(team)}
            <header class="desk-head">
                <div>{frame::heading(f.review)}{head::unit(team, "/tinjau?unit=")}</div>
                <div class="head-tools">
                    {move || age::age(here, team.live.freshness.get(), team.live.heard_at)}
                    <a class="button quiet" href={board}>{icon("people")}{f.to_board}</a>
                </div>
            </header>
            {body}
        </main>
    }
}

/// Everything, or what has waited too long. What the office has not told yet is said.
fn choice(review: Review) -> View {
    let (team, f) = (review.team, review.f);
    let all = ["/tinjau?unit=", &team.unit.to_string()].concat();
    let long = [&all, "&saring=lama"].concat();
    let chip = move |address: String, word: &'static str, is_long: bool| {
        let chosen = Memo::new(move |_| review.long.get() == is_long);
        let tick = move || chosen.get().then(|| icon("tick"));
        let current = move || chosen.get().then_some("true");
        view! { <a class="chip" href={address} data-noscroll="" aria-current={current}>{tick}{word}</a> }
    };
    let more =
        move || team.live.more.get().then(|| view! { <p class="note soft">{icon("clock")}" "{f.review_more}</p> });
    view! {
        <nav class="chips review-choice" aria-label={f.choice}>{chip(all, f.everything, false)}{chip(long, f.waits_long, true)}</nav>
        {more}
    }
}

/// "17 catatan menunggu Anda. 2 meminta umpan balik; itu yang pertama. Yang terlama di atas."
fn sentence(review: Review) -> View {
    let (w, f) = (review.team.here.w, review.f);
    let words = move || {
        let (waiting, asking) = review.waits.with(|waits| {
            let waiting = waits.iter().filter(|wait| wait.entry.waits()).count();
            (waiting, waits.iter().filter(|wait| wait.asks.is_some()).count())
        });
        if waiting + asking == 0 {
            return String::new();
        }
        let mut parts = vec![fill(f.review_waiting, &[&w.entries(waiting)])];
        parts.extend((asking > 0).then(|| fill(f.review_asking, &[&asking.to_string()])));
        parts.push(f.review_order.to_owned());
        parts.join(" ")
    };
    view! { <p class="sentence words">{words}</p> }
}
