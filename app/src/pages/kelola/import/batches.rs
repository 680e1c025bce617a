//! Earlier imports, and taking one back.

use shared::people::import::{Batch, BatchState, Left, Undone};
use uuid::Uuid;

use super::{Wizard, passwords};
use crate::components::frame;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The section.
pub(super) fn batches(wizard: Wizard) -> View {
    let p = people(wizard.here.w.language);
    let remaining = RwSignal::new(None::<u32>);
    let body = wizard.batches.show(move |batches| {
        if batches.batches.is_empty() {
            return view! { <p class="soft">{p.batches_none}</p> };
        }
        let lines: Vec<View> = batches.batches.iter().map(|batch| line(wizard, batch, remaining)).collect();
        view! { <ul class="away-list">{lines}</ul> }
    });
    let state = move || {
        let steps = remaining.get()?;
        Some(view! { <p class="note soft" role="status">{fill(p.batch_undoing, &[&steps.to_string()])}</p> })
    };
    frame::section("terdahulu", p.batches, "", view! { {body} {state} })
}

fn line(wizard: Wizard, batch: &Batch, remaining: RwSignal<Option<u32>>) -> View {
    let here = wizard.here;
    let (w, p) = (here.w, people(here.w.language));
    let state = match batch.state {
        BatchState::Begun => p.batch_begun,
        BatchState::Written => p.batch_written,
        BatchState::Undone => p.batch_undone,
    };
    let counts = [batch.new, batch.changed, batch.units].map(|number| number.to_string());
    let counts = fill(p.batch_counts, &[&counts[0], &counts[1], &counts[2]]);
    let about = [here.moment(batch.at).as_str(), w.dot, state, w.dot, &counts].concat();
    let id = batch.id;
    let buttons = (batch.state != BatchState::Undone).then(|| {
        view! {
            {passwords::of_earlier(wizard, id)}
            <button class="button quiet stop" type="button" on:click={move |_| undo(wizard, id, remaining)}>
                {icon("back")}{p.batch_undo}
            </button>
        }
    });
    view! {
        <li class="away">
            <div>
                <p><strong>{batch.name.clone()}</strong></p>
                <p class="small soft">{about}</p>
                {left(wizard, &batch.left)}
            </div>
            {buttons}
        </li>
    }
}

/// What stays, and why.
fn left(wizard: Wizard, left: &[Left]) -> Option<View> {
    let (w, p) = (wizard.here.w, people(wizard.here.w.language));
    let line = |one: &Left| {
        let words = [one.name.as_str(), ": ", one.reason.in_language(w.language)].concat();
        view! { <li class="small">{words}</li> }
    };
    let lines: Vec<View> = left.iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <p class="small"><strong>{p.batch_left}</strong></p> <ul>{lines}</ul> })
}

fn undo(wizard: Wizard, batch: Uuid, remaining: RwSignal<Option<u32>>) {
    wizard.run(async move {
        let path = ["/api/import/", &batch.to_string(), "/undo"].concat();
        loop {
            let undone: Undone = wizard.here.desk.send(&path, None).await?;
            let left = Some(undone.remaining).filter(|left| *left > 0);
            if remaining.try_set(left).is_some() || left.is_none() {
                break;
            }
        }
        wizard.batches.again();
        Ok(())
    });
}
