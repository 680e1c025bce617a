//! Buku: the notebook of a month, day by day. The month is in the address: `?bulan=2026-07`.

use chrono::{Datelike, Months, NaiveDate};
use shared::board::notebook;
use shared::entry::Entry;
use shared::stamp::{day_text, parse_day};

use crate::components::entry_line::entry_line;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::format;
use crate::view::prelude::*;

/// The page.
#[must_use]
pub fn buku(here: Here) -> View {
    let w = here.w;
    let body = move || {
        let month = wanted(here);
        view! { {month_nav(here, month)} {days(here, month)} }
    };
    frame::page(here, w.book, frame::top(w.book, None), body)
}

/// First day of the month that is asked for; this month otherwise.
fn wanted(here: Here) -> NaiveDate {
    let asked = here.asked("bulan").and_then(|month| parse_day(&[&month, "-01"].concat()));
    let today = here.today.get();
    asked.filter(|month| *month <= today).or_else(|| today.with_day(1)).unwrap_or(today)
}

fn month_nav(here: Here, month: NaiveDate) -> View {
    let w = here.w;
    let step = |to: Option<NaiveDate>, name: &str, word: &'static str| {
        to.map(|to| {
            let date = day_text(to);
            let address = ["/buku?bulan=", date.get(..7).unwrap_or_default()].concat();
            view! { <a class="button quiet icon-only" href={address}>{icon(name)}{aloud(word)}</a> }
        })
        .unwrap_or_else(|| view! { <span></span> })
    };
    let today = here.today.get_untracked();
    let after = month.checked_add_months(Months::new(1)).filter(|after| *after <= today);
    view! {
        <div class="month-nav">
            {step(month.checked_sub_months(Months::new(1)), "left", w.month_before)}
            <h2>{format::month_year(w, month)}</h2>
            {step(after, "right", w.month_after)}
        </div>
    }
}

fn days(here: Here, month: NaiveDate) -> View {
    let w = here.w;
    here.desk.view.with(|rows| {
        let entries: Vec<&Entry> = notebook(rows, here.me)
            .into_iter()
            .filter(|entry| (entry.work_date.year(), entry.work_date.month()) == (month.year(), month.month()))
            .collect();
        if entries.is_empty() {
            let write = view! { <a class="button" href="/catat">{icon("plus")}{w.start_writing}</a> };
            return frame::empty_list(here, w.book_empty, write.into_view());
        }
        let days: Vec<View> = entries
            .chunk_by(|a, b| a.work_date == b.work_date)
            .map(|of_day| {
                let date = of_day.first().map_or(month, |entry| entry.work_date);
                let lines: Vec<View> = of_day.iter().map(|entry| entry_line(here, entry, rows)).collect();
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
            })
            .collect();
        days.into_view()
    })
}
