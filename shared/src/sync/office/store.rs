//! What the server's side asks of a database: look at many things in one moment, and commit many in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::actor::Actor;
use crate::change::Change;
use crate::ids::{CommandId, DeviceId};
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::sync::talk::{Epoch, Logged};
use crate::sync::wire::Verdict;

/// Why a commit did not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble<E> {
    /// Something that was looked at has moved since: look again.
    #[error("changed meanwhile")]
    Conflict,
    /// The store's own trouble. Whether the commit happened is unknown.
    #[error(transparent)]
    Store(#[from] E),
}

/// A database with snapshots and transactions. `office::contract` proves what is said here.
pub trait Store: Sync {
    /// A command as it came in.
    type Payload: Clone + Send + Sync;
    /// The store's own trouble.
    type Error: std::fmt::Debug + Send;

    /// Answers everything that is asked from one snapshot, which holds every commit that was reported before the look began.
    fn look(&self, look: &Look) -> impl Future<Output = Result<Seen, Self::Error>> + Send;

    /// Carries the batch out as one transaction, or not at all. Tells the new heads of the scopes it wrote to.
    ///
    /// In each scope touched the head counts up by one for each change, in the order of the batch, in this same transaction; so
    /// a scope's log has no gap, and whoever sees head *n* sees the changes up to *n*. The head's sum follows
    /// ([`crate::sync::checksum`]).
    fn commit(
        &self,
        batch: Batch<Self::Payload>,
    ) -> impl Future<Output = Result<Vec<(Scope, u64)>, Trouble<Self::Error>>> + Send;

    /// Waits a little before another try, longer with each; by chance, so that two who collided do not collide again.
    fn pause(&self, tries: u32) -> impl Future<Output = ()> + Send;
}

/// What to look at.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Rows by name.
    pub rows: Vec<Key>,
    /// Commands by id.
    pub commands: Vec<CommandId>,
    /// The last place of a device.
    pub device: Option<DeviceId>,
    /// Heads.
    pub heads: Vec<Scope>,
    /// Parts of logs.
    pub log: Vec<Stretch>,
    /// A page of a scope's current rows: scope, the mark that the page before ended with, rows at most.
    pub live: Option<(Scope, Option<String>, usize)>,
}

/// A part of a scope's log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which scope.
    pub scope: Scope,
    /// Changes after this place.
    pub after: u64,
    /// Up to this place.
    pub upto: u64,
    /// At most so many, the oldest first.
    pub changes_max: usize,
}

/// What was seen, all of one moment.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The life of the database.
    pub epoch: Epoch,
    /// The rows that there are.
    pub rows: Rows,
    /// The commands that there are.
    pub commands: BTreeMap<CommandId, Known>,
    /// The device's last place; 0 for one that never came.
    pub last: u64,
    /// Heads; a scope that nobody has written to stands at 0.
    pub heads: BTreeMap<Scope, Head>,
    /// Parts of logs, in the order in which they were asked for.
    pub log: Vec<Vec<Logged>>,
    /// Current rows of a scope, in an order that the store chooses and keeps.
    pub live: Vec<Row>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// A command that was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Who gave it.
    pub actor: Actor,
    /// What was decided.
    pub verdict: Verdict,
}

/// How far a scope's log has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The last place.
    pub seq: u64,
    /// Changes up to this place are no longer in the log.
    pub floor: u64,
    /// Sum over the current rows; none if the store does not keep it for this scope.
    pub sum: Option<u32>,
}

/// One transaction: what must still be so, and what is then written.
#[derive(Clone, Debug)]
pub struct Batch<P> {
    /// The epoch must still be this.
    pub epoch: Epoch,
    /// These rows must still have these revisions; 0 for a row that is not there.
    pub reads: Vec<(Key, u32)>,
    /// A device's place moves.
    pub step: Option<Step>,
    /// This command must not be there yet, and is there afterwards.
    pub record: Option<Record<P>>,
    /// What changes, in order.
    pub changes: Vec<Change>,
    /// The rows of `reads` as they were seen. A store may file rows by what they say, and must find a dropped one again.
    pub before: Rows,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Changes up to these places leave the logs. A floor never sinks.
    pub floors: Vec<(Scope, u64)>,
}

/// A device's last place moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which device.
    pub device: DeviceId,
    /// It must still be this; 0 for a device that never came.
    pub from: u64,
    /// It is this afterwards.
    pub to: u64,
}

/// A command with its verdict, kept for ever: audit, dedupe, and what the phone is told.
#[derive(Clone, Debug)]
pub struct Record<P> {
    /// The command's id.
    pub id: CommandId,
    /// Who gave it.
    pub actor: Actor,
    /// Its incarnation.
    pub device: DeviceId,
    /// Its place.
    pub seq: u64,
    /// As it came.
    pub payload: P,
    /// What was decided.
    pub verdict: Verdict,
}

impl<P> Batch<P> {
    /// A transaction that does nothing yet.
    #[must_use]
    pub fn new(epoch: Epoch, at: DateTime<Utc>) -> Self {
        let (reads, changes, before, floors) = Default::default();
        Self { epoch, reads, step: None, record: None, changes, before, at, floors }
    }
}
