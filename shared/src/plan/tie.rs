//! The tree: each main result supports exactly one result of the superior, up to the programme and the mission of the region
//! (matriks peran hasil, PermenPANRB 6/2022). A tie can be made later; nobody waits for a superior who has no plan yet.
//!
//! A phone holds no plans of other people. It promises a tie that it cannot look at, and the office decides.

use serde::{Deserialize, Serialize};

use super::terms::put;
use super::{Plan, StepKind, Talk, Up, is_head, talk_needs};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{GoalId, PlanId};
use crate::refusal::{PlanFault, Refusal};
use crate::row::{Key, Rows};
use crate::rule::Ctx;

/// Results that are climbed at most.
pub const STEPS_MAX: usize = 32;

/// Command `plan.tie`: say which result of the superior this one supports, or, where nothing stands above, which programme it
/// serves. None of both opens the tie again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TiePlan {
    /// Which plan.
    pub plan: PlanId,
    /// The version of the terms that was seen.
    pub base: u32,
    /// The result of the superior.
    #[serde(default)]
    pub supports: Option<PlanId>,
    /// The programme.
    #[serde(default)]
    pub goal: Option<GoalId>,
}

impl TiePlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = talk_needs(self.plan, rows, ctx);
        keys.extend(keys_above(self.supports, self.goal, rows));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let talk = Talk::as_seen(self.plan, self.base, rows, ctx)?;
        if (talk.plan.supports, talk.plan.goal) == (self.supports, self.goal) {
            return Ok(Vec::new());
        }
        fits(self.plan, talk.owner, self.supports, self.goal, rows, ctx)?;
        let step = talk.step(StepKind::Tied, "", talk.plan.target, ctx);
        let (supports, goal, rev) = (self.supports, self.goal, talk.plan.rev + 1);
        let plan = Plan { supports, goal, rev, ..talk.plan.clone() };
        let mut terms = talk.terms;
        *terms.up = up(&plan, &Up::default(), rows, ctx);
        terms.step(step);
        Ok(put(plan, terms, talk.owner.audience(rows)))
    }
}

/// The rows from a tie upwards, as far as they are known: the results, whose the first one is, the programme and its mission.
pub(super) fn keys_above(supports: Option<PlanId>, goal: Option<GoalId>, rows: &Rows) -> Vec<Key> {
    let (mut keys, mut next, mut goal) = (Vec::new(), supports, goal);
    for at in 0..=STEPS_MAX {
        let Some(id) = next else { break };
        keys.push(Key::from(id));
        let Some(plan) = rows.plan(id) else { break };
        if at == 0 {
            keys.push(Key::from(plan.owner));
        }
        (next, goal) = (plan.supports, goal.or(plan.goal));
    }
    keys.extend(goal_keys(goal, rows));
    keys
}

/// May a plan of this person be tied so? One tie at most: to a result of their superior, or to a programme where they lead a
/// unit or nobody stands above them.
pub(super) fn fits(
    plan: PlanId,
    owner: &Employee,
    supports: Option<PlanId>,
    goal: Option<GoalId>,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<(), Refusal> {
    let is_phone = ctx.received_at.is_none();
    if let Some(goal) = goal {
        let top = owner.superior.is_none() || is_head(owner, rows);
        if supports.is_some() || !top {
            return Err(Refusal::Plan(PlanFault::TieElsewhere));
        }
        return if is_phone || is_programme(goal, rows) { Ok(()) } else { Err(Refusal::NotFound) };
    }
    let Some(mut above) = supports else { return Ok(()) };
    match rows.plan(above) {
        Some(result) if Some(result.owner) == owner.superior && result.owner != owner.id => {}
        Some(_) => return Err(Refusal::Plan(PlanFault::TieElsewhere)),
        None if is_phone => return Ok(()),
        None => return Err(Refusal::NotFound),
    }
    for _ in 0..STEPS_MAX {
        if above == plan {
            return Err(Refusal::Plan(PlanFault::TieCycle));
        }
        match rows.plan(above).and_then(|result| result.supports) {
            Some(next) => above = next,
            None => return Ok(()),
        }
    }
    Err(Refusal::Plan(PlanFault::TieCycle))
}

/// What the plan is good for, as these rows know it. A phone that does not hold the superior's result keeps what it has.
pub(super) fn up(plan: &Plan, before: &Up, rows: &Rows, ctx: &Ctx) -> Up {
    if ctx.received_at.is_none() {
        return before.clone();
    }
    let first = plan.supports.and_then(|id| rows.plan(id));
    let by = first.and_then(|result| rows.employee(result.owner)).map(|person| person.name.clone()).unwrap_or_default();
    let (mut next, mut goal) = (first, plan.goal);
    for _ in 0..STEPS_MAX {
        let Some(result) = next.filter(|_| goal.is_none()) else { break };
        (next, goal) = (result.supports.and_then(|id| rows.plan(id)), result.goal);
    }
    let (programme, mission) = goal.map(|goal| aims(goal, rows)).unwrap_or_default();
    Up { result: first.map(|result| result.result.clone()).unwrap_or_default(), by, programme, mission }
}

#[cfg(feature = "office")]
fn goal_keys(goal: Option<GoalId>, rows: &Rows) -> Vec<Key> {
    let mut keys: Vec<Key> = goal.map(Key::from).into_iter().collect();
    keys.extend(goal.and_then(|goal| rows.goal(goal)).and_then(|goal| goal.parent).map(Key::from));
    keys
}

#[cfg(feature = "office")]
fn is_programme(goal: GoalId, rows: &Rows) -> bool {
    rows.goal(goal).is_some_and(|goal| goal.parent.is_some())
}

#[cfg(feature = "office")]
fn aims(goal: GoalId, rows: &Rows) -> (String, String) {
    let Some(programme) = rows.goal(goal) else { return Default::default() };
    let mission = programme.parent.and_then(|id| rows.goal(id)).map(|mission| mission.name.clone());
    (programme.name.clone(), mission.unwrap_or_default())
}

/// A phone holds no goals and is asked for none.
#[cfg(not(feature = "office"))]
fn goal_keys(_: Option<GoalId>, _: &Rows) -> Vec<Key> {
    Vec::new()
}

#[cfg(not(feature = "office"))]
fn is_programme(_: GoalId, _: &Rows) -> bool {
    true
}

#[cfg(not(feature = "office"))]
fn aims(_: GoalId, _: &Rows) -> (String, String) {
    Default::default()
}
