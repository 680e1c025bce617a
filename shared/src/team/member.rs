//! Who is in a team: joining and leaving, each with its day. The past is never erased.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, TeamId};
#[cfg(feature = "office")]
use crate::{
    admin, change::Change, period, refusal::Refusal, refusal::TeamFault, row::Key, row::Rows, rule::Ctx, unit::Unit,
};

#[cfg(feature = "office")]
use super::{
    MEMBERS_MAX, Member, Team,
    set::{TERM_DAYS_MAX, home, put},
};

/// Command `team.join`: somebody is in a team between these days. By an admin of the team who looks after the person, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinTeam {
    /// Which team.
    pub team: TeamId,
    /// Who.
    pub person: EmployeeId,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

/// Command `team.leave`: the membership that began on `from` ends with this day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeaveTeam {
    /// Which team.
    pub team: TeamId,
    /// Who.
    pub person: EmployeeId,
    /// The membership that began, or begins, on this day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Its last day. One before its first takes it back, as long as it has not begun before today.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

/// The team, the person, and what the actor looks after.
#[cfg(feature = "office")]
fn keys(team: TeamId, person: EmployeeId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = vec![Key::from(team), Key::from(person)];
    let places = [rows.team(team).map(|team| team.unit), home(person, rows)];
    for unit in places.into_iter().flatten() {
        keys.push(Key::from(unit));
        keys.extend(admin::keys(Some(unit), rows, ctx));
    }
    keys
}

/// The team with the unit that keeps it, if the actor looks after that.
#[cfg(feature = "office")]
fn kept<'a>(team: TeamId, rows: &'a Rows, ctx: &Ctx) -> Result<(&'a Team, &'a Unit), Refusal> {
    let known = rows.team(team);
    admin::must(known.map(|team| team.unit), rows, ctx)?;
    let team = known.ok_or(Refusal::NotFound)?;
    Ok((team, rows.unit(team.unit).ok_or(Refusal::NotFound)?))
}

/// Days of a membership: sound, and within the term.
#[cfg(feature = "office")]
fn within(team: &Team, from: NaiveDate, until: NaiveDate) -> Result<(), Refusal> {
    period::sound(from, until, TERM_DAYS_MAX)?;
    let inside = team.from <= from && until <= team.until;
    if inside { Ok(()) } else { Err(TeamFault::OutsideTerm { from: team.from, until: team.until }.into()) }
}

/// None of the person's other memberships holds one of these days.
#[cfg(feature = "office")]
fn once<'a>(
    person: EmployeeId,
    (from, until): (NaiveDate, NaiveDate),
    others: impl Iterator<Item = &'a Member>,
) -> Result<(), Refusal> {
    let own = others.filter(|member| member.person == person);
    period::apart(from, until, own.map(|member| (member.from, member.until)))
}

#[cfg(feature = "office")]
impl JoinTeam {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        keys(self.team, self.person, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (team, unit) = kept(self.team, rows, ctx)?;
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        admin::must(Some(person.unit), rows, ctx)?;
        within(team, self.from, self.until)?;
        once(self.person, (self.from, self.until), team.members.iter())?;
        if team.members.len() >= MEMBERS_MAX {
            return Err(Refusal::ListFull { items_max: MEMBERS_MAX });
        }
        let member = Member { person: self.person, name: person.name.clone(), from: self.from, until: self.until };
        let mut team = Team { rev: team.rev + 1, ..team.clone() };
        team.members.push(member);
        Ok(vec![put(team, Some(self.person), unit.today(ctx.now))])
    }
}

#[cfg(feature = "office")]
impl LeaveTeam {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        keys(self.team, self.person, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (team, unit) = kept(self.team, rows, ctx)?;
        let is = |member: &Member| member.person == self.person && member.from == self.from;
        let at = team.members.iter().position(is).ok_or(Refusal::NotFound)?;
        let today = unit.today(ctx.now);
        let mut after = Team { rev: team.rev + 1, ..team.clone() };
        if self.until < self.from && self.from >= today {
            after.members.remove(at);
        } else {
            within(team, self.from, self.until)?;
            let others = team.members.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, member)| member);
            once(self.person, (self.from, self.until), others)?;
            if let Some(member) = after.members.get_mut(at) {
                member.until = self.until;
            }
        }
        Ok(vec![put(after, Some(self.person), today)])
    }
}
