//! The board of a unit with everything below it: what travels, and the figures that are read off it.

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::{Counts, PlanSums};
use crate::absence::AbsenceKind;
use crate::complete::Sum;
use crate::counter::Counter;
use crate::ids::{EmployeeId, UnitId};
use crate::order::by_alphabet;
use crate::plan::part::Part;
use crate::sync::wire::BoardLink;
use crate::zone::Zone;

/// The figures of a unit, a subtree or a person over some days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figures {
    /// People.
    #[serde(default)]
    pub staff: i64,
    /// The entries of the period.
    pub counts: Counts,
    /// People who have recorded today, whatever the period.
    #[serde(default)]
    pub today: i64,
    /// People of whom nothing is expected today, because they are on leave, ill or elsewhere on duty. Whoever has recorded all the
    /// same is not among them.
    #[serde(default)]
    pub away: i64,
    /// Working days of the period on which somebody was away and wrote nothing, added up over all people.
    #[serde(default)]
    pub away_days: i64,
    /// Working days of the period with an entry, added up over all people ([`crate::complete`]).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub written_days: i64,
    /// Working days of the period on which an entry was expected, added up over all people.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub expected_days: i64,
    /// People who are not away and of whom nothing is expected today all the same: the office is closed, or nobody knows whether it is.
    /// Whoever has recorded is not among them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub off: i64,
    /// Agreed plans that run today.
    pub plans: PlanSums,
    /// Agreed plans against their share of the board's month or quarter ([`UnitBoard::part`]).
    #[serde(default)]
    pub due: PlanSums,
}

impl Figures {
    /// Adds other figures.
    pub fn add(&mut self, other: &Self) {
        self.staff += other.staff;
        self.counts.add(&other.counts, 1);
        self.today += other.today;
        self.away += other.away;
        self.away_days += other.away_days;
        self.written_days += other.written_days;
        self.expected_days += other.expected_days;
        self.off += other.off;
        self.plans.add(&other.plans, 1);
        self.due.add(&other.due, 1);
    }

    /// People who are expected to record today.
    #[must_use]
    pub fn expected(&self) -> i64 {
        (self.staff - self.away - self.off).max(self.today)
    }

    /// People who are expected to record today and have not.
    #[must_use]
    pub fn missing(&self) -> i64 {
        self.expected() - self.today
    }

    /// Takes over what the days of the period come to.
    pub const fn count_days(&mut self, sum: &Sum) {
        (self.written_days, self.expected_days, self.away_days) = (sum.written, sum.expected, sum.away);
    }
}

const fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// One unit below, with its whole subtree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitLine {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Units below it, at any depth.
    #[serde(default)]
    pub units: i64,
    /// The figures of the subtree.
    pub figures: Figures,
}

/// One person of the unit itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonLine {
    /// Who.
    pub who: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// Position.
    #[serde(default)]
    pub position: String,
    /// What keeps the person away today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away: Option<AbsenceKind>,
    /// The person's figures.
    pub figures: Figures,
}

/// What one day adds to the trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendDay {
    /// Which day.
    #[serde(with = "crate::stamp::day")]
    pub day: NaiveDate,
    /// Its sums.
    pub counts: Counts,
}

/// `GET /api/units/{unit}/board`: sums of a subtree at one moment, its units and the unit's own people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitBoard {
    /// Which unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Where its clocks hang.
    #[serde(default)]
    pub zone: Zone,
    /// The units above that the reader may open too, the highest first.
    #[serde(default)]
    pub path: Vec<BoardLink>,
    /// Which days.
    pub period: Period,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day: today where the unit is, or before it.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// Weekdays of the period so far, today included: for pages from before holidays were known here.
    #[serde(default)]
    pub weekdays: i64,
    /// The first year of the period, or today's, of which there is no list of holidays. Then no working days are counted, and nobody is
    /// called missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown_year: Option<i32>,
    /// The figures of everything together.
    pub total: Figures,
    /// Units directly below, by alphabet.
    #[serde(default)]
    pub units: Vec<UnitLine>,
    /// The unit's own people, by alphabet; none on a television.
    #[serde(default)]
    pub people: Vec<PersonLine>,
    /// People of other units whom the head of this one assesses, by alphabet: the heads of the units below. They count in the sums of
    /// their own units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessed: Vec<PersonLine>,
    /// Counters of the unit and of those below, on a television; the words of citizens are left out.
    #[serde(default)]
    pub counters: Vec<Counter>,
    /// The days before today, oldest first, today last.
    #[serde(default)]
    pub trend: Vec<TrendDay>,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
}

impl UnitBoard {
    /// The month or the quarter whose share of the targets is shown beside the period.
    #[must_use]
    pub fn part(&self) -> Part {
        Part::beside(self.period, self.from, self.until)
    }

    /// The day on which the board was read, where the unit is. A period that was chosen freely may have ended before.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.zone.local_date(self.server_time)
    }
}

/// The hour from which somebody who has not written is missed.
pub const MISSED_FROM_HOUR: u32 = 12;

/// Is it late enough to miss somebody who has not written? Whether the office works today the figures know.
#[must_use]
pub fn misses_today(zone: Zone, now: DateTime<Utc>) -> bool {
    zone.local(now).hour() >= MISSED_FROM_HOUR
}

/// The people of a team: those of the unit without its head, and whom the head assesses elsewhere, by alphabet.
#[must_use]
pub fn of_team(board: &UnitBoard, head: Option<EmployeeId>) -> Vec<PersonLine> {
    let own = board.people.iter().filter(|line| Some(line.who) != head);
    let all: Vec<&PersonLine> = own.chain(&board.assessed).collect();
    by_alphabet(&all, |line| line.name.clone()).into_iter().cloned().collect()
}

/// What makes somebody look at a unit first, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// On a working day less than half of those who are expected to have recorded anything today.
    FewRecorded,
    /// So many entries came back and were not revised.
    Returned(i64),
    /// So many entries wait for a superior, more than one for each person.
    ManyWaiting(i64),
    /// So many entries were written late, more than one in ten.
    Late(i64),
}

impl Figures {
    /// The first thing to look after; none when all is well. `misses_today` tells whether enough of the day
    /// has passed to miss somebody; when the office is closed, nobody is.
    #[must_use]
    pub fn care(&self, misses_today: bool) -> Option<Care> {
        let counts = &self.counts;
        if misses_today && self.today * 2 < self.expected() {
            return Some(Care::FewRecorded);
        }
        if counts.returned > 0 && counts.returned * 20 > counts.entries {
            return Some(Care::Returned(counts.returned));
        }
        if self.staff > 0 && counts.waiting > self.staff {
            return Some(Care::ManyWaiting(counts.waiting));
        }
        (counts.late * 10 > counts.entries).then_some(Care::Late(counts.late))
    }
}
