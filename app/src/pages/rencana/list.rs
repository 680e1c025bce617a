//! The list: periods, the newest first; in each the main results, then the additional ones.

use chrono::{Datelike, NaiveDate};
use shared::plan::{Plan, PlanKind, PlanState, Side, Terms};
use shared::row::{Row, Rows};

use super::behaviour::behaviour;
use super::period::{quarter, year};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::plan_line::{is_reached, plans_source, so_far, waits_for};
use crate::components::state::stamp;
use crate::components::take;
use crate::format;
use crate::view::prelude::*;
use crate::words::{count, fill};

/// The page.
#[must_use]
pub fn rencana(here: Here) -> View {
    let w = here.w;
    let top = frame::top_back(here, w.plans, ("/", w.today), View::None);
    let propose = view! {
        <p class="after"><a class="button primary" href="/rencana/usul">{icon("flag")}{w.propose_plan}</a></p>
    };
    let body = view! { {propose} {move || periods(here)} {take::plans(here, here.me)} {move || behaviour(here)} };
    frame::page(here, w.plans, top, body)
}

/// All plans by period.
fn periods(here: Here) -> View {
    let w = here.w;
    here.desk.view.with(|rows| {
        let mine = rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
        let mine: Vec<&Plan> = mine.filter(|plan| plan.owner == here.me).collect();
        if mine.is_empty() {
            let sentence = view! { <p class="lead words after">{w.no_plan_yet}</p> };
            return if here.awaits_first_news() { frame::skeleton(w.loading) } else { sentence };
        }
        let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for plan in &mine {
            if !spans.contains(&(plan.until, plan.from)) {
                spans.push((plan.until, plan.from));
            }
        }
        spans.sort_unstable();
        let sections = spans.into_iter().rev().map(|(until, from)| {
            let inside: Vec<&Plan> =
                mine.iter().copied().filter(|one| (one.from, one.until) == (from, until)).collect();
            period(here, rows, (from, until), &inside)
        });
        sections.collect::<Vec<View>>().into_view()
    })
}

fn period(here: Here, rows: &Rows, (from, until): (NaiveDate, NaiveDate), plans: &[&Plan]) -> View {
    let w = here.w;
    let name = match (from, until) {
        span if span == quarter(from) => {
            fill(w.plan.quarter, &[&(from.month0() / 3 + 1).to_string(), &from.year().to_string()])
        }
        span if span == year(from) => fill(w.plan.year, &[&from.year().to_string()]),
        _ => fill(w.from_until, &[&format::date(w, from), &format::date_year(w, until)]),
    };
    let id = ["masa-", &shared::stamp::day_text(from), "-", &shared::stamp::day_text(until)].concat();
    let part = |kind: PlanKind, title: &'static str| {
        let lines: Vec<View> = plans.iter().filter(|one| one.kind == kind).map(|one| line(here, rows, one)).collect();
        (!lines.is_empty()).then(|| view! { <h3 class="part">{title}</h3><ul>{lines}</ul> })
    };
    let total = count(plans.len(), w.plan_one, w.plan_many);
    view! {
        <section class="section" aria-labelledby={id.clone()}>
            <div class="section-head"><h2 id={id}>{name}</h2><span class="count">{total}</span></div>
            {part(PlanKind::Main, w.plan.main)}
            {part(PlanKind::Additional, w.plan.additional)}
            {plans_source(here)}
        </section>
    }
}

/// How far the talk about a plan is.
pub(super) fn state(here: Here, plan: &Plan) -> View {
    let w = here.w;
    match (plan.waits_for(), plan.state) {
        (Some(Side::Owner), _) => {
            let superior = here.superior().unwrap_or_else(|| w.plan.your_superior.to_owned());
            stamp("state is-returned", "reply", fill(w.plan.counter_waits, &[&superior]))
        }
        (Some(Side::Superior), PlanState::Agreed) => stamp("state is-sent", "clock", w.plan.asked),
        (Some(Side::Superior), PlanState::Proposed) => stamp("state is-sent", "clock", waits_for(here)),
        (None, _) if is_reached(plan) => {
            let done = fill(w.plan_finished, &[&plan.done.to_string(), &plan.measure]);
            stamp("state is-approved", "approved", done)
        }
        (None, _) => stamp("state is-approved", "approved", w.plan_agreed),
    }
}

/// "Mendukung: …", or that nothing is tied yet.
pub(super) fn tied(here: Here, plan: &Plan, rows: &Rows) -> Option<View> {
    let w = here.w;
    let up = Terms::of(plan, rows).up;
    if plan.is_untied() {
        return Some(stamp("state is-open", "info", w.plan.untied));
    }
    let above = [&up.result, &up.programme].into_iter().find(|name| !name.is_empty())?;
    Some(view! { <span>{fill(w.plan.supports, &[above])}</span> })
}

fn line(here: Here, rows: &Rows, plan: &Plan) -> View {
    let done = plan.state == PlanState::Agreed && is_reached(plan);
    let (class, mark) = if done { ("plan is-done", Some(icon("tick"))) } else { ("plan", None) };
    let so_far = so_far(here, plan);
    let name = so_far.clone();
    let address = ["/rencana/", &plan.id.to_string()].concat();
    view! {
        <li class={class}>
            <span class="plan-mark">{mark}</span>
            <div>
                <p class="plan-text"><a href={address}>{plan.result.clone()}</a></p>
                <p class="plan-meta">
                    <progress max="100" value={plan.percent().to_string()} aria-label={name}></progress>{so_far}
                </p>
                <p class="plan-meta">{state(here, plan)}{tied(here, plan, rows)}</p>
            </div>
        </li>
    }
}
