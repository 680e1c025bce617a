//! The words and the day.

use shared::board::notebook;
use shared::entry::TEXT_CHARACTERS_MAX;
use shared::merge::Field;
use shared::stamp::day_text;

use super::beside::beside;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
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

/// The newest different sentences of earlier entries.
fn again(here: Here, form: Form) -> Option<View> {
    let mut texts: Vec<String> = Vec::new();
    here.desk.view.with_untracked(|rows| {
        for entry in notebook(rows, here.me) {
            if texts.len() < AGAIN && !texts.contains(&entry.text) {
                texts.push(entry.text.clone());
            }
        }
    });
    if texts.is_empty() {
        return None;
    }
    let chips: Vec<View> = texts
        .into_iter()
        .map(|text| {
            let shown: String = text.chars().take(CHIP_CHARACTERS).collect();
            let shown = if shown.len() < text.len() { [&shown, "…"].concat() } else { shown };
            let press = move |_| form.text.update(|typed| *typed = joined(typed, &text));
            view! { <button type="button" class="chip" on:click={press}>{shown}</button> }
        })
        .collect();
    Some(view! { <p class="field-label-row note soft">{here.w.again}</p><div class="chips">{chips}</div> })
}

/// What was typed stays; the sentence comes after it.
fn joined(typed: &str, sentence: &str) -> String {
    let typed = typed.trim_end();
    if typed.is_empty() { sentence.to_owned() } else { [typed, " ", sentence].concat() }
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
            {beside(here, form, Field::WorkDate)}
        </fieldset>
    }
}
