//! Periods of a board: the day, the week, the month, the quarter, each up to today; or from any day to any other.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::period::sound;
use crate::refusal::Refusal;

/// Days that a board shows together at most: a year.
pub const DAYS_MAX: i64 = 366;

/// Which days a board shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Today.
    #[default]
    Hari,
    /// From Monday.
    Minggu,
    /// From the first of the month.
    Bulan,
    /// From the first day of the quarter.
    Triwulan,
    /// From a day to a day, as somebody chose them.
    Bebas,
}

/// What somebody asks of a board: a period, and the days of a free one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which days.
    pub period: Period,
    /// First day of a free period.
    pub from: Option<NaiveDate>,
    /// Last day of a free period.
    pub until: Option<NaiveDate>,
}

impl From<Period> for Asked {
    fn from(period: Period) -> Self {
        Self { period, from: None, until: None }
    }
}

impl Asked {
    /// The first and the last day, when today is `today`. A free period without a last day ends today, and what has not come yet is
    /// left out.
    ///
    /// # Errors
    /// A free period has no first day, begins after its end or today, or is longer than [`DAYS_MAX`].
    pub fn days(self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Refusal> {
        if self.period != Period::Bebas {
            return Ok((self.period.first_day(today), today));
        }
        let until = self.until.unwrap_or(today);
        let from = self.from.ok_or(Refusal::PeriodUnsound { days_max: DAYS_MAX })?;
        sound(from, until, DAYS_MAX)?;
        let until = until.min(today);
        sound(from, until, DAYS_MAX)?;
        Ok((from, until))
    }
}

impl Period {
    /// Those that a word alone tells, in their order.
    pub const ALL: [Self; 4] = [Self::Hari, Self::Minggu, Self::Bulan, Self::Triwulan];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hari => "hari",
            Self::Minggu => "minggu",
            Self::Bulan => "bulan",
            Self::Triwulan => "triwulan",
            Self::Bebas => "bebas",
        }
    }

    /// The period with this word; today for any other.
    #[must_use]
    pub fn named(word: &str) -> Self {
        let mut all = Self::ALL.into_iter().chain([Self::Bebas]);
        all.find(|period| period.word() == word).unwrap_or_default()
    }

    /// Its first day, when it ends on `today`. A free one has its own ([`Asked::days`]); alone it is today.
    #[must_use]
    pub fn first_day(self, today: NaiveDate) -> NaiveDate {
        let month = |month0: u32| NaiveDate::from_ymd_opt(today.year(), month0 + 1, 1).unwrap_or(today);
        match self {
            Self::Hari | Self::Bebas => today,
            Self::Minggu => {
                today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into())).unwrap_or(today)
            }
            Self::Bulan => month(today.month0()),
            Self::Triwulan => month(today.month0() / 3 * 3),
        }
    }
}

/// Days from one to another, both included, that are neither Saturday nor Sunday. Working days are told by [`crate::complete`].
#[must_use]
pub fn weekdays(from: NaiveDate, until: NaiveDate) -> i64 {
    let is_weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days = from.iter_days().take_while(|day| *day <= until).filter(is_weekday).count();
    i64::try_from(days).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn a_free_period_is_sound_and_ends_today_at_the_latest() {
        let day = |text: &str| crate::stamp::parse_day(text).unwrap();
        let today = day("2026-11-26");
        let ask = |from: &str, until: &str| {
            let [from, until] = [from, until].map(crate::stamp::parse_day);
            Asked { period: Period::Bebas, from, until }.days(today)
        };
        let days = |from: &str, until: &str| Ok((day(from), day(until)));
        let unsound = Err(Refusal::PeriodUnsound { days_max: DAYS_MAX });
        let table = [
            ("2026-11-02", "2026-11-13", days("2026-11-02", "2026-11-13")),
            ("2026-11-02", "2026-11-02", days("2026-11-02", "2026-11-02")),
            ("2026-11-02", "", days("2026-11-02", "2026-11-26")),
            ("2026-11-02", "2026-12-24", days("2026-11-02", "2026-11-26")),
            ("2025-11-27", "2026-11-27", days("2025-11-27", "2026-11-26")),
            ("2025-11-26", "2026-11-27", unsound.clone()),
            ("2026-11-13", "2026-11-02", unsound.clone()),
            ("2026-11-27", "2026-11-30", unsound.clone()),
            ("", "2026-11-13", unsound),
        ];
        for (from, until, wanted) in table {
            assert_eq!(ask(from, until), wanted, "{from} to {until}");
        }
        assert_eq!(Asked::from(Period::Minggu).days(today), days("2026-11-23", "2026-11-26"));
        assert_eq!(Period::named("bebas"), Period::Bebas);
    }

    #[test]
    fn periods_begin_where_people_say() {
        let day = |text: &str| crate::stamp::parse_day(text).unwrap();
        let table = [
            (Period::Hari, "2026-11-26", "2026-11-26"),
            (Period::Minggu, "2026-11-26", "2026-11-23"),
            (Period::Minggu, "2026-11-29", "2026-11-23"),
            (Period::Bulan, "2026-11-26", "2026-11-01"),
            (Period::Triwulan, "2026-11-26", "2026-10-01"),
            (Period::Triwulan, "2026-01-01", "2026-01-01"),
        ];
        for (period, today, first) in table {
            assert_eq!(period.first_day(day(today)), day(first), "{period:?} {today}");
            assert_eq!(Period::named(period.word()), period);
        }
        assert_eq!(weekdays(day("2026-11-23"), day("2026-11-29")), 5);
        assert_eq!(weekdays(day("2026-11-28"), day("2026-11-29")), 0);
    }
}
