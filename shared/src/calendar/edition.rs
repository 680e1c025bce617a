//! Official lists of holidays, and the dates of Ramadan, as data. A new year or a changed decree is a new file and a line here.

use chrono::NaiveDate;

use crate::named::named;
use crate::stamp::parse_day;

named! {
    /// What kind of day off it is.
    pub enum HolidayKind {
        /// Hari libur nasional.
        National = "national",
        /// Cuti bersama: leave that all take together.
        JointLeave = "joint_leave",
    }
}

/// A day on which offices are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// When.
    pub date: NaiveDate,
    /// What it is called.
    pub name: &'static str,
    /// By which part of the decree.
    pub kind: HolidayKind,
}

/// The list of one year, as one decree left it.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// Of which year.
    pub year: i32,
    /// Counts the changes of this year's list.
    pub version: u32,
    /// The decree.
    pub source: &'static str,
    table: &'static str,
}

/// Every list that this build carries; for each year the latest.
pub const EDITIONS: &[Edition] = &[Edition {
    year: 2026,
    version: 1,
    source: "SKB 3 Menteri 1497/2025, 2/2025, 5/2025",
    table: include_str!("../../data/holidays-2026.csv"),
}];

impl Edition {
    /// The holidays of this list. A test reads every line, so none is passed over here.
    pub fn holidays(&self) -> impl Iterator<Item = Holiday> + use<> {
        self.table.lines().skip(1).filter_map(holiday)
    }
}

/// One line: date, name, kind.
fn holiday(line: &'static str) -> Option<Holiday> {
    let (date, rest) = line.split_once(',')?;
    let (name, kind) = rest.rsplit_once(',')?;
    Some(Holiday { date: parse_day(date)?, name: name.trim_matches('"'), kind: kind.parse().ok()? })
}

/// First and last day of Ramadan, where the Ministry of Religious Affairs has it. Shorter hours hang on it, no day off.
/// The beginning of 1447 H is recalled, not read in a decree: to be confirmed.
const RAMADAN: &[(NaiveDate, NaiveDate)] = &[(day(2026, 2, 19), day(2026, 3, 20))];

#[expect(clippy::unwrap_used, reason = "constants: a date that is none does not compile")]
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Is it a day of Ramadan?
pub(super) fn is_ramadan(day: NaiveDate) -> bool {
    RAMADAN.iter().any(|(first, last)| (*first..=*last).contains(&day))
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use chrono::Datelike;

    #[test]
    fn every_line_of_every_list_is_read() {
        for edition in EDITIONS {
            let holidays: Vec<Holiday> = edition.holidays().collect();
            assert_eq!(holidays.len(), edition.table.lines().count() - 1, "{}", edition.year);
            assert!(holidays.iter().all(|holiday| holiday.date.year() == edition.year && !holiday.name.is_empty()));
            assert!(holidays.is_sorted_by(|one, next| one.date < next.date));
        }
        let of = |kind| EDITIONS[0].holidays().filter(|holiday| holiday.kind == kind).count();
        assert_eq!((of(HolidayKind::National), of(HolidayKind::JointLeave)), (17, 8));
    }
}
