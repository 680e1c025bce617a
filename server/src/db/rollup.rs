//! The sums that the writer keeps, as the database holds them. What adds to which sum is told by [`shared::rollup::share`].
//!
//! - `rollup:[day, unit]`: a unit's day, so that a whole agency on one day is one range of ids;
//! - `tally:[unit, day, person]`: a person's day, by which the unit knows whether somebody counts already;
//! - `span:[until, from, unit]`: plans by their dates, so that those that run on a day are one range of ids;
//! - `part:[until, from, unit]`: plans against the share of a month or a quarter, whose dates these are;
//! - `away:[until, from, unit]`: people away by the dates between which they are, read like plans;
//! - `staff:unit`: people.

mod recount;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use shared::ids::{EmployeeId, UnitId};
use shared::plan::part::Part;
use shared::rollup::share::{PersonDay, Span, Sums};
use shared::rollup::{Counts, PlanSums};
use shared::stamp::{day_text, parse_day};
use surrealdb::types::{RecordId, Value, object};

use super::{Db, DbError, list, record, text, vars};

pub use recount::Difference;

/// Part of the writer's transaction: adds `$days`, `$spans` and `$people` to the sums.
pub(super) const ADD: &str = "
FOR $d IN $days {
    LET $n = (UPSERT ONLY $d.tally SET entries = (entries ?? 0) + $d.entries, waiting = (waiting ?? 0) + $d.waiting,
        returned = (returned ?? 0) + $d.returned, approved = (approved ?? 0) + $d.approved,
        blocked = (blocked ?? 0) + $d.blocked, late = (late ?? 0) + $d.late, answered = (answered ?? 0) + $d.answered,
        answer_seconds = (answer_seconds ?? 0) + $d.answer_seconds RETURN VALUE entries);
    LET $was = $n - $d.entries;
    LET $people = (IF $n > 0 { 1 } ELSE { 0 }) - (IF $was > 0 { 1 } ELSE { 0 });
    UPSERT $d.rollup SET entries = (entries ?? 0) + $d.entries, people = (people ?? 0) + $people,
        waiting = (waiting ?? 0) + $d.waiting, returned = (returned ?? 0) + $d.returned,
        approved = (approved ?? 0) + $d.approved, blocked = (blocked ?? 0) + $d.blocked, late = (late ?? 0) + $d.late,
        answered = (answered ?? 0) + $d.answered, answer_seconds = (answer_seconds ?? 0) + $d.answer_seconds;
};
FOR $s IN $spans {
    UPSERT $s.rid SET plans = (plans ?? 0) + $s.plans, reached = (reached ?? 0) + $s.reached,
        percent = (percent ?? 0) + $s.percent, left_out = (left_out ?? 0) + $s.left_out;
};
FOR $s IN $people { UPSERT $s.rid SET people = (people ?? 0) + $s.people };";

/// The fields of a unit's or a person's day, in the order of [`Counts::NAMES`].
const FIELDS: &str = "entries ?? 0, people ?? 0, waiting ?? 0, returned ?? 0, approved ?? 0, blocked ?? 0, late ?? 0, \
    answered ?? 0, answer_seconds ?? 0";

/// The fields of plans with the same dates.
const PLAN_FIELDS: &str = "plans ?? 0, reached ?? 0, percent ?? 0, left_out ?? 0";

fn place(table: &str, parts: impl IntoIterator<Item = String>) -> RecordId {
    let Value::Array(parts) = list(parts.into_iter().map(text)) else { return record(table, "") };
    RecordId::new(table, parts)
}

/// The record of a unit's day.
pub(super) fn rollup_record(day: NaiveDate, unit: UnitId) -> RecordId {
    place("rollup", [day_text(day), unit.to_string()])
}

/// The record of a person's day.
pub(super) fn tally_record(of: &PersonDay) -> RecordId {
    place("tally", [of.unit.to_string(), day_text(of.day), of.who.to_string()])
}

/// The record of plans with the same dates.
pub(super) fn span_record(of: &Span) -> RecordId {
    place("span", [day_text(of.until), day_text(of.from), of.unit.to_string()])
}

/// The record of plans in the same month or quarter.
pub(super) fn part_record(of: &Span) -> RecordId {
    place("part", [day_text(of.until), day_text(of.from), of.unit.to_string()])
}

/// The record of people away between the same dates.
pub(super) fn away_record(of: &Span) -> RecordId {
    place("away", [day_text(of.until), day_text(of.from), of.unit.to_string()])
}

/// The differences of a batch, as the variables that [`ADD`] looks for.
pub(super) fn additions(sums: &Sums) -> [(&'static str, Value); 3] {
    let days = sums.days.iter().map(|(of, counts)| {
        Value::Object(object! {
            tally: tally_record(of),
            rollup: rollup_record(of.day, of.unit),
            entries: counts.entries,
            waiting: counts.waiting,
            returned: counts.returned,
            approved: counts.approved,
            blocked: counts.blocked,
            late: counts.late,
            answered: counts.answered,
            answer_seconds: counts.answer_seconds,
        })
    });
    let spans = sums.spans.iter().map(|(of, sums)| (span_record(of), sums));
    let parts = sums.parts.iter().map(|(of, sums)| (part_record(of), sums));
    let spans = spans.chain(parts).map(|(rid, sums)| {
        let [plans, reached, percent, left_out] = plan_values(sums);
        Value::Object(object! { rid: rid, plans: plans, reached: reached, percent: percent, left_out: left_out })
    });
    let staff = sums.staff.iter().map(|(unit, people)| (record("staff", unit.to_string()), *people));
    let away = sums.away.iter().map(|(of, people)| (away_record(of), *people));
    let people = staff.chain(away).map(|(rid, people)| Value::Object(object! { rid: rid, people: people }));
    [("days", list(days)), ("spans", list(spans)), ("people", list(people))]
}

/// Everything that a board of units reads, of one moment.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Sums of units' days.
    pub days: BTreeMap<(NaiveDate, UnitId), Counts>,
    /// Agreed plans that run on the asked day, by unit.
    pub plans: BTreeMap<UnitId, PlanSums>,
    /// Agreed plans against the share of the asked month or quarter, by unit.
    pub due: BTreeMap<UnitId, PlanSums>,
    /// People by unit.
    pub staff: BTreeMap<UnitId, i64>,
    /// People away by their dates, from the first asked day on.
    pub away: Vec<(Span, i64)>,
}

impl Db {
    /// The sums of all units from one day to another, the plans that run on `today` and those of a month or quarter, and who is away: five
    /// ranges of ids.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn kept(&self, from: NaiveDate, until: NaiveDate, today: NaiveDate, part: Part) -> Result<Kept, DbError> {
        let batch = format!(
            "BEGIN;
            SELECT VALUE [id[0], id[1], [{FIELDS}]] FROM rollup:[$from]..[$until, '~'];
            SELECT VALUE [id[0], id[1], id[2], [{PLAN_FIELDS}]] FROM span:[$today]..;
            SELECT VALUE [record::id(id), people ?? 0] FROM staff:..;
            SELECT VALUE [id[0], id[1], id[2], people ?? 0] FROM away:[$from]..;
            SELECT VALUE [id[2], [{PLAN_FIELDS}]] FROM part:[$last, $first]..[$last, $first, '~'];
            COMMIT;"
        );
        let days = [("from", from), ("until", until), ("today", today), ("first", part.from), ("last", part.until)];
        let mut results = self.run(batch, vars(days.map(|(name, day)| (name, text(day_text(day)))))).await?;
        let days: Vec<(String, String, Vec<i64>)> = results.take(1)?;
        let spans: Vec<(String, String, String, Vec<i64>)> = results.take(2)?;
        let staff: Vec<(String, i64)> = results.take(3)?;
        let away: Vec<(String, String, String, i64)> = results.take(4)?;
        let due: Vec<(String, Vec<i64>)> = results.take(5)?;
        let mut kept = Kept::default();
        for (unit, values) in due {
            kept.due.insert(id(&unit)?, plan_sums(&values));
        }
        for (last, first, unit, people) in away {
            kept.away.push((Span { until: date(&last)?, from: date(&first)?, unit: id(&unit)? }, people));
        }
        for (day, unit, values) in days {
            kept.days.insert((date(&day)?, id(&unit)?), Counts::of(&values));
        }
        for (_, from, unit, values) in spans {
            if date(&from)? <= today {
                kept.plans.entry(id(&unit)?).or_default().add(&plan_sums(&values), 1);
            }
        }
        for (unit, people) in staff {
            kept.staff.insert(id(&unit)?, people);
        }
        Ok(kept)
    }

    /// What the people of one unit did from one day to another, by person and day: one range of ids.
    ///
    /// # Errors
    /// As [`Db::kept`].
    pub async fn tallies(
        &self,
        unit: UnitId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<(NaiveDate, EmployeeId, Counts)>, DbError> {
        let batch = format!("SELECT VALUE [id[1], id[2], [{FIELDS}]] FROM tally:[$unit, $from]..[$unit, $until, '~']");
        let (from, until) = (text(day_text(from)), text(day_text(until)));
        let bound = vars([("unit", text(unit.to_string())), ("from", from), ("until", until)]);
        let rows: Vec<(String, String, Vec<i64>)> = self.run(batch, bound).await?.take(0)?;
        rows.into_iter().map(|(day, who, values)| Ok((date(&day)?, id(&who)?, Counts::of(&values)))).collect()
    }
}

/// In the order of [`PLAN_FIELDS`].
pub(super) fn plan_sums(values: &[i64]) -> PlanSums {
    let at = |place: usize| values.get(place).copied().unwrap_or_default();
    PlanSums { plans: at(0), reached: at(1), percent: at(2), left_out: at(3) }
}

/// In the order of [`PLAN_FIELDS`].
pub(super) const fn plan_values(sums: &PlanSums) -> [i64; 4] {
    [sums.plans, sums.reached, sums.percent, sums.left_out]
}

pub(super) fn date(text: &str) -> Result<NaiveDate, DbError> {
    parse_day(text).ok_or_else(|| DbError::Unreadable(format!("day {text}")))
}

pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, DbError> {
    text.parse().map_err(|_| DbError::Unreadable(format!("id {text}")))
}
