//! An open dialogue: what the office told, what is being written, and the steps. It asks again every few seconds, because the other
//! one writes at the same time.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use shared::dialogue::{Dialogue, DialoguePage, Note, Quarter, Step, StepDialogue};
use shared::ids::EmployeeId;
use shared::words::Spoken;

use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::{DialogueWords, dialogue_words};

/// How often the office is asked what the other one has written.
const LOOK: Duration = Duration::from_secs(15);

/// As the office reads it.
#[derive(Serialize)]
enum Order {
    #[serde(rename = "dialogue.step")]
    Step(StepDialogue),
}

/// The dialogue on the screen.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub(super) here: Here,
    pub(super) d: &'static DialogueWords,
    /// Whose.
    pub(super) person: EmployeeId,
    /// What the office told.
    pub(super) page: RwSignal<Option<Arc<DialoguePage>>>,
    /// Why it told nothing.
    pub(super) missing: RwSignal<Option<Spoken>>,
    /// What it said no to.
    pub(super) refused: RwSignal<Option<Spoken>>,
    pub(super) busy: RwSignal<bool>,
    /// My note as it is being written, and as it was when it was read.
    pub(super) note: RwSignal<String>,
    seen: RwSignal<Note>,
    /// My last word as it is being written.
    pub(super) reply: RwSignal<String>,
    /// Is it about to be closed?
    pub(super) sure: RwSignal<bool>,
}

impl Talk {
    pub(super) fn open(here: Here, person: EmployeeId) -> Self {
        let talk = Self {
            here,
            d: dialogue_words(here.w.language),
            person,
            page: RwSignal::new(None),
            missing: RwSignal::new(None),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
            note: RwSignal::new(String::new()),
            seen: RwSignal::new(Note::default()),
            reply: RwSignal::new(String::new()),
            sure: RwSignal::new(false),
        };
        talk.follows_the_quarter();
        talk.looks();
        talk
    }

    /// Asks, and asks again as long as the page is open.
    fn looks(self) {
        let open = StoredValue::new(true);
        on_cleanup(move || {
            open.try_set_value(false);
        });
        self.look_again(open);
    }

    fn look_again(self, open: StoredValue<bool>) {
        if open.try_get_value() == Some(true) {
            crate::browser::spawn(self.ask());
            set_timeout(move || self.look_again(open), LOOK);
        }
    }

    async fn ask(self) {
        let path = ["/api/dialogue/", &self.person.to_string()].concat();
        match self.here.desk.read::<DialoguePage>(&path).await {
            Ok(page) => {
                let _ = self.page.try_set(Some(Arc::new(page)));
            }
            // What is shown stays; whoever writes is told at the next step.
            Err(_) if self.page.try_with_untracked(Option::is_some).unwrap_or(true) => {}
            Err(reason) => {
                let _ = self.missing.try_set(Some(reason));
            }
        }
    }

    /// Is it there? None while nobody knows.
    pub(super) fn state(self) -> Option<bool> {
        if self.page.with(Option::is_some) {
            return Some(true);
        }
        self.missing.with(Option::is_some).then_some(false)
    }

    /// The quarter in the address, else the one that runs.
    pub(super) fn quarter(self) -> Option<Quarter> {
        let asked = self.here.asked("tw").and_then(|text| {
            let (year, number) = text.split_once('-')?;
            Some(Quarter { year: year.parse().ok()?, number: number.parse().ok()? })
        });
        asked.or_else(|| self.page.with(|page| page.as_ref().map(|page| page.quarter)))
    }

    /// The address of a quarter.
    pub(super) fn address(self, quarter: Quarter) -> String {
        let Quarter { year, number } = quarter;
        ["/dialog/", &self.person.to_string(), "?tw=", &year.to_string(), "-", &number.to_string()].concat()
    }

    /// The dialogue of that quarter.
    pub(super) fn dialogue(self) -> Option<Dialogue> {
        let quarter = self.quarter()?;
        self.page.with(|page| page.as_ref()?.dialogues.iter().find(|one| one.id.quarter == quarter).cloned())
    }

    /// Is it the superior who reads?
    pub(super) fn leads(self) -> bool {
        self.page.with(|page| page.as_ref().is_some_and(|page| page.leads))
    }

    /// My note and the other's.
    pub(super) fn both(self, dialogue: &Dialogue) -> (Note, Note) {
        let (person, superior) = (dialogue.person_note.clone(), dialogue.superior_note.clone());
        if self.person == self.here.me { (person, superior) } else { (superior, person) }
    }

    /// What is being written follows what the office has, as long as nothing was changed here.
    fn follows_the_quarter(self) {
        Effect::new(move |before: Option<Option<Quarter>>| {
            let quarter = self.quarter();
            let mine = self.dialogue().map(|dialogue| self.both(&dialogue).0).unwrap_or_default();
            let untouched = self.note.with_untracked(|note| self.seen.with_untracked(|seen| *note == seen.text));
            if untouched || before.is_some_and(|before| before != quarter) {
                self.note.set(mine.text.clone());
                self.seen.set(mine);
            }
            quarter
        });
    }

    /// Has my note been changed here?
    pub(super) fn is_changed(self) -> bool {
        self.note.with(|note| self.seen.with(|seen| *note != seen.text))
    }

    /// Saves my note.
    pub(super) fn save_note(self) {
        let text = self.note.get_untracked();
        let base = self.seen.with_untracked(|seen| seen.version);
        let saved = Note { text: text.clone(), version: base + 1 };
        self.step(Step::Note { text, base }, self.d.did_note, move || self.seen.set(saved));
    }

    /// Takes a step; says `done` when it has happened, and the reason when it has not.
    pub(super) fn step(self, step: Step, done: &'static str, then: impl FnOnce() + 'static) {
        let Some(quarter) = untrack(|| self.quarter()).filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.refused.set(None);
        crate::browser::spawn(async move {
            let order = Order::Step(StepDialogue { person: self.person, quarter, step });
            let answer = self.here.desk.order(&order).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    self.here.toasts.say(done);
                    then();
                    self.ask().await;
                }
                Err(reason) => {
                    let _ = self.refused.try_set(Some(reason));
                }
            }
        });
    }
}

/// Prints what is on the page.
pub(super) fn print() {
    let _ = window().print();
}
