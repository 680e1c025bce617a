//! The words.

use shared::again::{Often, often};
use shared::entry::TEXT_CHARACTERS_MAX;
use shared::ids::PlanId;
use shared::merge::Field;
use shared::plan::Plan;
use shared::stamp::parse_day;

use super::beside::beside;
use super::form::Form;
use super::template;
use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::day::day;

/// Sentences offered for another use.
const AGAIN: usize = 3;
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
            {template::chips(here, form)}
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
            // What does not fit on its line is cut by the eye alone; whoever listens hears it whole.
            let text = often.text.clone();
            let press = move |_| use_again(here, form, &often);
            view! { <button type="button" class="chip" on:click={press}><span class="one-line">{text}</span></button> }
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
pub(super) fn joined(typed: &str, sentence: &str) -> String {
    let typed = typed.trim_end();
    if typed.is_empty() { sentence.to_owned() } else { [typed, " ", sentence].concat() }
}
