//! One plan and how far it is, with the way to write down a result.

use shared::plan::{Plan, PlanState};

use crate::components::here::Here;
use crate::components::icon::{aloud, icon, icon_in};
use crate::view::prelude::*;
use crate::words::fill;

/// "18 dari 25 berkas"
#[must_use]
pub fn so_far(here: Here, plan: &Plan) -> String {
    fill(here.w.of_measure, &[&plan.done.to_string(), &plan.target.to_string(), &plan.measure])
}

/// Has the target been reached?
#[must_use]
pub fn is_reached(plan: &Plan) -> bool {
    plan.done >= plan.target
}

/// "Menunggu persetujuan Bapak/Ibu …"
#[must_use]
pub fn waits_for(here: Here) -> String {
    here.superior()
        .map_or_else(|| here.w.plan_proposed.to_owned(), |superior| fill(here.w.plan_proposed_to, &[&superior]))
}

/// How the bars of one's own plans are made; once below them all.
#[must_use]
pub fn plans_source(here: Here) -> View {
    let p = here.w.plan;
    view! {
        <details class="source">
            <summary>{icon("ask")}{p.which_number}</summary>
            <div class="source-body"><p>{p.rule}</p></div>
        </details>
    }
}

/// A plan of the day.
#[must_use]
pub fn plan_line(here: Here, plan: &Plan) -> View {
    let w = here.w;
    let result = plan.result.clone();
    if plan.state == PlanState::Proposed {
        return view! {
            <li class="plan">
                <span class="plan-mark"></span>
                <div><p class="plan-text">{result}</p><p class="plan-meta">{waits_for(here)}</p></div>
            </li>
        };
    }
    let so_far = so_far(here, plan);
    let bar = view! { <progress max="100" value={plan.percent().to_string()} aria-label={so_far.clone()}></progress> };
    if is_reached(plan) {
        let done = fill(w.plan_finished, &[&plan.done.to_string(), &plan.measure]);
        return view! {
            <li class="plan is-done">
                <span class="plan-mark">{icon("tick")}</span>
                <div>
                    <p class="plan-text">{result}</p>
                    <p class="plan-meta">{bar}{done}</p>
                </div>
            </li>
        };
    }
    let address = ["/catat?rencana=", &plan.id.to_string()].concat();
    view! {
        <li class="plan">
            <span class="plan-mark"></span>
            <div>
                <p class="plan-text"><a href={address}>{result}{aloud(w.record_result)}</a></p>
                <p class="plan-meta">{bar}{so_far}</p>
            </div>
            {icon_in("plus", "icon go")}
        </li>
    }
}
