//! The one transaction that a command becomes: what was read is still so, rows, logs, heads, and the command with its verdict.
//!
//! Each scope touched counts its head up in the same transaction, so the log of a scope is gap-free and in commit order:
//! two writers of one scope collide on the head, and snapshot isolation lets only the first of them through.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use shared::change::{Change, Op, apply};
use shared::rollup::share::{self, Sums};
use shared::row::{Key, Rows};
use shared::scope::Scope;
use shared::sync::checksum;
use shared::sync::office::{Batch, Record};
use surrealdb::types::{Object, RecordId, SurrealValue, Value, object};

use super::filed::Filed;
use super::{Db, DbError, list, moves, names, record, rollup, text, vars, waits};

/// Thrown by the batch when something that the core looked at has changed since.
pub(super) const MOVED: &str = "teladan-moved";

/// Sums count modulo 2^32. What is added before the remainder is a multiple of that, and more than one batch can take away.
const BATCH: &str = "
BEGIN;
IF (SELECT VALUE epoch FROM ONLY note:epoch) != $epoch { THROW 'teladan-moved' };
FOR $read IN $reads {
    LET $rid = $read.rid;
    LET $rev = (SELECT VALUE rev FROM ONLY $rid FOR UPDATE) ?? 0;
    IF $rev != $read.rev { THROW 'teladan-moved' };
};
FOR $step IN $steps {
    LET $rid = $step.rid;
    LET $last = (SELECT VALUE seq FROM ONLY $rid) ?? 0;
    IF $last != $step.from { THROW 'teladan-moved' };
    UPSERT $rid MERGE { seq: $step.to, heard_at: $at };
};
FOR $command IN $commands { CREATE $command.rid CONTENT $command.row };
FOR $put IN $puts { UPSERT $put.rid CONTENT $put.row };
FOR $scope IN $scopes {
    LET $n = array::len($scope.changes);
    LET $spots = $scope.spots;
    LET $was = math::sum((SELECT VALUE sum ?? 0 FROM $spots));
    LET $head = (UPSERT ONLY $scope.rid SET
        sum = IF seq != NONE AND sum = NONE { NONE } ELSE { ((sum ?? 0) + $scope.sum + 17592186044416 - $was) % 4294967296 },
        seq = (seq ?? 0) + $n
        RETURN VALUE seq);
    FOR $change IN $scope.changes {
        LET $seq = $head - $n + $change.at;
        CREATE type::record('change', [$scope.name, $seq]) CONTENT { op: $change.op, at: $at, command: $by };
        IF $change.live != NONE {
            UPSERT type::record('live', $change.live) CONTENT { seq: $seq, row: $change.row, sum: $change.sum }
        };
        FOR $left IN $change.left { DELETE type::record('live', $left) };
    };
};
FOR $gone IN $drops { DELETE $gone };
FOR $floor IN $floors {
    LET $rid = $floor.rid;
    LET $before = (SELECT VALUE floor FROM ONLY $rid) ?? 0;
    IF $floor.upto > $before {
        UPDATE $rid SET floor = $floor.upto;
        DELETE change:[$floor.name, 0]..=[$floor.name, $floor.upto];
    };
};";

/// The end of every batch.
const END: &str = "
SELECT VALUE [record::id(id), seq] FROM $heads;
COMMIT;";

/// The transaction of a command that moves no sum, and of one that does. The longer text costs the database time to read.
static PLAIN: LazyLock<String> = LazyLock::new(|| [BATCH, END].concat());
static WITH_SUMS: LazyLock<String> = LazyLock::new(|| [BATCH, rollup::ADD, END].concat());

impl Db {
    /// Carries out what was decided, in one transaction, and tells the heads of the scopes it wrote to.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when anything that was looked at has changed since, when somebody else wrote to the same scope in
    /// the same moment, or when the command is there already: start over.
    pub async fn write(&self, batch: &Batch<serde_json::Value>) -> Result<Vec<(Scope, u64)>, DbError> {
        let scopes = by_scope(&batch.changes);
        let filed = self.filed(batch).await?;
        let heads = scopes.iter().map(|(scope, _)| Value::RecordId(super::record("head", scope.to_string())));
        let heads = list(heads.collect::<Vec<_>>());
        let command = batch.record.as_ref();
        let by = command.map_or(Value::None, |record| text(record.id.to_string()));
        let logs = scopes.iter().map(|(scope, changes)| scope_value(*scope, changes, &batch.before, &filed));
        let sums = share::deltas(&batch.before, &batch.changes);
        let mut variables = vars([
            ("epoch", signed(batch.epoch.0).into_value()),
            ("reads", list(batch.reads.iter().map(|(key, rev)| read_value(key, *rev)))),
            ("steps", list(batch.step.iter().map(step_value))),
            ("commands", list(command.map(|record| command_value(record, batch)).transpose()?)),
            ("by", by),
            ("puts", list(puts(&batch.changes, &batch.before, &filed)?.into_iter().chain(beside(batch)))),
            ("drops", list(drops(&batch.changes).into_iter().chain(gone_beside(batch)))),
            ("scopes", list(logs.collect::<Result<Vec<_>, _>>()?)),
            ("floors", list(batch.floors.iter().map(|(scope, upto)| floor_value(*scope, *upto)))),
            ("heads", heads),
            ("at", batch.at.into_value()),
        ]);
        let text = if sums == Sums::default() { PLAIN.as_str() } else { WITH_SUMS.as_str() };
        for (name, value) in rollup::additions(&sums) {
            variables.insert(name, value);
        }
        match self.run(text, variables).await {
            Ok(mut results) => {
                let at = results.num_statements().saturating_sub(2);
                let rows: Vec<(String, i64)> = results.take(at)?;
                let head = |(scope, seq): (String, i64)| Some((scope.parse().ok()?, u64::try_from(seq).ok()?));
                Ok(rows.into_iter().filter_map(head).collect())
            }
            Err(DbError::Other(text)) if text.contains("already exists") => Err(DbError::Conflict),
            Err(error) => Err(error),
        }
    }
}

fn rid(key: &Key) -> surrealdb::types::RecordId {
    record(&key.kind, key.id.clone())
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn read_value(key: &Key, rev: u32) -> Value {
    Value::Object(object! { rid: rid(key), rev: i64::from(rev) })
}

fn step_value(step: &shared::sync::office::Step) -> Value {
    let rid = super::record("device", step.device.to_string());
    Value::Object(object! { rid: rid, from: signed(step.from), to: signed(step.to) })
}

fn floor_value(scope: Scope, upto: u64) -> Value {
    let rid = super::record("head", scope.to_string());
    Value::Object(object! { rid: rid, name: scope.to_string(), upto: signed(upto) })
}

fn command_value(record: &Record<serde_json::Value>, batch: &Batch<serde_json::Value>) -> Result<Value, DbError> {
    let (rid, row) = command_row(record, batch)?;
    Ok(Value::Object(object! { rid: rid, row: row }))
}

/// A command as it is kept, and where.
pub(super) fn command_row(
    record: &Record<serde_json::Value>,
    batch: &Batch<serde_json::Value>,
) -> Result<(RecordId, Object), DbError> {
    let row = object! {
        device: record.device.to_string(),
        seq: signed(record.seq),
        actor: serde_json::to_value(record.actor)?,
        payload: record.payload.clone(),
        received_at: batch.at,
        verdict: serde_json::to_value(&record.verdict)?,
    };
    Ok((super::record("command", record.id.to_string()), row))
}

fn puts(changes: &[Change], before: &Rows, filed: &Filed) -> Result<Vec<Value>, DbError> {
    let mut puts = Vec::new();
    for change in changes {
        if let Op::Put { row } = &change.op
            && let Some(key) = row.key()
        {
            let days = filed.days(&key, before, Some(row));
            let days = if days.len() > 1 { list(days.into_iter().map(text)) } else { Value::None };
            let row = object! { rev: i64::from(row.rev()), row: serde_json::to_value(row)?, days: days };
            puts.push(Value::Object(object! { rid: rid(&key), row: row }));
        }
    }
    Ok(puts)
}

/// What is kept beside the rows so that they are found.
fn beside(batch: &Batch<serde_json::Value>) -> impl Iterator<Item = Value> {
    let waits = waits::puts(batch).into_iter().map(waits::empty);
    names::puts(&batch.changes).into_iter().chain(waits).chain(moves::puts(batch))
}

fn gone_beside(batch: &Batch<serde_json::Value>) -> impl Iterator<Item = Value> {
    names::drops(batch).into_iter().chain(waits::drops(batch).into_iter().map(Value::RecordId))
}

/// Rows that are gone at the end. One that a later change of the same batch puts again is not.
fn drops(changes: &[Change]) -> Vec<Value> {
    let again = |key: &Key, rest: &[Change]| {
        rest.iter().any(|change| matches!(&change.op, Op::Put { row } if row.key().as_ref() == Some(key)))
    };
    let gone = changes.iter().enumerate().filter_map(|(at, change)| match &change.op {
        Op::Drop { key } if !again(key, &changes[at + 1..]) => Some(Value::RecordId(rid(key))),
        Op::Drop { .. } | Op::Put { .. } => None,
    });
    gone.collect()
}

/// The changes of each scope, scopes in sorted order so that writers take the heads in the same order.
pub(super) fn by_scope(changes: &[Change]) -> Vec<(Scope, Vec<&Change>)> {
    let mut scopes: Vec<Scope> = changes.iter().flat_map(|change| change.scopes.iter().copied()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
        .into_iter()
        .map(|scope| (scope, changes.iter().filter(|change| change.scopes.contains(&scope)).collect()))
        .collect()
}

/// What happens in one scope: its changes, the places of the rows that were there, and what the rows add to the sum.
fn scope_value(scope: Scope, changes: &[&Change], before: &Rows, filed: &Filed) -> Result<Value, DbError> {
    let mut rows = before.clone();
    let mut values = Vec::new();
    let mut spots: BTreeMap<Key, Vec<Value>> = BTreeMap::new();
    let mut sums: BTreeMap<Key, u32> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let (key, row, stored) = match &change.op {
            Op::Put { row } => (row.key(), Some(row), serde_json::to_value(row)?),
            Op::Drop { key } => (Some(key.clone()), None, serde_json::Value::Null),
        };
        let Some(key) = key else { continue };
        let place = |day: String| live_key(scope, &key, day);
        let live = row.map(|row| place(row.day()));
        let places: Vec<Value> = filed.days(&key, &rows, row).into_iter().map(place).collect();
        let left = list(places.iter().filter(|place| live.as_ref() != Some(place)).cloned());
        spots.entry(key.clone()).or_insert(places);
        let sum = row.and_then(checksum::of_row).unwrap_or(0);
        sums.insert(key, sum);
        apply(&mut rows, &change.op);
        let at = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let op = serde_json::to_value(&change.op)?;
        let live = live.unwrap_or(Value::None);
        values
            .push(Value::Object(object! { at: at, op: op, live: live, left: left, row: stored, sum: i64::from(sum) }));
    }
    let (rid, name) = (super::record("head", scope.to_string()), scope.to_string());
    let spots = list(spots.into_values().flatten().filter_map(live_record));
    let sum: i64 = sums.into_values().map(i64::from).sum();
    Ok(Value::Object(object! { name: name, rid: rid, changes: list(values), spots: spots, sum: sum }))
}

/// The record of a place among the current rows.
fn live_record(place: Value) -> Option<Value> {
    let Value::Array(parts) = place else { return None };
    Some(Value::RecordId(surrealdb::types::RecordId::new("live", parts)))
}

/// Where a row stands among the current rows of a scope: by kind, then by day, then by id.
fn live_key(scope: Scope, key: &Key, day: String) -> Value {
    list([text(scope.to_string()), text(key.kind.clone()), text(day), text(key.id.clone())])
}
