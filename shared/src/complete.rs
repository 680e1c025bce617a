//! Completeness: on how many working days is there an entry? Days off, leave and duty elsewhere ask for none and count neither way.
//!
//! Today counts only once something is written: a day that is not over is not missing. Nor is one from before the person's first
//! entry: nobody had asked then. The same figure is shown to the person and
//! to those above, with the days behind it.

use chrono::{Days, NaiveDate};

use crate::absence::{AbsenceKind, Absences, Expected, expected};
use crate::calendar::{Calendar, CalendarMissing, Week};
use crate::entry::Entry;
use crate::ids::EmployeeId;
use crate::row::{Row, Rows};

/// What there is to say of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An entry is expected and there.
    Written,
    /// An entry was expected, and there is none.
    Missing,
    /// Nothing is expected: the office is closed.
    Closed,
    /// Nothing is expected: the person is away.
    Away(AbsenceKind),
    /// Not over, or not come yet.
    Open,
    /// Before the person's first entry.
    Before,
}

/// A day with its entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: NaiveDate,
    /// What there is to say of it.
    pub kind: Kind,
    /// Entries of that day, whatever it asked for.
    pub entries: usize,
    /// Of these, written late.
    pub late: usize,
}

/// Some days, and what they come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complete {
    /// Day by day.
    pub days: Vec<Day>,
    /// Working days with an entry.
    pub written: usize,
    /// Working days on which one was expected.
    pub expected: usize,
    /// Working days on which the person was away.
    pub away: usize,
}

/// The days from one to another, both included, of a person.
///
/// # Errors
/// A year has no list of holidays; then no day of it can be called missing.
pub fn complete(
    rows: &Rows,
    person: EmployeeId,
    (from, until): (NaiveDate, NaiveDate),
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Complete, CalendarMissing> {
    let entries: Vec<&Entry> = rows
        .iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .filter(|entry| entry.owner == person)
        .collect();
    let first = entries.iter().map(|entry| entry.work_date).min();
    let absences = rows.absences(Absences::of(person));
    let mut complete = Complete::default();
    for date in from.iter_days().take_while(|date| *date <= until) {
        let of_day = || entries.iter().filter(|entry| entry.work_date == date);
        let (count, late) = (of_day().count(), of_day().filter(|entry| entry.is_late()).count());
        let kind = match expected(date, absences, calendar, &Week::office())? {
            Expected::Closed => Kind::Closed,
            Expected::Away(why) => Kind::Away(why),
            Expected::Entry if count > 0 => Kind::Written,
            Expected::Entry if date >= today => Kind::Open,
            Expected::Entry if first.is_none_or(|first| date < first) => Kind::Before,
            Expected::Entry => Kind::Missing,
        };
        complete.written += usize::from(kind == Kind::Written);
        complete.expected += usize::from(matches!(kind, Kind::Written | Kind::Missing));
        complete.away += usize::from(matches!(kind, Kind::Away(_)) && date <= today);
        complete.days.push(Day { date, kind, entries: count, late });
    }
    Ok(complete)
}

/// The Monday so many weeks before the week of a day.
#[must_use]
pub fn monday(of: NaiveDate, weeks_before: u64) -> NaiveDate {
    use chrono::Datelike;
    let back = u64::from(of.weekday().num_days_from_monday()) + 7 * weeks_before;
    of.checked_sub_days(Days::new(back)).unwrap_or(of)
}
