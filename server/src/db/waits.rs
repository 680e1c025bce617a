//! What still waits, whatever its day: `wait:[person, day, entry]` for each entry that somebody still has to do something about, and
//! `letter:[entry, remark]` for what was said about an entry. Kept by the same transaction as the rows themselves.
//!
//! A board shows the last days of everything and of what is older only this, so that it opens as fast after years as in the first
//! week, and nothing that waits gets out of sight. What was forgotten here is found by nobody; what stands here too long is passed
//! over, because the row itself has the last word.

use chrono::NaiveDate;
use shared::change::Op;
use shared::entry::Entry;
use shared::ids::{EmployeeId, EntryId};
use shared::remark::Remark;
use shared::row::{Key, Row};
use shared::stamp::day_text;
use shared::sync::office::Batch;
use surrealdb::types::{Array, Object, RecordId, SurrealValue, Value};

use super::read::StoredRow;
use super::{Db, DbError, list, text, vars};

/// Entries of one person that are told at most, the oldest.
const PERSON_ENTRIES_MAX: i64 = 60;
/// Entries that are told at most, the oldest. What comes after them is told when these are done.
const ENTRIES_MAX: usize = 240;

/// What waits from before some day.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// The entries and what was said about them.
    pub rows: Vec<Row>,
    /// There is more than is told.
    pub more: bool,
}

#[derive(Debug, SurrealValue)]
struct StoredWait {
    day: String,
    entry: String,
}

fn spot(entry: &Entry) -> RecordId {
    let key = [entry.owner.to_string(), day_text(entry.work_date), entry.id.to_string()];
    RecordId::new("wait", Array::from(key.map(text).to_vec()))
}

fn letter(remark: &Remark) -> RecordId {
    RecordId::new("letter", Array::from([remark.entry.to_string(), remark.id.to_string()].map(text).to_vec()))
}

/// The rows as they are at the end of the batch, each with how it was before; none when it is gone.
fn turns<P>(batch: &Batch<P>) -> impl Iterator<Item = (Option<&Row>, Option<&Row>)> {
    let last =
        |at: usize, key: &Key| !batch.changes[at + 1..].iter().any(|change| change.op.key().as_ref() == Some(key));
    batch.changes.iter().enumerate().filter_map(move |(at, change)| {
        let key = change.op.key().filter(|key| last(at, key))?;
        let now = if let Op::Put { row } = &change.op { Some(row) } else { None };
        Some((batch.before.get(&key), now))
    })
}

/// Where an open entry stands; nowhere, if it is closed or is none.
fn place(row: Option<&Row>) -> Option<RecordId> {
    if let Some(Row::Entry(entry)) = row { Some(spot(entry)).filter(|_| entry.is_open()) } else { None }
}

/// Records that come.
pub(super) fn puts<P>(batch: &Batch<P>) -> Vec<RecordId> {
    let mut puts = Vec::new();
    for (before, now) in turns(batch) {
        puts.extend(place(now).filter(|place| self::place(before).as_ref() != Some(place)));
        if let (None, Some(Row::Remark(remark))) = (before, now) {
            puts.push(letter(remark));
        }
    }
    puts
}

/// Records that go.
pub(super) fn drops<P>(batch: &Batch<P>) -> Vec<RecordId> {
    let mut drops = Vec::new();
    for (before, now) in turns(batch) {
        drops.extend(place(before).filter(|place| self::place(now).as_ref() != Some(place)));
        if let (Some(Row::Remark(remark)), None) = (before, now) {
            drops.push(letter(remark));
        }
    }
    drops
}

/// The same as the transaction takes them: a record without anything in it.
pub(super) fn empty(rid: RecordId) -> Value {
    let mut put = Object::new();
    put.insert("rid".to_owned(), rid);
    put.insert("row".to_owned(), Object::new());
    Value::Object(put)
}

impl Db {
    /// What waits of these people's work from before this day, the oldest first, with what was said about it: a range of ids for each
    /// person and one for each entry.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn waiting(&self, owners: &[EmployeeId], before: NaiveDate) -> Result<Waiting, DbError> {
        if owners.is_empty() {
            return Ok(Waiting::default());
        }
        let mut bound = vars([("until", text(day_text(before))), ("most", PERSON_ENTRIES_MAX.into_value())]);
        let mut batch = String::from("BEGIN;");
        for (at, owner) in owners.iter().enumerate() {
            bound.insert(format!("of{at}"), text(owner.to_string()));
            batch.push_str(&format!(
                "SELECT id[1] AS day, id[2] AS entry FROM wait:[$of{at}, '']..[$of{at}, $until] LIMIT $most;"
            ));
        }
        batch.push_str("COMMIT;");
        let mut results = self.run(batch, bound).await?;
        let (mut found, mut more) = (Vec::new(), false);
        for at in 1..=owners.len() {
            let some: Vec<StoredWait> = results.take(at)?;
            more |= i64::try_from(some.len()).unwrap_or(i64::MAX) == PERSON_ENTRIES_MAX;
            found.extend(some);
        }
        found.sort_by(|one, other| (&one.day, &one.entry).cmp(&(&other.day, &other.entry)));
        more |= found.len() > ENTRIES_MAX;
        found.truncate(ENTRIES_MAX);
        let keys: Vec<Key> = found.into_iter().map(|wait| Key { kind: "entry".to_owned(), id: wait.entry }).collect();
        let open = |row: &Row| matches!(row, Row::Entry(entry) if entry.is_open() && owners.contains(&entry.owner));
        let mut rows: Vec<Row> = self.rows(&keys).await?.into_iter().filter(open).collect();
        let entries: Vec<EntryId> =
            rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry.id) } else { None }).collect();
        rows.append(&mut self.letters(&entries).await?);
        Ok(Waiting { rows, more })
    }

    /// Everything that was said about these entries.
    async fn letters(&self, entries: &[EntryId]) -> Result<Vec<Row>, DbError> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let mut bound = surrealdb::types::Variables::new();
        let mut batch = String::from("BEGIN;");
        for (at, entry) in entries.iter().enumerate() {
            bound.insert(format!("of{at}"), text(entry.to_string()));
            batch.push_str(&format!("SELECT VALUE id[1] FROM letter:[$of{at}, '']..[$of{at}, '~'];"));
        }
        batch.push_str("COMMIT;");
        let mut results = self.run(batch, bound).await?;
        let mut keys = Vec::new();
        for at in 1..=entries.len() {
            let ids: Vec<String> = results.take(at)?;
            keys.extend(ids.into_iter().map(|id| Key { kind: "remark".to_owned(), id }));
        }
        self.rows(&keys).await
    }

    /// A page of a table of rows, in the order of their ids, written down here as far as it belongs here: for a database from before
    /// there was this. Twice is once.
    ///
    /// # Errors
    /// As [`Db::waiting`].
    pub async fn note_waits(&self, table: &str, after: Option<&str>, most: usize) -> Result<Option<String>, DbError> {
        const PAGE: &str = "SELECT row FROM $range LIMIT $most";
        let found: Vec<StoredRow> = self.run(PAGE, super::tend::page_of(table, after, most)).await?.take(0)?;
        let full = found.len() == most;
        let (mut rids, mut last) = (Vec::new(), None);
        for stored in found {
            let row: Row = serde_json::from_value(stored.row)?;
            last = row.key().map(|key| key.id).or(last);
            rids.extend(place(Some(&row)));
            if let Row::Remark(remark) = &row {
                rids.push(letter(remark));
            }
        }
        let rids = list(rids.into_iter().map(Value::RecordId));
        self.run("FOR $rid IN $rids { UPSERT $rid }", vars([("rids", rids)])).await?;
        Ok(last.filter(|_| full))
    }
}
