//! How many working days lie between two dates.
#![doc = ""]
#![doc = include_str!("../calc/explain/working_days.md")]

use chrono::NaiveDate;

use super::{Calendar, CalendarMissing, Week};

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    from: NaiveDate,
    to: NaiveDate,
}

/// The last day lies before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the last day lies before the first")]
pub struct RangeReversed;

impl DateRange {
    /// From the first day to the last.
    ///
    /// # Errors
    /// They are the wrong way round.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, RangeReversed> {
        if from <= to { Ok(Self { from, to }) } else { Err(RangeReversed) }
    }
}

impl Calendar {
    /// How many days of the range a unit with this week works.
    ///
    /// # Errors
    /// A year of the range has no list; the first such year is named.
    pub fn working_days(&self, range: DateRange, week: &Week) -> Result<u32, CalendarMissing> {
        let mut days = 0;
        for day in range.from.iter_days().take_while(|day| *day <= range.to) {
            days += u32::from(self.is_working(day, week)?);
        }
        Ok(days)
    }
}
