//! Completeness and the map of the last weeks: the same for the person and for those above. The figure has its days behind it, and the
//! map has a sentence before it and a table behind.

mod map;

use chrono::NaiveDate;
use shared::calendar::Calendar;
use shared::complete::{Complete, Day, Kind, complete, monday};
use shared::ids::EmployeeId;
use shared::row::Rows;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::{DayWords, day};
use crate::words::fill;

/// Weeks on the map, the running one among them: a quarter.
const WEEKS: u64 = 13;
/// Missing days that are named in the sentence.
const NAMED: usize = 4;

/// Whose days are counted.
#[derive(Clone, Copy)]
pub struct Whose {
    /// The person.
    pub person: EmployeeId,
    /// The day of their first entry, where the rows begin later.
    pub first: Option<NaiveDate>,
}

/// What a stretch of days comes to, or that nobody can say.
///
/// # Errors
/// The sentence that says so.
pub fn asked(here: Here, rows: &Rows, whose: Whose, days: (NaiveDate, NaiveDate)) -> Result<Complete, String> {
    complete(rows, whose.person, days, (here.today.get(), whose.first), Calendar::official())
        .map_err(|missing| fill(day(here.w.language).calendar_unknown, &[&missing.year.to_string()]))
}

/// "12 dari 14 hari kerja tercatat", with the rule and what is missing.
#[must_use]
pub fn figure(here: Here, rows: &Rows, whose: Whose, days: (NaiveDate, NaiveDate)) -> View {
    let d = day(here.w.language);
    let complete = match asked(here, rows, whose, days) {
        Ok(complete) => complete,
        Err(unknown) => return view! { <p class="note soft complete">{unknown}</p> },
    };
    if complete.sum.expected == 0 {
        return view! { <p class="note soft complete">{d.complete_none}</p> };
    }
    let (written, expected) = (complete.sum.written.to_string(), complete.sum.expected.to_string());
    let sentence = fill(d.complete_is, &[&written, &expected]);
    let rest = sentence.strip_prefix(written.as_str()).unwrap_or(&sentence).to_owned();
    let missing: Vec<&Day> = complete.days.iter().filter(|day| day.kind == Kind::Missing).collect();
    let away = (complete.sum.away > 0).then(|| {
        let afterwards = (complete.away_afterwards > 0)
            .then(|| [" ", &fill(d.complete_afterwards, &[&complete.away_afterwards.to_string()])].concat());
        view! { <p>{fill(d.complete_away, &[&complete.sum.away.to_string()])}{afterwards.unwrap_or_default()}</p> }
    });
    view! {
        <section class="complete" aria-label={d.complete}>
            <p class="complete-figure"><strong>{written}</strong>{rest}</p>
            <progress max={expected} value={complete.sum.written.to_string()} aria-label={sentence}></progress>
            <p class="note soft">{missing_words(here, d, &missing)}</p>
            <details class="source">
                <summary>{icon("ask")}{crate::words::board_words(here.w.language).which_number}</summary>
                <div class="source-body"><p>{d.complete_rule}</p>{away}{table(here, d, &complete.days)}</div>
            </details>
        </section>
    }
}

fn missing_words(here: Here, d: &DayWords, missing: &[&Day]) -> String {
    if missing.is_empty() {
        return d.complete_all.to_owned();
    }
    let mut named: Vec<String> = missing.iter().rev().take(NAMED).map(|day| format::date(here.w, day.date)).collect();
    if missing.len() > NAMED {
        named.push(["+", &(missing.len() - NAMED).to_string()].concat());
    }
    fill(d.complete_missing, &[&named.join(", ")])
}

/// Every day of a stretch up to today, newest first.
fn table(here: Here, d: &'static DayWords, days: &[Day]) -> View {
    let today = here.today.get();
    let past = days.iter().rev().filter(|day| day.date <= today && day.kind != Kind::Before);
    let lines: Vec<View> = past
        .map(|one| {
            let count = if one.entries == 0 { String::new() } else { one.entries.to_string() };
            view! {
                <tr><th scope="row">{format::day(here.w, one.date, today)}</th><td class="num">{count}</td><td>{about(d, one)}</td></tr>
            }
        })
        .collect();
    view! {
        <table class="source-rows">
            <thead><tr><th scope="col">{d.col_day}</th><th scope="col" class="num">{d.col_entries}</th><th scope="col">{d.col_about}</th></tr></thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

/// What there is to say of a day besides its number; nothing of an ordinary one.
#[must_use]
pub fn about(d: &'static DayWords, one: &Day) -> String {
    match one.kind {
        Kind::Written if one.late > 0 => fill(d.day_late, &[&one.late.to_string()]),
        Kind::Written => String::new(),
        Kind::Missing => d.day_missing.to_owned(),
        Kind::Closed => d.day_closed.to_owned(),
        Kind::Away(why) if one.afterwards => fill(d.day_afterwards, &[d.away(why)]),
        Kind::Away(why) => d.away(why).to_owned(),
        Kind::Open => d.day_open.to_owned(),
        Kind::Before => String::new(),
    }
}

/// The days of a stretch, for a page that names them itself; none when nobody can say.
#[must_use]
pub fn days_of(here: Here, rows: &Rows, whose: Whose, days: (NaiveDate, NaiveDate)) -> Vec<Day> {
    asked(here, rows, whose, days).map(|complete| complete.days).unwrap_or_default()
}

/// The map of the last thirteen weeks.
#[must_use]
pub fn map(here: Here, rows: &Rows, whose: Whose) -> Option<View> {
    let d = day(here.w.language);
    let today = here.today.get();
    // Up to today: the rest of the week may lie in a year of which no list of holidays is known yet.
    let complete = asked(here, rows, whose, (monday(today, WEEKS - 1), today)).ok()?;
    Some(view! {
        <section class="map" aria-labelledby="peta">
            <h3 id="peta">{d.map}</h3>
            {map::drawn(here, d, &complete)}
            {map::legend(d)}
            <details class="source">
                <summary>{d.map_table}</summary>
                <div class="source-body">{table(here, d, &complete.days)}</div>
            </details>
        </section>
    })
}
