//! Sessions and credentials. Outside the domain's log: secrets never enter it. Tokens are kept as hashes.

use chrono::{DateTime, Utc};
use shared::ids::EmployeeId;
use shared::sync::office::Store;
use surrealdb::types::{SurrealValue, Value, object};

use super::{Db, DbError, record, vars};

/// How often a session is tried to be kept while others write to the same account.
const TRIES_MAX: u32 = 9;

/// A session as the database keeps it, under the hash of its token.
#[derive(Clone, Debug, SurrealValue)]
pub struct StoredSession {
    /// Whose.
    pub employee: String,
    /// Until when.
    pub until: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct StoredCredential {
    hash: String,
}

impl Db {
    /// Keeps a session under the hash of its token.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn open_session(&self, hash: &str, employee: EmployeeId, until: DateTime<Utc>) -> Result<(), DbError> {
        let row = StoredSession { employee: employee.to_string(), until }.into_value();
        let batch = vars([("rid", Value::RecordId(record("session", hash))), ("row", row)]);
        self.run("UPSERT $rid CONTENT $row", batch).await.map(drop)
    }

    /// Keeps a session of whoever has signed in with this account, if its password is still the one that was looked at, by its hash, and
    /// the account is still there; tells whether. Of the one transaction, because looking takes a while: a new password ends all
    /// sessions, and one that begins afterwards by the old one would stay. It also notes that the account has been used; the first
    /// time counts.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn sign_in(
        &self,
        (account, known): (&str, &str),
        hash: &str,
        session: StoredSession,
    ) -> Result<bool, DbError> {
        const BATCH: &str = "
            BEGIN;
            IF (SELECT VALUE hash FROM ONLY $credential FOR UPDATE) = $known
                AND (SELECT VALUE rev FROM ONLY $account FOR UPDATE) != NONE {
                UPSERT $rid CONTENT $row;
                UPDATE $credential SET used_at = time::now() WHERE used_at = NONE;
            };
            SELECT VALUE employee FROM $rid;
            COMMIT;";
        let batch = vars([
            ("credential", Value::RecordId(record("credential", account))),
            ("account", Value::RecordId(record("account", account))),
            ("known", super::text(known)),
            ("rid", Value::RecordId(record("session", hash))),
            ("row", session.into_value()),
        ]);
        let mut tries = 1;
        loop {
            match self.run(BATCH, batch.clone()).await {
                // Somebody else has come in with the same account in the same moment, or its password is another now: look again.
                Err(DbError::Conflict) if tries < TRIES_MAX => {
                    self.pause(tries).await;
                    tries += 1;
                }
                answer => {
                    let found: Vec<String> = answer?.take(2)?;
                    return Ok(!found.is_empty());
                }
            }
        }
    }

    /// The session under this hash, ended ones included.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn session(&self, hash: &str) -> Result<Option<StoredSession>, DbError> {
        let batch = vars([("rid", Value::RecordId(record("session", hash)))]);
        Ok(self.run("SELECT employee, until FROM ONLY $rid", batch).await?.take(0)?)
    }

    /// Ends a session. Ending twice is ending once.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn close_session(&self, hash: &str) -> Result<(), DbError> {
        self.run("DELETE $rid", vars([("rid", Value::RecordId(record("session", hash)))])).await.map(drop)
    }

    /// Ends all sessions of a person. Scans the sessions, because only an operator's rare order asks for it.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn close_sessions_of(&self, employee: EmployeeId) -> Result<(), DbError> {
        let batch = vars([("employee", super::text(employee.to_string()))]);
        self.run("DELETE session WHERE employee = $employee", batch).await.map(drop)
    }

    /// Keeps the argon2id hash of an account's password.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_credential(&self, account: &str, hash: &str) -> Result<(), DbError> {
        let row = Value::Object(object! { hash: hash.to_owned() });
        let batch = vars([("rid", Value::RecordId(record("credential", account))), ("row", row)]);
        self.run("UPSERT $rid CONTENT $row", batch).await.map(drop)
    }

    /// The argon2id hash of an account's password.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn credential(&self, account: &str) -> Result<Option<String>, DbError> {
        let batch = vars([("rid", Value::RecordId(record("credential", account)))]);
        let stored: Option<StoredCredential> = self.run("SELECT hash FROM ONLY $rid", batch).await?.take(0)?;
        Ok(stored.map(|credential| credential.hash))
    }

    /// Has anybody ever signed in with this account, since its password was last given out?
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn is_used(&self, account: &str) -> Result<bool, DbError> {
        const QUERY: &str = "SELECT VALUE used_at FROM $rid WHERE used_at != NONE";
        let batch = vars([("rid", Value::RecordId(record("credential", account)))]);
        let found: Vec<Value> = self.run(QUERY, batch).await?.take(0)?;
        Ok(!found.is_empty())
    }

    /// Forgets the password of an account that is no more.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn drop_credential(&self, account: &str) -> Result<(), DbError> {
        let batch = vars([("rid", Value::RecordId(record("credential", account)))]);
        self.run("DELETE $rid", batch).await.map(drop)
    }

    /// Has the installation been told this (such as "the demo agency is there")?
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn noted(&self, what: &str) -> Result<bool, DbError> {
        let batch = vars([("rid", Value::RecordId(record("note", what)))]);
        let found: Vec<Value> = self.run("SELECT id FROM $rid", batch).await?.take(0)?;
        Ok(!found.is_empty())
    }

    /// Remembers it.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn note(&self, what: &str) -> Result<(), DbError> {
        self.run("UPSERT $rid SET at = time::now()", vars([("rid", Value::RecordId(record("note", what)))]))
            .await
            .map(drop)
    }
}
