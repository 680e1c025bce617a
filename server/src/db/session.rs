//! Sessions and credentials. Outside the domain's log: secrets never enter it. Tokens are kept as hashes.

use chrono::{DateTime, Utc};
use shared::ids::EmployeeId;
use surrealdb::types::{SurrealValue, Value, object};

use super::{Db, DbError, record, vars};

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

    /// Notes that somebody has signed in with this account. The first time counts.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn mark_used(&self, account: &str) -> Result<(), DbError> {
        const QUERY: &str = "UPDATE $rid SET used_at = time::now() WHERE used_at = NONE";
        self.run(QUERY, vars([("rid", Value::RecordId(record("credential", account)))])).await.map(drop)
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
