//! Ten working days as ten marks: a square for a day with entries, a ring for one without, a dash for a day that is still running or
//! on which the person was away. The sentence says the same.

use chrono::NaiveDate;

use crate::view::prelude::*;
use crate::words::{Words, fill};

/// The chart of one person.
#[must_use]
pub fn ten(w: &'static Words, days: &[(NaiveDate, u32)], away: &[NaiveDate], today: NaiveDate) -> View {
    let written = days.iter().filter(|(_, count)| *count > 0).count();
    let expects_nothing = |date: &NaiveDate| *date == today || away.contains(date);
    let over = days.iter().filter(|(date, count)| !expects_nothing(date) || *count > 0).count();
    let sentence = fill(w.team.ten_sentence, &[&written.to_string(), &over.to_string()]);
    let marks: Vec<View> =
        days.iter().enumerate().map(|(at, (date, count))| mark(at, expects_nothing(date), *count)).collect();
    view! { <svg class="chart ten" viewBox="0 0 104 14" role="img" aria-label={sentence}>{marks}</svg> }
}

fn mark(at: usize, expects_nothing: bool, count: u32) -> View {
    let tenths = 5 + 104 * at;
    match (count, expects_nothing) {
        (0, true) => {
            let path = ["M", &decimal(tenths + 5), " 7h7"].concat();
            view! { <path class="axis" d={path}></path> }
        }
        (0, false) => {
            view! { <rect class="near" x={decimal(tenths + 10)} y="4" width="6" height="6" rx="1"></rect> }
        }
        _ => view! { <rect class="bar" x={decimal(tenths)} y="3" width="8" height="8" rx="1.5"></rect> },
    }
}

fn decimal(tenths: usize) -> String {
    [(tenths / 10).to_string().as_str(), ".", &(tenths % 10).to_string()].concat()
}
