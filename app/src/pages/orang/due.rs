//! Selesai terhadap target: what was done of each plan in a month or a quarter, of the share of its target (BNY-3). Which one stands in
//! the address: `?masa=2026-11`, `?masa=2026-t4`.

use chrono::{Days, NaiveDate};
use shared::plan::part::{Due, Part};
use shared::plan::{Plan, PlanState};
use shared::rollup::PlanSums;
use shared::row::Row;

use super::Page;
use crate::components::frame;
use crate::components::icon::icon;
use crate::components::plan_source::name;
use crate::components::source::{Source, source};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Months that can be chosen: a year and a quarter, so that the year before can be looked at in January.
const MONTHS: usize = 15;

/// The section; nothing for somebody without agreed plans.
pub(super) fn due(page: Page) -> View {
    let today = page.here.today.get_untracked();
    let plans = agreed(page);
    let Some(first) = plans.iter().map(|plan| plan.from).min().filter(|first| *first <= today) else {
        return View::None;
    };
    let choices = choices(first, today);
    let asked = Memo::new(move |_| {
        let named = page.here.asked("masa").and_then(|word| Part::named(&word));
        named.unwrap_or_else(|| Part::month(page.here.today.get()))
    });
    let body = move || lines(page, &plans, asked.get());
    let beside = move || {
        let now = asked.get();
        let chosen = |part: &Part| *part == now;
        let options: Vec<View> = choices
            .iter()
            .map(|part| {
                let name = name(page.here.w, page.b, *part);
                view! { <option value={part.word()} selected={chosen(part)}>{name}</option> }
            })
            .collect();
        let change = move |event| {
            let address = ["/orang/", &page.id.to_string(), "?masa=", &event_target_value(&event)].concat();
            page.here.ask_again(&address);
        };
        view! {
            <span class="select">
                <label class="aloud" for="masa">{page.b.due_choice}</label>
                <select class="input compact" id="masa" on:change={change}>{options}</select>
                {icon("down")}
            </span>
        }
    };
    frame::section_beside("selesai", page.b.due.to_owned(), beside.into_view(), body.into_view())
}

/// The person's agreed plans.
fn agreed(page: Page) -> Vec<Plan> {
    page.rows.with(|rows| {
        let rows = rows.iter().flat_map(|rows| rows.iter());
        let plans = rows.filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
        plans.filter(|plan| plan.owner == page.id && plan.state == PlanState::Agreed).cloned().collect()
    })
}

/// From this month and its quarter back to the first plan, the newest first.
fn choices(first: NaiveDate, today: NaiveDate) -> Vec<Part> {
    let mut choices = Vec::new();
    let mut day = today;
    for _ in 0..MONTHS {
        let (month, quarter) = (Part::month(day), Part::quarter(day));
        if month.until < first {
            break;
        }
        if !choices.contains(&quarter) {
            choices.push(quarter);
        }
        choices.push(month);
        let Some(before) = month.from.checked_sub_days(Days::new(1)) else { break };
        day = before;
    }
    choices
}

fn lines(page: Page, plans: &[Plan], part: Part) -> View {
    let (w, b) = (page.here.w, page.b);
    let inside: Vec<Plan> = plans.iter().filter(|plan| plan.touches(part)).cloned().collect();
    if inside.is_empty() {
        return view! { <p class="after soft">{fill(b.due_plans, &[&name(w, b, part)])}</p> };
    }
    let mut sums = PlanSums::default();
    inside.iter().for_each(|plan| sums.add(&PlanSums::of_part(plan, part), 1));
    let items: Vec<View> = inside.iter().map(|plan| line(page, plan, part)).collect();
    let mean = sums.mean_percent().map(|percent| {
        let words = fill(b.due_mean, &[&format::percent(w, percent), &sums.plans.to_string()]);
        view! { <p class="sentence words">{words}</p> }
    });
    let left_out = (sums.left_out > 0)
        .then(|| view! { <p class="note soft">{fill(b.due_left_out, &[&sums.left_out.to_string()])}</p> });
    let from = move || Source {
        rule: b.rule_due,
        working_days: false,
        inputs: fill(b.input_plans, &[&sums.percent.to_string()]),
        n: fill(b.n_plans, &[&sums.plans.to_string()]),
        period: name(w, b, part),
        rows: inside.iter().map(|plan| (plan.result.clone(), said(page, plan, part))).collect(),
    };
    view! { {mean}<ul class="plans">{items}</ul>{left_out}{source(b, from)} }
}

/// "18 dari 21 berkas, 85%", or why there is no figure.
fn said(page: Page, plan: &Plan, part: Part) -> String {
    let (w, b) = (page.here.w, page.b);
    let Some(due) = plan.due(part) else { return b.due_unknown.to_owned() };
    let Some(percent) = due.percent() else { return fill(b.due_no_share, &[&name(w, b, part)]) };
    let of = fill(w.of_measure, &[&due.done.to_string(), &due.target.to_string(), &plan.measure]);
    [&of, ", ", &format::percent(w, percent)].concat()
}

fn line(page: Page, plan: &Plan, part: Part) -> View {
    let words = said(page, plan, part);
    let due = plan.due(part);
    let reached = due.is_some_and(Due::is_reached);
    let bar = due.and_then(Due::percent).map(|percent| {
        view! { <progress max="100" value={percent.to_string()} aria-label={words.clone()}></progress> }
    });
    let (class, tick) = if reached { ("plan is-done", Some(icon("tick"))) } else { ("plan", None) };
    view! {
        <li class={class}>
            <span class="plan-mark">{tick}</span>
            <div>
                <p class="plan-text">{plan.result.clone()}</p>
                <p class="plan-meta">{bar}{words}</p>
            </div>
        </li>
    }
}
