//! First passwords: credentials that know who gave them and when. Of several who give one at the same time, one does. What was lost
//! on its way may be given anew by the same hand, until somebody has signed in with it.

use chrono::{DateTime, Utc};
use surrealdb::types::{SurrealValue, Value};

use super::{Db, DbError, record, text, vars};

/// What is known of a credential beside its hash.
#[derive(Clone, Debug, SurrealValue)]
pub struct StoredGift {
    /// The hand that gave it first; none when it was given in another way.
    pub given_by: Option<String>,
    /// When it did.
    pub given_at: Option<DateTime<Utc>>,
    /// When somebody first signed in with it.
    pub used_at: Option<DateTime<Utc>>,
}

/// A first password for an account.
#[derive(Clone, Copy, Debug)]
pub struct Gift<'a> {
    /// The account.
    pub account: &'a str,
    /// The hand that gives it.
    pub by: &'a str,
    /// When.
    pub at: DateTime<Utc>,
    /// What the same hand gave until then, and nobody has used, counts as lost.
    pub lost: DateTime<Utc>,
}

impl<'a> Gift<'a> {
    /// One that is never given a second time.
    #[must_use]
    pub const fn once(account: &'a str, by: &'a str, at: DateTime<Utc>) -> Self {
        Self { account, by, at, lost: DateTime::UNIX_EPOCH }
    }
}

impl Db {
    /// What is known of the password of an account; none when it has none.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn gift(&self, account: &str) -> Result<Option<StoredGift>, DbError> {
        let batch = vars([("rid", Value::RecordId(record("credential", account)))]);
        Ok(self.run("SELECT given_by, given_at, used_at FROM ONLY $rid", batch).await?.take(0)?)
    }

    /// Gives an account its first password. No when it has one already that is not lost, or somebody else was first.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn give(&self, gift: &Gift<'_>, hash: &str) -> Result<bool, DbError> {
        const BATCH: &str = "
            BEGIN;
            LET $was = (SELECT VALUE hash FROM ONLY $rid FOR UPDATE);
            LET $used = (SELECT VALUE used_at FROM ONLY $rid);
            LET $hand = (SELECT VALUE given_by FROM ONLY $rid);
            LET $when = (SELECT VALUE given_at FROM ONLY $rid);
            IF $was != NONE AND ($used != NONE OR $hand != $by OR $when > $lost) { THROW 'teladan-moved' };
            UPSERT $rid CONTENT { hash: $hash, given_by: $by, given_at: $at };
            COMMIT;";
        let bound = vars([
            ("rid", Value::RecordId(record("credential", gift.account))),
            ("by", text(gift.by)),
            ("at", gift.at.into_value()),
            ("lost", gift.lost.into_value()),
            ("hash", text(hash)),
        ]);
        match self.run(BATCH, bound).await {
            Ok(_) => Ok(true),
            Err(DbError::Conflict) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
