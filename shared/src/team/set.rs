//! The pen of admins: make a team, or change its name, purpose, leader or term. What was written for it stays.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, TeamId, UnitId};
#[cfg(feature = "office")]
use crate::{
    admin, change::Change, period, refusal::Refusal, refusal::TeamFault, row::Key, row::Row, row::Rows, rule::Ctx,
    rule::wanted_text, scope::Scope,
};

#[cfg(feature = "office")]
use super::Team;

/// Characters of the purpose.
pub const PURPOSE_CHARACTERS_MAX: usize = 500;
/// Characters of the name.
#[cfg(feature = "office")]
const NAME_CHARACTERS_MAX: usize = 120;
/// Days that a term may last: five years.
#[cfg(feature = "office")]
pub(super) const TERM_DAYS_MAX: i64 = 1_827;

/// Command `team.set`: a team is this from now on, as it was when the admin looked (`base`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetTeam {
    /// New or known id.
    pub id: TeamId,
    /// The revision that was seen; 0 for a new one.
    #[serde(default)]
    pub base: u32,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    #[serde(default)]
    pub purpose: String,
    /// In whose keeping it is.
    pub unit: UnitId,
    /// Who leads it.
    pub leader: EmployeeId,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

#[cfg(feature = "office")]
impl SetTeam {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.unit), Key::from(self.leader)];
        let places = [rows.team(self.id).map(|team| team.unit), Some(self.unit), home(self.leader, rows)];
        keys.extend(places.into_iter().flatten().flat_map(|unit| admin::keys(Some(unit), rows, ctx)));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let before = rows.team(self.id);
        admin::must(before.map(|team| team.unit).or(Some(self.unit)), rows, ctx)?;
        admin::must(Some(self.unit), rows, ctx)?;
        if let Some(team) = before {
            // Who leads reads what people of any unit have written for the team, so it is another's to say who, and for how much longer.
            // A new one holds nothing yet, and whoever writes for it knows who leads.
            let led_by = Some(team.leader).filter(|_| self.until <= team.until);
            admin::not_own(ctx, None, (Some(self.leader), led_by))?;
        }
        let unit = rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        match before {
            None if self.base > 0 => return Err(Refusal::NotFound),
            Some(team) if team.rev != self.base => return Err(Refusal::ChangedSinceSeen),
            None | Some(_) => {}
        }
        let name = wanted_text(&self.name, NAME_CHARACTERS_MAX).map_err(named)?;
        let purpose = self.purpose.trim();
        if purpose.chars().count() > PURPOSE_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: PURPOSE_CHARACTERS_MAX });
        }
        period::sound(self.from, self.until, TERM_DAYS_MAX)?;
        let leader_name = self.leader(before, rows, ctx)?;
        let team = Team {
            id: self.id,
            name,
            purpose: purpose.to_owned(),
            unit: self.unit,
            leader: self.leader,
            leader_name,
            from: self.from,
            until: self.until,
            members: before.map(|team| team.members.clone()).unwrap_or_default(),
            rev: self.base + 1,
        };
        let left = before.map(|team| team.leader);
        Ok(vec![put(team, left, unit.today(ctx.now))])
    }

    /// Who leads must be somebody whom the admin looks after. A leader who stays may have moved since.
    fn leader(&self, before: Option<&Team>, rows: &Rows, ctx: &Ctx) -> Result<String, Refusal> {
        let leader = rows.employee(self.leader).ok_or(TeamFault::LeaderUnknown)?;
        if before.is_none_or(|team| team.leader != self.leader) {
            admin::must(Some(leader.unit), rows, ctx).map_err(|_| TeamFault::LeaderUnknown)?;
        }
        Ok(leader.name.clone())
    }
}

/// A name that is missing is told as one.
#[cfg(feature = "office")]
fn named(refusal: Refusal) -> Refusal {
    if refusal == Refusal::TextMissing { TeamFault::NameMissing.into() } else { refusal }
}

/// Where somebody is at home.
#[cfg(feature = "office")]
pub(super) fn home(person: EmployeeId, rows: &Rows) -> Option<UnitId> {
    rows.employee(person).map(|person| person.unit)
}

/// A team's row is for its own scope, for the office's list, and for the phones of whoever leads it or is or will be in it; whoever
/// has just left (`also`) hears of that, and of nothing that comes after.
#[cfg(feature = "office")]
pub(super) fn put(team: Team, also: Option<EmployeeId>, today: NaiveDate) -> Change {
    let there = team.members.iter().filter(|member| member.until >= today).map(|member| member.person);
    let own = there.chain([team.leader]).chain(also).map(Scope::Own);
    let scopes: Vec<Scope> = own.chain([Scope::Team(team.id), Scope::Office]).collect();
    Change::put(Row::Team(team), scopes)
}
