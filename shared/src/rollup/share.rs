//! What one row adds to which sum; the difference a command makes; and the recount of everything.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Counts, PlanSums};
use crate::change::{Change, Op, apply};
use crate::entry::{Doing, Entry, Review};
use crate::ids::{EmployeeId, UnitId};
use crate::plan::PlanState;
use crate::row::{Key, Row, Rows};

/// One person's day in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonDay {
    /// Where the work counts.
    pub unit: UnitId,
    /// The work date.
    pub day: NaiveDate,
    /// Who worked.
    pub who: EmployeeId,
}

/// Plans, or days away, of one unit with the same first and last day. Which of them run is known by the day on which somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Last day.
    pub until: NaiveDate,
    /// First day.
    pub from: NaiveDate,
    /// Where they count.
    pub unit: UnitId,
}

/// Sums by their places: all of them, or what is to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// By person and day. `people` is zero here: whether a person counts is known only where the whole day is.
    pub days: BTreeMap<PersonDay, Counts>,
    /// By the dates of plans.
    pub spans: BTreeMap<Span, PlanSums>,
    /// Plans month by month and quarter by quarter; the dates are those of the month or the quarter.
    pub parts: BTreeMap<Span, PlanSums>,
    /// People away, by the dates between which they are.
    pub away: BTreeMap<Span, i64>,
    /// People by unit.
    pub staff: BTreeMap<UnitId, i64>,
}

impl Sums {
    /// Adds what a row adds, so many times: once, or minus once. `rows` are asked for the owner of a row that does not say
    /// itself where it counts.
    pub fn count(&mut self, row: &Row, rows: &Rows, times: i64) {
        let unit_of = |said: Option<UnitId>, owner| said.or_else(|| rows.employee(owner).map(|owner| owner.unit));
        match row {
            Row::Entry(entry) => {
                if let Some(unit) = unit_of(entry.unit, entry.owner) {
                    let place = PersonDay { unit, day: entry.work_date, who: entry.owner };
                    self.days.entry(place).or_default().add(&of_entry(entry), times);
                }
            }
            Row::Plan(plan) if plan.state == PlanState::Agreed => {
                if let Some(unit) = unit_of(plan.unit, plan.owner) {
                    let place = Span { until: plan.until, from: plan.from, unit };
                    self.spans.entry(place).or_default().add(&PlanSums::of(plan), times);
                    for part in plan.parts() {
                        let place = Span { until: part.until, from: part.from, unit };
                        self.parts.entry(place).or_default().add(&PlanSums::of_part(plan, part), times);
                    }
                }
            }
            // Of one person no two of them overlap, so on a day each counts one person.
            Row::Absences(absences) => {
                for absence in &absences.list {
                    if let Some(unit) = unit_of(absences.unit, absences.person) {
                        let place = Span { until: absence.until, from: absence.from, unit };
                        *self.away.entry(place).or_default() += times;
                    }
                }
            }
            Row::Employee(employee) => *self.staff.entry(employee.unit).or_default() += times,
            Row::Plan(_) | Row::Unit(_) | Row::Account(_) | Row::Remark(_) | Row::Service(_) => {}
            Row::Counter(_) | Row::Response(_) | Row::Opened(_) | Row::Claim(_) | Row::Unknown => {}
            Row::Dialogue(_) | Row::Team(_) | Row::Echo(_) => {}
            Row::Terms(_) | Row::Expectation(_) | Row::Goal(_) => {}
            Row::Draft(_) | Row::Templates(_) | Row::Asked(_) | Row::Admin(_) | Row::Career(_) => {}
        }
    }

    fn without_zeros(mut self) -> Self {
        self.days.retain(|_, counts| !counts.is_zero());
        self.spans.retain(|_, sums| !sums.is_zero());
        self.parts.retain(|_, sums| !sums.is_zero());
        self.away.retain(|_, people| *people != 0);
        self.staff.retain(|_, people| *people != 0);
        self
    }

    /// The sums of a unit's day, with its people counted.
    #[must_use]
    pub fn by_unit_and_day(&self) -> BTreeMap<(NaiveDate, UnitId), Counts> {
        let mut all: BTreeMap<(NaiveDate, UnitId), Counts> = BTreeMap::new();
        for (place, counts) in &self.days {
            let day = all.entry((place.day, place.unit)).or_default();
            day.add(&Counts { people: i64::from(counts.entries > 0), ..*counts }, 1);
        }
        all
    }
}

/// The difference that these changes make to rows that were as `before`. A row that is dropped stays counted: rows leave by
/// retention, and what was done on a day does not become less when its paper is thrown away.
#[must_use]
pub fn deltas(before: &Rows, changes: &[Change]) -> Sums {
    let put = |change: &Change| if let Op::Put { row } = &change.op { row.key() } else { None };
    let keys: BTreeSet<Key> = changes.iter().filter_map(put).filter(|key| is_counted(&key.kind)).collect();
    if keys.is_empty() {
        return Sums::default();
    }
    let mut after = before.clone();
    changes.iter().for_each(|change| apply(&mut after, &change.op));
    let mut sums = Sums::default();
    for key in &keys {
        if let Some(row) = before.get(key) {
            sums.count(row, before, -1);
        }
        if let Some(row) = after.get(key) {
            sums.count(row, &after, 1);
        }
    }
    sums.without_zeros()
}

/// All sums, from all rows.
#[must_use]
pub fn recount(rows: &Rows) -> Sums {
    let mut sums = Sums::default();
    rows.iter().for_each(|row| sums.count(row, rows, 1));
    sums.without_zeros()
}

fn is_counted(kind: &str) -> bool {
    matches!(kind, "entry" | "plan" | "employee" | "absences")
}

fn of_entry(entry: &Entry) -> Counts {
    let one = i64::from;
    Counts {
        entries: 1,
        people: 0,
        waiting: one(entry.review == Review::Open),
        returned: one(entry.review == Review::Returned),
        approved: one(entry.review == Review::Approved),
        blocked: one(entry.more.doing == Doing::Blocked),
        late: one(entry.is_late()),
        answered: one(entry.answer_seconds.is_some()),
        answer_seconds: entry.answer_seconds.map_or(0, i64::from),
    }
}
