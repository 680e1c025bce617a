//! An open dialogue: what is known of it, and what is being written. It asks the office again every few seconds, because the other one
//! writes at the same time.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use shared::dialogue::{Dialogue, DialogueId, DialoguePage, Echo, EchoId, Note, Quarter, Step};
use shared::ids::EmployeeId;
use shared::words::Spoken;

use super::begun::Begun;
use super::own;
use super::press::Next;
use crate::components::echo;
use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::{DialogueWords, dialogue_words};

/// How often the office is asked what the other one has written.
const LOOK: Duration = Duration::from_secs(15);
/// News counts as read after the page has been on the screen for this long.
const READING: Duration = Duration::from_millis(1500);

/// The dialogue on the screen.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub(super) here: Here,
    pub(super) d: &'static DialogueWords,
    /// Whose.
    pub(super) person: EmployeeId,
    /// What the office told.
    told: RwSignal<Option<Arc<DialoguePage>>>,
    /// What is known: of one's own dialogues also without a network.
    pub(super) page: Memo<Option<Arc<DialoguePage>>>,
    /// Why it told nothing.
    pub(super) missing: RwSignal<Option<Spoken>>,
    /// What it said no to.
    pub(super) refused: RwSignal<Option<Spoken>>,
    pub(super) busy: RwSignal<bool>,
    /// The step that is under way.
    pub(super) running: StoredValue<Option<Step>>,
    /// What follows it, in order.
    pub(super) next: StoredValue<VecDeque<Next>, LocalStorage>,
    /// My note as it is being written, and as it was when it was read.
    pub(super) note: RwSignal<String>,
    pub(super) seen: RwSignal<Note>,
    /// My notes of other quarters that were begun and not saved.
    pub(super) begun: RwSignal<Vec<Begun>>,
    /// My last word as it is being written.
    pub(super) reply: RwSignal<String>,
    /// Is it about to be closed?
    pub(super) sure: RwSignal<bool>,
}

impl Talk {
    pub(super) fn open(here: Here, person: EmployeeId) -> Self {
        let told: RwSignal<Option<Arc<DialoguePage>>> = RwSignal::new(None);
        let page = Memo::new(move |_| {
            if person != here.me {
                return told.get();
            }
            Some(Arc::new(told.with(|told| own::page(here, told.as_deref()))))
        });
        let talk = Self {
            here,
            d: dialogue_words(here.w.language),
            person,
            told,
            page,
            missing: RwSignal::new(None),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
            running: StoredValue::new(None),
            next: StoredValue::new_local(VecDeque::new()),
            note: RwSignal::new(String::new()),
            seen: RwSignal::new(Note::default()),
            begun: RwSignal::new(Vec::new()),
            reply: RwSignal::new(String::new()),
            sure: RwSignal::new(false),
        };
        talk.follows_the_quarter();
        talk.keeps_what_is_begun();
        talk.reads();
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

    pub(super) async fn ask(self) {
        let path = ["/api/dialogue/", &self.person.to_string()].concat();
        match self.here.desk.read::<DialoguePage>(&path).await {
            Ok(page) => {
                let _ = self.told.try_set(Some(Arc::new(page)));
                let _ = self.missing.try_set(None);
            }
            // What is shown stays; whoever writes is told at the next step.
            Err(_) if self.page.try_with_untracked(Option::is_some).unwrap_or(true) => {}
            Err(reason) => {
                let _ = self.missing.try_set(Some(reason));
            }
        }
    }

    /// The name of the dialogue on the screen.
    pub(super) fn id(self) -> Option<DialogueId> {
        self.quarter().map(|quarter| DialogueId { person: self.person, quarter })
    }

    /// Is it one's own?
    pub(super) fn is_own(self) -> bool {
        self.person == self.here.me
    }

    /// Whoever sees the dialogue has read its news.
    fn reads(self) {
        let here = self.here;
        let news = Memo::new(move |_| {
            let id = EchoId { reader: here.me, dialogue: self.id()? };
            here.desk.view.with(|rows| rows.echo(id).filter(|echo| echo.is_new()).cloned())
        });
        Effect::new(move |known: Option<u32>| {
            let echo: Option<Echo> = news.get().filter(|echo| known != Some(echo.told));
            let told = echo.as_ref().map(|echo| echo.told);
            if let Some(echo) = echo {
                echo::read_after(here, vec![echo], READING);
            }
            told.or(known).unwrap_or_default()
        });
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
        echo::address(DialogueId { person: self.person, quarter })
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
        if self.is_own() { (person, superior) } else { (superior, person) }
    }

    /// Has my note been changed here?
    pub(super) fn is_changed(self) -> bool {
        self.note.with(|note| self.seen.with(|seen| *note != seen.text))
    }
}

/// Prints what is on the page.
pub(super) fn print() {
    let _ = window().print();
}
