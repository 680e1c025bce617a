//! The office's own follow-up after a person has moved: what they have under way is written into the logs of the boards on
//! which they stand now. Boards above another unit would else begin empty, with work waiting that nobody sees.

use chrono::Days;
use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::employee::CarryRows;
use shared::ids::{CommandId, DeviceId, EmployeeId};
use shared::row::{Key, Row};
use shared::scope::Scope;
use uuid::Uuid;

use crate::db::DbError;
use crate::office::Office;
use crate::{clock, command};

/// Days of entries that go along; a board shows no more.
const DAYS: u64 = 31;
/// Rows in one command.
const ROWS: usize = 50;

/// Who has moved, if this command was accepted.
#[must_use]
pub fn moved(action: &Action) -> Option<EmployeeId> {
    if let Action::AnswerSuperior(answer) = action {
        Some(answer.person)
    } else if let Action::PlaceEmployee(place) = action {
        Some(place.id)
    } else {
        None
    }
}

/// Carries a person's rows to where the person stands now. Doing it twice does no harm.
///
/// # Errors
/// The database is out of reach. What was carried stays carried.
pub async fn carry(office: &Office, person: EmployeeId) -> Result<(), DbError> {
    let since = clock::now().date_naive().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
    let snapshot = office.db.snapshot(Scope::Own(person), since, &[]).await?;
    let theirs = |row: &Row| {
        let owner = if let Row::Entry(entry) = row {
            entry.owner
        } else if let Row::Plan(plan) = row {
            plan.owner
        } else if let Row::Absences(absences) = row {
            absences.person
        } else {
            return None;
        };
        row.key().filter(|_| owner == person)
    };
    let keys: Vec<Key> = snapshot.rows.iter().filter_map(theirs).collect();
    for rows in keys.chunks(ROWS) {
        let action = Action::CarryRows(CarryRows { person, rows: rows.to_vec() });
        let (id, device) = (CommandId(Uuid::now_v7()), DeviceId(Uuid::now_v7()));
        let carry = Command { id, device, seq: 1, v: 1, made_at: clock::now(), action };
        command::run(office, Actor::Operator, &carry).await?;
    }
    Ok(())
}
