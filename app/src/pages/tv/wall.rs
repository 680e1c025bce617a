//! The wall: the unit's name, the clock, the figures of today, the last days, and the units below. Numbers lose their ink when the line
//! is lost, and the foot says since when.

use std::sync::Arc;

use shared::rollup::board::{UnitBoard, UnitLine, misses_today};
use shared::rollup::{attention_first, percent};

use super::pair::ATTENTION;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::desk::{Freshness, OpenSums};
use crate::format;
use crate::pages::kota::city::closed;
use crate::view::prelude::*;
use crate::words::{BoardWords, fill};

/// Units that fit on the wall.
const UNITS_MAX: usize = 7;
/// Seconds for which some of the units stand there, when they are more.
const TURN_SECONDS: i64 = 20;
/// Counters that fit on the wall, above the units.
const COUNTERS_MAX: usize = 4;

#[derive(Clone, Copy)]
struct Wall {
    here: Here,
    b: &'static BoardWords,
    live: OpenSums,
}

impl Wall {
    fn of<T: Default>(self, read: impl FnOnce(&UnitBoard) -> T) -> T {
        self.live
            .board
            .with(|board: &Option<Arc<UnitBoard>>| board.as_ref().map(|board| read(board)).unwrap_or_default())
    }

    fn number(self, value: i64) -> String {
        format::number(self.here.w, value)
    }
}

/// The wall.
pub(super) fn wall(here: Here, b: &'static BoardWords, live: OpenSums) -> View {
    let wall = Wall { here, b, live };
    let w = here.w;
    let class = move || match live.freshness.get() {
        Freshness::Stale { .. } => "tv is-stale",
        Freshness::Live | Freshness::Loading | Freshness::NotFound => "tv",
    };
    let name = move || wall.of(|board| board.name.clone());
    let date = move || wall.of(|board| format::date_long(w, board.until));
    let clock = move || wall.of(|board| format::clock(w, board.zone, here.desk.now.get()));
    let letters = move || wall.of(|board| board.zone.letters());
    view! {
        <div class={class}>
            <div class="tv-cloth" aria-hidden="true"></div>
            <header class="tv-head">
                <div><h1 tabindex="-1">{name}</h1><p>{date}</p></div>
                <p class="tv-clock"><span>{clock}</span><small>{letters}</small></p>
            </header>
            <main id="isi" class="tv-main">
                {today(wall)}
                {below(wall)}
            </main>
            <footer class="tv-foot">{move || foot(wall)}<p class="tv-rule">{b.tv_rule}</p><p>{b.tv_no_names}</p></footer>
        </div>
    }
}

fn today(wall: Wall) -> View {
    let (w, b) = (wall.here.w, wall.b);
    let recorded = move || wall.number(wall.of(|board| board.total.today));
    let staff = move || match wall.of(|board| closed(wall.here, b, board)) {
        Some(_) => b.closed_short.to_owned(),
        None => fill(b.out_of, &[&wall.number(wall.of(|board| board.total.expected()))]),
    };
    let share = move || wall.of(|board| percent(board.total.today, board.total.expected())).unwrap_or(0).to_string();
    let fact = move |label: &'static str, value: Box<dyn Fn() -> String>, about: Box<dyn Fn() -> String>| {
        view! { <div><dt>{label}</dt><dd>{value}<small>{about}</small></dd></div> }
    };
    let entries = move || wall.number(wall.of(|board| board.total.counts.entries));
    let waiting = move || fill(b.returned_count, &[&wall.number(wall.of(|board| board.total.counts.returned))]);
    let mean = move || {
        wall.of(|board| board.total.plans.mean_percent())
            .map_or_else(|| b.no_figure.to_owned(), |percent| format::percent(w, percent))
    };
    let plans = move || {
        let sums = wall.of(|board| board.total.plans);
        fill(b.progress_about, &[&wall.number(sums.plans), &wall.number(sums.reached)])
    };
    let approved = move || wall.number(wall.of(|board| board.total.counts.approved));
    view! {
        <section class="tv-today" aria-labelledby="mencatat">
            <h2 id="mencatat">{b.recorded}</h2>
            <p class="tv-figure">{recorded}" "<small>{staff}</small></p>
            <progress max="100" value={share} aria-labelledby="mencatat"></progress>
            <dl class="tv-facts">
                {fact(b.entries, Box::new(entries), Box::new(move || [&approved(), " ", &w.approved.to_lowercase()].concat()))}
                {fact(b.waiting, Box::new(move || wall.number(wall.of(|board| board.total.counts.waiting))), Box::new(waiting))}
                {fact(b.progress, Box::new(mean), Box::new(plans))}
            </dl>
        </section>
    }
}

/// What citizens say at the counters, and the units below; the last days where there is neither.
fn below(wall: Wall) -> View {
    let has_counters = Memo::new(move |_| wall.of(|board| !board.counters.is_empty()));
    let has_units = Memo::new(move |_| wall.of(|board| !board.units.is_empty()));
    let view = move || {
        let counters = has_counters.get().then(|| counters(wall));
        let units = has_units.get().then(|| units(wall));
        let days = (!has_counters.get() && !has_units.get()).then(|| days(wall));
        view! { <div class="tv-below">{counters}{units}{days}</div> }
    };
    view.into_view()
}

/// A table of the wall: its heading, its three columns and its rows.
fn table(
    id: &'static str,
    title: &'static str,
    heads: [&'static str; 3],
    rows: impl Fn() -> Vec<View> + 'static,
) -> View {
    let [first, second, third] = heads;
    view! {
        <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <table>
                <thead><tr><th scope="col">{first}</th><th scope="col">{second}</th><th scope="col">{third}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn counters(wall: Wall) -> View {
    let b = wall.b;
    let rows = move || {
        wall.of(|board| {
            let counters = board.counters.iter().take(COUNTERS_MAX);
            counters
                .map(|counter| {
                    let tally = counter.tally_on(board.until);
                    let [_, _, good, best] = tally.answers;
                    let name = [&counter.name, wall.here.w.dot, &counter.service_name].concat();
                    let pleased = fill(wall.here.w.of, &[&(good + best).to_string(), &tally.total().to_string()]);
                    view! { <tr><th scope="row">{name}</th><td>{tally.total()}</td><td>{pleased}</td></tr> }
                })
                .collect::<Vec<View>>()
        })
    };
    table("loket", b.tv_counters, [b.tv_counter, b.tv_answers, b.tv_pleased], rows)
}

/// The units, in turns where they are too many for the wall. Whoever hangs it up chooses the order by the address: by alphabet, or with
/// `?urut=perhatian` those first that need attention.
fn units(wall: Wall) -> View {
    let b = wall.b;
    let rows = move || {
        let now = wall.here.desk.now.get();
        let first = wall.here.asked("urut").as_deref() == Some(ATTENTION);
        wall.of(|board| {
            let misses = misses_today(board.zone, now);
            let lines: Vec<&UnitLine> = board.units.iter().collect();
            let needs = |line: &UnitLine| first && line.figures.care(misses).is_some();
            let lines = attention_first(&lines, |line| line.name.clone(), needs);
            let most = UNITS_MAX - board.counters.len().min(COUNTERS_MAX);
            let turns = i64::try_from(lines.len().div_ceil(most)).unwrap_or(1).max(1);
            let turn = usize::try_from(now.timestamp() / TURN_SECONDS % turns).unwrap_or(0);
            lines.into_iter().skip(turn * most).take(most).map(|line| row(wall, line)).collect::<Vec<View>>()
        })
    };
    table("unit", b.units, [b.unit_name, b.recorded, b.waiting_short], rows)
}

fn days(wall: Wall) -> View {
    let b = wall.b;
    let rows = move || {
        wall.of(|board| {
            let days = board.trend.iter().rev().take(UNITS_MAX);
            days.map(|day| {
                let (people, entries) = (wall.number(day.counts.people), wall.number(day.counts.entries));
                let name = format::day(wall.here.w, day.day, board.until);
                view! { <tr><th scope="row">{name}</th><td>{people}</td><td>{entries}</td></tr> }
            })
            .collect::<Vec<View>>()
        })
    };
    table("hari", b.trend, [b.date, b.people, b.entries], rows)
}

fn row(wall: Wall, line: &UnitLine) -> View {
    let figures = &line.figures;
    let recorded = fill(wall.here.w.of, &[&wall.number(figures.today), &wall.number(figures.expected())]);
    view! {
        <tr><th scope="row">{line.name.clone()}</th><td>{recorded}</td><td>{wall.number(figures.counts.waiting)}</td></tr>
    }
}

fn foot(wall: Wall) -> View {
    let (here, b) = (wall.here, wall.b);
    let (name, words) = match wall.live.freshness.get() {
        Freshness::Live => {
            let age = (here.desk.now.get() - wall.live.heard_at.get()).num_seconds().max(0);
            let words = if age < 2 { b.tv_live_now.to_owned() } else { fill(b.tv_live, &[&age.to_string()]) };
            ("live", words)
        }
        Freshness::Stale { since } => {
            let at = wall.of(|board| format::clock_zoned(here.w, board.zone, since));
            ("clock", fill(b.tv_stale, &[&at]))
        }
        Freshness::Loading | Freshness::NotFound => ("clock", here.w.loading.to_owned()),
    };
    view! { <p class="tv-live">{icon(name)}{words}</p> }
}
