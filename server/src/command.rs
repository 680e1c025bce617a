//! The one writer. Domain state changes here and nowhere else: doors, imports, seeds and the citizen's form all come through.
//!
//! What is decided, and in which order, is the sync core's affair ([`shared::sync::office`]). This room gives it the
//! database, lets writers of one scope take turns, and rings the bell afterwards.

use chrono::{DateTime, Utc};
use serde_json::Value;
use shared::actor::Actor;
use shared::command::Command;
use shared::scope::Scope;
use shared::sync::office::{Arrived, Batch, Look, Office as Core, Order, Seen, Store, Taken, Trouble};
use shared::sync::talk::{Push, Pushed};
use shared::sync::wire::Verdict;
use tokio::sync::Mutex;

use crate::clock;
use crate::db::DbError;
use crate::lanes::Turn;
use crate::office::Office;

/// Carries out a command for `actor` and answers with the verdict. The same command a second time gets the first answer.
///
/// It is a step of the office's own work, to which the rules allow more ([`shared::rule::Ctx::within`]). What a device has sent goes
/// through [`push`].
///
/// # Errors
/// The database is out of reach, or too many others write at once. Nothing is decided then, and the same command may be
/// sent again.
pub async fn run(office: &Office, actor: Actor, command: &Command) -> Result<Verdict, DbError> {
    run_at(office, actor, command, None).await
}

/// The same at a moment in the past: how the demo agency gets its week of work.
///
/// # Errors
/// As [`run`].
pub async fn run_at(
    office: &Office,
    actor: Actor,
    command: &Command,
    moment: Option<DateTime<Utc>>,
) -> Result<Verdict, DbError> {
    let payload = serde_json::to_value(command)?;
    let (id, device, seq) = (command.id, command.device, command.seq);
    let arrived = Arrived { id, device, seq, command: Some(command.clone()), payload };
    let writer = Writer::of(office);
    let now = moment.unwrap_or_else(clock::now);
    match Core::new(&writer).take(actor, &arrived, Order::Free, None, now).await.map_err(plain)? {
        Taken::Decided(verdict, moved) => {
            office.bell.ring(moved);
            Ok(verdict)
        }
        // Without an order and without an epoch nothing is ever stopped.
        Taken::Stopped(_) => Err(DbError::Conflict),
    }
}

/// Takes a device's commands in their order. One that cannot be understood is kept with its payload and blocks nobody.
///
/// # Errors
/// As [`run`]; what was decided before stays decided.
pub async fn push(office: &Office, actor: Actor, push: Push<Arrived<Value>>) -> Result<Pushed, DbError> {
    let writer = Writer::of(office);
    let (pushed, moved) = Core::new(&writer).push(actor, push, clock::now()).await.map_err(plain)?;
    office.bell.ring(moved);
    Ok(pushed)
}

fn plain(trouble: Trouble<DbError>) -> DbError {
    match trouble {
        Trouble::Conflict => DbError::Conflict,
        Trouble::Store(error) => error,
    }
}

/// The database behind the lanes. A turn is kept from a conflict to the next try, so that whoever waits does get through.
struct Writer<'a> {
    office: &'a Office,
    turn: Mutex<Turn>,
}

impl<'a> Writer<'a> {
    fn of(office: &'a Office) -> Self {
        Self { office, turn: Mutex::default() }
    }
}

impl Store for Writer<'_> {
    type Payload = Value;
    type Error = DbError;

    async fn look(&self, look: &Look) -> Result<Seen, DbError> {
        self.office.db.look(look).await
    }

    async fn commit(&self, batch: Batch<Value>) -> Result<Vec<(Scope, u64)>, Trouble<DbError>> {
        let scopes: Vec<Scope> = batch.changes.iter().flat_map(|change| change.scopes.iter().copied()).collect();
        let mut turn = self.turn.lock().await;
        if !turn.covers(&scopes) {
            *turn = Turn::default(); // Let go first: whoever holds one lane and waits for another holds up everybody.
            *turn = self.office.lanes.turn(scopes).await;
        }
        let done = self.office.db.commit(batch).await;
        if done.is_ok() {
            *turn = Turn::default();
        }
        done
    }

    async fn pause(&self, tries: u32) {
        self.office.db.pause(tries).await;
    }
}
