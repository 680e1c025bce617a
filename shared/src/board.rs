//! What is shown: the truth about one item, the progress of a person and a team, the tile of a counter.
//!
//! Derived from rows, never stored. The same functions serve the phone, the supervisor's board and the tests.

mod attention;
mod item;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

pub use attention::{Exception, Many, WAIT_DAYS_MAX, exceptions, waits_long};

use crate::absence::{AbsenceKind, Absences};
use crate::calendar::Calendar;
use crate::complete::{self, Asked, Day, First, Kind};
use crate::counter::Counter;
use crate::employee::Employee;
use crate::entry::{Doing, Entry, Review};
use crate::ids::{EmployeeId, EntryId, UnitId};
use crate::order::{by_alphabet, sorted};
use crate::plan::{Plan, PlanState};
use crate::remark::Remark;
use crate::rollup::PlanSums;
use crate::row::{Row, Rows};

pub use item::ItemState;

/// Progress of several plans: the mean of their percentages, because berkas and orang cannot be added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Agreed plans counted.
    pub plans: u32,
    /// Plans whose target is reached.
    pub reached: u32,
    /// Mean of the percentages, rounded down; 0 without plans, which is no figure.
    pub percent: u8,
    /// Agreed plans without a percentage, which are left out.
    pub left_out: u32,
}

impl Progress {
    /// Of the agreed plans that run on `day`.
    #[must_use]
    pub fn of<'a>(plans: impl Iterator<Item = &'a Plan>, day: NaiveDate) -> Self {
        let mut sums = PlanSums::default();
        for plan in plans.filter(|plan| plan.state == PlanState::Agreed && plan.runs_on(day)) {
            sums.add(&PlanSums::of(plan), 1);
        }
        let [plans, reached, left_out] =
            [sums.plans, sums.reached, sums.left_out].map(|sum| u32::try_from(sum).unwrap_or(u32::MAX));
        Self { plans, reached, percent: sums.mean_percent().unwrap_or(0), left_out }
    }
}

/// One person on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub employee: Employee,
    /// Entries of the day, newest first.
    pub today: Vec<Entry>,
    /// Entries of any day that wait for the superior, oldest first.
    pub waiting: Vec<Entry>,
    /// Entries that were sent back and not revised yet, oldest first.
    pub returned: Vec<Entry>,
    /// Progress of the person's plans.
    pub progress: Progress,
    /// What keeps the person away on the day; then no entry is expected.
    pub away: Option<AbsenceKind>,
    /// Does the office work on the day? Not when nobody knows.
    pub asked: bool,
    /// The days of the chart, newest last.
    pub days: Vec<Day>,
}

/// For which day a board is drawn, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The day.
    pub day: NaiveDate,
    /// The days shown in the small chart, oldest first.
    pub days: &'a [NaiveDate],
    /// When people first wrote, as the office remembers it.
    pub firsts: &'a [First],
    /// The holidays.
    pub calendar: &'a Calendar,
}

/// A unit's board on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The day.
    pub day: NaiveDate,
    /// Everyone, by alphabet. Nobody is ranked.
    pub lines: Vec<Line>,
    /// Progress of all plans of the team.
    pub progress: Progress,
    /// Counters, by code.
    pub counters: Vec<Counter>,
}

impl Line {
    /// Working days without an entry up to the last one of the chart that is over, counted backwards from it. Days away are no silence,
    /// and nobody who is away today is asked. Of somebody who has never written, all days of the chart are silent: no figure counts them,
    /// but somebody should know.
    #[must_use]
    pub fn silent_days(&self, today: NaiveDate) -> usize {
        if !self.today.is_empty() || self.away.is_some() {
            return 0;
        }
        let over = self.days.iter().rev().filter(|day| day.date != today && !matches!(day.kind, Kind::Away(_)));
        over.take_while(|day| day.entries == 0).count()
    }

    /// Is an entry of the day expected that is not there?
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.asked && self.today.is_empty() && self.away.is_none()
    }

    /// Entries of the day, and earlier ones that wait, in which something stands in the way of the work.
    pub fn blocked(&self) -> impl Iterator<Item = &Entry> {
        let earlier = self.waiting.iter().filter(|entry| !self.today.iter().any(|today| today.id == entry.id));
        self.today.iter().chain(earlier).filter(|entry| entry.more.doing == Doing::Blocked)
    }

    /// Entries that wait and were written late.
    pub fn late(&self) -> impl Iterator<Item = &Entry> {
        self.waiting.iter().filter(|entry| entry.is_late())
    }
}

impl Board {
    /// The board of `unit` from its rows.
    #[must_use]
    pub fn of(rows: &Rows, unit: UnitId, head: Option<EmployeeId>, frame: &Frame<'_>) -> Self {
        let day = frame.day;
        let mut entries: BTreeMap<EmployeeId, Vec<&Entry>> = BTreeMap::new();
        let mut plans: BTreeMap<EmployeeId, Vec<&Plan>> = BTreeMap::new();
        let (mut people, mut counters, mut away) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows.iter() {
            match row {
                Row::Entry(entry) => entries.entry(entry.owner).or_default().push(entry),
                Row::Plan(plan) => plans.entry(plan.owner).or_default().push(plan),
                Row::Employee(employee) if belongs(employee, unit, head) => people.push(employee),
                Row::Counter(counter) if counter.unit == unit => counters.push(counter),
                Row::Employee(_) | Row::Counter(_) | Row::Unit(_) | Row::Remark(_) | Row::Draft(_) | Row::Unknown => {}
                Row::Absences(absences) => away.push(absences),
                Row::Asked(_) | Row::Opened(_) | Row::Templates(_) | Row::Echo(_) => {}
                #[cfg(feature = "office")]
                Row::Account(_) | Row::Goal(_) | Row::Service(_) | Row::Response(_) | Row::Claim(_) => {}
                #[cfg(feature = "office")]
                Row::Admin(_) | Row::Career(_) | Row::Dialogue(_) => {}
                Row::Terms(_) | Row::Expectation(_) | Row::Team(_) => {}
            }
        }
        let people = by_alphabet(&people, |employee| employee.name.clone());
        let counters = by_alphabet(&counters, |counter| counter.code.clone()).into_iter().cloned().collect();
        let of = |id: &EmployeeId| plans.get(id).into_iter().flatten().copied();
        let lines: Vec<Line> = people
            .iter()
            .map(|employee| {
                let own = entries.get(&employee.id).map_or(&[][..], Vec::as_slice);
                let list = away.iter().find(|list| list.person == employee.id).copied();
                line(employee, own, list, Progress::of(of(&employee.id), day), frame)
            })
            .collect();
        let progress = Progress::of(people.iter().flat_map(|employee| of(&employee.id)), day);
        Self { day, lines, progress, counters }
    }

    /// People who have recorded something on the day.
    #[must_use]
    pub fn recorded(&self) -> usize {
        self.lines.iter().filter(|line| !line.today.is_empty()).count()
    }

    /// People of whom nothing is expected on the day and who have recorded nothing.
    #[must_use]
    pub fn away(&self) -> usize {
        self.lines.iter().filter(|line| line.today.is_empty() && line.away.is_some()).count()
    }

    /// People without a running plan that has a percentage: the team's progress says nothing of them.
    #[must_use]
    pub fn without_plan(&self) -> usize {
        self.lines.iter().filter(|line| line.progress.plans == 0).count()
    }

    /// Entries that wait for the superior.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.lines.iter().map(|line| line.waiting.len()).sum()
    }
}

/// The people of the unit without its head, and those whom the head assesses wherever they sit: the heads of the units below.
fn belongs(employee: &Employee, unit: UnitId, head: Option<EmployeeId>) -> bool {
    let assessed = head.is_some() && employee.superior == head;
    Some(employee.id) != head && (employee.unit == unit || assessed)
}

fn line(
    employee: &Employee,
    own: &[&Entry],
    absences: Option<&Absences>,
    progress: Progress,
    frame: &Frame<'_>,
) -> Line {
    let by_day = sorted(own, oldest_first);
    let today =
        by_day.iter().rev().filter(|entry| entry.work_date == frame.day).map(|entry| (*entry).clone()).collect();
    let waiting = by_day.iter().filter(|entry| entry.waits()).map(|entry| (*entry).clone()).collect();
    let is_back = |entry: &&&Entry| entry.review == Review::Returned;
    let returned = by_day.iter().filter(is_back).map(|entry| (*entry).clone()).collect();
    let first = frame.firsts.iter().find(|first| first.who == employee.id).map(|first| first.day);
    let since = by_day.first().map(|entry| entry.work_date).into_iter().chain(first).min();
    let asked = Asked { today: frame.day, since, absences, calendar: frame.calendar };
    // A day of which nobody can say whether the office works is not drawn.
    let days = frame.days.iter().filter_map(|date| complete::day(&asked, own, *date).ok()).collect();
    Line {
        employee: employee.clone(),
        today,
        waiting,
        returned,
        progress,
        away: absences.and_then(|list| list.on(frame.day)).map(|absence| absence.kind),
        asked: complete::is_working(frame.day, frame.calendar).unwrap_or(false),
        days,
    }
}

/// Oldest work first, and within a day as it was written.
fn oldest_first(entry: &Entry) -> [i64; 2] {
    [i64::from(entry.work_date.num_days_from_ce()), entry.claimed_at.timestamp_micros()]
}

/// Entries of one person, newest work first.
#[must_use]
pub fn notebook(rows: &Rows, owner: EmployeeId) -> Vec<&Entry> {
    let own = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
    let own: Vec<&Entry> = own.filter(|entry| entry.owner == owner).collect();
    let mut entries = sorted(&own, oldest_first);
    entries.reverse();
    entries
}

/// Plans of one person that run on `day`, in the order in which they were written (their ids begin with the time).
#[must_use]
pub fn plans_on(rows: &Rows, owner: EmployeeId, day: NaiveDate) -> Vec<&Plan> {
    let plans = rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
    plans.filter(|plan| plan.owner == owner && plan.from <= day && day <= plan.until).collect()
}

/// Remarks for one person, newest first: the inbox.
#[must_use]
pub fn inbox(rows: &Rows, reader: EmployeeId) -> Vec<&Remark> {
    let mut remarks = remarks(rows, &|remark| remark.to == reader);
    remarks.reverse();
    remarks
}

/// Remarks about one entry, oldest first: the conversation.
#[must_use]
pub fn thread(rows: &Rows, entry: EntryId) -> Vec<&Remark> {
    remarks(rows, &|remark| remark.entry == entry)
}

/// The fitting remarks, oldest first.
fn remarks<'a>(rows: &'a Rows, fits: &dyn Fn(&Remark) -> bool) -> Vec<&'a Remark> {
    let all = rows.iter().filter_map(|row| if let Row::Remark(remark) = row { Some(remark) } else { None });
    let fitting: Vec<&Remark> = all.filter(|remark| fits(remark)).collect();
    sorted(&fitting, |remark| [remark.at.timestamp_micros(), 0])
}
