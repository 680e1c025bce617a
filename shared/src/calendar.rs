//! Working days: which they are, how many, and when a term is over.
//!
//! The list of holidays is data with a source and an edition (`shared/data/holidays-YEAR.csv`), because decrees change it in
//! the middle of a year. A year without a list is an error that names the year, never a guess. Days are dates where the unit
//! is; which weekdays it works and until when is the unit's own ([`OfficeHours`]).

mod count;
mod deadline;
mod edition;
mod hours;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

pub use count::{DateRange, RangeReversed};
pub use deadline::WorkingDays;
pub use edition::{EDITIONS, Edition, Holiday, HolidayKind};
pub use hours::{Hours, Minute, OfficeHours, Week};

/// The year has no official list of holidays here yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no calendar for the year {year}")]
pub struct CalendarMissing {
    /// Which.
    pub year: i32,
}

/// Holidays, and the years for which they are all known.
#[derive(Clone, Debug)]
pub struct Calendar {
    holidays: BTreeSet<NaiveDate>,
    known: Known,
}

#[derive(Clone, Debug)]
enum Known {
    Years(BTreeSet<i32>),
    All,
}

impl Calendar {
    /// The official lists that this build carries, read once.
    #[must_use]
    pub fn official() -> &'static Self {
        static OFFICIAL: LazyLock<Calendar> = LazyLock::new(|| {
            let years = EDITIONS.iter().map(|edition| edition.year).collect();
            let holidays = EDITIONS.iter().flat_map(|edition| edition.holidays()).map(|holiday| holiday.date).collect();
            Calendar { holidays, known: Known::Years(years) }
        });
        &OFFICIAL
    }

    /// A list that somebody else answers for: these are all holidays there are, in every year.
    #[must_use]
    pub fn given(holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self { holidays: holidays.into_iter().collect(), known: Known::All }
    }

    /// Does a unit with this week work on that day?
    ///
    /// # Errors
    /// The year has no list.
    pub fn is_working(&self, day: NaiveDate, week: &Week) -> Result<bool, CalendarMissing> {
        let known = match &self.known {
            Known::Years(years) => years.contains(&day.year()),
            Known::All => true,
        };
        if !known {
            return Err(CalendarMissing { year: day.year() });
        }
        Ok(week.on(day).is_some() && !self.holidays.contains(&day))
    }

    /// The first working day after that day.
    fn next_working(&self, day: NaiveDate, week: &Week) -> Result<NaiveDate, CalendarMissing> {
        let mut day = day;
        loop {
            // chrono's calendar ends in the year 262142; nobody has a list of holidays for the year after.
            day = day.succ_opt().ok_or(CalendarMissing { year: day.year() + 1 })?;
            if self.is_working(day, week)? {
                return Ok(day);
            }
        }
    }
}

#[cfg(test)]
mod tests;
