//! Slice *goal*: what the region is for. Its missions (misi), and under each the programmes that serve it (RPJMD). They end
//! the climb that begins at a daily entry.

use serde::{Deserialize, Serialize};

use crate::ids::GoalId;
#[cfg(feature = "office")]
use crate::{
    actor::Actor, admin::Admin, change::Change, refusal::PlanFault, refusal::Refusal, row::Key, row::Row, row::Rows,
    rule::Ctx, rule::wanted_name, scope::Scope,
};

/// A mission, or a programme under one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Goal {
    /// Identity.
    pub id: GoalId,
    /// As the region's plan words it.
    pub name: String,
    /// The mission a programme serves; none for a mission.
    #[serde(default)]
    pub parent: Option<GoalId>,
    /// First year of the plan it stands in; none: it has always been so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// Last year of it; none: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<u16>,
    /// Nothing new is tied to it. What is tied already still climbs to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// `GET /api/goals`: what the region is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Goals {
    /// Missions and programmes, in no order.
    pub goals: Vec<Goal>,
    /// May the reader write them?
    pub may_write: bool,
}

impl Goal {
    /// Is it offered to plans of that year?
    #[must_use]
    pub fn runs_in(&self, year: u16) -> bool {
        !self.closed && self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }
}

/// Command `goal.set`: add a mission or a programme, word it better, close it or open it again. By the operator, or by an admin
/// of the whole agency: of a unit that has none above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetGoal {
    /// New or known id.
    pub id: GoalId,
    /// Its words.
    pub name: String,
    /// The mission that a programme serves.
    #[serde(default)]
    pub parent: Option<GoalId>,
    /// First year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// Last year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<u16>,
    /// Nothing new is tied to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// Does the actor look after the whole agency?
#[cfg(feature = "office")]
fn must(rows: &Rows, ctx: &Ctx) -> Result<(), Refusal> {
    let actor = match ctx.actor {
        Actor::Operator => return Ok(()),
        Actor::Citizen => return Err(Refusal::NotAllowed),
        Actor::Employee { employee } => employee,
    };
    let is_top = |unit| rows.unit(unit).is_some_and(|unit| unit.parent.is_none());
    let admin = rows.admin(Admin::of(actor)).filter(|admin| admin.units.iter().any(|grant| is_top(grant.unit)));
    admin.map(drop).ok_or(Refusal::NotAllowed)
}

#[cfg(feature = "office")]
impl SetGoal {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        keys.extend(self.parent.map(Key::from));
        if let Some(actor) = ctx.actor.employee() {
            keys.push(Key::from(Admin::of(actor)));
            let units = rows.admin(Admin::of(actor)).into_iter().flat_map(|admin| &admin.units);
            keys.extend(units.map(|grant| Key::from(grant.unit)));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        must(rows, ctx)?;
        let name = wanted_name(&self.name, 300)?;
        // A programme stands under a mission, never under a programme; a mission stays one.
        let is_mission = |id| rows.goal(id).is_some_and(|goal| goal.parent.is_none());
        if self.parent.is_some_and(|parent| parent == self.id || !is_mission(parent)) {
            return Err(Refusal::NotFound);
        }
        let before = rows.goal(self.id);
        if before.is_some_and(|before| before.parent.is_none() != self.parent.is_none()) {
            return Err(Refusal::AlreadyThere);
        }
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            return Err(Refusal::Plan(PlanFault::PeriodUnclear));
        }
        let Self { id, parent, from, until, closed, .. } = *self;
        let goal = Goal { id, name, parent, from, until, closed, rev: before.map_or(0, |goal| goal.rev) + 1 };
        Ok(vec![Change::put(Row::Goal(goal), [Scope::Office])])
    }
}
