//! What people have typed and the office has accepted, by value: each is in its field or beside it, until its writer has written
//! over it or the person has chosen.

use std::collections::{BTreeMap, BTreeSet};

use super::audit::{Checked, ensure};
use crate::command::Action;
use crate::draft::{SetDraft, Spent};
use crate::entry::{Content, RecordEntry, ReviseEntry};
use crate::ids::{DraftId, EntryId};
use crate::merge::Field;
use crate::row::Rows;

/// A draft or an entry, and a field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    Draft(DraftId, Field),
    Entry(EntryId, Field),
}

/// Values that must be there.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    by_spot: BTreeMap<Spot, BTreeSet<String>>,
}

impl Words {
    fn write(&mut self, spot: Spot, over: &str, value: &str) {
        let words = self.by_spot.entry(spot).or_default();
        words.remove(over);
        if !value.is_empty() {
            words.insert(value.to_owned());
        }
    }

    /// An accepted action, and the rows before it.
    pub(super) fn accept(&mut self, action: &Action, before: &Rows) {
        if let Action::Together(group) = action {
            group.actions.iter().for_each(|action| self.accept(action, before));
        } else if let Action::SetDraft(set) = action {
            self.set(set);
        } else if let Action::SettleDraft(settle) = action {
            if before.draft(settle.draft).is_some() {
                self.settle(Spot::Draft(settle.draft, settle.field), &settle.value, &settle.seen);
            }
        } else if let Action::SettleEntry(settle) = action {
            self.settle(Spot::Entry(settle.entry, settle.field), &settle.value, &settle.seen);
        } else if let Action::DropDraft(drop) = action {
            self.forget(drop.draft, &drop.seen);
        } else if let Action::RecordEntry(record) = action {
            self.record(record);
        } else if let Action::ReviseEntry(revise) = action {
            self.revise(revise, before);
        }
    }

    fn set(&mut self, set: &SetDraft) {
        for one in &set.sets {
            self.write(Spot::Draft(set.draft, one.field), &one.base, &one.value);
        }
    }

    fn settle(&mut self, spot: Spot, value: &str, seen: &[String]) {
        self.by_spot.entry(spot).or_default().retain(|word| !seen.contains(word));
        self.write(spot, "", value);
    }

    fn forget(&mut self, draft: DraftId, seen: &[String]) {
        for field in Field::ALL {
            if let Some(words) = self.by_spot.get_mut(&Spot::Draft(draft, field)) {
                words.retain(|word| !seen.contains(word));
            }
        }
    }

    fn record(&mut self, record: &RecordEntry) {
        let said = Field::ALL.map(|field| record.content.value(field));
        for (field, value) in Field::ALL.into_iter().zip(&said) {
            self.write(Spot::Entry(record.id, field), "", value);
        }
        if let Some(Spent { draft, seen }) = &record.draft {
            self.forget(*draft, seen);
            self.forget(*draft, &said);
        }
    }

    fn revise(&mut self, revise: &ReviseEntry, before: &Rows) {
        let before = before.entry(revise.entry);
        for field in Field::ALL {
            let spot = Spot::Entry(revise.entry, field);
            let mine = revise.content.value(field);
            match (&revise.seen, before) {
                // Of an older version: what was seen is written over where something else was typed.
                (Some(seen), Some(before)) if before.version != revise.base || *seen != Content::of(before) => {
                    let seen = seen.value(field);
                    if seen != mine {
                        self.write(spot, &seen, &mine);
                    }
                }
                // An older build has not seen what lies beside the field.
                (None, Some(before)) => self.write(spot, &Content::of(before).value(field), &mine),
                // The newest version with all that lies beside it was on the screen.
                (Some(_) | None, _) => {
                    self.by_spot.remove(&spot);
                    self.write(spot, "", &mine);
                }
            }
        }
    }

    /// D: nothing that was typed and accepted has disappeared.
    pub(super) fn check(&self, rows: &Rows) -> Checked {
        for (spot, words) in &self.by_spot {
            for word in words {
                let there = match *spot {
                    Spot::Draft(id, field) => {
                        rows.draft(id).is_some_and(|draft| draft.value(field) == word || draft.has_aside(field, word))
                    }
                    Spot::Entry(id, field) => rows.entry(id).is_some_and(|entry| {
                        let beside = || entry.asides.iter().any(|aside| aside.field == field && aside.value == *word);
                        Content::of(entry).value(field) == *word || beside()
                    }),
                };
                ensure(there, "D", || format!("{word:?} of {spot:?} has disappeared"))?;
            }
        }
        Ok(())
    }
}
