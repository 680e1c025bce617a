//! Under which days a row may stand among the current rows of scopes. A row is filed by its day, and a scope that it no longer reaches
//! keeps it as it was: when its owner comes back, the row may lie there under a day that nobody else remembers.

use std::collections::BTreeMap;

use shared::row::{Key, Row, Rows};
use shared::sync::office::Batch;
use surrealdb::types::{SurrealValue, Value};

use super::{Db, DbError, list, record, vars};

/// The days of rows whose day has ever changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Filed(BTreeMap<Key, Vec<String>>);

#[derive(Debug, SurrealValue)]
struct StoredDays {
    id: String,
    days: Option<Vec<String>>,
}

impl Filed {
    /// Every day under which the row may stand: as it is remembered, as it was, and as it is now.
    pub(super) fn days(&self, key: &Key, before: &Rows, now: Option<&Row>) -> Vec<String> {
        let mut days = self.0.get(key).cloned().unwrap_or_default();
        days.extend(before.get(key).into_iter().chain(now).map(Row::day));
        days.sort();
        days.dedup();
        days
    }
}

impl Db {
    /// What is remembered of the entries in this batch, the only rows whose day can change. Apart from the transaction: the days change with
    /// the row, and the transaction finds out if that has moved.
    pub(super) async fn filed(&self, batch: &Batch<serde_json::Value>) -> Result<Filed, DbError> {
        let known = |key: &Key| key.kind == "entry" && batch.before.has(key);
        let keys: Vec<Key> = batch.changes.iter().filter_map(|change| change.op.key()).filter(known).collect();
        if keys.is_empty() {
            return Ok(Filed::default());
        }
        let ids = list(keys.iter().map(|key| Value::RecordId(record(&key.kind, key.id.clone()))));
        let found = self.run("SELECT record::id(id) AS id, days FROM $ids", vars([("ids", ids)])).await;
        let found: Vec<StoredDays> = found?.take(0)?;
        let key = |id: String| Key { kind: "entry".to_owned(), id };
        Ok(Filed(found.into_iter().filter_map(|row| Some((key(row.id), row.days?))).collect()))
    }
}
