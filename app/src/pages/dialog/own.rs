//! One's own dialogues: the copies on this device, what the office told if it could be asked, and over both what waits in the
//! queue, by the same rule as at the office. So the page opens and is written without a network.

use shared::command::Action;
use shared::dialogue::{Deed, Dialogue, DialogueId, DialoguePage, OwnStep, Quarter};
use shared::entry::Entry;
use shared::row::Row;

use crate::components::echo;
use crate::components::here::Here;
use crate::json;
use crate::view::prelude::*;

/// The page as far as this device knows.
pub(super) fn page(here: Here, told: Option<&DialoguePage>) -> DialoguePage {
    let today = here.today.get();
    let quarter = Quarter::of(today);
    let mut dialogues: Vec<Dialogue> = here.desk.view.with(|rows| {
        let own = echo::all(rows).filter(|echo| echo.id.dialogue.person == here.me);
        own.filter_map(|echo| json::read(&echo.body)).collect()
    });
    for other in told.into_iter().flat_map(|page| &page.dialogues) {
        // Of the same step the office's answer is the later word: it is in the hands of whoever assesses today.
        take(&mut dialogues, other.clone(), |known| known.rev <= other.rev);
    }
    here.desk.queue.with(|queue| {
        for command in &queue.waiting {
            let Some(step) = step_of(&command.action) else { continue };
            let before = dialogues.iter().find(|one| one.id == step.dialogue);
            // What the office is going to refuse is not shown as if it had happened.
            if let Ok(after) = step.after(before, today, command.made_at) {
                take(&mut dialogues, after, |_| true);
            }
        }
    });
    dialogues.sort_by_key(|one| std::cmp::Reverse(one.id.quarter));
    let name = here.desk.person.with(|person| person.as_ref().map(|one| one.employee.name.clone()));
    DialoguePage {
        person: here.me,
        name: name.unwrap_or_default(),
        superior_name: here.superior().unwrap_or_default(),
        leads: false,
        quarter,
        dialogues,
        flagged: flagged(here),
    }
}

fn take(dialogues: &mut Vec<Dialogue>, other: Dialogue, wins: impl Fn(&Dialogue) -> bool) {
    match dialogues.iter_mut().find(|known| known.id == other.id) {
        Some(known) if wins(known) => *known = other,
        Some(_) => {}
        None => dialogues.push(other),
    }
}

/// One's own step in a dialogue; reading is none.
pub(super) fn step_of(action: &Action) -> Option<&OwnStep> {
    if let Action::OwnStep(step) = action { Some(step).filter(|step| step.deed != Deed::Read) } else { None }
}

/// Does a step in this dialogue wait for the network?
pub(super) fn waits(here: Here, dialogue: DialogueId) -> bool {
    let is_about = |action: &Action| step_of(action).is_some_and(|step| step.dialogue == dialogue);
    here.desk.queue.with(|queue| queue.waiting.iter().any(|command| is_about(&command.action)))
}

/// Own entries that are to be talked about, newest first.
fn flagged(here: Here) -> Vec<Entry> {
    let mut flagged: Vec<Entry> = here.desk.view.with(|rows| {
        let all = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
        all.filter(|entry| entry.owner == here.me && entry.flag.is_some()).cloned().collect()
    });
    flagged.sort_by_key(|entry| std::cmp::Reverse(entry.work_date));
    flagged
}
