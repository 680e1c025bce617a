//! What would happen: the numbers, the rows with problems, and the button that does it.

use shared::people::import::{Checkup, RowProblem};

use super::passwords::passwords;
use super::{Wizard, save};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// Problems shown on the page; the file has them all.
const SHOWN_MAX: usize = 20;

/// The section, when the file was checked.
pub(super) fn check(wizard: Wizard) -> Option<View> {
    let here = wizard.here;
    let p = people(here.w.language);
    let check = wizard.check.get()?;
    let number = |number: u32| number.to_string();
    let counts = [check.new, check.changed, check.same, check.bad].map(number);
    let counts = fill(p.import_counts, &[&counts[0], &counts[1], &counts[2], &counts[3]]);
    let more = fill(p.import_more, &[&number(check.accounts), &number(check.heads)]);
    let units = (!check.units.is_empty()).then(|| {
        view! { <p class="small">{fill(p.import_units, &[&check.units.join(", ")])}</p> }
    });
    let nothing = check.new + check.changed + check.accounts + check.heads == 0 && check.units.is_empty();
    let body = view! {
        <p class="lead words" data-testid="hasil">{counts}</p>
        <p class="small soft">{more}</p>
        {units}
        {problems(here, &check)}
        {if nothing { view! { <p class="after">{p.import_same}</p> } } else { apply(wizard, &check) }}
    };
    Some(frame::section("hasil", p.import_result, "", body))
}

fn problems(here: Here, check: &Checkup) -> Option<View> {
    let p = people(here.w.language);
    let line = |problem: &RowProblem| {
        let place = fill(p.import_problem, &[&problem.row.to_string(), &problem.column]);
        let words = problem.reason.in_language(here.w.language).to_owned();
        view! { <li class="away"><div><p><strong>{place}</strong></p><p class="small">{words}</p></div></li> }
    };
    if check.problems.is_empty() {
        return None;
    }
    let lines: Vec<View> = check.problems.iter().take(SHOWN_MAX).map(line).collect();
    let csv = check.csv.clone();
    let press = move |_| {
        save("masalah-impor.csv", &csv);
    };
    Some(view! {
        <h3 class="after">{p.import_problems}</h3>
        <ul class="away-list">{lines}</ul>
        <p><button class="button" type="button" on:click={press}>{icon("download")}{p.import_download}</button></p>
    })
}

fn apply(wizard: Wizard, check: &Checkup) -> View {
    let p = people(wizard.here.w.language);
    let bad = check.bad > 0;
    let skip = bad.then(|| {
        let press = move |_| wizard.skip.update(|skip| *skip = !*skip);
        let pressed = move || if wizard.skip.get() { "true" } else { "false" };
        view! { <button class="chip" type="button" aria-pressed={pressed} on:click={press}>{p.import_skip}</button> }
    });
    let stopped = move || bad && !wizard.skip.get();
    let busy = move || wizard.busy.get().then_some("true");
    let state = move || {
        let progress = wizard.progress.get()?;
        let words = fill(p.import_progress, &[&progress.done.to_string(), &progress.of.to_string()]);
        let of = progress.of.max(1).to_string();
        let name = words.clone();
        let done = progress.finished.then(|| view! { <p><strong>{p.import_done}</strong></p> });
        let first_passwords = wizard.batch.get().filter(|_| progress.finished).map(|batch| passwords(wizard, batch));
        Some(view! {
            <div class="after" role="status">
                <p>{words}</p>
                <progress max={of} value={progress.done.to_string()} aria-label={name}></progress>
                {done}
            </div>
            {first_passwords}
        })
    };
    let is_done =
        Memo::new(move |_| wizard.progress.with(|progress| progress.as_ref().is_some_and(|one| one.finished)));
    let button = move || {
        (!is_done.get()).then(|| {
            view! {
                <button class="button primary" type="button" disabled={stopped} aria-busy={busy} on:click={move |_| wizard.apply()}>
                    {icon("tick")}{p.import_apply}
                </button>
            }
        })
    };
    view! { <div class="button-row after">{skip}{button}</div> {state} }
}
