//! Untuk apa ini? From a result to the mission in four steps. What the phone knows is shown at once; what the office says now
//! takes its place when it comes.

use shared::ids::PlanId;
use shared::plan::told::{Climb, Rung, RungKind};
use shared::plan::{Plan, Terms, Up};

use crate::browser::spawn;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// The steps, behind a question.
#[must_use]
pub fn climb(here: Here, id: PlanId) -> View {
    let told = RwSignal::new(None::<Climb>);
    let asked = StoredValue::new(false);
    let open = move |_| {
        if asked.try_update_value(|asked| std::mem::replace(asked, true)) != Some(false) {
            return;
        }
        spawn(async move {
            if let Ok(climb) = here.desk.climb(id).await {
                let _ = told.try_set(Some(climb));
            }
        });
    };
    let known = Memo::new(move |_| {
        here.desk.view.with(|rows| rows.plan(id).map(|plan| known(plan, &Terms::of(plan, rows).up)))
    });
    let steps = move || {
        let rungs = told.get().or_else(|| known.get()).map(|climb| climb.rungs).unwrap_or_default();
        let open = rungs.last().is_none_or(|rung| rung.kind != RungKind::Mission);
        let mut steps: Vec<View> = rungs.iter().enumerate().map(|(at, rung)| step(here, at, rung)).collect();
        if open {
            steps.push(view! { <li class="rung is-open">{icon("info")}<p>{here.w.plan.step_open}</p></li> });
        }
        view! { <ol class="climb">{steps}</ol> }
    };
    view! {
        <details class="source" on:toggle={open}>
            <summary>{icon("stairs")}{here.w.plan.why}</summary>
            <div class="source-body">{steps}</div>
        </details>
    }
}

/// What the phone holds: the result, the superior's, the programme and the mission.
fn known(plan: &Plan, up: &Up) -> Climb {
    let rung = |kind, name: &str, by: &str| Rung { kind, name: name.to_owned(), by: by.to_owned() };
    let mut rungs = vec![rung(RungKind::Result, &plan.result, "")];
    let above = [
        (RungKind::Result, &up.result, up.by.as_str()),
        (RungKind::Programme, &up.programme, ""),
        (RungKind::Mission, &up.mission, ""),
    ];
    rungs.extend(above.iter().filter(|(_, name, _)| !name.is_empty()).map(|(kind, name, by)| rung(*kind, name, by)));
    Climb { rungs }
}

fn step(here: Here, at: usize, rung: &Rung) -> View {
    let p = here.w.plan;
    let what = match rung.kind {
        RungKind::Result if at == 0 => p.step_own.to_owned(),
        RungKind::Result if rung.by.is_empty() => p.step_above.to_owned(),
        RungKind::Result => fill(p.step_result, &[&rung.by]),
        RungKind::Programme => p.step_programme.to_owned(),
        RungKind::Mission => p.step_mission.to_owned(),
    };
    let name = match rung.kind {
        RungKind::Result => "doc",
        RungKind::Programme => "flag",
        RungKind::Mission => "star",
    };
    view! { <li class="rung">{icon(name)}<p><span class="note soft">{what}</span><span class="rung-name">{rung.name.clone()}</span></p></li> }
}
