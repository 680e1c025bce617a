//! Devices that are told something while the app is closed. Outside the domain's log: an address is a secret, and no phone, board, export or
//! journal ever sees one.
//!
//! - `push:[employee, device]`: a device, its address and its wishes;
//! - `pushby:device`: whose it is;
//! - `notices:employee`: what the person wants on any device, and what they were told last.

use chrono::{DateTime, NaiveDate, Utc};
use shared::ids::EmployeeId;
use shared::push::{Kind, Subscribe, Wishes};
use shared::scope::Scope;
use shared::stamp::{day_text, parse_day};
use shared::words::Language;
use surrealdb::types::{RecordId, SurrealValue, Value};

use super::tend::{Page, page_of};
use super::{Db, DbError, list, record, text, vars};

/// A device as the database keeps it.
#[derive(Clone, SurrealValue)]
pub struct StoredDevice {
    /// Its name: the hash of the browser's mark.
    pub name: String,
    /// Where its push service takes messages: a secret.
    pub endpoint: String,
    /// Its public key.
    pub p256dh: String,
    /// Its shared secret.
    pub auth: String,
    /// `id` or `en`.
    pub language: String,
    /// Does it want the reminder?
    pub remind: bool,
    /// Does it want to hear of news?
    pub news: bool,
    /// Under which name the session is kept that it belongs to.
    pub session: String,
    /// Since when it is known so.
    pub since: DateTime<Utc>,
}

impl StoredDevice {
    /// A device as its browser has described it.
    #[must_use]
    pub fn new(name: &str, session: &str, sent: Subscribe, since: DateTime<Utc>) -> Self {
        let language = match sent.language {
            Language::Id => "id",
            Language::En => "en",
        };
        let Subscribe { endpoint, p256dh, auth, wishes: Wishes { remind, news }, .. } = sent;
        let (name, session, language) = (name.to_owned(), session.to_owned(), language.to_owned());
        Self { name, endpoint, p256dh, auth, language, remind, news, session, since }
    }

    /// The language of the app on it.
    #[must_use]
    pub fn speaks(&self) -> Language {
        if self.language == "en" { Language::En } else { Language::Id }
    }

    /// Does it want to be told this?
    #[must_use]
    pub const fn wants(&self, kind: Kind) -> bool {
        Wishes { remind: self.remind, news: self.news }.want(kind)
    }
}

/// What a person wants to be told, and what they were told last.
#[derive(Clone, Debug, SurrealValue)]
pub struct StoredNotices {
    /// Who.
    pub who: String,
    /// Does any device want the reminder?
    pub remind: bool,
    /// Does any device want to hear of news?
    pub news: bool,
    /// Since when they want the reminder.
    pub since: DateTime<Utc>,
    /// The last day whose reminder is settled; empty before the first.
    pub day: String,
    /// How far their log has been read for news.
    pub cursor: i64,
    /// When they were last told of news.
    pub told: Option<DateTime<Utc>>,
    /// When they were last heard, from any device.
    pub there: Option<DateTime<Utc>>,
}

impl StoredNotices {
    /// Somebody who wants nothing yet.
    #[must_use]
    pub fn new(who: EmployeeId, now: DateTime<Utc>) -> Self {
        let who = who.to_string();
        Self { who, remind: false, news: false, since: now, day: String::new(), cursor: 0, told: None, there: None }
    }

    /// The last day whose reminder is settled.
    #[must_use]
    pub fn settled(&self) -> Option<NaiveDate> {
        parse_day(&self.day)
    }
}

fn device(who: EmployeeId, name: &str) -> RecordId {
    let who = who.to_string();
    let Value::Array(parts) = list([text(who.clone()), text(name)]) else { return record("push", who) };
    RecordId::new("push", parts)
}

fn owner(name: &str) -> Value {
    Value::RecordId(record("pushby", name))
}

fn notices(who: EmployeeId) -> Value {
    Value::RecordId(record("notices", who.to_string()))
}

impl Db {
    /// The secret of this name; this fresh one, if there was none.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn secret(&self, name: &str, fresh: &str) -> Result<String, DbError> {
        const BATCH: &str =
            "BEGIN; IF (SELECT VALUE hash FROM ONLY $rid) = NONE { CREATE $rid CONTENT { hash: $fresh } }; COMMIT;";
        let bound = vars([("rid", Value::RecordId(record("credential", name))), ("fresh", text(fresh))]);
        match self.run(BATCH, bound).await {
            // Another node was first: its secret is everybody's.
            Ok(_) | Err(DbError::Conflict) => {}
            Err(DbError::Other(said)) if said.contains("already exists") => {}
            Err(error) => return Err(error),
        }
        self.credential(name).await?.ok_or_else(|| DbError::Unreadable(format!("secret {name}")))
    }

    /// Keeps a device.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_device(&self, who: EmployeeId, kept: &StoredDevice) -> Result<(), DbError> {
        const BATCH: &str = "BEGIN; UPSERT $rid CONTENT $row; UPSERT $owner CONTENT { who: $who }; COMMIT;";
        let bound = vars([
            ("rid", Value::RecordId(device(who, &kept.name))),
            ("owner", owner(&kept.name)),
            ("who", text(who.to_string())),
            ("row", kept.clone().into_value()),
        ]);
        self.run(BATCH, bound).await.map(drop)
    }

    /// The device belongs to this session from now on.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn renew_device(&self, who: EmployeeId, name: &str, session: &str) -> Result<(), DbError> {
        let bound = vars([("rid", Value::RecordId(device(who, name))), ("under", text(session))]);
        self.run("UPDATE $rid SET session = $under", bound).await.map(drop)
    }

    /// The devices of a person.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn push_devices(&self, who: EmployeeId) -> Result<Vec<StoredDevice>, DbError> {
        const QUERY: &str = "SELECT name, endpoint, p256dh, auth, language, remind, news, session, since FROM push:[$who, '']..[$who, '~']";
        Ok(self.run(QUERY, vars([("who", text(who.to_string()))])).await?.take(0)?)
    }

    /// Whose device this is.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn push_owner(&self, name: &str) -> Result<Option<EmployeeId>, DbError> {
        let found: Option<String> =
            self.run("SELECT VALUE who FROM ONLY $owner", vars([("owner", owner(name))])).await?.take(0)?;
        Ok(found.and_then(|who| who.parse().ok()))
    }

    /// Forgets a device.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn drop_device(&self, who: EmployeeId, name: &str) -> Result<(), DbError> {
        const BATCH: &str = "
            BEGIN;
            DELETE $rid;
            IF (SELECT VALUE who FROM ONLY $owner) = $who { DELETE $owner };
            COMMIT;";
        let bound =
            vars([("rid", Value::RecordId(device(who, name))), ("owner", owner(name)), ("who", text(who.to_string()))]);
        self.run(BATCH, bound).await.map(drop)
    }

    /// What this person wants to be told, and was told last.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn notices_of(&self, who: EmployeeId) -> Result<Option<StoredNotices>, DbError> {
        const QUERY: &str = "SELECT who, remind, news, since, day, cursor, told, there FROM ONLY $rid";
        Ok(self.run(QUERY, vars([("rid", notices(who))])).await?.take(0)?)
    }

    /// Writes it down.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_notices(&self, who: EmployeeId, row: &StoredNotices) -> Result<(), DbError> {
        let bound = vars([("rid", notices(who)), ("row", row.clone().into_value())]);
        self.run("UPSERT $rid CONTENT $row", bound).await.map(drop)
    }

    /// Forgets it: there is no device left.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn drop_notices(&self, who: EmployeeId) -> Result<(), DbError> {
        self.run("DELETE $rid", vars([("rid", notices(who))])).await.map(drop)
    }

    /// A page of everybody who wants to be told something.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn notices(&self, after: Option<&str>, most: usize) -> Result<Page<StoredNotices>, DbError> {
        const PAGE: &str = "SELECT who, remind, news, since, day, cursor, told, there FROM $range LIMIT $most";
        let rows: Vec<StoredNotices> = self.run(PAGE, page_of("notices", after, most)).await?.take(0)?;
        let next = rows.last().filter(|_| rows.len() == most).map(|row| row.who.clone());
        Ok(Page { rows, next })
    }

    /// Settles the reminder of a day, if nobody else has: whoever is told yes may send it.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn settle_reminder(&self, who: EmployeeId, day: NaiveDate) -> Result<bool, DbError> {
        const BATCH: &str = "
            BEGIN;
            LET $was = (SELECT VALUE day FROM ONLY $rid FOR UPDATE);
            IF $was = NONE OR $was >= $day { THROW 'teladan-moved' };
            UPDATE $rid SET day = $day;
            COMMIT;";
        self.first(BATCH, vars([("rid", notices(who)), ("day", text(day_text(day)))])).await
    }

    /// Moves the cursor of a person's news on, if nobody else has. `told`: when they are told of it, if they are.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn settle_news(
        &self,
        who: EmployeeId,
        (from, to): (i64, i64),
        told: Option<DateTime<Utc>>,
    ) -> Result<bool, DbError> {
        const BATCH: &str = "
            BEGIN;
            LET $was = (SELECT VALUE cursor FROM ONLY $rid FOR UPDATE);
            IF $was != $from { THROW 'teladan-moved' };
            UPDATE $rid SET cursor = $to, told = $told ?? told;
            COMMIT;";
        let told = told.map_or(Value::None, SurrealValue::into_value);
        self.first(
            BATCH,
            vars([("rid", notices(who)), ("from", from.into_value()), ("to", to.into_value()), ("told", told)]),
        )
        .await
    }

    /// Was this one the first? Of two nodes that settle the same, one is.
    async fn first(&self, batch: &'static str, bound: surrealdb::types::Variables) -> Result<bool, DbError> {
        match self.run(batch, bound).await {
            Ok(_) => Ok(true),
            Err(DbError::Conflict) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Has this person an entry with this work date? One id range, and not more than one row of it.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn has_entry(&self, who: EmployeeId, day: NaiveDate) -> Result<bool, DbError> {
        const QUERY: &str =
            "SELECT VALUE seq FROM live:[$scope, 'entry', $day, '']..[$scope, 'entry', $day, '~'] LIMIT 1";
        let bound = vars([("scope", text(Scope::Own(who).to_string())), ("day", text(day_text(day)))]);
        let found: Vec<i64> = self.run(QUERY, bound).await?.take(0)?;
        Ok(!found.is_empty())
    }
}
