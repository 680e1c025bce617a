//! Completeness: on how many working days is there an entry? One rule for every figure that asks it: the person's own notebook and
//! page, the boards of teams and units, and the wall (`docs/adr/0032-one-rule-for-working-days.md`).
//!
//! National holidays, joint leave and weekends ask for nothing, nor do leave, illness and duty elsewhere; whoever is away and writes
//! all the same has written. Today counts only once something is written: a day that is not over is not missing. Nor is one from
//! before the person's first entry: nobody had asked then. Where only numbers of people are known, [`of_people`] says the same of them.

mod days;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::absence::{AbsenceKind, Absences, Expected, expected};
use crate::calendar::{Calendar, CalendarMissing, Week};
use crate::entry::Entry;
use crate::ids::EmployeeId;
use crate::row::{Row, Rows};

pub use days::{is_working, last_working_days, monday, waited};

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
    /// Away, and written by the person themselves when the day had passed.
    pub afterwards: bool,
}

/// What days come to, of one person or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Working days with an entry.
    pub written: i64,
    /// Working days on which one was expected.
    pub expected: i64,
    /// Working days on which the person was away and wrote nothing.
    pub away: i64,
}

/// Some days, and what they come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complete {
    /// Day by day.
    pub days: Vec<Day>,
    /// What they come to.
    pub sum: Sum,
    /// Of the days away, written by the person themselves when the day had passed.
    pub away_afterwards: usize,
}

/// The day of somebody's first entry, as the office remembers it: rows on a phone or a board begin later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct First {
    /// Whose.
    pub who: EmployeeId,
    /// Its work date.
    #[serde(with = "crate::stamp::day")]
    pub day: NaiveDate,
}

/// What is known of a person whose days are counted.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Today, where the person is.
    pub today: NaiveDate,
    /// The day of their first entry; none: there is none.
    pub since: Option<NaiveDate>,
    /// Their days away; none: nobody has written any.
    pub absences: Option<&'a Absences>,
    /// The holidays.
    pub calendar: &'a Calendar,
}

impl Asked<'_> {
    /// The rule: what a day with so many entries is.
    ///
    /// # Errors
    /// Its year has no list of holidays; then it cannot be called missing.
    pub fn kind(&self, date: NaiveDate, entries: usize) -> Result<Kind, CalendarMissing> {
        Ok(match expected(date, self.absences, self.calendar, &Week::office())? {
            Expected::Closed => Kind::Closed,
            Expected::Away(why) => Kind::Away(why),
            Expected::Entry if entries > 0 => Kind::Written,
            Expected::Entry if date >= self.today => Kind::Open,
            Expected::Entry if self.since.is_none_or(|since| date < since) => Kind::Before,
            Expected::Entry => Kind::Missing,
        })
    }
}

impl Sum {
    /// Adds a day of one person.
    pub fn add(&mut self, kind: Kind, entries: usize, is_past: bool) {
        let away = matches!(kind, Kind::Away(_));
        let written = kind == Kind::Written || (away && entries > 0);
        self.written += i64::from(written);
        self.expected += i64::from(written || kind == Kind::Missing);
        self.away += i64::from(away && !written && is_past);
    }

    /// Of days that are known by now.
    #[must_use]
    pub fn of(days: &[Day], today: NaiveDate) -> Self {
        let mut sum = Self::default();
        days.iter().for_each(|day| sum.add(day.kind, day.entries, day.date <= today));
        sum
    }
}

/// A day of many people of whom only numbers are known: `staff` people, `away` of them away, and `wrote` of all with an entry. The first
/// entry of each is not known here; `first` is the office's own: before it nobody was asked.
///
/// # Errors
/// As [`Asked::kind`].
pub fn of_people(
    date: NaiveDate,
    (today, first): (NaiveDate, Option<NaiveDate>),
    (staff, away, wrote): (i64, i64, i64),
    calendar: &Calendar,
) -> Result<Sum, CalendarMissing> {
    if !is_working(date, calendar)? || date > today {
        return Ok(Sum::default());
    }
    // Who of those away has written is not known: there are never more away than have not written.
    let away = away.min(staff - wrote).max(0);
    let counts = date < today && first.is_some_and(|first| first <= date);
    let expected = if counts { (staff - away).max(wrote) } else { wrote };
    Ok(Sum { written: wrote, expected, away })
}

/// The days from one to another, both included, of a person. `first` is the day of their first entry, where that is known from elsewhere;
/// an earlier one among the rows is taken, too.
///
/// # Errors
/// A year has no list of holidays; then no day of it can be called missing.
pub fn complete(
    rows: &Rows,
    person: EmployeeId,
    (from, until): (NaiveDate, NaiveDate),
    (today, first): (NaiveDate, Option<NaiveDate>),
    calendar: &Calendar,
) -> Result<Complete, CalendarMissing> {
    let entries: Vec<&Entry> = rows
        .iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .filter(|entry| entry.owner == person)
        .collect();
    let since = entries.iter().map(|entry| entry.work_date).chain(first).min();
    let absences = rows.absences(Absences::of(person));
    let unit = rows.employee(person).and_then(|person| rows.unit(person.unit));
    let zone = unit.map(|unit| unit.zone).unwrap_or_default();
    let asked = Asked { today, since, absences, calendar };
    let mut days = Vec::new();
    for date in from.iter_days().take_while(|date| *date <= until) {
        let one = absences.and_then(|list| list.on(date));
        let known = day(&asked, &entries, date)?;
        let afterwards =
            matches!(known.kind, Kind::Away(_)) && one.is_some_and(|one| one.is_afterwards(person, date, zone));
        days.push(Day { afterwards, ..known });
    }
    let away_afterwards = days.iter().filter(|day| day.afterwards && day.date <= today).count();
    Ok(Complete { sum: Sum::of(&days, today), days, away_afterwards })
}

/// One day with what of these entries belongs to it.
pub(crate) fn day(asked: &Asked<'_>, entries: &[&Entry], date: NaiveDate) -> Result<Day, CalendarMissing> {
    let of_day = || entries.iter().filter(|entry| entry.work_date == date);
    let (count, late) = (of_day().count(), of_day().filter(|entry| entry.is_late()).count());
    Ok(Day { date, kind: asked.kind(date, count)?, entries: count, late, afterwards: false })
}
