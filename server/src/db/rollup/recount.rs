//! Counting again: one unit's day or one unit's plans from the rows themselves, compared with what was kept, and put right.

mod away;
mod plans;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use shared::employee::Employee;
use shared::ids::UnitId;
use shared::rollup::Counts;
use shared::rollup::share::{PersonDay, Sums, recount};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;
use shared::stamp::day_text;
use surrealdb::types::{SurrealValue, Value, object};

use super::{FIELDS, date, rollup_record, tally_record};
use crate::db::{Db, DbError, commit::MOVED, list, record, text, vars};

/// Rows fetched in one question.
const ROWS_AT_ONCE: usize = 500;

/// What was kept and what is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<T> {
    /// The sums as the writer has kept them.
    pub kept: T,
    /// The sums of the rows.
    pub counted: T,
}

/// Sums of a unit's day: of all its people together, and person by person.
type Day = (Counts, BTreeMap<PersonDay, Counts>);

impl Db {
    /// The first day after `after` on which something was written in the unit's scope; none when there is no other.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn next_day(&self, unit: UnitId, after: Option<NaiveDate>) -> Result<Option<NaiveDate>, DbError> {
        const BATCH: &str = "SELECT VALUE id[2] FROM live:[$scope, 'entry', $after]..[$scope, 'entry~'] LIMIT 1";
        let after = after.map_or_else(String::new, |day| format!("{}~", day_text(day)));
        let bound = vars([("scope", text(Scope::Unit(unit).to_string())), ("after", text(after))]);
        let found: Vec<String> = self.run(BATCH, bound).await?.take(0)?;
        found.first().map(|day| date(day)).transpose()
    }

    /// Compares one unit's day. With `mend` it is put right in the same moment; whoever writes meanwhile wins, and the next
    /// try finds the truth.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when somebody wrote in between; the database is out of reach.
    pub async fn recount_day(
        &self,
        unit: UnitId,
        day: NaiveDate,
        mend: bool,
    ) -> Result<Option<Difference<Counts>>, DbError> {
        let (kept, told) = self.kept_day(unit, day).await?;
        let rows = self.rows_of(unit, "entry", Some(day)).await?;
        let sums = recount(&rows);
        let mine: BTreeMap<PersonDay, Counts> =
            sums.days.iter().filter(|(of, _)| of.unit == unit && of.day == day).map(|(of, c)| (*of, *c)).collect();
        let counted = Sums { days: mine.clone(), ..Sums::default() };
        let counted = counted.by_unit_and_day().get(&(day, unit)).copied().unwrap_or_default();
        let zero_free = |days: &BTreeMap<PersonDay, Counts>| {
            let mut days = days.clone();
            days.retain(|_, counts| !counts.is_zero());
            days
        };
        if kept.0 == counted && zero_free(&kept.1) == mine {
            return Ok(None);
        }
        if mend {
            self.put_day(unit, day, &kept, &told, (counted, mine)).await?;
        }
        Ok(Some(Difference { kept: kept.0, counted }))
    }

    /// What is kept of a unit's day, and the stored values themselves for the guard.
    async fn kept_day(&self, unit: UnitId, day: NaiveDate) -> Result<(Day, Vec<Vec<i64>>), DbError> {
        let batch = format!("SELECT VALUE [{FIELDS}] FROM $rid");
        let rid = Value::RecordId(rollup_record(day, unit));
        let told: Vec<Vec<i64>> = self.run(batch, vars([("rid", rid)])).await?.take(0)?;
        let of_unit = told.first().map(|values| Counts::of(values)).unwrap_or_default();
        let people = self.tallies(unit, day, day).await?;
        let people = people.into_iter().map(|(day, who, counts)| (PersonDay { unit, day, who }, counts)).collect();
        Ok(((of_unit, people), told))
    }

    /// The rows of a kind that stand in the unit's scope, each as it is now, with their owners. A copy in a scope may be older
    /// than the row, when its person has moved since.
    pub(super) async fn rows_of(&self, unit: UnitId, kind: &str, day: Option<NaiveDate>) -> Result<Rows, DbError> {
        let batch = match day {
            Some(_) => "SELECT VALUE id[3] FROM live:[$scope, $kind, $day]..[$scope, $kind, $day, '~']",
            None => "SELECT VALUE id[3] FROM live:[$scope, $kind, '']..[$scope, $kind, '~']",
        };
        let day = text(day.map_or_else(String::new, day_text));
        let bound = vars([("scope", text(Scope::Unit(unit).to_string())), ("kind", text(kind)), ("day", day)]);
        let ids: Vec<String> = self.run(batch, bound).await?.take(0)?;
        let keys: Vec<Key> = ids.into_iter().map(|id| Key { kind: kind.to_owned(), id }).collect();
        let mut rows = Rows::default();
        for keys in keys.chunks(ROWS_AT_ONCE) {
            self.rows(keys).await?.into_iter().for_each(|row| rows.put(row));
        }
        let owner = |row: &Row| match row {
            Row::Entry(entry) if entry.unit.is_none() => Some(entry.owner),
            Row::Plan(plan) if plan.unit.is_none() => Some(plan.owner),
            Row::Entry(_) | Row::Plan(_) | Row::Unit(_) | Row::Employee(_) | Row::Account(_) | Row::Remark(_) => None,
            Row::Absences(absences) if absences.unit.is_none() => Some(absences.person),
            Row::Service(_) | Row::Counter(_) | Row::Response(_) | Row::Opened(_) => None,
            Row::Dialogue(_) | Row::Team(_) | Row::Echo(_) => None,
            Row::Draft(_) | Row::Templates(_) | Row::Absences(_) | Row::Asked(_) | Row::Admin(_) | Row::Career(_) => {
                None
            }
            Row::Terms(_) | Row::Expectation(_) | Row::Goal(_) => None,
            Row::Claim(_) | Row::Unknown => None,
        };
        let mut owners: Vec<Key> = rows.iter().filter_map(owner).map(Key::from).collect();
        owners.sort();
        owners.dedup();
        for keys in owners.chunks(ROWS_AT_ONCE) {
            self.rows(keys).await?.into_iter().for_each(|row| rows.put(row));
        }
        Ok(rows)
    }

    async fn put_day(
        &self,
        unit: UnitId,
        day: NaiveDate,
        kept: &Day,
        told: &[Vec<i64>],
        right: Day,
    ) -> Result<(), DbError> {
        let batch = format!(
            "BEGIN;
            LET $told = (SELECT VALUE [{FIELDS}] FROM $rid);
            IF $told != $was {{ THROW '{MOVED}' }};
            FOR $gone IN $gone {{ DELETE $gone }};
            FOR $put IN $puts {{ UPSERT $put.rid CONTENT $put.row }};
            COMMIT;"
        );
        let rid = rollup_record(day, unit);
        let gone = kept.1.keys().filter(|of| !right.1.contains_key(*of)).map(|of| Value::RecordId(tally_record(of)));
        let put = |rid, counts: &Counts| Value::Object(object! { rid: rid, row: counts_row(counts) });
        let tallies = right.1.iter().map(|(of, counts)| put(tally_record(of), counts));
        let puts: Vec<Value> = tallies.chain([put(rid.clone(), &right.0)]).collect();
        let was = list(told.iter().map(|values| list(values.iter().map(|value| (*value).into_value()))));
        let bound = vars([("rid", Value::RecordId(rid)), ("was", was), ("gone", list(gone)), ("puts", list(puts))]);
        self.run(batch, bound).await.map(drop)
    }

    /// Compares the number of people of one unit, and puts it right with `mend`.
    ///
    /// # Errors
    /// As [`Db::recount_day`].
    pub async fn recount_staff(&self, unit: UnitId, mend: bool) -> Result<Option<Difference<i64>>, DbError> {
        let rows = self.of_kind(Scope::Unit(unit), "employee").await?;
        let here = |row: &Row| matches!(row, Row::Employee(Employee { unit: at, .. }) if *at == unit);
        let counted = i64::try_from(rows.iter().filter(|row| here(row)).count()).unwrap_or(i64::MAX);
        let rid = Value::RecordId(record("staff", unit.to_string()));
        let told: Vec<i64> =
            self.run("SELECT VALUE people ?? 0 FROM $rid", vars([("rid", rid.clone())])).await?.take(0)?;
        let kept = told.first().copied().unwrap_or_default();
        if kept == counted {
            return Ok(None);
        }
        if mend {
            let batch = format!(
                "BEGIN;
                LET $told = (SELECT VALUE people ?? 0 FROM $rid)[0] ?? 0;
                IF $told != $was {{ THROW '{MOVED}' }};
                UPSERT $rid SET people = $now;
                COMMIT;"
            );
            let bound = vars([("rid", rid), ("was", kept.into_value()), ("now", counted.into_value())]);
            self.run(batch, bound).await?;
        }
        Ok(Some(Difference { kept, counted }))
    }
}

impl Db {
    /// Forgets all sums, as in a database from before there were any. For tests: it goes past the writer.
    ///
    /// # Errors
    /// The database is out of reach.
    #[doc(hidden)]
    pub async fn drop_rollups(&self) -> Result<(), DbError> {
        self.run(
            "DELETE rollup; DELETE tally; DELETE span; DELETE part; DELETE staff; DELETE away;",
            surrealdb::types::Variables::new(),
        )
        .await
        .map(drop)
    }

    /// Falsifies every sum of one table. For tests: it goes past the writer.
    ///
    /// # Errors
    /// The database is out of reach.
    #[doc(hidden)]
    pub async fn tamper_with_rollups(&self, table: &str) -> Result<(), DbError> {
        const BATCH: &str = "UPDATE type::table($table) SET entries = (entries ?? 0) + 1, plans = (plans ?? 0) + 1, \
            people = (people ?? 0) + 1";
        self.run(BATCH, vars([("table", text(table))])).await.map(drop)
    }
}

fn counts_row(counts: &Counts) -> Value {
    let mut row = surrealdb::types::Object::new();
    for (name, value) in Counts::NAMES.into_iter().zip(counts.values()) {
        row.insert(name.to_owned(), value.into_value());
    }
    Value::Object(row)
}
