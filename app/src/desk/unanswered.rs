//! What was asked of the office and has no answer: the office may have done it. Asked again, it is the same command, which happens once.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use shared::command::{Action, Command};
use shared::entry::ReturnEntry;
use shared::ids::{CommandId, DeviceId};
use shared::remark::WriteRemark;
use uuid::Uuid;

use crate::clock;

/// Wishes that are remembered; the oldest goes first.
const REMEMBERED: usize = 8;

/// How a command was named when it was sent first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) id: CommandId,
    /// An incarnation of its own, so that nothing asked before can stand in its way.
    pub(super) device: DeviceId,
    pub(super) made_at: DateTime<Utc>,
}

impl Name {
    fn new() -> Self {
        Self { id: CommandId(Uuid::now_v7()), device: DeviceId(Uuid::now_v7()), made_at: clock::now() }
    }
}

/// The commands without an answer.
#[derive(Debug, Default)]
pub(super) struct Unanswered {
    asked: RefCell<Vec<Command>>,
    /// Orders, as they were written for the office.
    ordered: RefCell<Vec<(String, Name)>>,
}

impl Unanswered {
    /// The command for this wish: the one that has no answer yet, else a new one of that kind.
    pub(super) fn asks(&self, action: Action, new: impl FnOnce(Action, Name) -> Command) -> Command {
        let same = self.asked.borrow().iter().find(|command| is_same_wish(&command.action, &action)).cloned();
        same.unwrap_or_else(|| {
            let command = new(action, Name::new());
            remember(&mut self.asked.borrow_mut(), command.clone());
            command
        })
    }

    /// The name for this order: that of the one without an answer, else a new one.
    pub(super) fn orders(&self, text: String) -> Name {
        let same = self.ordered.borrow().iter().find(|(known, _)| *known == text).map(|(_, name)| *name);
        same.unwrap_or_else(|| {
            let name = Name::new();
            remember(&mut self.ordered.borrow_mut(), (text, name));
            name
        })
    }

    /// The office has given its verdict about something: whoever wishes the same once more after that wishes it anew. That an entry has
    /// been seen is told by the page itself, between two presses of a hand, and settles nothing else.
    pub(super) fn answered(&self, action: Option<&Action>) {
        match action {
            Some(seen @ Action::SeeEntry(_)) => self.asked.borrow_mut().retain(|command| command.action != *seen),
            _ => {
                self.asked.borrow_mut().clear();
                self.ordered.borrow_mut().clear();
            }
        }
    }
}

fn remember<T>(known: &mut Vec<T>, new: T) {
    if known.len() >= REMEMBERED {
        known.remove(0);
    }
    known.push(new);
}

/// Do both say the same, but for the name of the remark that was made for each?
fn is_same_wish(before: &Action, now: &Action) -> bool {
    match (before, now) {
        (Action::WriteRemark(before), Action::WriteRemark(now)) => {
            *before == WriteRemark { id: before.id, ..now.clone() }
        }
        (Action::ReturnEntry(before), Action::ReturnEntry(now)) => {
            *before == ReturnEntry { remark: before.remark, ..now.clone() }
        }
        (before, now) => before == now,
    }
}
