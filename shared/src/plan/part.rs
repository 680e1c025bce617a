//! A month or a quarter of a plan: which part of its target falls into it, and what was done in it (acceptance BNY-3).
//!
//! A target is laid over the weekdays of the plan's term, whole pieces for a whole target, so that the shares of its months add up to
//! exactly the target and those of three months to the share of their quarter. Holidays are not taken out: a decree that moves
//! one must not move what two people have agreed, nor a figure of a month that is over.
//!
//! What was done month by month stands in the plan itself ([`Plan::months`]) and is kept by the same command that moves
//! [`Plan::done`]. So all of this is a function of one row, and sums of it can be kept and recounted.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Plan, PlanState};
use crate::quantity::Quantity;
use crate::rollup::period::Period;
use crate::stamp::{day_text, parse_day};

/// Months that a plan may touch and still be laid over them. An SKP is for a year at most; a longer plan has no figure by month.
pub const MONTHS_MAX: usize = 25;

/// A calendar month or quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its last day.
    pub until: NaiveDate,
    /// Its first day.
    pub from: NaiveDate,
}

/// What was to be done of a plan in a part of the year, and what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Recorded with a work date in the part.
    pub done: Quantity,
    /// The target's share. Zero when none of it falls into the part; then there is nothing to compare with.
    pub target: Quantity,
}

impl Due {
    /// Whole percent of the share, 100 only when it is reached; none when no share falls into the part.
    #[must_use]
    pub fn percent(self) -> Option<u8> {
        (self.target > Quantity::ZERO).then(|| self.done.percent_of(self.target))
    }

    /// Is the share reached?
    #[must_use]
    pub fn is_reached(self) -> bool {
        self.target > Quantity::ZERO && self.done >= self.target
    }
}

impl Part {
    /// The month of a day.
    #[must_use]
    pub fn month(day: NaiveDate) -> Self {
        Self::of_months(day, day.month0(), 1)
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter(day: NaiveDate) -> Self {
        Self::of_months(day, day.month0() / 3 * 3, 3)
    }

    /// The month or the quarter that stands beside the days of a board: a quarter beside a quarter, else the month of the last day.
    /// Days that somebody chose freely stand beside the month they lie in, or else the quarter of the last one.
    #[must_use]
    pub fn beside(period: Period, from: NaiveDate, until: NaiveDate) -> Self {
        let month = Self::month(until);
        match period {
            Period::Triwulan => Self::quarter(until),
            Period::Bebas if from < month.from => Self::quarter(until),
            Period::Hari | Period::Minggu | Period::Bulan | Period::Bebas => month,
        }
    }

    /// As it stands in an address: `2026-11` or `2026-t4`.
    #[must_use]
    pub fn word(self) -> String {
        let day = day_text(self.from);
        if self.is_quarter() {
            let year = day.get(..4).unwrap_or_default();
            return [year, "-t", &(self.from.month0() / 3 + 1).to_string()].concat();
        }
        day.get(..7).unwrap_or_default().to_owned()
    }

    /// What such a word names; none where it names nothing.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        match word.split_once("-t") {
            None => parse_day(&[word, "-01"].concat()).map(Self::month),
            Some((year, quarter @ ("1" | "2" | "3" | "4"))) => {
                let january = parse_day(&[year, "-01-01"].concat())?;
                let months = Months::new((quarter.parse::<u32>().ok()? - 1) * 3);
                january.checked_add_months(months).map(Self::quarter)
            }
            Some(_) => None,
        }
    }

    /// Is it a quarter?
    #[must_use]
    pub fn is_quarter(self) -> bool {
        self.from.month0() != self.until.month0()
    }

    fn of_months(day: NaiveDate, month0: u32, many: u32) -> Self {
        let from = NaiveDate::from_ymd_opt(day.year(), month0 + 1, 1).unwrap_or(day);
        let next = from.checked_add_months(Months::new(many)).unwrap_or(from);
        Self { until: next.checked_sub_days(Days::new(1)).unwrap_or(day), from }
    }
}

/// Months from year 0 on.
fn month_number(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

/// Weekdays before a day, since the Monday with which the calendar begins.
fn weekdays_before(day: NaiveDate) -> i64 {
    let days = i64::from(day.num_days_from_ce()) - 1;
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// Weekdays from a day to another, both included.
fn weekdays(from: NaiveDate, until: NaiveDate) -> i64 {
    let behind = until.checked_add_days(Days::new(1)).unwrap_or(until);
    (weekdays_before(behind) - weekdays_before(from)).max(0)
}

impl Plan {
    /// Does it run on some day of the part?
    #[must_use]
    pub fn touches(&self, part: Part) -> bool {
        self.from <= part.until && part.from <= self.until
    }

    /// Months and quarters in which it runs, for sums: none before it is agreed, or of one that is too long to be laid out.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if self.state != PlanState::Agreed || !self.is_laid_out() {
            return parts;
        }
        let mut day = self.from;
        while day <= self.until {
            let (month, quarter) = (Part::month(day), Part::quarter(day));
            parts.push(month);
            if !parts.contains(&quarter) {
                parts.push(quarter);
            }
            let Some(next) = month.until.checked_add_days(Days::new(1)) else { break };
            day = next;
        }
        parts
    }

    /// What was to be done in the part, and what was. None when nobody knows: the plan is too long, or some of its work is from before
    /// months were kept.
    #[must_use]
    pub fn due(&self, part: Part) -> Option<Due> {
        let kept = self.months.iter().fold(Quantity::ZERO, |sum, month| sum.plus(*month));
        if !self.is_laid_out() || kept != self.done {
            return None;
        }
        let first = month_number(self.from);
        let inside = (first..)
            .zip(&self.months)
            .filter(|(month, _)| (month_number(part.from)..=month_number(part.until)).contains(month));
        let done = inside.fold(Quantity::ZERO, |sum, (_, month)| sum.plus(*month));
        let target = self.laid_until(part.until).minus(self.laid_before(part.from));
        Some(Due { done, target })
    }

    fn is_laid_out(&self) -> bool {
        let months = month_number(self.until) - month_number(self.from) + 1;
        usize::try_from(months).is_ok_and(|months| (1..=MONTHS_MAX).contains(&months))
    }

    fn laid_before(&self, day: NaiveDate) -> Quantity {
        day.checked_sub_days(Days::new(1)).map_or(Quantity::ZERO, |before| self.laid_until(before))
    }

    /// How much of the target falls on the days up to this one. Days of the week count alike where the term has no weekday at all.
    fn laid_until(&self, day: NaiveDate) -> Quantity {
        if day < self.from {
            return Quantity::ZERO;
        }
        if day >= self.until {
            return self.target;
        }
        let (so_far, all) = match weekdays(self.from, self.until) {
            0 => ((day - self.from).num_days() + 1, (self.until - self.from).num_days() + 1),
            all => (weekdays(self.from, day), all),
        };
        self.target.share(so_far, all)
    }

    /// The plan with so much more done on a day of its term.
    pub(crate) fn plus(&self, amount: Quantity, day: NaiveDate) -> Self {
        self.moved(amount, day, Quantity::plus)
    }

    /// The plan with so much less done on a day of its term.
    pub(crate) fn minus(&self, amount: Quantity, day: NaiveDate) -> Self {
        self.moved(amount, day, Quantity::minus)
    }

    fn moved(&self, amount: Quantity, day: NaiveDate, by: fn(Quantity, Quantity) -> Quantity) -> Self {
        let mut months = self.months.clone();
        let place = usize::try_from(month_number(day) - month_number(self.from));
        if let Ok(place) = place
            && self.is_laid_out()
        {
            if months.len() <= place {
                months.resize(place + 1, Quantity::ZERO);
            }
            if let Some(month) = months.get_mut(place) {
                *month = by(*month, amount);
            }
        }
        Self { done: by(self.done, amount), months, rev: self.rev + 1, ..self.clone() }
    }
}
