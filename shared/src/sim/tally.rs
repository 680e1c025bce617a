//! Counting what the server answered and decided.

use super::coverage::Event;
use super::net::Reply;
use super::world::World;
use crate::command::Action;
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
                    "unreadable" => self.coverage.count(Event::Quarantined),
                    "changed_since_seen" => self.coverage.count(Event::Stale),
                    "not_found" if approved => self.coverage.count(Event::NotSuperior),
                    _ => {}
                }
            }
        }
    }
}
