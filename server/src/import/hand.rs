//! A hand that writes commands for an import, as whoever it works for. Each has a device of its own, because the office keeps
//! a row per device.

use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::ids::{CommandId, DeviceId};
use shared::sync::wire::Verdict;
use shared::words::Spoken;
use uuid::Uuid;

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
}
