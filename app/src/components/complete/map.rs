//! The map itself: a column for a week, a square for a day, darker for more entries. A missing day is a frame, a late one carries a
//! dot, so that nothing hangs on colour alone.

use chrono::Datelike;
use shared::complete::{Complete, Day, Kind};

use crate::components::here::Here;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::DayWords;
use crate::words::fill;

/// The way from one square to the next, and the side of a square, in the drawing's own units.
const STEP: usize = 24;
const SIDE: usize = 19;
/// Room for the names of months above and of days beside.
const ABOVE: usize = 20;
const BESIDE: usize = 30;

/// The drawing, with a sentence that says what is in it.
pub(super) fn drawn(here: Here, d: &'static DayWords, complete: &Complete) -> View {
    let w = here.w;
    let (first, today) = (complete.days.first().map(|day| day.date), here.today.get());
    let sum = |of: fn(&Day) -> usize| complete.days.iter().map(of).sum::<usize>().to_string();
    let sentence = fill(
        d.map_sentence,
        &[
            &first.map(|day| format::date(w, day)).unwrap_or_default(),
            &format::date(w, today),
            &complete.sum.written.to_string(),
            &complete.sum.expected.to_string(),
            &sum(|day| day.entries),
            &sum(|day| day.late),
        ],
    );
    let mut squares: Vec<View> = Vec::new();
    for (place, day) in complete.days.iter().enumerate().filter(|(_, day)| day.date <= today) {
        square(&mut squares, place, day);
    }
    let weeks = complete.days.len().div_ceil(7);
    let (width, height) = ((BESIDE + weeks * STEP).to_string(), (ABOVE + 7 * STEP).to_string());
    let area = ["0 0 ", &width, " ", &height].concat();
    view! {
        <svg class="chart heat" viewBox={area} width={width} height={height} role="img" aria-label={sentence}>
            {months(here, &complete.days)}
            {weekdays(here)}
            {squares}
        </svg>
    }
}

fn square(squares: &mut Vec<View>, place: usize, day: &Day) {
    let (x, y) = (BESIDE + place / 7 * STEP, ABOVE + place % 7 * STEP);
    let class = match day.kind {
        Kind::Missing => "is-missing",
        _ if day.entries > 0 => level(day.entries),
        Kind::Written | Kind::Closed | Kind::Away(_) => "is-off",
        Kind::Open => "is-open",
        Kind::Before => "is-before",
    };
    let side = SIDE.to_string();
    squares.push(view! {
        <rect class={class} x={x.to_string()} y={y.to_string()} width={side.clone()} height={side} rx="3"></rect>
    });
    if day.late > 0 {
        let (x, y) = ((x + SIDE - 4).to_string(), (y + 4).to_string());
        squares.push(view! { <circle class="late" cx={x} cy={y} r="3.5"></circle> });
    }
}

const fn level(entries: usize) -> &'static str {
    match entries {
        0 | 1 => "is-few",
        2 | 3 => "is-some",
        _ => "is-many",
    }
}

/// The name of a month above the week in which it begins; the first one only when there is room before the next.
fn months(here: Here, days: &[Day]) -> Vec<View> {
    let begins = |place: usize| {
        let month = |at: usize| days.get(at).map(|day| day.date.month());
        place == 0 || month(place) != place.checked_sub(7).and_then(month)
    };
    let places: Vec<usize> = (0..days.len()).step_by(7).filter(|place| begins(*place)).collect();
    let next = |at: usize| places.get(at + 1).copied().unwrap_or(days.len().next_multiple_of(7));
    let named = places.iter().enumerate().filter(|(at, place)| next(*at) - *place >= 14);
    named
        .filter_map(|(_, place)| {
            let x = (BESIDE + place / 7 * STEP).to_string();
            let name: String = format::month(here.w, days.get(*place)?.date).chars().take(3).collect();
            Some(view! { <text x={x} y="13">{name}</text> })
        })
        .collect()
}

fn weekdays(here: Here) -> Vec<View> {
    let names = here.w.weekdays.split(' ').enumerate().filter(|(place, _)| place % 2 == 0);
    names
        .map(|(place, name)| {
            let y = (ABOVE + place * STEP + SIDE - 5).to_string();
            let name: String = name.chars().take(3).collect();
            view! { <text x="0" y={y}>{name}</text> }
        })
        .collect()
}

/// What the squares mean.
pub(super) fn legend(d: &'static DayWords) -> View {
    let square = |class: &'static str| {
        view! { <svg class="chart heat key" viewBox="0 0 19 19" aria-hidden="true"><rect class={class} x="1" y="1" width="17" height="17" rx="3"></rect></svg> }
    };
    let late = view! { <svg class="chart heat key" viewBox="0 0 19 19" aria-hidden="true"><rect class="is-few" x="1" y="1" width="17" height="17" rx="3"></rect><circle class="late" cx="14" cy="5" r="3.5"></circle></svg> };
    view! {
        <ul class="map-legend">
            <li>{square("is-few")}{d.map_less}</li>
            <li>{square("is-many")}{d.map_more}</li>
            <li>{square("is-missing")}{d.map_missing}</li>
            <li>{square("is-off")}{d.map_off}</li>
            <li>{late}{d.map_late}</li>
        </ul>
    }
}
