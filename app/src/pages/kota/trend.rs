//! How many people wrote, day by day: one bar for a day, the staff as a line above, and the same as a table.

use shared::calendar::Calendar;
use shared::complete::is_working;
use shared::rollup::board::TrendDay;

use super::city::City;
use crate::components::source::{Source, source};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Height of the chart, and how much of it stands above a full bar, in its own units.
const HEIGHT: i64 = 96;
const ABOVE: i64 = 8;
/// Width of a bar and of the way to the next one, for a fortnight and for a quarter.
const WIDE: (i64, i64) = (26, 36);
const NARROW: (i64, i64) = (7, 10);
/// Days that are drawn wide.
const WIDE_DAYS: usize = 24;

/// The section; nothing before there is a day to show.
#[must_use]
pub fn trend(city: City) -> View {
    let b = city.b;
    let days = Memo::new(move |_| {
        city.of(|board| {
            // A day without an entry is not told at all; one from which all were taken away is drawn when the office works.
            let works = |day: &TrendDay| is_working(day.day, Calendar::official()).unwrap_or(false);
            let shown = |day: &&TrendDay| day.counts.entries > 0 || works(day);
            board.trend.iter().filter(shown).copied().collect::<Vec<_>>()
        })
    });
    let staff = Memo::new(move |_| city.of(|board| board.total.staff));
    let is_there = Memo::new(move |_| days.with(|days| days.len() > 1));
    let from = move || {
        let w = city.here.w;
        days.with(|days| {
            let [first, last] = [days.first(), days.last()].map(|day| day.map(|day| day.day));
            let entries: i64 = days.iter().map(|day| day.counts.entries).sum();
            Source {
                rule: b.rule_trend,
                working_days: false,
                inputs: fill(b.input_entries, &[&format::number(w, entries)]),
                n: fill(b.n_people, &[&format::number(w, staff.get())]),
                period: fill(
                    b.from_until,
                    &[
                        &first.map(|day| format::date(w, day)).unwrap_or_default(),
                        &last.map(|day| format::date_year(w, day)).unwrap_or_default(),
                    ],
                ),
                rows: days
                    .iter()
                    .rev()
                    .map(|day| (format::date(w, day.day), format::number(w, day.counts.people)))
                    .collect(),
            }
        })
    };
    let view = move || {
        is_there.get().then(|| {
            view! {
                <section class="trend" aria-labelledby="tren">
                    <div class="section-head"><h2 id="tren">{b.trend}</h2></div>
                    <p class="chart-note">{move || fill(b.trend_note, &[&format::number(city.here.w, staff.get())])}</p>
                    {move || days.with(|days| chart(city, days, staff.get()))}
                    <details class="source">
                        <summary>{b.trend_table}</summary>
                        <div class="source-body">{move || days.with(|days| table(city, days))}</div>
                    </details>
                    {source(b, from)}
                </section>
            }
        })
    };
    view.into_view()
}

fn chart(city: City, days: &[TrendDay], staff: i64) -> View {
    let w = city.here.w;
    let most = days.iter().map(|day| day.counts.people).max().unwrap_or(0);
    let least = days.iter().map(|day| day.counts.people).min().unwrap_or(0);
    let (first, last) = (days.first().map(|day| day.day), days.last().map(|day| day.day));
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| format::date(w, day)).unwrap_or_default();
    let number = |value| format::number(w, value);
    let sentence = fill(city.b.trend_sentence, &[&date(first), &date(last), &number(least), &number(most)]);
    let top = staff.max(most).max(1);
    let (bar, step) = if days.len() > WIDE_DAYS { NARROW } else { WIDE };
    let width = i64::try_from(days.len()).unwrap_or(1) * step;
    let bars: Vec<View> = days
        .iter()
        .zip(0_i64..)
        .map(|(day, at)| {
            let height = (day.counts.people * (HEIGHT - ABOVE) / top).max(1);
            view! {
                <rect
                    class="bar" x={(at * step).to_string()} y={(HEIGHT - height).to_string()} width={bar.to_string()}
                    height={height.to_string()} rx="1"
                ></rect>
            }
        })
        .collect();
    let line = ["M0 ", &(HEIGHT - staff * (HEIGHT - ABOVE) / top).to_string(), "H", &width.to_string()].concat();
    let ground = ["M0 ", &HEIGHT.to_string(), "H", &width.to_string()].concat();
    let box_ = ["0 0 ", &width.to_string(), " ", &(HEIGHT + 24).to_string()].concat();
    let (text_y, end) = ((HEIGHT + 18).to_string(), (width - step + bar).to_string());
    view! {
        <svg class="chart bars" viewBox={box_} width={width.to_string()} height={(HEIGHT + 24).to_string()} role="img" aria-label={sentence}>
            <path class="grid" d={line}></path>
            {bars}
            <path class="axis" d={ground}></path>
            <text x="0" y={text_y.clone()}>{date(first)}</text>
            <text x={end} y={text_y} text-anchor="end">{date(last)}</text>
        </svg>
    }
}

fn table(city: City, days: &[TrendDay]) -> View {
    let (w, b) = (city.here.w, city.b);
    let rows: Vec<View> = days
        .iter()
        .rev()
        .map(|day| {
            let (people, entries) = (format::number(w, day.counts.people), format::number(w, day.counts.entries));
            view! {
                <tr><th scope="row">{format::date(w, day.day)}</th><td class="num">{people}</td><td class="num">{entries}</td></tr>
            }
        })
        .collect();
    view! {
        <table class="source-rows">
            <thead><tr><th scope="col">{b.date}</th><th scope="col" class="num">{b.people}</th><th scope="col" class="num">{b.entries}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
