//! Rollups: sums that the writer keeps while it writes, so that a board of a whole city is one range of ids and no query
//! counts rows.
//!
//! [`share`] says what one row adds to which sum. The writer adds the difference between the row before and the row after
//! ([`share::deltas`]); the check job adds up all rows ([`share::recount`]). Both ask the same function, so they agree or one
//! of them is told on. Sums of a subtree are never stored: [`tree`] makes them when somebody looks, so that no row of the
//! whole agency is touched by every command.

pub mod board;
pub mod period;
pub mod seen;
#[cfg(feature = "office")]
pub mod share;
#[cfg(feature = "office")]
pub mod tree;

use serde::{Deserialize, Serialize};

use crate::order;
use crate::plan::Plan;
use crate::plan::part::{Due, Part};

/// What is counted of the entries of one day. Signed, because a difference may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counts {
    /// Entries.
    #[serde(default)]
    pub entries: i64,
    /// People with at least one entry; summed over days these are person-days.
    #[serde(default)]
    pub people: i64,
    /// Entries that wait for the superior.
    #[serde(default)]
    pub waiting: i64,
    /// Entries sent back and not revised yet.
    #[serde(default)]
    pub returned: i64,
    /// Entries that are approved.
    #[serde(default)]
    pub approved: i64,
    /// Entries that say that the work is stuck.
    #[serde(default)]
    pub blocked: i64,
    /// Entries written later than the day after the work.
    #[serde(default)]
    pub late: i64,
    /// Entries that got an answer: approved, returned or remarked upon.
    #[serde(default)]
    pub answered: i64,
    /// Seconds from the arrival of these entries to their first answer, added up.
    #[serde(default)]
    pub answer_seconds: i64,
}

impl Counts {
    /// Names of the sums, in the order of [`Counts::values`]. They are also the names of the stored fields.
    pub const NAMES: [&'static str; 9] =
        ["entries", "people", "waiting", "returned", "approved", "blocked", "late", "answered", "answer_seconds"];

    /// All sums in one list.
    #[must_use]
    pub const fn values(&self) -> [i64; 9] {
        [
            self.entries,
            self.people,
            self.waiting,
            self.returned,
            self.approved,
            self.blocked,
            self.late,
            self.answered,
            self.answer_seconds,
        ]
    }

    /// From such a list; what is missing is zero.
    #[must_use]
    pub fn of(values: &[i64]) -> Self {
        let at = |place: usize| values.get(place).copied().unwrap_or_default();
        Self {
            entries: at(0),
            people: at(1),
            waiting: at(2),
            returned: at(3),
            approved: at(4),
            blocked: at(5),
            late: at(6),
            answered: at(7),
            answer_seconds: at(8),
        }
    }

    /// Adds `other` so many times: once, or minus once.
    pub fn add(&mut self, other: &Self, times: i64) {
        let mut sums = self.values();
        for (sum, value) in sums.iter_mut().zip(other.values()) {
            *sum += value * times;
        }
        *self = Self::of(&sums);
    }

    /// Is everything zero?
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.values().iter().all(|value| *value == 0)
    }

    /// Mean seconds from arrival to the first answer; none when nothing was answered.
    #[must_use]
    pub fn mean_answer_seconds(&self) -> Option<i64> {
        (self.answered > 0).then(|| self.answer_seconds / self.answered)
    }
}

/// What is counted of agreed plans: a mean is a sum and a number, because means cannot be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanSums {
    /// Agreed plans.
    #[serde(default)]
    pub plans: i64,
    /// Plans whose target is reached.
    #[serde(default)]
    pub reached: i64,
    /// Whole percents of all of them, added up.
    #[serde(default)]
    pub percent: i64,
    /// Further agreed plans that have no percentage: nothing of their target falls into the days, or nobody knows what was done in them.
    /// They are left out of the mean, not counted as zero.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: i64,
}

#[cfg_attr(target_pointer_width = "64", expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so"))]
const fn is_zero(number: &i64) -> bool {
    *number == 0
}

impl PlanSums {
    /// Adds `other` so many times: once, or minus once.
    pub fn add(&mut self, other: &Self, times: i64) {
        self.plans += other.plans * times;
        self.reached += other.reached * times;
        self.percent += other.percent * times;
        self.left_out += other.left_out * times;
    }

    /// What one agreed plan adds, over its whole term.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let percent = plan.is_counted().then(|| plan.percent());
        Self::of_one(percent, plan.done >= plan.target)
    }

    /// What one agreed plan adds in a month or a quarter in which it runs.
    #[must_use]
    pub fn of_part(plan: &Plan, part: Part) -> Self {
        let due = plan.due(part);
        Self::of_one(due.and_then(Due::percent), due.is_some_and(Due::is_reached))
    }

    fn of_one(percent: Option<u8>, reached: bool) -> Self {
        let Some(percent) = percent else { return Self { left_out: 1, ..Self::default() } };
        Self { plans: 1, reached: i64::from(reached), percent: i64::from(percent), left_out: 0 }
    }

    /// Is everything zero?
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.plans == 0 && self.reached == 0 && self.percent == 0 && self.left_out == 0
    }

    /// Mean of the percentages, rounded down; none without plans.
    #[must_use]
    pub fn mean_percent(&self) -> Option<u8> {
        (self.plans > 0).then(|| u8::try_from(self.percent / self.plans).unwrap_or(100).min(100))
    }
}

/// `part` of `whole` in whole percent, rounded down; none of nothing.
#[must_use]
pub fn percent(part: i64, whole: i64) -> Option<u8> {
    (whole > 0).then(|| u8::try_from((part.max(0) * 100 / whole).min(100)).unwrap_or(100))
}

/// Units in the order of a board: those with something to look after first, both groups by alphabet. Nobody is ranked.
#[must_use]
pub fn attention_first<T: Copy>(items: &[T], name: impl Fn(T) -> String, needs: impl Fn(T) -> bool) -> Vec<T> {
    let sorted = order::by_alphabet(items, name);
    let (mut first, mut rest): (Vec<T>, Vec<T>) = (Vec::new(), Vec::new());
    for item in sorted {
        if needs(item) { first.push(item) } else { rest.push(item) }
    }
    first.append(&mut rest);
    first
}
