//! Contacts with browsers (`crate::contact`), and how far an incarnation has come. Outside the domain's log.

use chrono::{DateTime, Utc};
use shared::ids::{DeviceId, EmployeeId};
use shared::sync::lost::Contact;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::{Db, DbError, record, text, vars};

#[derive(Debug, SurrealValue)]
struct StoredContact {
    device: String,
    waiting: i64,
    last: i64,
    heard_at: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct StoredPlace {
    seq: i64,
    heard_at: DateTime<Utc>,
}

fn rid(browser: &str, who: EmployeeId) -> RecordId {
    record("browser", format!("{browser}:{who}"))
}

impl Db {
    /// Keeps a contact, with the last place of its incarnation as it is now. Whoever wants to hear of news was there just now.
    ///
    /// # Errors
    /// The database is out of reach; another contact of the same browser was being kept.
    pub async fn keep_contact(&self, browser: &str, who: EmployeeId, contact: &Contact) -> Result<(), DbError> {
        let device = contact.device.to_string();
        let batch = vars([
            ("rid", Value::RecordId(rid(browser, who))),
            ("notices", Value::RecordId(record("notices", who.to_string()))),
            ("place", Value::RecordId(record("device", device.clone()))),
            ("device", text(device)),
            ("waiting", i64::from(contact.waiting).into_value()),
            ("at", contact.at.into_value()),
        ]);
        let keep = "LET $last = (SELECT VALUE seq FROM ONLY $place) ?? 0;
            UPSERT $rid CONTENT { device: $device, waiting: $waiting, last: $last, heard_at: $at };
            UPDATE $notices SET there = $at;";
        self.run(keep, batch).await.map(drop)
    }

    /// The last contact with this person's work in this browser, and the last place of its incarnation then.
    ///
    /// # Errors
    /// The database is out of reach, or what it keeps cannot be understood.
    pub async fn contact(&self, browser: &str, who: EmployeeId) -> Result<Option<(Contact, u64)>, DbError> {
        let batch = vars([("rid", Value::RecordId(rid(browser, who)))]);
        let found = self.run("SELECT device, waiting, last, heard_at FROM ONLY $rid", batch).await?.take(0)?;
        let Some(StoredContact { device, waiting, last, heard_at }) = found else { return Ok(None) };
        let device = device.parse().map_err(|_| DbError::Unreadable("a contact's device".to_owned()))?;
        let waiting = u32::try_from(waiting).unwrap_or_default();
        Ok(Some((Contact { device, waiting, at: heard_at }, u64::try_from(last).unwrap_or_default())))
    }

    /// The last place of an incarnation, and when a command came from it last.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn place(&self, device: DeviceId) -> Result<Option<(u64, DateTime<Utc>)>, DbError> {
        let batch = vars([("rid", Value::RecordId(record("device", device.to_string())))]);
        let found: Option<StoredPlace> = self.run("SELECT seq, heard_at FROM ONLY $rid", batch).await?.take(0)?;
        Ok(found.map(|place| (u64::try_from(place.seq).unwrap_or_default(), place.heard_at)))
    }
}
