//! The days of the month, newest first. A working day without an entry and a day away have a line and its reason, so that a gap is
//! never a riddle; weekends have none.

use chrono::{Datelike, NaiveDate, Weekday};
use shared::board::notebook;
use shared::complete::{Day, Kind};
use shared::entry::Entry;
use shared::row::Rows;
use shared::stamp::day_text;

use crate::components::complete::{Whose, about, days_of};
use crate::components::entry_line::entry_line_with;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::rest::marks;
use crate::components::{frame, state};
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;

/// The days from the first to the last.
#[must_use]
pub fn days(here: Here, first: NaiveDate, last: NaiveDate) -> View {
    let w = here.w;
    here.desk.view.with(|rows| {
        let entries: Vec<&Entry> = notebook(rows, here.me)
            .into_iter()
            .filter(|entry| first <= entry.work_date && entry.work_date <= last)
            .collect();
        if entries.is_empty() {
            let write = view! { <a class="button" href="/catat">{icon("plus")}{w.start_writing}</a> };
            return frame::empty_list(here, w.book_empty, write.into_view());
        }
        let known = days_of(here, rows, Whose { person: here.me, first: None }, (first, last));
        let mut shown: Vec<View> = Vec::new();
        for date in first.iter_days().take_while(|date| *date <= last).collect::<Vec<_>>().into_iter().rev() {
            let of_day: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.work_date == date).collect();
            let about = known.iter().find(|day| day.date == date);
            if !of_day.is_empty() {
                shown.push(written(here, date, &of_day, rows));
            } else if let Some(about) = about {
                shown.extend(gap(here, about));
            }
        }
        shown.into_view()
    })
}

fn written(here: Here, date: NaiveDate, entries: &[&Entry], rows: &Rows) -> View {
    let w = here.w;
    let line = |entry: &&Entry| {
        let mark = view! { {marks(here, entry)}{state::of(w, entry)} };
        entry_line_with(here, entry, rows, mark)
    };
    let lines: Vec<View> = entries.iter().map(line).collect();
    let id = ["hari-", &day_text(date)].concat();
    let named = id.clone();
    view! {
        <section class="day" aria-labelledby={id}>
            <h3 class="day-title" id={named}>
                {format::day(w, date, here.today.get())}<span class="count">{w.entries(lines.len())}</span>
            </h3>
            <ol class="notebook">{lines}</ol>
        </section>
    }
}

/// A day without an entry, if there is something to say of it.
fn gap(here: Here, of: &Day) -> Option<View> {
    let d = day(here.w.language);
    let class = match of.kind {
        Kind::Missing => "day is-off is-missing",
        Kind::Away(_) => "day is-off",
        Kind::Closed if !matches!(of.date.weekday(), Weekday::Sat | Weekday::Sun) => "day is-off",
        Kind::Closed | Kind::Written | Kind::Open | Kind::Before => return None,
    };
    let write = (of.kind == Kind::Missing).then(|| {
        let address = ["/catat?tanggal=", &day_text(of.date)].concat();
        view! { <a href={address}>{here.w.write}</a> }
    });
    Some(view! {
        <section class={class}>
            <h3 class="day-title">{format::day(here.w, of.date, here.today.get())}<span class="count">{about(d, of)}" "{write}</span></h3>
        </section>
    })
}
