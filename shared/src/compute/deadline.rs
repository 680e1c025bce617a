//! The line of `deadline`.

use chrono::{DateTime, NaiveDate, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::read::Day;
use super::{Form, Problem};
use crate::calendar::{Calendar, Minute, OfficeHours, Week, WorkingDays};
use crate::zone::City;

pub(super) const EXAMPLE: &str = r#"{"received":"2026-01-15T10:00:00+07:00","working_days":14,"zone":"Asia/Jakarta"}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(with = "crate::stamp::moment")]
    received: DateTime<Utc>,
    working_days: WorkingDays,
    zone: City,
    holidays: Option<Vec<Day>>,
    closes: Option<Closing>,
}

/// When nothing is said: the end of a plain office day, on every day. A line says so in one word, where a unit's own hours would
/// take a table; for a Friday or a day of Ramadan whoever asks gives that day's hour.
const CLOSES: Minute = Minute::of(16, 0);

/// A time of day as `16:00`.
struct Closing(Minute);

impl<'de> Deserialize<'de> for Closing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Minute::parse(&text).map(Self).ok_or_else(|| D::Error::custom("not a time of day such as 16:00"))
    }
}

#[derive(Serialize)]
pub(super) struct Told {
    #[serde(with = "crate::stamp::day")]
    due: NaiveDate,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let given = self.holidays.map(|days| Calendar::given(days.into_iter().map(|Day(day)| day)));
        let calendar = given.as_ref().unwrap_or_else(|| Calendar::official());
        let Closing(closes) = self.closes.unwrap_or(Closing(CLOSES));
        let week = Week::office().closing(closes);
        let office = OfficeHours { week, zone: self.zone.zone() };
        Ok(Told { due: calendar.deadline(self.received, self.working_days, &office)? })
    }
}
