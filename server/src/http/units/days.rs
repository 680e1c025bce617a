//! The days of a board: which they are, what each unit has written on them, and on how many an entry was expected.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use shared::calendar::Calendar;
use shared::complete::{Asked, Sum, is_working, of_people};
use shared::ids::UnitId;
use shared::rollup::board::Figures;

use crate::db::rollup::Kept;

/// What is asked, and what is known of the days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    /// Today where the unit is.
    pub(super) today: NaiveDate,
    /// The first day of which the office has any entry.
    pub(super) began: Option<NaiveDate>,
    /// A year among them without a list of holidays: then nothing is counted as expected.
    pub(super) unknown: Option<i32>,
}

/// The first year of these days, or today's, of which there is no list of holidays.
pub(super) fn unknown(from: NaiveDate, until: NaiveDate, today: NaiveDate) -> Option<i32> {
    let years = (from.year()..=until.year()).filter_map(|year| NaiveDate::from_yo_opt(year, 1));
    years.chain([today]).find_map(|day| is_working(day, Calendar::official()).err()).map(|missing| missing.year)
}

impl Days {
    /// Of how many people that are not away nothing is expected today, because the office is closed.
    pub(super) fn off(&self, figures: &Figures) -> i64 {
        let works = is_working(self.today, Calendar::official()).unwrap_or(false);
        if works { 0 } else { (figures.staff - figures.away - figures.today).max(0) }
    }

    /// The figures of each unit alone.
    pub(super) fn by_unit(&self, kept: &Kept) -> BTreeMap<UnitId, Figures> {
        let mut all: BTreeMap<UnitId, Figures> = BTreeMap::new();
        for (unit, staff) in &kept.staff {
            all.entry(*unit).or_default().staff = *staff;
        }
        for (unit, plans) in &kept.plans {
            all.entry(*unit).or_default().plans = *plans;
        }
        for (unit, due) in &kept.due {
            all.entry(*unit).or_default().due = *due;
        }
        for ((day, unit), counts) in &kept.days {
            let figures = all.entry(*unit).or_default();
            if self.from <= *day && *day <= self.until {
                figures.counts.add(counts, 1);
            }
            if *day == self.today {
                figures.today = counts.people;
            }
        }
        let mut away: BTreeMap<(NaiveDate, UnitId), i64> = BTreeMap::new();
        for (span, people) in &kept.away {
            let figures = all.entry(span.unit).or_default();
            figures.away += if span.from <= self.today && self.today <= span.until { *people } else { 0 };
            let (first, last) = (span.from.max(self.from), span.until.min(self.until));
            for day in first.iter_days().take_while(|day| *day <= last) {
                *away.entry((day, span.unit)).or_default() += people;
            }
        }
        for (unit, figures) in &mut all {
            // Whoever is away and has recorded all the same counts as having recorded; how many these are the sums do not say.
            figures.away = figures.away.min(figures.staff - figures.today).max(0);
            figures.off = self.off(figures);
            figures.count_days(&self.sum(*unit, figures.staff, kept, &away));
        }
        all
    }

    /// What the days of one person come to, with so many entries on each; nothing when a year is not known.
    pub(super) fn of_person(&self, asked: &Asked<'_>, entries: impl Fn(NaiveDate) -> usize) -> Sum {
        let mut sum = Sum::default();
        for day in self.from.iter_days().take_while(|day| *day <= self.until && self.unknown.is_none()) {
            let count = entries(day);
            if let Ok(kind) = asked.kind(day, count) {
                sum.add(kind, count, day <= self.today);
            }
        }
        sum
    }

    /// What the days of a unit come to. Nothing when a year is not known.
    fn sum(&self, unit: UnitId, staff: i64, kept: &Kept, away: &BTreeMap<(NaiveDate, UnitId), i64>) -> Sum {
        let mut all = Sum::default();
        for day in self.from.iter_days().take_while(|day| *day <= self.until && self.unknown.is_none()) {
            let wrote = kept.days.get(&(day, unit)).map_or(0, |counts| counts.people);
            let numbers = (staff, away.get(&(day, unit)).copied().unwrap_or(0), wrote);
            if let Ok(sum) = of_people(day, (self.today, self.began), numbers, Calendar::official()) {
                all.written += sum.written;
                all.expected += sum.expected;
                all.away += sum.away;
            }
        }
        all
    }
}
