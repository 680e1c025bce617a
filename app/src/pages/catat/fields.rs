//! The words and the day.

use shared::absence::Absences;
use shared::again::{Often, often};
use shared::calendar::Calendar;
use shared::entry::TEXT_CHARACTERS_MAX;
use shared::ids::PlanId;
use shared::lateness::late_days;
use shared::merge::Field;
use shared::plan::Plan;
use shared::stamp::{day_text, parse_day};

use super::beside::beside;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// Sentences offered for another use.
const AGAIN: usize = 3;
/// Letters of a sentence on its chip.
const CHIP_CHARACTERS: usize = 42;

/// What was done, in the person's own words.
#[must_use]
pub fn words_field(here: Here, form: Form) -> View {
    let w = here.w;
    let invalid = move || form.is_refused(&["text_missing", "text_too_long"]);
    view! {
        <div class="field">
            <label for="kerja">{w.what}</label>
            <textarea
                class="input" id="kerja" name="kerja" rows="4" required={true} maxlength={TEXT_CHARACTERS_MAX.to_string()}
                aria-invalid={invalid} bind:value={form.text}
            ></textarea>
            {beside(here, form, Field::Text)}
            {again(here, form)}
        </div>
    }
}

/// What is written often, as one tap: words, plan and amount.
fn again(here: Here, form: Form) -> Option<View> {
    let today = here.today.get_untracked();
    let often = here.desk.view.with_untracked(|rows| often(rows, here.me, today, AGAIN));
    if often.is_empty() {
        return None;
    }
    let chips: Vec<View> = often
        .into_iter()
        .map(|often| {
            let shown: String = often.text.chars().take(CHIP_CHARACTERS).collect();
            let shown = if shown.len() < often.text.len() { [&shown, "…"].concat() } else { shown };
            let press = move |_| use_again(here, form, &often);
            view! { <button type="button" class="chip" on:click={press}>{shown}</button> }
        })
        .collect();
    let name = day(here.w.language).often;
    Some(
        view! { <p class="field-label-row note soft">{name}</p><div class="chips" role="group" aria-label={name}>{chips}</div> },
    )
}

/// In an empty form it brings its plan and amount along; words that were typed stay, and it comes after them.
fn use_again(here: Here, form: Form, often: &Often) {
    if form.text.with_untracked(|typed| typed.trim().is_empty()) {
        let date = form.date.with_untracked(|date| parse_day(date));
        let runs = |plan: &PlanId| {
            let takes = |plan: &Plan| date.is_some_and(|date| plan.takes(date).is_ok());
            here.desk.view.with_untracked(|rows| rows.plan(*plan).is_some_and(takes))
        };
        let plan = often.plan.filter(runs);
        if plan.is_some() || often.plan.is_none() {
            form.plan.set(plan);
            form.quantity.set(plan.map(|_| often.quantity.to_string()).unwrap_or_default());
        }
    }
    form.text.update(|typed| *typed = joined(typed, &often.text));
}

/// What was typed stays; the sentence comes after it.
fn joined(typed: &str, sentence: &str) -> String {
    let typed = typed.trim_end();
    if typed.is_empty() { sentence.to_owned() } else { [typed, " ", sentence].concat() }
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

/// The day on which the work was done.
#[must_use]
pub fn date_field(here: Here, form: Form) -> View {
    let w = here.w;
    let today = here.today.get_untracked();
    let (now, before) = (day_text(today), format::before(today).map(day_text).unwrap_or_default());
    let first = form.date.get_untracked();
    let picks = RwSignal::new(first != now && first != before);
    let chip = move |date: String, word: String| {
        let value = date.clone();
        let pressed = Memo::new(move |_| !picks.get() && form.date.with(|typed| *typed == value));
        let press = move |_| {
            picks.set(false);
            form.date.set(date.clone());
        };
        let tick = move || pressed.get().then(|| icon("tick"));
        view! {
            <button type="button" class="chip" aria-pressed={move || pressed.get().to_string()} on:click={press}>{tick}{word}</button>
        }
    };
    let other = move || picks.get().to_string();
    let picker = {
        let now = now.clone();
        move || {
            let now = now.clone();
            picks.get().then(move || {
                view! { <input class="input compact" type="date" max={now} aria-label={w.pick_date} bind:value={form.date} /> }
            })
        }
    };
    let invalid = move || form.is_refused(&["future_date", "outside_plan"]);
    view! {
        <fieldset class="field" id="tanggal" aria-invalid={invalid}>
            <legend>{w.date}</legend>
            <div class="chips">
                {chip(now.clone(), fill(w.today_is, &[&format::date(w, today)]))}
                {chip(before, w.yesterday.to_owned())}
                <button type="button" class="chip" aria-pressed={other} on:click={move |_| picks.set(true)}>
                    {icon("calendar")}{w.other_date}
                </button>
            </div>
            {picker}
            {late(here, form)}
            {beside(here, form, Field::WorkDate)}
        </fieldset>
    }
}
