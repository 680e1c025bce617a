//! What the phone keeps: confirmed rows, the outbox, the tray and the cursors; and what one pull changes in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::Op;
use crate::command::Command;
use crate::ids::CommandId;
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::words::Spoken;

/// A rejected command, with the reason, until the person has acted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// What was wanted.
    pub command: Command,
    /// Why not.
    pub reason: Spoken,
}

/// One transaction of the phone's database: what a pull has changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// Rows to write.
    pub puts: Vec<Row>,
    /// Rows to delete.
    pub drops: Vec<Key>,
    /// All cursors as they are now.
    pub cursors: BTreeMap<Scope, u64>,
    /// Commands that leave the outbox.
    pub answered: Vec<CommandId>,
    /// Commands that enter the tray.
    pub refused: Vec<Refused>,
}

/// Everything the phone knows, as read from its database at the start.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// Rows confirmed by the server.
    pub rows: Rows,
    /// Commands that wait, in order.
    pub outbox: Vec<Command>,
    /// Commands that were refused.
    pub tray: Vec<Refused>,
    /// Cursors by scope.
    pub cursors: BTreeMap<Scope, u64>,
}

impl Memory {
    /// Forgets the person's work that a whole answer no longer contains, and tells what it forgot. People and units stay:
    /// they come apart from the log.
    pub(super) fn forget_all_but(&mut self, ops: &[Op]) -> Vec<Key> {
        let kept = |key: &Key| ops.iter().any(|op| matches!(op, Op::Put { row } if row.key().as_ref() == Some(key)));
        let work = |row: &Row| matches!(row, Row::Plan(_) | Row::Entry(_) | Row::Remark(_));
        let gone: Vec<Key> =
            self.rows.iter().filter(|row| work(row)).filter_map(Row::key).filter(|key| !kept(key)).collect();
        for key in &gone {
            self.rows.remove(key);
        }
        gone
    }
}
