//! Notes that were begun and not saved, by quarter. Looking back at another quarter costs none, nor does leaving the page: they lie on this
//! device until they are saved.

use shared::dialogue::{Note, Quarter};

use super::talk::Talk;
use crate::browser::spawn;
use crate::components::remember::keep;
use crate::view::prelude::*;

/// A note, and what it was begun upon.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Begun {
    quarter: Quarter,
    note: String,
    seen: Note,
}

/// Texts that one note is kept as.
const TEXTS: usize = 5;

impl Begun {
    fn texts(self) -> [String; TEXTS] {
        let Quarter { year, number } = self.quarter;
        [year.to_string(), number.to_string(), self.note, self.seen.text, self.seen.version.to_string()]
    }

    fn of(texts: &[String]) -> Option<Self> {
        let [year, number, note, text, version] = texts else { return None };
        let quarter = Quarter { year: year.parse().ok()?, number: number.parse().ok()? };
        let seen = Note { text: text.clone(), version: version.parse().ok()? };
        Some(Self { quarter, note: note.clone(), seen })
    }
}

impl Talk {
    /// Brings back the notes that were begun, and keeps those that are being written.
    pub(super) fn keeps_what_is_begun(self) {
        let name = ["dialog/", &self.person.to_string()].concat();
        let (wanted, ready) = (name.clone(), RwSignal::new(false));
        let written = move || self.quarter().and_then(|quarter| self.changed(quarter));
        let texts = move || -> Vec<String> {
            let mut all = self.begun.get();
            all.extend(written());
            all.into_iter().flat_map(Begun::texts).collect()
        };
        spawn(async move {
            let kept = self.here.desk.load_form(&wanted).await;
            if self.begun.try_update(|begun| begun.extend(kept.chunks(TEXTS).filter_map(Begun::of))).is_none() {
                return;
            }
            // What was typed while the disk was asked is no change any more when the notes are first looked at.
            let early = untrack(|| written().map(|_| texts()));
            let _ = ready.try_set(true);
            if let Some(early) = early {
                self.here.desk.keep_form(&wanted, early).await;
            }
        });
        keep(self.here, name, move || {
            let all = texts();
            ready.get().then_some(all)
        });
    }

    /// My note as it is being written in this quarter, if it was changed here.
    fn changed(self, quarter: Quarter) -> Option<Begun> {
        let (note, seen) = (self.note.get(), self.seen.get());
        (note != seen.text).then_some(Begun { quarter, note, seen })
    }

    /// Another quarter comes onto the page: what was begun in the one before is put aside.
    fn puts_aside(self, before: Quarter) {
        if let Some(begun) = untrack(|| self.changed(before)) {
            self.begun.update(|all| all.push(begun));
        }
    }

    fn takes_up(self, quarter: Option<Quarter>) -> Option<Begun> {
        let is_of = |begun: &Begun| Some(begun.quarter) == quarter;
        if !self.begun.with(|all| all.iter().any(is_of)) {
            return None;
        }
        self.begun.try_update(|all| {
            let at = all.iter().position(is_of)?;
            Some(all.remove(at))
        })?
    }

    /// What is being written follows what the office has, as long as nothing was changed here.
    pub(super) fn follows_the_quarter(self) {
        Effect::new(move |before: Option<Option<Quarter>>| {
            let quarter = self.quarter();
            let moved = before.is_some_and(|before| before != quarter);
            let mine = self.dialogue().map(|dialogue| self.both(&dialogue).0).unwrap_or_default();
            if let Some(before) = before.flatten().filter(|_| moved) {
                self.puts_aside(before);
            }
            let untouched = self.note.with_untracked(|note| self.seen.with_untracked(|seen| *note == seen.text));
            if untouched || moved {
                let begun = self.takes_up(quarter);
                let (note, seen) = begun.map_or_else(|| (mine.text.clone(), mine), |begun| (begun.note, begun.seen));
                self.note.set(note);
                self.seen.set(seen);
            }
            quarter
        });
    }
}
