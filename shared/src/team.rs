//! Slice *team*: a *tim kerja*. People of several units work for one purpose, for a time, under a leader who is often nobody's
//! superior (PermenPANRB 7/2022 on how work is organised after the simplification of the bureaucracy).
//!
//! Each of them keeps one home unit and one assessor. An entry may say for which team it was done; the leader reads that entry and
//! says something about it, and the assessor approves. Nothing else of a member is the team's: no other entry, plan or day away.
//! The commands are in [`set`] (the team) and [`member`] (who is in it, from when until when).

mod member;
mod set;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, TeamId, UnitId};
use crate::refusal::{Refusal, TeamFault};
use crate::row::{Key, Rows};

pub use member::{JoinTeam, LeaveTeam};
pub use set::{PURPOSE_CHARACTERS_MAX, SetTeam};

/// Memberships that a team remembers, those that have ended included.
pub const MEMBERS_MAX: usize = 100;
/// Days after the term for which the leader still reads the team's entries and answers, because a team ends with a report.
pub const AFTER_DAYS: u64 = 92;

/// Somebody is in a team for some days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// Who.
    pub person: EmployeeId,
    /// Their name then, so that nobody needs their row.
    pub name: String,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

/// A team across units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Team {
    /// Identity.
    pub id: TeamId,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    #[serde(default)]
    pub purpose: String,
    /// In whose keeping it is: the admins of this unit, and of those above, may change it.
    pub unit: UnitId,
    /// Who leads it.
    pub leader: EmployeeId,
    /// Their name then.
    #[serde(default)]
    pub leader_name: String,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// Who is, was or will be in it, in the order in which they were written.
    #[serde(default)]
    pub members: Vec<Member>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Team {
    /// Is this person in the team on that day, as its leader or as a member? Outside its term nobody is.
    #[must_use]
    pub fn has(&self, who: EmployeeId, day: NaiveDate) -> bool {
        let runs = self.from <= day && day <= self.until;
        let member = |member: &Member| member.person == who && member.from <= day && day <= member.until;
        runs && (self.leader == who || self.members.iter().any(member))
    }

    /// Does this person lead the team on that day? Before the term there is nothing to read, and some time after it nothing is left to say.
    #[must_use]
    pub fn is_led_by(&self, who: EmployeeId, day: NaiveDate) -> bool {
        self.leader == who && self.until.checked_add_days(Days::new(AFTER_DAYS)).is_none_or(|last| day <= last)
    }
}

/// The row that [`counts`] looks at.
pub(crate) fn key(team: Option<TeamId>) -> Option<Key> {
    team.map(Key::from)
}

/// May work of this person on that day be said to be done for this team? A team that is not there is like one that one is not in.
pub(crate) fn counts(team: Option<TeamId>, who: EmployeeId, day: NaiveDate, rows: &Rows) -> Result<(), Refusal> {
    let Some(team) = team else { return Ok(()) };
    let known = rows.team(team).is_some_and(|team| team.has(who, day));
    if known { Ok(()) } else { Err(TeamFault::NotInTeam.into()) }
}
