//! Ten working days as ten marks: a square for a day with entries, a ring for one without, a dash for a day that asks for nothing: still
//! running, away, or before the first entry. The sentence says the same.

use chrono::NaiveDate;
use shared::complete::{Day, Kind, Sum};

use crate::view::prelude::*;
use crate::words::{Words, fill};

/// The chart of one person.
#[must_use]
pub fn ten(w: &'static Words, days: &[Day], today: NaiveDate) -> View {
    let sum = Sum::of(days, today);
    let sentence = match sum.expected {
        0 => w.team.ten_none.to_owned(),
        expected => fill(w.team.ten_sentence, &[&sum.written.to_string(), &expected.to_string()]),
    };
    let marks: Vec<View> = days.iter().enumerate().map(|(at, day)| mark(at, day)).collect();
    view! { <svg class="chart ten" viewBox="0 0 104 14" role="img" aria-label={sentence}>{marks}</svg> }
}

fn mark(at: usize, day: &Day) -> View {
    let tenths = 5 + 104 * at;
    match (day.entries, day.kind) {
        (0, Kind::Missing) => {
            view! { <rect class="near" x={decimal(tenths + 10)} y="4" width="6" height="6" rx="1"></rect> }
        }
        (0, _) => {
            let path = ["M", &decimal(tenths + 5), " 7h7"].concat();
            view! { <path class="axis" d={path}></path> }
        }
        _ => view! { <rect class="bar" x={decimal(tenths)} y="3" width="8" height="8" rx="1.5"></rect> },
    }
}

fn decimal(tenths: usize) -> String {
    [(tenths / 10).to_string().as_str(), ".", &(tenths % 10).to_string()].concat()
}
