//! A hand that writes commands for an import, as whoever it works for. Each has a device of its own, because the office keeps
//! a row per device.

use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::ids::{CommandId, DeviceId, EmployeeId};
use shared::refusal::Refusal;
use shared::row::{Key, Row};
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use shared::words::Spoken;
use uuid::Uuid;

use super::done::as_it_was;
use super::plan::Step;
use crate::auth::PasswordError;
use crate::clock;
use crate::command;
use crate::db::DbError;
use crate::office::Office;

/// Why an import stopped on the way.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// A command was refused: somebody else changed the office meanwhile.
    #[error("{} ({})", .0.id, .0.en)]
    Refused(Spoken),
    /// The database is out of reach.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A password could not be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// No randomness.
    #[error("no randomness: {0}")]
    Random(getrandom::Error),
}

impl From<getrandom::Error> for Stop {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error)
    }
}

/// One writer of commands.
pub struct Hand<'a> {
    pub(super) office: &'a Office,
    actor: Actor,
    device: DeviceId,
    seq: u64,
}

impl<'a> Hand<'a> {
    /// A hand that works for this actor.
    #[must_use]
    pub fn of(office: &'a Office, actor: Actor) -> Self {
        Self { office, actor, device: DeviceId(Uuid::now_v7()), seq: 0 }
    }

    /// Gives a command.
    ///
    /// # Errors
    /// It was refused, or the database is out of reach.
    pub async fn give(&mut self, action: Action) -> Result<(), Stop> {
        self.seq += 1;
        let id = CommandId(Uuid::now_v7());
        let command = Command { id, device: self.device, seq: self.seq, v: 1, made_at: clock::now(), action };
        match command::run(self.office, self.actor, &command).await? {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(Stop::Refused(reason)),
        }
    }

    /// Writes a person as the step says. No when somebody else has changed them since they were looked up, but to the very same:
    /// theirs stays.
    pub(super) async fn write(&mut self, step: &Step) -> Result<bool, Stop> {
        let Some(action) = step.write() else { return Ok(true) };
        match self.give(action).await {
            Ok(()) => Ok(true),
            Err(Stop::Refused(reason)) if reason.code == Refusal::ChangedSinceSeen.spoken().code => {
                let now = self.office.db.row(Key::from(step.employee)).await?;
                Ok(matches!(now, Some(Row::Employee(now)) if Some(as_it_was(&now)) == step.set))
            }
            Err(stop) => Err(stop),
        }
    }

    /// Gives a unit another head and leaves the rest of it as it is now. Whom somebody else has put there since `before` stays.
    pub(super) async fn crown(&mut self, set: SetUnit, before: Option<EmployeeId>) -> Result<(), Stop> {
        let Some(Row::Unit(now)) = self.office.db.row(Key::from(set.id)).await? else {
            return self.give(Action::SetUnit(set)).await;
        };
        if now.head != before {
            return Ok(());
        }
        match self.give(Action::SetUnit(SetUnit::crown(&now, set.head))).await {
            Err(Stop::Refused(reason)) if reason.code == Refusal::ChangedSinceSeen.spoken().code => Ok(()),
            done => done,
        }
    }
}
