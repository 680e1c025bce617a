//! First passwords for the accounts of a batch, some at a time: a hash takes its while, and a request must not.
//!
//! What a batch has opened may be somebody else's by now: its people move, its accounts go and come again under the same number.
//! So each account is looked up anew, and its person must stand where the admin looks after people now.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use shared::admin::Admin;
use shared::ids::{AccountId, EmployeeId};
use shared::people::import::{BatchState, Passwords};
use shared::row::{Key, Row};
use shared::words::Spoken;
use uuid::Uuid;

use super::done::Done;
use super::hand::Stop;
use super::passwords;
use super::realm::Realm;
use super::safe;
use super::wizard::BatchRow;
use crate::db::DbError;
use crate::db::gift::Gift;
use crate::office::Office;

/// Steps looked at in one call; each may cost a hash.
const STEPS: u32 = 30;
/// How long one call makes passwords before it says where to go on: hashes wait for those who sign in, and a request ends after 25 seconds.
const WORK: Duration = Duration::from_secs(8);
/// Seconds after which a list that is asked for again counts as lost. No request lives so long.
const LOST_SECONDS: i64 = 30;

/// Passwords for accounts among the next steps that have none, or one of this batch that was lost: nobody has used it, and it was not
/// given just now.
///
/// # Errors
/// The batch is taken back, or another call gives these passwords at this moment; the database is out of reach, or too many people
/// sign in at once. Nothing is lost then: asked again half a minute later, who has not signed in gets another one.
pub async fn give(
    office: &Office,
    by: EmployeeId,
    batch: &BatchRow,
    from: u32,
    now: DateTime<Utc>,
) -> Result<Passwords, Stop> {
    if batch.state == BatchState::Undone || batch.undo < batch.steps {
        return Err(Stop::Refused(taken_back()));
    }
    let giver = Giver { office, by, batch: batch.id, mark: batch.id.to_string(), now };
    let until = from.saturating_add(STEPS).min(batch.steps).max(from);
    let (fresh, until) = giver.make(from, until).await?;
    let mut csv = if from == 0 { safe::row(&["NIP", "Nama", "Kata sandi awal"], ';') } else { String::new() };
    // Looked at again, because people may have been moved while the hashes were made; and written last, so that what is cut off
    // before has given nothing.
    let realms = giver.realms().await?;
    for Fresh { account, cells: [nip, name, password], hash } in fresh {
        let id = account.to_string();
        if giver.may(&realms, account).await? && office.db.give(&giver.gift(&id), &hash).await? {
            csv.push_str(&safe::row(&[&nip, &name, &password], ';'));
        }
    }
    Ok(Passwords { csv, next: (until < batch.steps).then_some(until) })
}

/// A password that nobody has yet.
struct Fresh {
    account: AccountId,
    cells: [String; 3],
    hash: String,
}

/// Who gives passwords for a batch.
struct Giver<'a> {
    office: &'a Office,
    by: EmployeeId,
    batch: Uuid,
    /// Under which name the batch gives.
    mark: String,
    now: DateTime<Utc>,
}

impl Giver<'_> {
    /// Makes passwords for these steps, and tells how far it came.
    async fn make(&self, from: u32, until: u32) -> Result<(Vec<Fresh>, u32), Stop> {
        let begun = Instant::now();
        let realms = self.realms().await?;
        let mut fresh = Vec::new();
        for (at, step) in (from..until).zip(self.office.db.steps(self.batch, from, until).await?) {
            if at > from && begun.elapsed() >= WORK {
                return Ok((fresh, at));
            }
            let done: Done = serde_json::from_value(step).map_err(DbError::from)?;
            let Done::Account { id: account, name, nip, .. } = done else { continue };
            if !self.may(&realms, account).await? || !self.is_open(account).await? {
                continue;
            }
            let password = passwords::new()?;
            let hash = self.office.passwords.hash(password.clone()).await?;
            fresh.push(Fresh { account, cells: [safe::spaced(&nip), name, password], hash });
        }
        Ok((fresh, until))
    }

    /// Where this admin looks after people now.
    async fn realms(&self) -> Result<Vec<Realm>, DbError> {
        let Some(Row::Admin(admin)) = self.office.db.row(Key::from(Admin::of(self.by))).await? else {
            return Ok(Vec::new());
        };
        let units = self.office.db.units().await?;
        Ok(admin.units.iter().map(|grant| Realm::of(&units, grant.unit)).collect())
    }

    /// Is the account there, and its person one of theirs?
    async fn may(&self, realms: &[Realm], account: AccountId) -> Result<bool, DbError> {
        let db = &self.office.db;
        let Some(Row::Account(account)) = db.row(Key::from(account)).await? else { return Ok(false) };
        let Some(Row::Employee(person)) = db.row(Key::from(account.employee)).await? else { return Ok(false) };
        Ok(realms.iter().any(|realm| realm.has(person.unit)))
    }

    /// Has the account no password, or one of this batch that was lost?
    async fn is_open(&self, account: AccountId) -> Result<bool, Stop> {
        let id = account.to_string();
        let Some(known) = self.office.db.gift(&id).await? else { return Ok(true) };
        if known.used_at.is_some() || known.given_by.as_ref() != Some(&self.mark) {
            return Ok(false);
        }
        if known.given_at.is_some_and(|at| at > self.gift(&id).lost) {
            return Err(Stop::Refused(just_given()));
        }
        Ok(true)
    }

    fn gift<'a>(&'a self, account: &'a str) -> Gift<'a> {
        Gift { account, by: &self.mark, at: self.now, lost: self.now - TimeDelta::seconds(LOST_SECONDS) }
    }
}

/// Why a batch that goes gives nothing.
fn taken_back() -> Spoken {
    Spoken {
        code: "batch_undone".to_owned(),
        id: "Impor ini sudah diurungkan, jadi tidak memberi kata sandi awal lagi.".to_owned(),
        en: "This import was undone, so it gives no more first passwords.".to_owned(),
    }
}

/// Why a list is not made a second time at once: it would take away the passwords of the first.
fn just_given() -> Spoken {
    Spoken {
        code: "passwords_just_given".to_owned(),
        id: "Kata sandi awal ini baru saja diberikan. Jika daftarnya tidak sampai, minta lagi setelah setengah menit: \
             siapa yang belum pernah masuk mendapat kata sandi baru."
            .to_owned(),
        en:
            "These first passwords were given out just now. If the list did not arrive, ask again after half a minute: \
             whoever has never signed in gets a new one."
                .to_owned(),
    }
}

/// The batch of this person, if there is one.
///
/// # Errors
/// The database is out of reach.
pub async fn batch_of(office: &Office, by: EmployeeId, batch: Uuid) -> Result<Option<BatchRow>, DbError> {
    let row = office.db.batch(by, batch).await?;
    Ok(row.map(serde_json::from_value).transpose()?)
}
