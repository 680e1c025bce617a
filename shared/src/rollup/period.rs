//! Periods of a board: the day, the week, the month, the quarter, each up to today.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

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
}

impl Period {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Hari, Self::Minggu, Self::Bulan, Self::Triwulan];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hari => "hari",
            Self::Minggu => "minggu",
            Self::Bulan => "bulan",
            Self::Triwulan => "triwulan",
        }
    }

    /// The period with this word; today for any other.
    #[must_use]
    pub fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|period| period.word() == word).unwrap_or_default()
    }

    /// Its first day, when it ends on `today`.
    #[must_use]
    pub fn first_day(self, today: NaiveDate) -> NaiveDate {
        let month = |month0: u32| NaiveDate::from_ymd_opt(today.year(), month0 + 1, 1).unwrap_or(today);
        match self {
            Self::Hari => today,
            Self::Minggu => {
                today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into())).unwrap_or(today)
            }
            Self::Bulan => month(today.month0()),
            Self::Triwulan => month(today.month0() / 3 * 3),
        }
    }
}

/// Is it neither Saturday nor Sunday? Holidays and duty rosters are not known here.
#[must_use]
pub fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Weekdays from one day to another, both included.
#[must_use]
pub fn weekdays(from: NaiveDate, until: NaiveDate) -> i64 {
    let days = from.iter_days().take_while(|day| *day <= until).filter(|day| is_weekday(*day)).count();
    i64::try_from(days).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

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
