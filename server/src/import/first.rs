//! First passwords for the accounts of a batch, some at a time: a hash takes its while, and a request must not.

use shared::ids::EmployeeId;
use shared::people::import::Passwords;
use uuid::Uuid;

use super::hand::Stop;
use super::passwords;
use super::safe;
use super::wizard::{BatchRow, Done};
use crate::db::DbError;
use crate::office::Office;

/// Steps looked at in one call.
const STEPS: u32 = 60;

/// Passwords for accounts among the next steps that have none; none when there is no such batch.
///
/// # Errors
/// The database is out of reach, or too many people sign in at once. Who was given a password by then has one that nobody
/// knows: the operator gives a new one.
pub async fn give(office: &Office, batch: &BatchRow, from: u32) -> Result<Passwords, Stop> {
    let until = from.saturating_add(STEPS).min(batch.steps);
    let mut csv = if from == 0 { safe::row(&["NIP", "Nama", "Kata sandi awal"], ';') } else { String::new() };
    for step in office.db.steps(batch.id, from, until).await? {
        let done: Done = serde_json::from_value(step).map_err(DbError::from)?;
        let Done::Account { id, name, nip, .. } = done else { continue };
        let account = id.to_string();
        let there = office.db.row(shared::row::Key::from(id)).await?.is_some();
        if !there || office.db.credential(&account).await?.is_some() {
            continue;
        }
        let password = passwords::new()?;
        let hash = office.passwords.hash(password.clone()).await?;
        office.db.keep_credential(&account, &hash).await?;
        csv.push_str(&safe::row(&[&safe::spaced(&nip), &name, &password], ';'));
    }
    Ok(Passwords { csv, next: (until < batch.steps).then_some(until) })
}

/// The batch of this person, if there is one.
///
/// # Errors
/// The database is out of reach.
pub async fn batch_of(office: &Office, by: EmployeeId, batch: Uuid) -> Result<Option<BatchRow>, DbError> {
    let row = office.db.batch(by, batch).await?;
    Ok(row.map(serde_json::from_value).transpose()?)
}
