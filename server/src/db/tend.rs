//! What tending asks of the database: tables by pages in the order of their ids, one change's time, and the sum of a scope counted
//! anew. No page is larger than it was asked to be, and a page is one range of ids.

use std::collections::BTreeMap;
use std::ops::Bound;

use chrono::{DateTime, Utc};
use shared::row::Key;
use shared::scope::Scope;
use shared::sync::checksum;
use surrealdb::types::{Array, RecordId, RecordIdKey, RecordIdKeyRange, SurrealValue, Value, object};

use super::look::SUMS;
use super::{Db, DbError, list, record, text, vars};

/// A page of a table: what was on it, and where the next one begins.
#[derive(Debug)]
pub struct Page<T> {
    /// What was on it.
    pub rows: Vec<T>,
    /// The last id on it, if there may be more.
    pub next: Option<String>,
}

/// How a scope's log stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which scope.
    pub scope: Scope,
    /// Its last place.
    pub head: u64,
    /// Up to where its log is gone.
    pub floor: u64,
    /// Does it keep a sum? A head that was written before there were sums does not.
    pub summed: bool,
}

/// A scope's sum, counted from its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What the head says.
    pub kept: Option<u32>,
    /// What the rows say.
    pub counted: u32,
    /// Places of rows that stand elsewhere in a later revision.
    pub stale: usize,
    seq: i64,
    /// The rows whose own sums are not what they should be, with what they should be.
    wrong: Vec<(Spot, u32)>,
    gone: Vec<Spot>,
}

impl Count {
    /// Is everything as it should be? A head without a sum is: it was never told one.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.stale == 0 && self.kept.is_none_or(|kept| kept == self.counted && self.wrong.is_empty())
    }
}

/// Kind, day and id of a row in a scope.
type Spot = (String, String, String);

#[derive(Debug, SurrealValue)]
struct StoredHead {
    id: String,
    seq: Option<i64>,
    floor: Option<i64>,
    sum: Option<i64>,
}

#[derive(Debug, SurrealValue)]
struct StoredTime {
    id: String,
    at: Option<DateTime<Utc>>,
}

#[derive(Debug, SurrealValue)]
struct StoredPlace {
    kind: String,
    day: String,
    place: String,
    rev: Option<i64>,
    sum: Option<i64>,
}

impl Db {
    /// A page of all scopes.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn standings(&self, after: Option<&str>, most: usize) -> Result<Page<Standing>, DbError> {
        const PAGE: &str = "SELECT record::id(id) AS id, seq, floor, sum FROM $range LIMIT $most";
        let found: Vec<StoredHead> = self.run(PAGE, page_of("head", after, most)).await?.take(0)?;
        let next = found.last().filter(|_| found.len() == most).map(|head| head.id.clone());
        let standing = |head: StoredHead| {
            let (scope, summed) = (head.id.parse().ok()?, head.sum.is_some());
            Some(Standing { scope, head: unsigned(head.seq), floor: unsigned(head.floor), summed })
        };
        Ok(Page { rows: found.into_iter().filter_map(standing).collect(), next })
    }

    /// When this change was made; none if it is not in the log.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn change_time(&self, scope: Scope, place: u64) -> Result<Option<DateTime<Utc>>, DbError> {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        let rid = RecordId::new("change", Array::from(vec![text(scope.to_string()), place.into_value()]));
        let mut results = self.run("SELECT VALUE at FROM ONLY $rid", vars([("rid", Value::RecordId(rid))])).await?;
        Ok(results.take(0)?)
    }

    /// Takes the sessions of one page away that ended before this moment, and tells how many.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn sweep_sessions(
        &self,
        after: Option<&str>,
        most: usize,
        before: DateTime<Utc>,
    ) -> Result<Page<()>, DbError> {
        const PAGE: &str = "SELECT record::id(id) AS id, until AS at FROM $range LIMIT $most";
        const GONE: &str = "FOR $rid IN $gone { DELETE $rid WHERE until < $before }";
        self.sweep("session", [PAGE, GONE], after, most, before).await
    }

    /// Takes the incarnations of one page away that have been silent since this moment, and tells how many.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn sweep_devices(
        &self,
        after: Option<&str>,
        most: usize,
        before: DateTime<Utc>,
    ) -> Result<Page<()>, DbError> {
        const PAGE: &str = "SELECT record::id(id) AS id, heard_at AS at FROM $range LIMIT $most";
        const GONE: &str = "FOR $rid IN $gone { DELETE $rid WHERE heard_at < $before }";
        self.sweep("device", [PAGE, GONE], after, most, before).await
    }

    async fn sweep(
        &self,
        table: &str,
        [page, gone]: [&'static str; 2],
        after: Option<&str>,
        most: usize,
        before: DateTime<Utc>,
    ) -> Result<Page<()>, DbError> {
        let found: Vec<StoredTime> = self.run(page, page_of(table, after, most)).await?.take(0)?;
        let next = found.last().filter(|_| found.len() == most).map(|row| row.id.clone());
        let old: Vec<Value> = found
            .into_iter()
            .filter(|row| row.at.is_some_and(|at| at < before))
            .map(|row| Value::RecordId(record(table, row.id)))
            .collect();
        let rows = vec![(); old.len()];
        if !old.is_empty() {
            self.run(gone, vars([("gone", list(old)), ("before", before.into_value())])).await?;
        }
        Ok(Page { rows, next })
    }

    /// Counts a scope's sum from its current rows, all of one moment. Names and revisions are read, not what the rows say.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn count(&self, scope: Scope) -> Result<Count, DbError> {
        const BATCH: &str = "
            BEGIN;
            SELECT record::id(id) AS id, seq, floor, sum FROM $head;
            SELECT id, id[1] AS kind, id[2] AS day, id[3] AS place, object::values(row)[0].rev AS rev, sum
                FROM live:[$scope, '']..[$scope, '~'];
            COMMIT;";
        let head = Value::RecordId(record("head", scope.to_string()));
        let mut results = self.run(BATCH, vars([("head", head), ("scope", text(scope.to_string()))])).await?;
        let head: Option<StoredHead> = results.take(1)?;
        let rows: Vec<StoredPlace> = results.take(2)?;
        let (seq, kept) = head.map_or((0, Some(0)), |head| (head.seq.unwrap_or(0), head.sum));
        Ok(counted(seq, kept, rows))
    }

    /// Writes a counted sum down, if the scope has not moved since: rows' own sums first, because the head's follows them.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when it has moved.
    pub async fn keep_count(&self, scope: Scope, count: &Count) -> Result<(), DbError> {
        const BATCH: &str = "
            BEGIN;
            IF ((SELECT VALUE seq FROM ONLY $head FOR UPDATE) ?? 0) != $seq { THROW 'teladan-moved' };
            FOR $row IN $wrong { UPDATE $row.rid SET sum = $row.sum };
            FOR $rid IN $gone { DELETE $rid };
            UPDATE $head SET sum = $sum;
            COMMIT;";
        let place = |(kind, day, id): &Spot| {
            let parts = [text(scope.to_string()), text(kind.clone()), text(day.clone()), text(id.clone())];
            Value::RecordId(RecordId::new("live", Array::from(parts.to_vec())))
        };
        let wrong = count.wrong.iter().map(|(spot, sum)| {
            let (rid, sum) = (place(spot), i64::from(*sum));
            Value::Object(object! { rid: rid, sum: sum })
        });
        let batch = vars([
            ("head", Value::RecordId(record("head", scope.to_string()))),
            ("seq", count.seq.into_value()),
            ("wrong", list(wrong)),
            ("gone", list(count.gone.iter().map(place))),
            ("sum", i64::from(count.counted).into_value()),
        ]);
        self.run(BATCH, batch).await.map(drop)
    }
}

/// The rows after this id, in the order of ids.
pub(super) fn page_of(table: &str, after: Option<&str>, most: usize) -> surrealdb::types::Variables {
    let start = RecordIdKey::String(after.unwrap_or_default().to_owned());
    let range = RecordIdKeyRange { start: Bound::Excluded(start), end: Bound::Unbounded };
    let range = RecordId::new(table.to_owned(), RecordIdKey::Range(Box::new(range)));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    vars([("range", Value::RecordId(range)), ("most", most.into_value())])
}

/// Of a row that stands in two places only the later revision counts.
fn counted(seq: i64, kept: Option<i64>, rows: Vec<StoredPlace>) -> Count {
    let mut latest: BTreeMap<Key, (u32, Spot, Option<i64>)> = BTreeMap::new();
    let mut gone = Vec::new();
    for row in rows {
        let rev = row.rev.and_then(|rev| u32::try_from(rev).ok()).unwrap_or(0);
        let key = Key { kind: row.kind.clone(), id: row.place.clone() };
        let spot = (row.kind, row.day, row.place);
        let later = latest.get(&key).is_none_or(|(known, ..)| *known < rev);
        let stale = if later { latest.insert(key, (rev, spot, row.sum)).map(|(_, spot, _)| spot) } else { Some(spot) };
        gone.extend(stale);
    }
    let sum = |key: &Key, rev: u32| checksum::of(key, rev);
    let counted = latest.iter().fold(0_u32, |all, (key, (rev, ..))| all.wrapping_add(sum(key, *rev)));
    let wrong = latest.iter().filter_map(|(key, (rev, spot, kept))| {
        let sum = sum(key, *rev);
        (*kept != Some(i64::from(sum))).then(|| (spot.clone(), sum))
    });
    let wrong = wrong.collect();
    let kept = kept.and_then(|kept| u32::try_from(kept.rem_euclid(SUMS)).ok());
    Count { kept, counted, stale: gone.len(), seq, wrong, gone }
}

fn unsigned(number: Option<i64>) -> u64 {
    number.and_then(|number| u64::try_from(number).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests;
