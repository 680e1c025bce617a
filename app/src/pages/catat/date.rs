//! The day on which the work was done: today, yesterday, or another one.

use shared::absence::Absences;
use shared::calendar::Calendar;
use shared::lateness::late_days;
use shared::merge::Field;
use shared::stamp::{day_text, parse_day};

use super::beside::beside;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// The field.
#[must_use]
pub fn date_field(here: Here, form: Form) -> View {
    let w = here.w;
    let now = Memo::new(move |_| day_text(here.today.get()));
    let before = Memo::new(move |_| format::before(here.today.get()).map(day_text).unwrap_or_default());
    let opened = RwSignal::new(false);
    let is = move |day: Memo<String>| form.date.with(|typed| day.with(|day| typed == day));
    let picks = Memo::new(move |_| opened.get() || !(is(now) || is(before)));
    follow_the_day(form, now);
    let chip = move |day: Memo<String>, word: View| {
        let pressed = Memo::new(move |_| !picks.get() && is(day));
        let press = move |_| {
            opened.set(false);
            form.date.set(day.get_untracked());
        };
        let tick = move || pressed.get().then(|| icon("tick"));
        view! {
            <button type="button" class="chip" aria-pressed={move || pressed.get().to_string()} on:click={press}>{tick}{word}</button>
        }
    };
    let picker = move || {
        let max = move || now.get();
        picks.get().then(|| {
            view! { <input class="input compact" type="date" max={max} aria-label={w.pick_date} bind:value={form.date} /> }
        })
    };
    let today_is = move || fill(w.today_is, &[&format::date(w, here.today.get())]);
    let invalid = move || form.is_refused(&["future_date", "outside_plan"]);
    view! {
        <fieldset class="field" id="tanggal" aria-invalid={invalid}>
            <legend>{w.date}</legend>
            <div class="chips">
                {chip(now, today_is.into_view())}
                {chip(before, w.yesterday.into_view())}
                <button type="button" class="chip" aria-pressed={move || picks.get().to_string()} on:click={move |_| opened.set(true)}>
                    {icon("calendar")}{w.other_date}
                </button>
            </div>
            {picker}
            {late(here, form)}
            {beside(here, form, Field::WorkDate)}
        </fieldset>
    }
}

/// A form in which nothing is written yet, left open over midnight, is for the day that has come. One that says something keeps its day,
/// which is no longer called today then.
fn follow_the_day(form: Form, now: Memo<String>) {
    Effect::new(move |before: Option<String>| {
        let now = now.get();
        let was_today = before.is_some_and(|before| before != now && form.date.with_untracked(|date| *date == before));
        let is_blank = form.text.with_untracked(|text| text.trim().is_empty());
        if was_today && is_blank {
            form.date.set(now.clone());
        }
        now
    });
}

/// Told before it is saved: by how much it will be marked as late.
fn late(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let words = move || {
        let revised = form.origin.get().revises.map(|(id, _)| id);
        let written = here.desk.view.with(|rows| revised.and_then(|id| rows.entry(id)).map(|entry| entry.claimed_at));
        let at = written.unwrap_or_else(|| here.desk.now.get());
        let date = form.date.with(|date| parse_day(date))?;
        let days = here.desk.view.with(|rows| {
            late_days(date, at, here.zone, rows.absences(Absences::of(here.me)), Calendar::official()).ok()
        })?;
        (days > 0).then(|| fill(d.late_will, &[&d.late(days).to_lowercase()]))
    };
    view! { <p class="hint" role="status">{words}</p> }
}
