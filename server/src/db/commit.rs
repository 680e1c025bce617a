//! The one transaction that a command becomes: what was read is still so, rows, logs, heads, and the command with its verdict.
//!
//! Each scope touched counts its head up in the same transaction, so the log of a scope is gap-free and in commit order:
//! two writers of one scope collide on the head, and snapshot isolation lets only the first of them through.

use chrono::{DateTime, Utc};
use shared::change::{Change, Op};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;
use shared::sync::wire::Verdict;
use surrealdb::types::{SurrealValue, Value, object};

use super::{Db, DbError, list, record, text, vars};

/// Thrown by the batch when a row that the rule looked at has changed since.
pub(super) const MOVED: &str = "teladan-moved";

const BATCH: &str = "
BEGIN;
FOR $read IN $reads {
    LET $rid = $read.rid;
    LET $rev = (SELECT VALUE rev FROM ONLY $rid FOR UPDATE) ?? 0;
    IF $rev != $read.rev { THROW 'teladan-moved' };
};
CREATE $command.rid CONTENT $command.row;
FOR $put IN $puts { UPSERT $put.rid CONTENT $put.row };
FOR $gone IN $drops { DELETE $gone };
FOR $scope IN $scopes {
    LET $n = array::len($scope.changes);
    LET $head = (UPSERT ONLY $scope.rid SET seq = (seq ?? 0) + $n RETURN VALUE seq);
    FOR $change IN $scope.changes {
        LET $seq = $head - $n + $change.at;
        CREATE type::record('change', [$scope.name, $seq]) CONTENT { op: $change.op, at: $at, command: $command.id };
        IF $change.live != NONE { UPSERT type::record('live', $change.live) CONTENT { seq: $seq, row: $change.row } };
        IF $change.left != NONE { DELETE type::record('live', $change.left) };
    };
};
UPSERT $device.rid MERGE $device.row;
SELECT VALUE [record::id(id), seq] FROM $heads;
COMMIT;";

/// A command as the database keeps it, for ever: audit, dedupe, and the tray of the person.
#[derive(Clone, Debug)]
pub struct Record {
    /// The command's id.
    pub id: String,
    /// Its device.
    pub device: String,
    /// Its place in the device's order.
    pub seq: u64,
    /// Who gave it, as JSON.
    pub actor: serde_json::Value,
    /// The command as it came.
    pub payload: serde_json::Value,
    /// When the office received it.
    pub received_at: DateTime<Utc>,
    /// What was decided.
    pub verdict: Verdict,
}

/// How far a scope's log has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which scope.
    pub scope: Scope,
    /// Its last change.
    pub seq: u64,
}

impl Db {
    /// Carries out what was decided, in one transaction.
    ///
    /// `reads` are the rows that the rule looked at, with the revision it saw (0 for a row that was not there).
    ///
    /// # Errors
    /// [`DbError::Conflict`] when any of them has changed since, when somebody else wrote to the same scope in the same
    /// moment, or when the command is there already: start over.
    pub async fn commit(
        &self,
        record: &Record,
        reads: &[(Key, u32)],
        before: &Rows,
        changes: &[Change],
    ) -> Result<Vec<Head>, DbError> {
        let scopes = by_scope(changes);
        let heads: Vec<Value> =
            scopes.iter().map(|(scope, _)| Value::RecordId(super::record("head", scope.to_string()))).collect();
        let batch = vars([
            (
                "reads",
                list(reads.iter().map(|(key, rev)| Value::Object(object! { rid: rid(key), rev: i64::from(*rev) }))),
            ),
            ("command", command_value(record)?),
            ("puts", list(puts(changes)?)),
            (
                "drops",
                list(changes.iter().filter_map(|change| {
                    if let Op::Drop { key } = &change.op { Some(Value::RecordId(rid(key))) } else { None }
                })),
            ),
            (
                "scopes",
                list(
                    scopes
                        .iter()
                        .map(|(scope, changes)| scope_value(*scope, changes, before))
                        .collect::<Result<Vec<_>, _>>()?,
                ),
            ),
            (
                "device",
                Value::Object(
                    object! { rid: super::record("device", record.device.clone()), row: object! { seq: i64::try_from(record.seq).unwrap_or(i64::MAX), heard_at: record.received_at } },
                ),
            ),
            ("heads", list(heads)),
            ("at", record.received_at.into_value()),
        ]);
        match self.run(BATCH, batch).await {
            Ok(mut results) => {
                let at = results.num_statements().saturating_sub(2);
                let rows: Vec<(String, i64)> = results.take(at)?;
                Ok(rows
                    .into_iter()
                    .filter_map(|(scope, seq)| Some(Head { scope: scope.parse().ok()?, seq: u64::try_from(seq).ok()? }))
                    .collect())
            }
            Err(DbError::Other(text)) if text.contains("already exists") => Err(DbError::Conflict),
            Err(error) => Err(error),
        }
    }
}

fn rid(key: &Key) -> surrealdb::types::RecordId {
    record(&key.kind, key.id.clone())
}

fn command_value(record: &Record) -> Result<Value, DbError> {
    let row = object! {
        device: record.device.clone(),
        seq: i64::try_from(record.seq).unwrap_or(i64::MAX),
        actor: record.actor.clone(),
        payload: record.payload.clone(),
        received_at: record.received_at,
        verdict: serde_json::to_value(&record.verdict)?,
    };
    Ok(Value::Object(object! { rid: super::record("command", record.id.clone()), id: record.id.clone(), row: row }))
}

fn puts(changes: &[Change]) -> Result<Vec<Value>, DbError> {
    let mut puts = Vec::new();
    for change in changes {
        if let Op::Put { row } = &change.op
            && let Some(key) = row.key()
        {
            let row = object! { rev: i64::from(row.rev()), row: serde_json::to_value(row)? };
            puts.push(Value::Object(object! { rid: rid(&key), row: row }));
        }
    }
    Ok(puts)
}

/// The changes of each scope, scopes in sorted order so that writers take the heads in the same order.
fn by_scope(changes: &[Change]) -> Vec<(Scope, Vec<&Change>)> {
    let mut scopes: Vec<Scope> = changes.iter().flat_map(|change| change.scopes.iter().copied()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
        .into_iter()
        .map(|scope| (scope, changes.iter().filter(|change| change.scopes.contains(&scope)).collect()))
        .collect()
}

fn scope_value(scope: Scope, changes: &[&Change], before: &Rows) -> Result<Value, DbError> {
    let mut values = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let (live, left, row) = match &change.op {
            Op::Put { row } => (live_key(scope, row), moved_from(scope, row, before), serde_json::to_value(row)?),
            Op::Drop { key } => (None, before.get(key).and_then(|row| live_key(scope, row)), serde_json::Value::Null),
        };
        let at = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let or_none = |key: Option<Value>| key.unwrap_or(Value::None);
        values.push(Value::Object(object! { at: at, op: serde_json::to_value(&change.op)?, live: or_none(live), left: or_none(left), row: row }));
    }
    Ok(Value::Object(
        object! { name: scope.to_string(), rid: super::record("head", scope.to_string()), changes: list(values) },
    ))
}

/// Where the row stands among the current rows of a scope: by kind, then by day, then by id.
fn live_key(scope: Scope, row: &Row) -> Option<Value> {
    let key = row.key()?;
    Some(list([text(scope.to_string()), text(key.kind), text(row.day()), text(key.id)]))
}

/// The place it has left, when its day has changed.
fn moved_from(scope: Scope, row: &Row, before: &Rows) -> Option<Value> {
    let before = before.get(&row.key()?)?;
    (before.day() != row.day()).then(|| live_key(scope, before)).flatten()
}
