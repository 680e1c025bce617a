//! What is pressed in a dialogue, one step after the other. One's own steps go through the queue; a superior's go to the office at once.

use serde::Serialize;
use shared::command::Action;
use shared::dialogue::{DialogueId, Note, OwnStep, Step, StepDialogue};
use shared::words::Spoken;

use super::talk::Talk;
use crate::view::prelude::*;

/// As the office reads it.
#[derive(Serialize)]
enum Order {
    #[serde(rename = "dialogue.step")]
    Step(StepDialogue),
}

/// What was pressed while a step was under way.
pub(super) struct Next {
    /// None is my note, which is saved also after a refusal. Steps are not: nobody closes a dialogue over a note that was refused.
    step: Option<Step>,
    act: Box<dyn FnOnce()>,
}

impl Talk {
    /// Saves my note.
    pub(super) fn save_note(self) {
        if self.busy.get_untracked() {
            // What is to be saved, and over what, is known when the step before has been answered.
            let save = move || {
                if untrack(|| self.is_changed()) {
                    self.save_note();
                } else {
                    self.goes_on(true);
                }
            };
            return self.follows(None, save);
        }
        let text = self.note.get_untracked();
        let base = self.seen.with_untracked(|seen| seen.version);
        let saved = Note { text: text.clone(), version: base + 1 };
        self.step(Step::Note { text, base }, self.d.did_note, move || self.seen.set(saved));
    }

    /// Keeps a press for later. The same one again is the same press.
    fn follows(self, step: Option<Step>, act: impl FnOnce() + 'static) {
        let is_running = step.is_some() && self.running.with_value(|running| *running == step);
        if is_running || self.next.with_value(|next| next.iter().any(|known| known.step == step)) {
            return;
        }
        self.next.update_value(|next| next.push_back(Next { step, act: Box::new(act) }));
    }

    /// Does what was pressed next. After a refusal only what hangs on nothing else.
    fn goes_on(self, is_taken: bool) {
        let next = self.next.try_update_value(|next| {
            next.retain(|one| is_taken || one.step.is_none());
            next.pop_front()
        });
        if let Some(next) = next.flatten() {
            (next.act)();
        }
    }

    /// Takes a step, after the one that is under way; says `done` when it has happened, and the reason when it has not.
    pub(super) fn step(self, step: Step, done: &'static str, then: impl FnOnce() + 'static) {
        if self.busy.get_untracked() {
            return self.follows(Some(step.clone()), move || self.step(step, done, then));
        }
        let Some(id) = untrack(|| self.id()) else { return };
        self.busy.set(true);
        self.running.set_value(Some(step.clone()));
        self.refused.set(None);
        let is_own = self.is_own();
        crate::browser::spawn(async move {
            let answer = if is_own { self.save(OwnStep::of(id, step)).await } else { self.order(id, step).await };
            if self.busy.try_set(false).is_some() {
                return;
            }
            let is_taken = answer.is_ok();
            match answer {
                Ok(()) => {
                    self.here.toasts.say(if is_own { self.d.kept } else { done });
                    then();
                    self.ask().await;
                }
                Err(reason) => {
                    let _ = self.refused.try_set(Some(reason));
                }
            }
            self.goes_on(is_taken);
        });
    }

    /// Keeps one's own step on this device. The whole rule is asked first, because the queue asks only a part of it.
    async fn save(self, step: OwnStep) -> Result<(), Spoken> {
        let (today, now) = (self.here.today.get_untracked(), self.here.desk.now.get_untracked());
        let before = untrack(|| self.dialogue());
        step.after(before.as_ref(), today, now).map_err(|refusal| refusal.spoken())?;
        self.here.desk.save(Action::OwnStep(step), Vec::new()).await.map(drop)
    }

    async fn order(self, id: DialogueId, step: Step) -> Result<(), Spoken> {
        let DialogueId { person, quarter } = id;
        self.here.desk.order(&Order::Step(StepDialogue { person, quarter, step })).await
    }
}
