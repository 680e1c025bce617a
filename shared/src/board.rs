//! What is shown: the truth about one item, the progress of a person and a team, the tile of a counter.
//!
//! Derived from rows, never stored. The same functions serve the phone, the supervisor's board and the tests.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::absence::AbsenceKind;
use crate::counter::Counter;
use crate::employee::Employee;
use crate::entry::{Doing, Entry, Review};
use crate::ids::{EmployeeId, EntryId, UnitId};
use crate::order::{by_alphabet, sorted};
use crate::plan::{Plan, PlanState};
use crate::remark::Remark;
use crate::row::{Row, Rows};

/// The truth about one item, as everybody knows it from chat: clock, one tick, two ticks, check or arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// *Tersimpan di HP*: durable on the phone, not yet at the office.
    OnPhone,
    /// *Terkirim*: durable at the office.
    Sent,
    /// *Dilihat atasan*.
    Seen,
    /// *Disetujui*.
    Approved,
    /// *Perlu revisi*.
    Returned,
}

impl Entry {
    /// How far the entry has come.
    #[must_use]
    pub const fn state(&self) -> ItemState {
        match (self.review, self.received_at, self.seen_at) {
            (Review::Approved, _, _) => ItemState::Approved,
            (Review::Returned, _, _) => ItemState::Returned,
            (Review::Open, None, _) => ItemState::OnPhone,
            (Review::Open, Some(_), None) => ItemState::Sent,
            (Review::Open, Some(_), Some(_)) => ItemState::Seen,
        }
    }

    /// Does it wait for the superior?
    #[must_use]
    pub const fn waits(&self) -> bool {
        matches!(self.review, Review::Open)
    }
}

/// Progress of several plans: the mean of their percentages, because berkas and orang cannot be added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Agreed plans counted.
    pub plans: u32,
    /// Plans whose target is reached.
    pub reached: u32,
    /// Mean of the percentages, rounded down.
    pub percent: u8,
}

impl Progress {
    /// Of the agreed plans that run on `day`.
    #[must_use]
    pub fn of<'a>(plans: impl Iterator<Item = &'a Plan>, day: NaiveDate) -> Self {
        let (mut count, mut reached, mut sum) = (0_u32, 0_u32, 0_u32);
        for plan in plans.filter(|plan| plan.state == PlanState::Agreed && plan.from <= day && day <= plan.until) {
            count += 1;
            reached += u32::from(plan.done >= plan.target);
            sum += u32::from(plan.percent());
        }
        let percent = u8::try_from(sum.checked_div(count).unwrap_or(0)).unwrap_or(100);
        Self { plans: count, reached, percent }
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
    /// Days of the chart on which the person was away.
    pub away_days: Vec<NaiveDate>,
    /// Entries by day for the days before, newest last: how many each day.
    pub days: Vec<(NaiveDate, u32)>,
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
    /// and nobody who is away today is asked.
    #[must_use]
    pub fn silent_days(&self, today: NaiveDate) -> usize {
        if !self.is_missed() {
            return 0;
        }
        let over = self.days.iter().rev().filter(|(day, _)| *day != today && !self.away_days.contains(day));
        over.take_while(|(_, count)| *count == 0).count()
    }

    /// Is an entry of the day expected that is not there?
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.today.is_empty() && self.away.is_none()
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
    /// The board of `unit` from its rows; `days` are the days shown in the small chart, oldest first.
    #[must_use]
    pub fn of(rows: &Rows, unit: UnitId, head: Option<EmployeeId>, day: NaiveDate, days: &[NaiveDate]) -> Self {
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
                Row::Asked(_) | Row::Opened(_) => {}
                #[cfg(feature = "office")]
                Row::Account(_) | Row::Goal(_) | Row::Service(_) | Row::Response(_) | Row::Claim(_) => {}
                #[cfg(feature = "office")]
                Row::Admin(_) | Row::Career(_) | Row::Dialogue(_) => {}
                Row::Terms(_) | Row::Expectation(_) => {}
            }
        }
        let people = by_alphabet(&people, |employee| employee.name.clone());
        let counters = by_alphabet(&counters, |counter| counter.code.clone()).into_iter().cloned().collect();
        let of = |id: &EmployeeId| plans.get(id).into_iter().flatten().copied();
        let lines: Vec<Line> = people
            .iter()
            .map(|employee| {
                let own = entries.get(&employee.id).map_or(&[][..], Vec::as_slice);
                let list = away.iter().find(|list| list.person == employee.id);
                let kept = |day: NaiveDate| list.and_then(|list| list.on(day)).map(|absence| absence.kind);
                let away_days = days.iter().copied().filter(|day| kept(*day).is_some()).collect();
                Line {
                    away: kept(day),
                    away_days,
                    ..line(employee, own, Progress::of(of(&employee.id), day), day, days)
                }
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

fn line(employee: &Employee, own: &[&Entry], progress: Progress, day: NaiveDate, days: &[NaiveDate]) -> Line {
    let by_day = sorted(own, oldest_first);
    let today = by_day.iter().rev().filter(|entry| entry.work_date == day).map(|entry| (*entry).clone()).collect();
    let waiting = by_day.iter().filter(|entry| entry.waits()).map(|entry| (*entry).clone()).collect();
    let is_back = |entry: &&&Entry| entry.review == Review::Returned;
    let returned = by_day.iter().filter(is_back).map(|entry| (*entry).clone()).collect();
    let count =
        |date: NaiveDate| u32::try_from(own.iter().filter(|entry| entry.work_date == date).count()).unwrap_or(u32::MAX);
    let days = days.iter().map(|date| (*date, count(*date))).collect();
    Line { employee: employee.clone(), today, waiting, returned, progress, away: None, away_days: Vec::new(), days }
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
