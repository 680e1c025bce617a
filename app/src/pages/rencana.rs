//! Rencana saya: the results I promised, how far they are, and the form in which I propose another one. It works offline:
//! a proposal waits in the queue like any other command.

mod form;
mod period;

use shared::plan::{Plan, PlanState};
use shared::row::Row;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::plan_line::{is_reached, so_far, waits_for};
use crate::components::state::stamp;
use crate::format;
use crate::view::prelude::*;
use crate::words::{count, fill};

/// The page.
#[must_use]
pub fn rencana(here: Here) -> View {
    let w = here.w;
    let top = frame::top_back(here, w.plans, ("/", w.today), View::None);
    let body = view! { {move || plans(here)} {form::form(here)} };
    frame::page(here, w.plans, top, body)
}

/// All plans, the newest first.
fn plans(here: Here) -> View {
    let w = here.w;
    here.desk.view.with(|rows| {
        let mine = rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
        let mut lines: Vec<View> = mine.filter(|plan| plan.owner == here.me).map(|plan| line(here, plan)).collect();
        if lines.is_empty() {
            let sentence = view! { <p class="lead words after">{w.no_plan_yet}</p> };
            return if here.awaits_first_news() { frame::skeleton(w.loading) } else { sentence };
        }
        lines.reverse();
        let total = count(lines.len(), w.plan_one, w.plan_many);
        frame::section("daftar", w.plans_about, total, view! { <ul>{lines}</ul> })
    })
}

fn line(here: Here, plan: &Plan) -> View {
    let w = here.w;
    let (class, mark, state) = match plan.state {
        PlanState::Proposed => ("plan", None, stamp("state is-sent", "clock", waits_for(here))),
        PlanState::Agreed if is_reached(plan) => {
            let done = fill(w.plan_finished, &[&plan.done.to_string(), &plan.measure]);
            ("plan is-done", Some(icon("tick")), stamp("state is-approved", "approved", done))
        }
        PlanState::Agreed => ("plan", None, stamp("state is-approved", "approved", w.plan_agreed)),
    };
    let so_far = so_far(here, plan);
    let name = so_far.clone();
    let dates = fill(w.from_until, &[&format::date(w, plan.from), &format::date_year(w, plan.until)]);
    view! {
        <li class={class}>
            <span class="plan-mark">{mark}</span>
            <div>
                <p class="plan-text">{plan.result.clone()}</p>
                <p class="plan-meta">
                    <progress max="100" value={plan.percent().to_string()} aria-label={name}></progress>{so_far}
                </p>
                <p class="plan-meta">{state}<span>{dates}</span></p>
            </div>
        </li>
    }
}
