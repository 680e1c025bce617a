//! When a unit works: hours of each weekday, in Ramadan and otherwise.
//!
//! Perpres 21/2023, articles 3 and 4: 37.5 hours a week without breaks, 32.5 in Ramadan. Units that serve at counters or in
//! shifts are excepted, so these hours are a unit's own and the decree's are only the default.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::edition::is_ramadan;
use crate::zone::Zone;

/// A minute of the day, counted from midnight: 450 is 07.30.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(u16);

impl Minute {
    /// Of a clock that shows this; hours and minutes beyond a day stop at its last minute.
    #[must_use]
    pub const fn of(hour: u32, minute: u32) -> Self {
        let sum = hour.saturating_mul(60).saturating_add(minute);
        Self(if sum < 24 * 60 { sum as u16 } else { 24 * 60 - 1 })
    }

    /// Reads `16:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let two = |text: &str| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u32>().ok()).flatten()
        };
        let (hour, minute) = (two(hour)?, two(minute)?);
        (hour < 24 && minute < 60).then(|| Self::of(hour, minute))
    }
}

/// From opening to closing on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// First minute.
    pub opens: Minute,
    /// Last minute that still counts.
    pub closes: Minute,
    /// Minutes of rest in between, which are not working time.
    pub rest_minutes: u16,
}

impl Hours {
    const fn new(opens: (u32, u32), closes: (u32, u32), rest_minutes: u16) -> Self {
        Self { opens: Minute::of(opens.0, opens.1), closes: Minute::of(closes.0, closes.1), rest_minutes }
    }

    /// Working time in minutes.
    #[must_use]
    pub const fn working_minutes(&self) -> u16 {
        self.closes.0.saturating_sub(self.opens.0).saturating_sub(self.rest_minutes)
    }
}

/// Hours of Monday to Sunday; none on a day off.
type Days = [Option<Hours>; 7];

/// A unit's working week. At least one day is a working day, or no term would ever end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Plain", into = "Plain")]
pub struct Week {
    plain: Days,
    ramadan: Days,
}

/// A [`Week`] as it travels.
#[derive(Clone, Serialize, Deserialize)]
struct Plain {
    plain: Days,
    ramadan: Days,
}

/// No day of the week is a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a week without a working day")]
pub struct NoWorkingDay;

impl TryFrom<Plain> for Week {
    type Error = NoWorkingDay;
    fn try_from(Plain { plain, ramadan }: Plain) -> Result<Self, NoWorkingDay> {
        Self::new(plain, ramadan).ok_or(NoWorkingDay)
    }
}

impl From<Week> for Plain {
    fn from(Week { plain, ramadan }: Week) -> Self {
        Self { plain, ramadan }
    }
}

impl Week {
    /// Hours of Monday to Sunday, outside Ramadan and in it; none when either has no working day.
    #[must_use]
    pub fn new(plain: Days, ramadan: Days) -> Option<Self> {
        let works = |days: &Days| days.iter().any(Option::is_some);
        (works(&plain) && works(&ramadan)).then_some(Self { plain, ramadan })
    }

    /// Monday to Friday by Perpres 21/2023.
    #[must_use]
    pub const fn office() -> Self {
        let day = Some(Hours::new((7, 30), (16, 0), 60));
        let friday = Some(Hours::new((7, 30), (16, 30), 90));
        let fasting = Some(Hours::new((8, 0), (15, 0), 30));
        let fasting_friday = Some(Hours::new((8, 0), (15, 30), 60));
        Self {
            plain: [day, day, day, day, friday, None, None],
            ramadan: [fasting, fasting, fasting, fasting, fasting_friday, None, None],
        }
    }

    /// The same days with one closing time for all of them.
    #[must_use]
    pub fn closing(&self, closes: Minute) -> Self {
        let close = |days: Days| days.map(|hours| hours.map(|hours| Hours { closes, ..hours }));
        Self { plain: close(self.plain), ramadan: close(self.ramadan) }
    }

    /// The hours of that day, holidays aside; none on a day off.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<Hours> {
        let days = if is_ramadan(day) { &self.ramadan } else { &self.plain };
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        days.get(weekday).copied().flatten()
    }
}

/// A unit's clock: its working week, and the zone where its clocks hang.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// Working week.
    pub week: Week,
    /// Zone.
    pub zone: Zone,
}
