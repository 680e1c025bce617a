//! Riwayat kesepakatan: who said what, oldest first.

use shared::plan::{Step, StepKind, Terms};

use crate::components::frame;
use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::fill;

/// The section.
#[must_use]
pub fn trail(here: Here, terms: &Terms) -> Option<View> {
    let steps: Vec<View> = terms.trail.iter().map(|step| line(here, step)).collect();
    (!steps.is_empty()).then(|| {
        frame::section(
            "riwayat",
            here.w.plan.trail,
            terms.trail.len().to_string(),
            view! { <ol class="trail">{steps}</ol> },
        )
    })
}

fn line(here: Here, step: &Step) -> View {
    let p = here.w.plan;
    let did = match step.kind {
        StepKind::Proposed => p.did_propose,
        StepKind::Asked => p.did_ask,
        StepKind::Countered => p.did_counter,
        StepKind::Agreed => p.did_agree,
        StepKind::Declined => p.did_decline,
        StepKind::Tied => p.did_tie,
    };
    let by = if step.by.is_empty() { p.admin } else { &step.by };
    let moved = step.before.map(|before| {
        let words = fill(p.target_moved, &[&before.to_string(), &step.target.to_string()]);
        view! { <p>{words}</p> }
    });
    let words = (!step.words.is_empty()).then(|| view! { <p class="words">{step.words.clone()}</p> });
    let who = [by, " ", did].concat();
    view! { <li><p>{who}</p><p class="note soft">{here.moment(step.at)}</p>{moved}{words}</li> }
}
