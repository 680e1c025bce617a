//! The board of a unit with everything below it: what travels, and the figures that are read off it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::{Counts, PlanSums};
use crate::absence::AbsenceKind;
use crate::counter::Counter;
use crate::ids::{EmployeeId, UnitId};
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
    /// Weekdays of the period on which somebody was away, added up over all people.
    #[serde(default)]
    pub away_days: i64,
    /// Agreed plans that run today.
    pub plans: PlanSums,
}

impl Figures {
    /// Adds other figures.
    pub fn add(&mut self, other: &Self) {
        self.staff += other.staff;
        self.counts.add(&other.counts, 1);
        self.today += other.today;
        self.away += other.away;
        self.away_days += other.away_days;
        self.plans.add(&other.plans, 1);
    }

    /// People who are expected to record today.
    #[must_use]
    pub fn expected(&self) -> i64 {
        (self.staff - self.away).max(self.today)
    }

    /// People who are expected to record today and have not.
    #[must_use]
    pub fn missing(&self) -> i64 {
        self.expected() - self.today
    }

    /// Days of people on which an entry is expected in a period of so many weekdays.
    #[must_use]
    pub fn expected_days(&self, weekdays: i64) -> i64 {
        (self.staff * weekdays - self.away_days).max(0)
    }
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
    /// Weekdays of the period so far, today included.
    #[serde(default)]
    pub weekdays: i64,
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
    /// The day on which the board was read, where the unit is. A period that was chosen freely may have ended before.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.zone.local_date(self.server_time)
    }
}

/// What makes somebody look at a unit first, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// On a weekday less than half of those who are expected to have recorded anything today.
    FewRecorded,
    /// So many entries came back and were not revised.
    Returned(i64),
    /// So many entries wait for a superior, more than one for each person.
    ManyWaiting(i64),
    /// So many entries were written late, more than one in ten.
    Late(i64),
}

impl Figures {
    /// The first thing to look after; none when all is well. `misses_today` tells whether entries are expected today and enough of
    /// the day has passed to miss them.
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
