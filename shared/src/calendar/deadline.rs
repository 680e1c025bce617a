//! When a term of working days is over.
#![doc = ""]
#![doc = include_str!("../calc/explain/deadline.md")]

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarMissing, Minute, OfficeHours};

/// Length of a term in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WorkingDays(pub u16);

impl WorkingDays {
    /// A question that needs no examination (PermenPANRB 62/2018).
    pub const INFORMATION: Self = Self(5);
    /// A complaint that needs no examination.
    pub const COMPLAINT: Self = Self(14);
    /// A complaint that needs examination by the inspectorate.
    pub const EXAMINATION: Self = Self(60);
}

impl Calendar {
    /// The last day of the term, in the office's zone; the term ends when that day ends.
    ///
    /// # Errors
    /// The term reaches into a year without a list.
    pub fn deadline(
        &self,
        received: DateTime<Utc>,
        term: WorkingDays,
        office: &OfficeHours,
    ) -> Result<NaiveDate, CalendarMissing> {
        let mut day = self.day_zero(received, office)?;
        for _ in 0..term.0 {
            day = self.next_working(day, &office.week)?;
        }
        Ok(day)
    }

    /// The working day on which something counts as received. The closing minute itself still counts.
    fn day_zero(&self, received: DateTime<Utc>, office: &OfficeHours) -> Result<NaiveDate, CalendarMissing> {
        let local = office.zone.local(received);
        let day = local.date_naive();
        let minute = Minute::of(local.hour(), local.minute());
        let open = office.week.on(day).is_some_and(|hours| minute <= hours.closes);
        if self.is_working(day, &office.week)? && open { Ok(day) } else { self.next_working(day, &office.week) }
    }
}
