//! Buku: the notebook of a month, day by day, how complete it is, and the file for BKN. The month is in the address: `?bulan=2026-07`.

mod days;

use chrono::{Datelike, Months, NaiveDate};
use shared::stamp::{day_text, parse_day};

use crate::components::complete::Whose;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::{complete, export, frame};
use crate::format;
use crate::view::prelude::*;

/// The page.
#[must_use]
pub fn buku(here: Here) -> View {
    let w = here.w;
    // All that a person ever wrote lies on their own phone, so its first entry is the first.
    let own = Whose { person: here.me, first: None };
    let body = move || {
        let month = wanted(here);
        let (first, last) = stretch(here, month);
        let figure = here.desk.view.with(|rows| complete::figure(here, rows, own, (first, last)));
        view! {
            {month_nav(here, month)}
            {figure}
            {days::days(here, first, last)}
            {here.desk.view.with(|rows| complete::map(here, rows, own))}
            {export::export(here, here.me, (first, last), &format::month_year(w, month))}
        }
    };
    frame::page(here, w.book, frame::top(w.book, None), body)
}

/// First day of the month that is asked for; this month otherwise.
fn wanted(here: Here) -> NaiveDate {
    let asked = here.asked("bulan").and_then(|month| parse_day(&[&month, "-01"].concat()));
    let today = here.today.get();
    asked.filter(|month| *month <= today).or_else(|| today.with_day(1)).unwrap_or(today)
}

/// The month's first day, and its last one or today.
fn stretch(here: Here, month: NaiveDate) -> (NaiveDate, NaiveDate) {
    let last = month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month);
    (month, last.min(here.today.get()))
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
