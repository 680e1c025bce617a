//! What is being written about an entry. It stands outside what draws it, so that news on the board changes nothing of it, and it is kept on
//! this device until it is sent.

use shared::ids::EntryId;
use shared::words::Spoken;

use crate::components::here::Here;
use crate::components::remember::{let_go, remember};
use crate::components::thread::Reply;
use crate::view::prelude::*;

/// What the words are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Return,
    Note,
    Shape,
}

/// The words about one entry, half-written, and what came of the last step.
#[derive(Clone, Copy, PartialEq)]
pub struct Writing {
    pub(super) words: RwSignal<Option<Words>>,
    /// Why it goes back.
    pub(super) back: RwSignal<String>,
    pub(super) note: RwSignal<String>,
    /// Behaviour, impact, next step.
    pub(super) parts: [RwSignal<String>; 3],
    pub(super) reply: Reply,
    pub(super) busy: RwSignal<bool>,
    pub(super) reason: RwSignal<Option<Spoken>>,
}

impl Writing {
    /// What was begun about this entry before, or nothing yet.
    #[must_use]
    pub fn about(here: Here, entry: EntryId) -> Self {
        let empty = || RwSignal::new(String::new());
        let writing = Self {
            words: RwSignal::new(None),
            back: empty(),
            note: empty(),
            parts: [(); 3].map(|()| empty()),
            reply: RwSignal::new(None),
            busy: RwSignal::new(false),
            reason: RwSignal::new(None),
        };
        let ready = remember(here, ["tanggapan/", &entry.to_string()].concat(), writing.all());
        Effect::new(move || {
            if ready.get() {
                writing.opens_what_was_begun();
            }
        });
        writing
    }

    fn all(self) -> Vec<RwSignal<String>> {
        let [behaviour, impact, next] = self.parts;
        vec![self.back, self.note, behaviour, impact, next]
    }

    fn opens_what_was_begun(self) {
        let begun = |field: RwSignal<String>| field.with_untracked(|text| !text.is_empty());
        let words = if begun(self.back) {
            Words::Return
        } else if begun(self.note) {
            Words::Note
        } else if self.parts.into_iter().any(begun) {
            Words::Shape
        } else {
            return;
        };
        if self.words.get_untracked().is_none() {
            self.words.set(Some(words));
        }
    }

    /// The fields of these words, and what stands in them now.
    pub(super) fn sent(self, words: Words) -> Vec<(RwSignal<String>, String)> {
        let fields = match words {
            Words::Return => vec![self.back],
            Words::Note => vec![self.note],
            Words::Shape => self.parts.to_vec(),
        };
        fields.into_iter().map(|field| (field, field.get_untracked())).collect()
    }

    /// These words have arrived. What has been typed meanwhile stays.
    pub(super) fn arrived(self, sent: Vec<(RwSignal<String>, String)>) {
        let kept = sent.into_iter().filter(|(field, text)| !let_go(*field, text)).count();
        if kept == 0 {
            let _ = self.words.try_set(None);
            let _ = self.reply.try_set(None);
        }
    }
}
