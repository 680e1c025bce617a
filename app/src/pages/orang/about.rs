//! Who it is, their days, and their plans.

use std::rc::Rc;
use std::sync::Arc;

use shared::absence::Absences;
use shared::board::{notebook, plans_on};
use shared::entry::Entry;
use shared::feedback::AnswerTime;
use shared::plan::{Plan, PlanState};
use shared::row::Rows;

use super::Page;
use crate::components::answer_time::{Basis, answer_time, by_name};
use crate::components::away::{Pen, away};
use crate::components::frame;
use crate::components::icon::icon;
use crate::components::plan_line::{is_reached, so_far};
use crate::components::plan_source::of_plans;
use crate::components::source::source;
use crate::format;
use crate::view::prelude::*;
use crate::words::people::people;
use crate::words::{feedback_words, fill};

/// The one h1: the person's name.
pub(super) fn heading(page: Page) -> View {
    let name = move || {
        page.rows.with(|rows| {
            let name = rows.as_ref().and_then(|rows| rows.employee(page.id)).map(|one| one.name.clone());
            name.unwrap_or_else(|| page.b.person.to_owned())
        })
    };
    view! { <h1 tabindex="-1">{name}</h1> }
}

/// Position, unit, who assesses, and that the page is the same for all who may see it.
pub(super) fn about(page: Page) -> View {
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let Some(person) = rows.employee(page.id) else { return ().into_view() };
        let unit = rows.unit(person.unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let place = [person.position.as_str(), page.here.w.dot, &unit].concat();
        let superior = person.superior.and_then(|id| rows.employee(id));
        let superior = superior.map(|one| view! { <p class="note soft">{fill(page.b.assessed_by, &[&one.name])}</p> });
        let same = fill(page.b.seen_by, &[&person.name]);
        view! {
            <p class="soft">{place}</p>
            {superior}
            <p class="note soft">{icon("eye")}{same}</p>
        }
    })
}

/// How long this person waits for a first answer, by month.
pub(super) fn answers(page: Page) -> View {
    let (here, id) = (page.here, page.id);
    answer_time(here, move || {
        page.rows.with(|rows| {
            let Some(rows) = rows else { return Basis::default() };
            let all = notebook(rows, id);
            let w = here.w;
            let named: Vec<(String, &Entry)> =
                all.iter().map(|entry| (format::month_year(w, entry.work_date), *entry)).collect();
            let since = all.last().map(|entry| format::date(w, entry.work_date)).unwrap_or_default();
            Basis {
                time: AnswerTime::of(all.iter().copied()),
                period: fill(feedback_words(w.language).last_quarter, &[&since]),
                rows: by_name(&named),
            }
        })
    })
}

/// The plans that run today.
pub(super) fn plans(page: Page) -> View {
    let today = page.here.today.get();
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let running = plans_on(rows, page.id, today);
        let count = if running.is_empty() { String::new() } else { running.len().to_string() };
        let items: Vec<View> = running.iter().map(|plan| plan_row(page, plan)).collect();
        let body = if items.is_empty() {
            view! { <p class="after soft">{page.b.plans_none}</p> }
        } else {
            let counted: Vec<Plan> =
                running.iter().filter(|plan| plan.state == PlanState::Agreed).map(|plan| (*plan).clone()).collect();
            let here = page.here;
            view! { <ul class="plans">{items}</ul>{source(page.b, move || of_plans(here, &counted))} }
        };
        frame::section("rencana", page.b.plans, count, body)
    })
}

fn plan_row(page: Page, plan: &Plan) -> View {
    let so_far = so_far(page.here, plan);
    let reached = is_reached(plan);
    let class = if reached { "plan is-done" } else { "plan" };
    let tick = reached.then(|| icon("tick"));
    view! {
        <li class={class}>
            <span class="plan-mark">{tick}</span>
            <div>
                <p class="plan-text">{plan.result.clone()}</p>
                <p class="plan-meta">
                    <progress max="100" value={plan.percent().to_string()} aria-label={so_far.clone()}></progress>{so_far}
                </p>
            </div>
        </li>
    }
}

/// Days away. The person and whoever assesses them may write more; the words are the same for both.
pub(super) fn days_away(page: Page) -> View {
    let here = page.here;
    let now = here.desk.now.get_untracked();
    let assesses = |rows: &Arc<Rows>| rows.employee(page.id).is_some_and(|one| one.is_assessed_by(here.me, rows, now));
    let answers = page.id != here.me && page.rows.with(|rows| rows.as_ref().is_some_and(assesses));
    let may_write = page.id == here.me || answers;
    let zone = page.rows.with(|rows| {
        let rows = rows.as_ref()?;
        rows.unit(rows.employee(page.id)?.unit).map(|unit| unit.zone)
    });
    let again = StoredValue::new_local(Rc::new(move || page.look()) as Rc<dyn Fn()>);
    let zone = zone.unwrap_or(here.zone);
    let pen = Pen { here, person: page.id, zone, takes_back: page.id != here.me, answers, again };
    let list = move || page.rows.with(|rows| rows.as_ref()?.absences(Absences::of(page.id)).cloned());
    away(pen, people(here.w.language).away_about_them, may_write, list)
}
