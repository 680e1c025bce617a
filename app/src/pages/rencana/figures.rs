//! What counts now: each indicator with its figure. Entries move the counted one; the others are reported here.

use shared::command::Action;
use shared::ids::PlanId;
use shared::plan::{Plan, PlanState, ReportPlan, Terms};
use shared::quantity::Quantity;
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::indicators::indicator;
use crate::components::plan_line::{plans_source, so_far};
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// The section.
#[must_use]
pub fn figures(here: Here, plan: &Plan, terms: &Terms) -> View {
    let p = here.w.plan;
    let counted = fill(p.counted_by_entries, &[&so_far(here, plan)]);
    let percent = plan.percent().to_string();
    let bar = view! {
        <p class="plan-meta"><progress max="100" value={percent} aria-label={so_far(here, plan)}></progress>{counted}</p>
    };
    let mut lines = vec![indicator(here, &terms.about, &plan.measure, plan.target, bar)];
    for one in &terms.more {
        let figure = match terms.report(&one.about.name) {
            Some(report) => {
                let at = here.moment_inside(report.at);
                let words = fill(p.reported, &[&report.value.to_string(), &one.measure, &at]);
                let note = (!report.note.is_empty()).then(|| view! { <p class="words">{report.note.clone()}</p> });
                view! { <p class="figure">{words}</p>{note} }
            }
            None => view! { <p class="note soft">{p.not_reported}</p> },
        };
        lines.push(indicator(here, &one.about, &one.measure, one.target, figure));
    }
    frame::section("berlaku", p.agreed_so, "", view! { <ul class="indicators">{lines}</ul>{plans_source(here)} })
}

/// The forms in which the figures of the other indicators are reported; none before the plan is agreed.
#[must_use]
pub fn reports(here: Here, plan: &Plan, terms: &Terms) -> Option<View> {
    if plan.state != PlanState::Agreed {
        return None;
    }
    let forms: Vec<View> = terms
        .more
        .iter()
        .enumerate()
        .map(|(at, one)| report(here, plan.id, at, one.about.name.clone(), &one.measure))
        .collect();
    Some(forms.into_view())
}

fn report(here: Here, plan: PlanId, at: usize, indicator: String, measure: &str) -> View {
    let p = here.w.plan;
    let (value, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let reason = RwSignal::new(None::<Spoken>);
    let title = fill(p.report, &[&indicator]);
    let submit = move |event: Event| {
        event.prevent_default();
        let said = value.with_untracked(|typed| Quantity::parse(typed));
        // What cannot be read is refused by the rule, in its words.
        let value_said = said.unwrap_or(Quantity::whole(-1));
        let (indicator, words) = (indicator.clone(), note.get_untracked());
        let report = ReportPlan { plan, indicator, value: value_said, note: words };
        reason.set(None);
        spawn(async move {
            match here.desk.save(Action::ReportPlan(report), Vec::new()).await {
                Ok(_) => {
                    let _ = value.try_set(String::new());
                    let _ = note.try_set(String::new());
                    here.toasts.say(p.report_saved);
                }
                Err(refused) => {
                    let _ = reason.try_set(Some(refused));
                }
            }
        });
    };
    let id = |part: &str| ["lapor-", &at.to_string(), part].concat();
    view! {
        <details class="source">
            <summary>{icon("chart")}{title}</summary>
            <form class="propose" novalidate={true} on:submit={submit}>
                {refusal(here.w, here.w.not_saved, reason)}
                <div class="field">
                    <label for={id("-nilai")}>{fill(p.value, &[measure])}</label>
                    <input class="input" id={id("-nilai")} type="text" inputmode="decimal" autocomplete="off" bind:value={value} />
                </div>
                <div class="field">
                    <label for={id("-ket")}>{p.note}</label>
                    <textarea class="input" id={id("-ket")} rows="2" bind:value={note}></textarea>
                </div>
                <div class="button-row"><button class="button" type="submit">{p.save_report}</button></div>
            </form>
        </details>
    }
}
