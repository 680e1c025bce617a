//! Loading: what the writer would have written, record by record, for commands that are decided one after the other in memory. A year of
//! a whole agency takes minutes in this way, and hours through transactions.
//!
//! Only measurements load. It goes past the one writer, so a test writes the same commands through it and compares every table.

mod finish;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use shared::change::{Change, Op};
use shared::entry::Review;
use shared::ids::DeviceId;
use shared::rollup::share::{self, Sums};
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::checksum;
use shared::sync::office::{Batch, Look, Seen, Store, Trouble};
use shared::sync::talk::Epoch;
use surrealdb::types::{Array, Object, RecordId, SurrealValue, Value, object};

use super::{Db, DbError, commit, list, names, record, text, vars, waits};

/// Records inserted in one transaction.
const RECORDS_AT_ONCE: usize = 500;

/// Records by table, ready to be inserted.
#[derive(Debug, Default)]
pub struct Load(BTreeMap<String, Vec<Value>>);

impl Load {
    fn put(&mut self, rid: RecordId, mut row: Object) {
        let table = rid.table.to_string();
        row.insert("id".to_owned(), rid);
        self.0.entry(table).or_default().push(Value::Object(row));
    }

    /// How many records these are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The copy of a row among a scope's current rows.
#[derive(Clone, Debug)]
struct Live {
    seq: u64,
    day: String,
    sum: u32,
    row: serde_json::Value,
}

#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    seq: u64,
    floor: u64,
    sum: u32,
}

#[derive(Debug, Default)]
struct State {
    rows: HashMap<Key, Row>,
    live: HashMap<(Scope, Key), Live>,
    heads: BTreeMap<Scope, Standing>,
    devices: HashMap<DeviceId, (u64, DateTime<Utc>)>,
    names: BTreeMap<String, (RecordId, Object)>,
    waits: BTreeMap<String, RecordId>,
    sums: Sums,
    ready: Load,
}

/// A database in memory that hands its records out as soon as nothing changes them any more: commands and changes at once, an entry
/// when it is approved, the rest at the end.
#[derive(Debug)]
pub struct Loader {
    epoch: Epoch,
    /// Changes from before this moment have left the logs.
    since: DateTime<Utc>,
    state: Mutex<State>,
}

impl Loader {
    /// For an empty database: its epoch goes on.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn for_empty(db: &Db, since: DateTime<Utc>) -> Result<Self, DbError> {
        let epoch = db.see(&Look::default()).await?.epoch;
        Ok(Self { epoch, since, state: Mutex::default() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many records are ready by now.
    pub fn ready(&self) -> usize {
        self.state().ready.len()
    }

    /// What is ready by now.
    pub fn take(&self) -> Load {
        std::mem::take(&mut self.state().ready)
    }
}

impl Store for Loader {
    type Payload = serde_json::Value;
    type Error = Infallible;

    async fn look(&self, look: &Look) -> Result<Seen, Infallible> {
        let state = self.state();
        let mut seen = Seen { epoch: self.epoch, ..Seen::default() };
        look.rows.iter().filter_map(|key| state.rows.get(key)).for_each(|row| seen.rows.put(row.clone()));
        seen.last = look.device.and_then(|device| state.devices.get(&device)).map_or(0, |(seq, _)| *seq);
        Ok(seen)
    }

    async fn commit(&self, batch: Batch<serde_json::Value>) -> Result<Vec<(Scope, u64)>, Trouble<Infallible>> {
        let mut state = self.state();
        if let Some(step) = &batch.step {
            state.devices.insert(step.device, (step.to, batch.at));
        }
        if let Some(record) = &batch.record {
            // A verdict and an actor are always JSON.
            if let Ok((rid, row)) = commit::command_row(record, &batch) {
                state.ready.put(rid, row);
            }
        }
        state.add(&share::deltas(&batch.before, &batch.changes));
        for gone in names::drops(&batch) {
            if let Value::RecordId(rid) = gone {
                state.names.remove(&format!("{:?}", rid.key));
            }
        }
        for (rid, row) in names::spots(&batch.changes) {
            state.names.insert(format!("{:?}", rid.key), (rid, row));
        }
        for gone in waits::drops(&batch) {
            state.waits.remove(&format!("{gone:?}"));
        }
        for rid in waits::puts(&batch) {
            state.waits.insert(format!("{rid:?}"), rid);
        }
        let by = batch.record.as_ref().map_or(Value::None, |record| text(record.id.to_string()));
        let mut heads = Vec::new();
        for (scope, changes) in commit::by_scope(&batch.changes) {
            heads.push((scope, state.write(scope, &changes, &batch, &by, self.since)));
        }
        for change in &batch.changes {
            state.keep(change);
        }
        Ok(heads)
    }

    async fn pause(&self, _tries: u32) {}
}

impl State {
    /// Writes changes to a scope's log and to its current rows.
    fn write(
        &mut self,
        scope: Scope,
        changes: &[&Change],
        batch: &Batch<serde_json::Value>,
        by: &Value,
        since: DateTime<Utc>,
    ) -> u64 {
        let mut head = self.heads.get(&scope).copied().unwrap_or_default();
        for change in changes {
            head.seq += 1;
            let Some(key) = change.op.key() else { continue };
            let (place, json) = ((scope, key), serde_json::to_value(&change.op).unwrap_or_default());
            if batch.at < since {
                head.floor = head.seq;
            } else {
                let seq = i64::try_from(head.seq).unwrap_or(i64::MAX);
                let rid = RecordId::new("change", Array::from(vec![text(scope.to_string()), seq.into_value()]));
                self.ready.put(rid, object! { op: json, at: batch.at, command: by.clone() });
            }
            let before = self.live.remove(&place).map_or(0, |live| live.sum);
            head.sum = head.sum.wrapping_sub(before);
            if let Op::Put { row } = &change.op {
                let sum = checksum::of_row(row).unwrap_or(0);
                head.sum = head.sum.wrapping_add(sum);
                let row_json = serde_json::to_value(row).unwrap_or_default();
                self.live.insert(place, Live { seq: head.seq, day: row.day(), sum, row: row_json });
            }
        }
        self.heads.insert(scope, head);
        head.seq
    }

    /// The row as it is now; an approved entry is closed, and leaves the memory with its copies.
    fn keep(&mut self, change: &Change) {
        let Some(key) = change.op.key() else { return };
        match &change.op {
            Op::Put { row: Row::Entry(entry) } if entry.review == Review::Approved => {
                self.rows.remove(&key);
                self.let_go(&key, &Row::Entry(entry.clone()));
                for scope in &change.scopes {
                    if let Some(live) = self.live.remove(&(*scope, key.clone())) {
                        self.let_copy_go(*scope, &key, live);
                    }
                }
            }
            Op::Put { row } => {
                self.rows.insert(key, row.clone());
            }
            Op::Drop { .. } => {
                self.rows.remove(&key);
            }
        }
    }

    fn let_go(&mut self, key: &Key, row: &Row) {
        let json = serde_json::to_value(row).unwrap_or_default();
        self.ready.put(record(&key.kind, key.id.clone()), object! { rev: i64::from(row.rev()), row: json });
    }

    fn let_copy_go(&mut self, scope: Scope, key: &Key, live: Live) {
        let parts = [text(scope.to_string()), text(key.kind.clone()), text(live.day), text(key.id.clone())];
        let rid = RecordId::new("live", Array::from(parts.to_vec()));
        let seq = i64::try_from(live.seq).unwrap_or(i64::MAX);
        self.ready.put(rid, object! { seq: seq, row: live.row, sum: i64::from(live.sum) });
    }

    fn add(&mut self, more: &Sums) {
        more.days.iter().for_each(|(of, counts)| self.sums.days.entry(*of).or_default().add(counts, 1));
        more.spans.iter().for_each(|(of, sums)| self.sums.spans.entry(*of).or_default().add(sums, 1));
        more.parts.iter().for_each(|(of, sums)| self.sums.parts.entry(*of).or_default().add(sums, 1));
        more.staff.iter().for_each(|(unit, people)| *self.sums.staff.entry(*unit).or_default() += people);
    }
}

impl Db {
    /// Inserts what is ready, some records at a time.
    ///
    /// # Errors
    /// The database is out of reach, or one of the records is there already.
    pub async fn load(&self, load: Load) -> Result<(), DbError> {
        for (table, records) in load.0 {
            let mut records = records.into_iter().peekable();
            while records.peek().is_some() {
                let some = list(records.by_ref().take(RECORDS_AT_ONCE));
                self.run(format!("INSERT INTO {table} $records RETURN NONE"), vars([("records", some)])).await?;
            }
        }
        Ok(())
    }
}
