//! A quarter of a year (triwulan).

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A quarter. The order is the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quarter {
    /// The year.
    pub year: u16,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    /// The quarter in which this day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let year = u16::try_from(day.year()).unwrap_or_default();
        Self { year, number: u8::try_from(day.month0() / 3 + 1).unwrap_or(1) }
    }

    /// The one before; before the first of a year comes the last of the year before.
    #[must_use]
    pub const fn before(self) -> Self {
        match self.number {
            0 | 1 => Self { year: self.year.saturating_sub(1), number: 4 },
            number => Self { year: self.year, number: number - 1 },
        }
    }

    /// The one after.
    #[must_use]
    pub const fn after(self) -> Self {
        match self.number {
            4.. => Self { year: self.year.saturating_add(1), number: 1 },
            number => Self { year: self.year, number: number + 1 },
        }
    }

    /// Its first day; none for something that is no quarter.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        let month = u32::from(self.number).checked_sub(1)?.checked_mul(3)? + 1;
        NaiveDate::from_ymd_opt(i32::from(self.year), month, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        self.after().first_day()?.checked_sub_days(Days::new(1))
    }

    /// Does the day lie in it?
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}
