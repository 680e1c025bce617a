//! Which days are asked about, before anybody's entries are looked at.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Calendar, CalendarMissing, Week};

/// Does the office work on that day?
///
/// # Errors
/// The year has no list of holidays.
pub fn is_working(date: NaiveDate, calendar: &Calendar) -> Result<bool, CalendarMissing> {
    calendar.is_working(date, &Week::office())
}

/// The last working days up to today, oldest first; today is among them when the office works. Fewer where the lists of holidays do
/// not reach back so far.
#[must_use]
pub fn last_working_days(today: NaiveDate, wanted: usize, calendar: &Calendar) -> Vec<NaiveDate> {
    let mut days = Vec::with_capacity(wanted);
    let mut date = Some(today);
    while let Some(at) = date.filter(|_| days.len() < wanted) {
        match is_working(at, calendar) {
            Ok(true) => days.push(at),
            Ok(false) => {}
            Err(_) => break,
        }
        date = at.pred_opt();
    }
    days.reverse();
    days
}

/// Working days that have come since that day, today among them. In a year without a list every weekday counts: nobody shall wait longer
/// because a list is missing.
#[must_use]
pub fn waited(since: NaiveDate, today: NaiveDate, calendar: &Calendar) -> usize {
    let works = |date: &NaiveDate| is_working(*date, calendar).unwrap_or(Week::office().on(*date).is_some());
    since.iter_days().skip(1).take_while(|date| *date <= today).filter(works).count()
}

/// The Monday so many weeks before the week of a day.
#[must_use]
pub fn monday(of: NaiveDate, weeks_before: u64) -> NaiveDate {
    let back = u64::from(of.weekday().num_days_from_monday()) + 7 * weeks_before;
    of.checked_sub_days(Days::new(back)).unwrap_or(of)
}
