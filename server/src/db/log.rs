//! Reading the log: what is new in a scope since a cursor, with the verdicts a device waits for, from one snapshot.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use shared::change::Op;
use shared::ids::CommandId;
use shared::row::Row;
use shared::scope::Scope;
use shared::sync::wire::{Answer, LiveChange};
use shared::unit::Unit;
use surrealdb::types::{SurrealValue, Value};

use super::read::{StoredRow, read_verdicts};
use super::{Db, DbError, list, record, text, vars};

/// Changes in one page of a scope's news.
pub const CHANGES_MAX: usize = 256;

/// Statements of a snapshot that answer with rows, after the head and the verdicts.
const ROW_STATEMENTS: std::ops::RangeInclusive<usize> = 3..=11;

/// News of one scope and verdicts, as of one moment.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The scope's head at that moment.
    pub head: u64,
    /// Changes after the cursor, at most [`CHANGES_MAX`].
    pub changes: Vec<LiveChange>,
    /// Verdicts of the commands asked for.
    pub answers: Vec<Answer>,
}

impl News {
    /// Do they follow this cursor? Not after a restore, and not when the log no longer reaches back so far.
    #[must_use]
    pub fn follow(&self, cursor: u64) -> bool {
        self.changes.first().map_or(self.head == cursor, |change| change.seq == cursor + 1)
    }
}

/// A scope's rows, as of one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The scope's head at that moment.
    pub head: u64,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Verdicts of the commands asked for.
    pub answers: Vec<Answer>,
}

#[derive(Debug, SurrealValue)]
struct StoredChange {
    seq: i64,
    op: serde_json::Value,
    at: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct StoredAnswer {
    id: String,
    verdict: serde_json::Value,
}

impl Db {
    /// The heads of these scopes; a scope that nobody has written to stands at 0.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn heads(&self, scopes: &[Scope]) -> Result<Vec<(Scope, u64)>, DbError> {
        let ids = list(scopes.iter().map(|scope| Value::RecordId(record("head", scope.to_string()))));
        let mut results = self.run("SELECT VALUE [record::id(id), seq] FROM $ids", vars([("ids", ids)])).await?;
        let rows: Vec<(String, i64)> = results.take(0)?;
        let known: BTreeMap<String, i64> = rows.into_iter().collect();
        let of = |scope: &Scope| known.get(&scope.to_string()).map_or(0, |seq| u64::try_from(*seq).unwrap_or(0));
        Ok(scopes.iter().map(|scope| (*scope, of(scope))).collect())
    }

    /// What is new in `scope` after `cursor`, and what became of the commands in `waiting`.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn news(&self, scope: Scope, cursor: u64, waiting: &[CommandId]) -> Result<News, DbError> {
        const BATCH: &str = "
            BEGIN;
            SELECT VALUE seq FROM $head;
            SELECT id[1] AS seq, op, at FROM change:[$scope, $from]..=[$scope, $until];
            SELECT record::id(id) AS id, verdict FROM $waiting;
            COMMIT;";
        let from = i64::try_from(cursor + 1).unwrap_or(i64::MAX);
        let until = from.saturating_add(i64::try_from(CHANGES_MAX - 1).unwrap_or(0));
        let batch = vars([
            ("head", Value::RecordId(record("head", scope.to_string()))),
            ("scope", text(scope.to_string())),
            ("from", from.into_value()),
            ("until", until.into_value()),
            ("waiting", command_ids(waiting)),
        ]);
        let mut results = self.run(BATCH, batch).await?;
        let head: Option<i64> = results.take(1)?;
        let changes: Vec<StoredChange> = results.take(2)?;
        let answers: Vec<StoredAnswer> = results.take(3)?;
        let changes = changes.into_iter().map(read_change).collect::<Result<Vec<_>, _>>()?;
        Ok(News { head: unsigned(head.unwrap_or(0)), changes, answers: read_answers(answers)? })
    }

    /// The rows of one kind in `scope`: one id range, however much else lies there.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn of_kind(&self, scope: Scope, kind: &str) -> Result<Vec<Row>, DbError> {
        const BATCH: &str = "SELECT row FROM live:[$scope, $kind, '']..[$scope, $kind, '~']";
        let mut results = self.run(BATCH, vars([("scope", text(scope.to_string())), ("kind", text(kind))])).await?;
        let rows: Vec<StoredRow> = results.take(0)?;
        rows.into_iter().map(|stored| Ok(serde_json::from_value(stored.row)?)).collect()
    }

    /// Who has looked at this person's page since a day.
    ///
    /// # Errors
    /// As [`Db::of_kind`].
    pub async fn looks(&self, scope: Scope, since: NaiveDate) -> Result<Vec<Row>, DbError> {
        const BATCH: &str = "SELECT row FROM live:[$scope, 'opened', $since]..[$scope, 'opened', '~']";
        let bound = vars([("scope", text(scope.to_string())), ("since", text(since.to_string()))]);
        let rows: Vec<StoredRow> = self.run(BATCH, bound).await?.take(0)?;
        rows.into_iter().map(|stored| Ok(serde_json::from_value(stored.row)?)).collect()
    }

    /// All units of the agency.
    ///
    /// # Errors
    /// As [`Db::of_kind`].
    pub async fn units(&self) -> Result<Vec<Unit>, DbError> {
        let rows = self.of_kind(Scope::Office, "unit").await?.into_iter();
        Ok(rows.filter_map(|row| if let Row::Unit(unit) = row { Some(unit) } else { None }).collect())
    }

    /// All rows of `scope`, entries, remarks and responses from `since` on.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn snapshot(&self, scope: Scope, since: NaiveDate, waiting: &[CommandId]) -> Result<Snapshot, DbError> {
        const BATCH: &str = "
            BEGIN;
            SELECT VALUE seq FROM $head;
            SELECT record::id(id) AS id, verdict FROM $waiting;
            SELECT row FROM live:[$scope, 'unit', '']..[$scope, 'unit', '~'];
            SELECT row FROM live:[$scope, 'employee', '']..[$scope, 'employee', '~'];
            SELECT row FROM live:[$scope, 'plan', '']..[$scope, 'plan', '~'];
            SELECT row FROM live:[$scope, 'absences', '']..[$scope, 'absences', '~'];
            SELECT row FROM live:[$scope, 'service', '']..[$scope, 'service', '~'];
            SELECT row FROM live:[$scope, 'counter', '']..[$scope, 'counter', '~'];
            SELECT row FROM live:[$scope, 'entry', $since]..[$scope, 'entry', '~'];
            SELECT row FROM live:[$scope, 'remark', $since]..[$scope, 'remark', '~'];
            SELECT row FROM live:[$scope, 'response', $since]..[$scope, 'response', '~'];
            COMMIT;";
        let batch = vars([
            ("head", Value::RecordId(record("head", scope.to_string()))),
            ("scope", text(scope.to_string())),
            ("since", text(since.to_string())),
            ("waiting", command_ids(waiting)),
        ]);
        let mut results = self.run(BATCH, batch).await?;
        let head: Option<i64> = results.take(1)?;
        let answers: Vec<StoredAnswer> = results.take(2)?;
        let mut rows: Vec<StoredRow> = Vec::new();
        for statement in ROW_STATEMENTS {
            rows.append(&mut results.take(statement)?);
        }
        let rows = rows
            .into_iter()
            .map(|stored| Ok(serde_json::from_value(stored.row)?))
            .collect::<Result<Vec<_>, DbError>>()?;
        Ok(Snapshot { head: unsigned(head.unwrap_or(0)), rows, answers: read_answers(answers)? })
    }
}

fn command_ids(ids: &[CommandId]) -> Value {
    list(ids.iter().map(|id| Value::RecordId(record("command", id.to_string()))))
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn read_change(stored: StoredChange) -> Result<LiveChange, DbError> {
    let op: Op = serde_json::from_value(stored.op)?;
    Ok(LiveChange { seq: unsigned(stored.seq), op, at: stored.at })
}

fn read_answers(rows: Vec<StoredAnswer>) -> Result<Vec<Answer>, DbError> {
    let verdicts = read_verdicts(rows.into_iter().map(|row| (row.id, row.verdict)))?;
    let unreadable = |id: &str| DbError::Unreadable(format!("command id {id}"));
    verdicts
        .into_iter()
        .map(|(id, verdict)| Ok(Answer { id: id.parse().map_err(|_| unreadable(&id))?, verdict }))
        .collect()
}
