//! Counting what the server answered and decided.

use super::coverage::Event;
use super::letter::Reply;
use super::store::Entry;
use super::world::World;
use crate::change::Op;
use crate::command::Action;
use crate::row::Row;
use crate::sync::office::Record;
use crate::sync::talk::{Pulled, Stop, Told};
use crate::sync::wire::Verdict;

impl World {
    pub(super) fn count_reply(&mut self, reply: &Reply) {
        match reply {
            Reply::Pushed(Ok(pushed)) => match pushed.stop {
                Some(Stop::Fork { .. }) => self.coverage.count(Event::Fork),
                Some(Stop::Gap { .. }) => self.coverage.count(Event::Gap),
                Some(Stop::Restored) | None => {}
            },
            Reply::Pulled(pulled) => match pulled.as_ref() {
                Ok(Pulled { told: Told::Whole { next: Some(_), .. }, .. }) => self.coverage.count(Event::WholePages),
                Ok(Pulled { told: Told::Revoked { .. }, .. }) => self.coverage.count(Event::Denied),
                Ok(Pulled { told: Told::News(news), .. }) if news.more => self.coverage.count(Event::NewsPages),
                Ok(_) => {}
                Err(_) => self.coverage.count(Event::Busy),
            },
            Reply::Pushed(Err(_)) => self.coverage.count(Event::Busy),
            Reply::Asked | Reply::Photo(_) => {}
        }
    }

    /// Counts what became of drafts, and of entries that were revised twice.
    pub(super) fn count_merges(&mut self, entry: &Entry) {
        let id = entry.record.as_ref().map(|record| record.id);
        let action = id.and_then(|id| self.audit.wishes.get(&id)).map(|wish| &wish.command.action);
        let records = matches!(action, Some(Action::RecordEntry(_)));
        let mut events = Vec::new();
        if !entry.changes.is_empty() && matches!(action, Some(Action::SettleDraft(_) | Action::SettleEntry(_))) {
            events.push(Event::Settled);
        }
        for change in &entry.changes {
            match &change.op {
                Op::Put { row: Row::Draft(_) } if records => events.push(Event::DraftRest),
                Op::Put { row: Row::Draft(draft) } => {
                    events.extend(draft.fields.iter().find(|held| held.merged).map(|_| Event::DraftSoft));
                    events.extend(draft.asides.first().map(|_| Event::DraftHard));
                }
                Op::Put { row: Row::Entry(entry) } => {
                    events.extend(entry.merged.first().map(|_| Event::EntrySoft));
                    events.extend(entry.asides.first().map(|_| Event::EntryHard));
                }
                Op::Drop { key } if key.kind == "draft" && records => events.push(Event::DraftSpent),
                Op::Put { row: _ } | Op::Drop { key: _ } => {}
            }
        }
        events.into_iter().for_each(|event| self.coverage.count(event));
    }

    pub(super) fn count_verdict(&mut self, record: &Record<()>) {
        let action = self.audit.wishes.get(&record.id).map(|wish| &wish.command.action);
        let group = matches!(action, Some(Action::Together(_)));
        let approved = matches!(action, Some(Action::ApproveEntry(_)));
        match &record.verdict {
            Verdict::Accepted => {
                self.coverage.count(if group { Event::Group } else { Event::Accepted });
                if approved {
                    self.coverage.count(Event::Approved);
                }
            }
            Verdict::Rejected { reason } => {
                self.coverage.count(if group { Event::GroupRefused } else { Event::Rejected });
                match reason.code.as_str() {
                    "not_settled" => self.coverage.count(Event::NotSettled),
                    "unreadable" => self.coverage.count(Event::Quarantined),
                    "changed_since_seen" => self.coverage.count(Event::Stale),
                    "not_found" if approved => self.coverage.count(Event::NotSuperior),
                    _ => {}
                }
            }
        }
    }
}
