//! Who has moved and has not been followed by their work yet: `moving:{person}/{revision}`, one for each move, so that a second one
//! before the first was followed takes nothing of it away. Written by the transaction that moves them, and taken away when everything
//! has been carried. A server that stops in between finds it when it starts again.

use std::collections::BTreeSet;
use std::ops::Bound;

use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::row::{Key, Row};
use shared::sync::office::Batch;
use surrealdb::types::{Object, RecordId, RecordIdKey, RecordIdKeyRange, SurrealValue, Value};

use super::{Db, DbError, list, record, vars};

/// Moves told at once.
const MOVES_MAX: usize = 200;

/// Somebody who has moved, once or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The units they have left; none when only the superior is another.
    pub left: BTreeSet<UnitId>,
    /// Which moves these are, by their names in the database.
    moves: Vec<String>,
}

#[derive(Debug, SurrealValue)]
struct StoredMove {
    id: String,
    unit: Option<String>,
}

fn employee(row: Option<&Row>) -> Option<&Employee> {
    if let Some(Row::Employee(employee)) = row { Some(employee) } else { None }
}

/// Records for those whom this batch moves.
pub(super) fn puts<P>(batch: &Batch<P>) -> Vec<Value> {
    let moved = |change: &shared::change::Change| {
        let shared::change::Op::Put { row } = &change.op else { return None };
        let now = employee(Some(row))?;
        let before = employee(batch.before.get(&Key::from(now.id)))?;
        ((before.unit, before.superior) != (now.unit, now.superior)).then(|| (before.unit, now.clone()))
    };
    batch.changes.iter().filter_map(moved).map(|(left, now)| put(left, &now)).collect()
}

fn put(left: UnitId, now: &Employee) -> Value {
    let (mut row, mut put) = (Object::new(), Object::new());
    if left != now.unit {
        row.insert("unit".to_owned(), left.to_string());
    }
    put.insert("rid".to_owned(), record("moving", format!("{}/{}", now.id, now.rev)));
    put.insert("row".to_owned(), row);
    Value::Object(put)
}

impl Db {
    /// Those who have moved and wait to be followed, some of them.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn moving(&self) -> Result<BTreeSet<EmployeeId>, DbError> {
        const PAGE: &str = "SELECT record::id(id) AS id, unit FROM $range LIMIT $most";
        let found: Vec<StoredMove> = self.run(PAGE, super::tend::page_of("moving", None, MOVES_MAX)).await?.take(0)?;
        // A move from before each had a record of its own is called by the person alone.
        let person = |one: StoredMove| one.id.split('/').next()?.parse().ok();
        Ok(found.into_iter().filter_map(person).collect())
    }

    /// These moves have been followed. What has moved the person since is not.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn followed(&self, moved: &Moved) -> Result<(), DbError> {
        let gone = list(moved.moves.iter().map(|id| Value::RecordId(record("moving", id.clone()))));
        self.run("FOR $rid IN $gone { DELETE $rid }", vars([("gone", gone)])).await.map(drop)
    }

    /// Has this one moved and not been followed?
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn is_moving(&self, person: EmployeeId) -> Result<Option<Moved>, DbError> {
        const ALL: &str = "SELECT record::id(id) AS id, unit FROM $range";
        let start = RecordIdKey::String(person.to_string());
        let end = RecordIdKey::String(format!("{person}~"));
        let range = RecordIdKeyRange { start: Bound::Included(start), end: Bound::Excluded(end) };
        let range = RecordId::new("moving", RecordIdKey::Range(Box::new(range)));
        let found: Vec<StoredMove> = self.run(ALL, vars([("range", Value::RecordId(range))])).await?.take(0)?;
        let left = found.iter().filter_map(|one| one.unit.as_deref()?.parse().ok()).collect();
        let moves: Vec<String> = found.into_iter().map(|one| one.id).collect();
        Ok((!moves.is_empty()).then_some(Moved { left, moves }))
    }
}
