//! The database room: SurrealDB, and rows as it keeps them. Knows nothing of HTTP or of who may do what.
//!
//! - [`commit`]: the one transaction that a command becomes; `look`, `store`: the sync core's questions and its store;
//! - [`read`]: point reads and id ranges; no query here scans a table;
//! - [`log`]: changes after a cursor, verdicts and a unit's rows, each in one snapshot;
//! - [`tend`]: what is old, page by page, and sums counted anew;
//! - [`waits`]: what still waits, whatever its day; [`moves`]: who has moved and was not followed yet;
//! - `people`, `names`: people by name, wishes that wait, rights;
//! - [`rollup`]: sums that the transaction keeps, and counting them again;
//! - [`session`], [`gift`], [`browser`], [`push`], [`tv`], [`photo`], [`parcel`], `batch`: what is not part of the domain's log;
//! - [`witness`]: what was asked, for tests and measurements.
//!
//! One `BEGIN … COMMIT` per `.query()`; errors are read with `take_errors()` because the conflict sits on the COMMIT row;
//! only whole batches are retried. `docs/adr/0003-surrealdb.md` tells why.

mod batch;
pub mod browser;
pub mod commit;
mod filed;
mod firsts;
pub mod gift;
#[cfg(any(test, feature = "bench"))]
pub mod load;
pub mod log;
mod look;
pub mod moves;
mod names;
pub mod parcel;
mod people;
pub mod photo;
#[cfg(test)]
mod probes;
pub mod push;
pub mod read;
pub mod rollup;
pub mod session;
mod store;
pub mod tend;
pub mod tv;
pub mod waits;
pub mod witness;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use surrealdb::engine::any::{self, Any};
use surrealdb::opt::Config;
use surrealdb::types::{Array, QueryError, RecordId, Value, Variables};
use surrealdb::{IndexedResults, Surreal};

/// Longest time one query may take before it counts as failed, in seconds.
const QUERY_SECONDS_MAX: u64 = 20;

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Somebody else changed what was read: do the whole thing again.
    #[error("changed meanwhile")]
    Conflict,
    /// The line to the database is down, or it did not answer in time. Whether a write happened is unknown.
    #[error("database out of reach: {0}")]
    Unreachable(String),
    /// The data folder is in use by another process.
    #[error("data folder in use: {0}")]
    InUse(String),
    /// A row could not be understood.
    #[error("unreadable row: {0}")]
    Unreadable(String),
    /// Anything else: a bug or a full disk.
    #[error("database: {0}")]
    Other(String),
}

impl From<surrealdb::Error> for DbError {
    fn from(error: surrealdb::Error) -> Self {
        let text = error.to_string();
        match error.query_details() {
            Some(QueryError::TransactionConflict) => Self::Conflict,
            Some(QueryError::TimedOut { .. }) => Self::Unreachable(text),
            _ if error.is_connection() => Self::Unreachable(text),
            _ if text.contains("outcome is unknown") => Self::Unreachable(text),
            _ if text.contains("LOCK") || text.contains("lock file") || text.contains("already in use") => {
                Self::InUse(text)
            }
            _ => Self::Other(text),
        }
    }
}

impl From<serde_json::Error> for DbError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// The one handle. Never cloned inside: each clone of a `Surreal` is a new session (and a new sign-in over `ws://`).
#[derive(Clone, Debug)]
pub struct Db {
    handle: Arc<Surreal<Any>>,
    witness: Option<Arc<witness::Witness>>,
    firsts: firsts::Firsts,
}

impl Db {
    /// Opens `url` (`rocksdb://DIR?sync=every`, `ws://HOST:PORT`, `mem://`) and the agency's own database within it.
    ///
    /// # Errors
    /// [`DbError::InUse`] when another process holds the folder, [`DbError::Unreachable`] when nobody answers.
    pub async fn open(url: &str, agency: &str) -> Result<Self, DbError> {
        let config = Config::new().query_timeout(Duration::from_secs(QUERY_SECONDS_MAX));
        let connecting = any::connect((strip_credentials(url), config));
        let handle = tokio::time::timeout(Duration::from_secs(QUERY_SECONDS_MAX), connecting)
            .await
            .map_err(|_| DbError::Unreachable(format!("no answer within {QUERY_SECONDS_MAX} s")))??;
        if let Some((user, password)) = credentials(url) {
            let root = surrealdb::opt::auth::Root { username: user.to_owned(), password: password.to_owned() };
            handle.signin(root).await?;
        }
        handle.use_ns("teladan").use_db(agency).await?;
        let db = Self { handle: Arc::new(handle), witness: None, firsts: firsts::Firsts::default() };
        db.prepare().await?;
        Ok(db)
    }

    /// Tables exist before they are read; SurrealDB 3 calls reading an undefined table an error.
    async fn prepare(&self) -> Result<(), DbError> {
        const TABLES: &str =
            "DEFINE TABLE IF NOT EXISTS head; DEFINE TABLE IF NOT EXISTS change; DEFINE TABLE IF NOT EXISTS live;
            DEFINE TABLE IF NOT EXISTS command; DEFINE TABLE IF NOT EXISTS device; DEFINE TABLE IF NOT EXISTS session;
            DEFINE TABLE IF NOT EXISTS credential; DEFINE TABLE IF NOT EXISTS photo; DEFINE TABLE IF NOT EXISTS note;
            DEFINE TABLE IF NOT EXISTS unit; DEFINE TABLE IF NOT EXISTS employee; DEFINE TABLE IF NOT EXISTS account;
            DEFINE TABLE IF NOT EXISTS plan; DEFINE TABLE IF NOT EXISTS entry; DEFINE TABLE IF NOT EXISTS remark;
            DEFINE TABLE IF NOT EXISTS service; DEFINE TABLE IF NOT EXISTS counter; DEFINE TABLE IF NOT EXISTS response;
            DEFINE TABLE IF NOT EXISTS claim; DEFINE TABLE IF NOT EXISTS parcel; DEFINE TABLE IF NOT EXISTS slice;
            DEFINE TABLE IF NOT EXISTS browser; DEFINE TABLE IF NOT EXISTS draft;
            DEFINE TABLE IF NOT EXISTS absences; DEFINE TABLE IF NOT EXISTS templates; DEFINE TABLE IF NOT EXISTS asked;
            DEFINE TABLE IF NOT EXISTS admin; DEFINE TABLE IF NOT EXISTS career; DEFINE TABLE IF NOT EXISTS name;
            DEFINE TABLE IF NOT EXISTS import; DEFINE TABLE IF NOT EXISTS imported; DEFINE TABLE IF NOT EXISTS mapping;
            DEFINE TABLE IF NOT EXISTS opened; DEFINE TABLE IF NOT EXISTS rollup;
            DEFINE TABLE IF NOT EXISTS tally; DEFINE TABLE IF NOT EXISTS span; DEFINE TABLE IF NOT EXISTS staff;
            DEFINE TABLE IF NOT EXISTS away; DEFINE TABLE IF NOT EXISTS wait; DEFINE TABLE IF NOT EXISTS letter;
            DEFINE TABLE IF NOT EXISTS moving; DEFINE TABLE IF NOT EXISTS part;
            DEFINE TABLE IF NOT EXISTS tv; DEFINE TABLE IF NOT EXISTS tvkey;
            DEFINE TABLE IF NOT EXISTS tvcode; DEFINE TABLE IF NOT EXISTS dialogue; DEFINE TABLE IF NOT EXISTS echo;
            DEFINE TABLE IF NOT EXISTS claim; DEFINE TABLE IF NOT EXISTS terms; DEFINE TABLE IF NOT EXISTS goal;
            DEFINE TABLE IF NOT EXISTS expectation; DEFINE TABLE IF NOT EXISTS team;
            DEFINE TABLE IF NOT EXISTS push; DEFINE TABLE IF NOT EXISTS pushby; DEFINE TABLE IF NOT EXISTS notices;
            INSERT IGNORE INTO note { id: 'epoch', epoch: time::millis(time::now()) };";
        self.run(TABLES, Variables::new()).await.map(drop)
    }

    /// Runs one batch and reports its first real error. The work goes on to its end in a task of its own, also when the
    /// one who asked goes away: a transaction that is dropped half-way is a warning in every operator's log.
    pub(crate) async fn run(
        &self,
        batch: impl Into<Cow<'static, str>>,
        vars: Variables,
    ) -> Result<IndexedResults, DbError> {
        let batch: Cow<'static, str> = batch.into();
        if let Some(witness) = &self.witness {
            witness.note(&batch, &vars);
        }
        self.ask(batch, vars).await
    }

    async fn ask(&self, batch: Cow<'static, str>, vars: Variables) -> Result<IndexedResults, DbError> {
        let handle = self.handle.clone();
        let work = tokio::spawn(async move {
            let patience = Duration::from_secs(QUERY_SECONDS_MAX);
            tokio::time::timeout(patience, handle.query(batch).bind(vars).into_future()).await
        });
        let answer = work.await.map_err(|error| DbError::Other(error.to_string()))?;
        let mut results = answer.map_err(|_| DbError::Unreachable("no answer in time".to_owned()))??;
        match first_error(&mut results) {
            None => Ok(results),
            Some(error) => Err(error),
        }
    }

    /// Does the database answer?
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), DbError> {
        self.run("RETURN 1", Variables::new()).await.map(drop)
    }
}

/// `ws://user:password@host:port` → the address without the credentials.
fn strip_credentials(url: &str) -> String {
    match (url.split_once("://"), credentials(url)) {
        (Some((scheme, rest)), Some(_)) => {
            format!("{scheme}://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host))
        }
        _ => url.to_owned(),
    }
}

fn credentials(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.starts_with("ws") {
        return None;
    }
    rest.rsplit_once('@')?.0.split_once(':')
}

/// A conflict anywhere in the batch outweighs the "not executed" rows around it; a throw of ours says that rows moved.
fn first_error(results: &mut IndexedResults) -> Option<DbError> {
    let mut errors: Vec<_> = results.take_errors().into_iter().collect();
    errors.sort_by_key(|(at, _)| *at);
    let conflict = |error: &surrealdb::Error| {
        error.query_details() == Some(&QueryError::TransactionConflict) || error.message().contains(commit::MOVED)
    };
    if errors.iter().any(|(_, error)| conflict(error)) {
        return Some(DbError::Conflict);
    }
    let real =
        errors.iter().position(|(_, error)| error.query_details() != Some(&QueryError::NotExecuted)).unwrap_or(0);
    (!errors.is_empty()).then(|| DbError::from(errors.swap_remove(real).1))
}

/// Variables by name.
pub(crate) fn vars<const N: usize>(pairs: [(&str, Value); N]) -> Variables {
    let mut all = Variables::new();
    for (name, value) in pairs {
        all.insert(name, value);
    }
    all
}

/// A text value.
pub(crate) fn text(text: impl Into<String>) -> Value {
    Value::String(text.into())
}

/// The record of a row, a command or a device: its table and its id.
pub(crate) fn record(table: &str, id: impl Into<String>) -> RecordId {
    RecordId::new(table, id.into())
}

/// A list value.
pub(crate) fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(Array::from(values.into_iter().collect::<Vec<_>>()))
}
