//! What every phone's database must be able to do, as a function that tries it: whatever is written, a window that opens it
//! afterwards reads what the core's own [`Store::apply`] makes of it.
//!
//! The simulator's disk and the browser's IndexedDB go through the same door. What only a browser can do (storage that is
//! cleared, windows that write at the same moment, encryption) is tried there.

mod trial;

use std::fmt::Debug;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use self::trial::Trial;
use super::{Memory, Store, Waiting};
use crate::command::{Action, Command};
use crate::entry::{Content, RecordEntry};
use crate::ids::{CommandId, DeviceId, EmployeeId, EntryId, PlanId};
use crate::plan::{Plan, PlanState};
use crate::quantity::Quantity;
use crate::row::Row;
use crate::words::Spoken;

/// One window at a phone's database.
pub trait Disk {
    /// Why something was not done; then nothing has changed.
    type Error: Debug;

    /// Puts a command at the end of the queue, and gives it its place there.
    fn append(&self, waiting: Waiting) -> impl Future<Output = Result<Waiting, Self::Error>>;

    /// Writes what a pull has changed.
    fn take_in(&self, store: &Store) -> impl Future<Output = Result<(), Self::Error>>;

    /// Takes a command out of the queue or the tray.
    fn discard(&self, id: CommandId) -> impl Future<Output = Result<(), Self::Error>>;

    /// Reads everything, as at a start.
    fn recall(&self) -> impl Future<Output = Result<Memory, Self::Error>>;
}

/// A phone with an empty database.
pub trait Handset {
    /// A window at it.
    type Disk: Disk;

    /// Whose phone this is.
    fn owner(&self) -> EmployeeId;

    /// Opens one more window.
    fn open(&self) -> impl Future<Output = Result<Self::Disk, <Self::Disk as Disk>::Error>>;
}

/// What is tried, by name. Each wants a phone of its own.
pub const CASES: [&str; 5] = [
    "an empty disk knows nothing",
    "places follow one another without a hole, whichever window asks",
    "a pull is there whole, and nothing else has moved",
    "what was appended meanwhile stays behind a queue that is written anew",
    "after anything that a core may write, a fresh window reads what the core means",
];

/// Tries one of the [`CASES`].
///
/// # Errors
/// What the disk does not do, in words.
pub async fn prove<H: Handset>(case: &str, handset: &H) -> Result<(), String> {
    let mut trial = Trial::begin(handset).await?;
    match CASES.iter().position(|name| *name == case) {
        Some(0) => trial.agrees("an empty disk").await,
        Some(1) => trial.places_follow().await,
        Some(2) => trial.a_pull_is_whole().await,
        Some(3) => trial.late_comers_stay_behind().await,
        Some(4) => trial.anything_goes().await,
        _ => Err(format!("no such case: {case}")),
    }
}

/// A command of this phone's owner that records an entry with this text; not in any queue yet.
#[must_use]
pub fn command(number: u64, text: &str) -> Command {
    let content = Content {
        plan: None,
        text: text.to_owned(),
        quantity: Quantity::ZERO,
        work_date: DateTime::<Utc>::UNIX_EPOCH.date_naive(),
        photos: Vec::new(),
        more: Default::default(),
    };
    let id = Uuid::from_u128(0xC0_0000 + u128::from(number));
    let action = Action::RecordEntry(RecordEntry { id: EntryId(id), content, draft: None });
    let (device, seq) = (DeviceId(Uuid::nil()), 0);
    Command { id: CommandId(id), device, seq, v: 1, made_at: DateTime::<Utc>::UNIX_EPOCH, action }
}

/// A confirmed row with this text.
#[must_use]
pub fn row(owner: EmployeeId, number: u64, rev: u32, text: &str) -> Row {
    let day = DateTime::<Utc>::UNIX_EPOCH.date_naive();
    let id = PlanId(Uuid::from_u128(0xB0_0000 + u128::from(number)));
    let (result, measure) = (text.to_owned(), "berkas".to_owned());
    let (target, done, state) = (Quantity::whole(9), Quantity::ZERO, PlanState::Agreed);
    let (kind, supports, goal, turn, months) = Default::default();
    let (from, until, unit) = (day, day, None);
    Row::Plan(Plan {
        id,
        owner,
        result,
        measure,
        target,
        done,
        months,
        from,
        until,
        state,
        unit,
        kind,
        supports,
        goal,
        turn,
        rev,
    })
}

/// A reason for a refusal.
#[must_use]
pub fn reason(text: &str) -> Spoken {
    Spoken { code: "contract".to_owned(), id: text.to_owned(), en: text.to_owned() }
}
