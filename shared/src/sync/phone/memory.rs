//! What the phone keeps, and what one transaction changes in it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::ids::{CommandId, DeviceId};
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::sync::by_scope::ByScope;
use crate::sync::talk::Epoch;
use crate::words::Spoken;

/// A command in the queue, also one that this build cannot read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Waiting {
    /// As this build understands it.
    Read(Command),
    /// Written by another build. It is not shown, but it is sent: the server understands every version.
    Sealed(Sealed),
}

/// A command as text, with what the queue must know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Its identity.
    pub id: CommandId,
    /// The incarnation in which it has its place.
    pub device: DeviceId,
    /// Its place.
    pub seq: u64,
    /// The command as it was written; its own device and place are out of date.
    pub sealed: String,
}

impl Waiting {
    /// Its identity.
    #[must_use]
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Read(command) => command.id,
            Self::Sealed(sealed) => sealed.id,
        }
    }

    /// Its place: incarnation and number.
    #[must_use]
    pub const fn place(&self) -> (DeviceId, u64) {
        match self {
            Self::Read(command) => (command.device, command.seq),
            Self::Sealed(sealed) => (sealed.device, sealed.seq),
        }
    }

    /// Another place for the same command.
    pub const fn move_to(&mut self, to: DeviceId, place: u64) {
        let (device, seq) = match self {
            Self::Read(command) => (&mut command.device, &mut command.seq),
            Self::Sealed(sealed) => (&mut sealed.device, &mut sealed.seq),
        };
        (*device, *seq) = (to, place);
    }

    /// What it says, if this build can read it.
    #[must_use]
    pub const fn command(&self) -> Option<&Command> {
        match self {
            Self::Read(command) => Some(command),
            Self::Sealed(_) => None,
        }
    }
}

/// A refused command, with the reason, until the person has acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What was wanted.
    pub what: Waiting,
    /// Why not.
    pub reason: Spoken,
}

/// An accepted command, kept for a while in case the server is restored to a day on which it did not know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The command.
    pub what: Waiting,
    /// When the phone learned that it was accepted, by the server's clock.
    pub at: DateTime<Utc>,
}

/// Everything the phone knows, as read from its database at the start.
#[derive(Clone, Debug)]
pub struct Memory {
    /// The incarnation in which this device gives places.
    pub device: DeviceId,
    /// The next place to be given.
    pub next_seq: u64,
    /// The server's epoch when it last answered.
    pub epoch: Option<Epoch>,
    /// Rows confirmed by the server, by scope.
    pub rows: ByScope<Rows>,
    /// How far each scope's log is known. A scope without a cursor is asked for whole.
    pub cursors: BTreeMap<Scope, u64>,
    /// Scopes with rows of kinds that this build does not know: their sum cannot be told. Not on the disk; a device that has
    /// forgotten it asks once for the whole scope and knows it again.
    pub strange: Vec<Scope>,
    /// Commands that wait, in order.
    pub outbox: Vec<Waiting>,
    /// Commands that were refused.
    pub tray: Vec<Refused>,
    /// Commands that were accepted lately.
    pub sent: Vec<Sent>,
}

impl Memory {
    /// A device that knows nothing yet.
    #[must_use]
    pub const fn new(device: DeviceId) -> Self {
        Self {
            device,
            next_seq: 1,
            epoch: None,
            rows: ByScope::new(),
            cursors: BTreeMap::new(),
            strange: Vec::new(),
            outbox: Vec::new(),
            tray: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// Gives everything that waits a new place under a fresh incarnation.
    pub(super) fn renumber(&mut self, fresh: DeviceId) {
        self.device = fresh;
        self.next_seq = 1;
        for waiting in &mut self.outbox {
            waiting.move_to(fresh, self.next_seq);
            self.next_seq += 1;
        }
    }

    /// The queue as it is now, for the disk.
    pub(super) fn queue(&self) -> Queue {
        Queue { device: self.device, next_seq: self.next_seq, outbox: self.outbox.clone() }
    }
}

/// The whole queue, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    /// The incarnation.
    pub device: DeviceId,
    /// The next place to be given.
    pub next_seq: u64,
    /// What waits. What the disk holds beyond this was appended meanwhile and stays, behind these.
    pub outbox: Vec<Waiting>,
}

/// One transaction of the phone's database. It may be relaxed: what is lost here comes again. Carried out in the order of the
/// fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// Scopes of which no row stays.
    pub cleared: Vec<Scope>,
    /// Rows to delete.
    pub drops: Vec<(Scope, Key)>,
    /// Rows to write.
    pub puts: Vec<(Scope, Row)>,
    /// All cursors as they are now; a scope that is not named has none.
    pub cursors: BTreeMap<Scope, u64>,
    /// The server's epoch.
    pub epoch: Option<Epoch>,
    /// Commands that leave the outbox.
    pub answered: Vec<CommandId>,
    /// Commands that enter the tray.
    pub refused: Vec<Refused>,
    /// Commands that enter the sent log.
    pub sent: Vec<Sent>,
    /// Commands that leave the sent log.
    pub forgotten: Vec<CommandId>,
    /// The queue, when places or members have changed.
    pub queue: Option<Queue>,
}

impl Store {
    /// Is there nothing to write but cursors that `known` has already?
    #[must_use]
    pub fn is_quiet(&self, known: &BTreeMap<Scope, u64>) -> bool {
        let Self { cleared, drops, puts, cursors, epoch: _, answered, refused, sent, forgotten, queue } = self;
        let rows = cleared.is_empty() && drops.is_empty() && puts.is_empty() && cursors == known;
        let fates = answered.is_empty() && refused.is_empty() && sent.is_empty() && forgotten.is_empty();
        rows && fates && queue.is_none()
    }

    /// Carries the transaction out on a memory. This is what every phone's database has to do, and says how.
    pub fn apply(&self, memory: &mut Memory) {
        for scope in &self.cleared {
            memory.rows.remove(scope);
        }
        for (scope, key) in &self.drops {
            memory.rows.or_default(*scope).remove(key);
        }
        for (scope, row) in &self.puts {
            memory.rows.or_default(*scope).put(row.clone());
        }
        memory.cursors.clone_from(&self.cursors);
        memory.epoch = self.epoch.or(memory.epoch);
        memory.outbox.retain(|waiting| !self.answered.contains(&waiting.id()));
        memory.tray.extend(self.refused.iter().cloned());
        memory.sent.extend(self.sent.iter().cloned());
        memory.sent.retain(|sent| !self.forgotten.contains(&sent.what.id()));
        if let Some(queue) = &self.queue {
            (memory.device, memory.next_seq) = (queue.device, queue.next_seq);
            let mut outbox = queue.outbox.clone();
            let listed = |id| queue.outbox.iter().any(|waiting| waiting.id() == id);
            outbox.extend(memory.outbox.drain(..).filter(|waiting| !listed(waiting.id())));
            memory.outbox = outbox;
        }
    }
}
