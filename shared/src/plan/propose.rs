//! Proposing: a new result, with its indicators and its place in the tree.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::indicator::{About, Deal, Indicator};
use super::terms::{Step, put};
use super::{Plan, PlanKind, PlanState, StepKind, Terms, is_head, name_of, owner_needs, tie};
use crate::change::Change;
use crate::ids::{EmployeeId, GoalId, PlanId};
use crate::quantity::Quantity;
use crate::refusal::{PlanFault, Refusal};
use crate::row::{Key, Rows};
use crate::rule::Ctx;

/// Command `plan.propose`: write a result with its indicators. By the person it waits for agreement; by the superior or the
/// operator it is agreed at once. A phone from before there were further indicators is refused in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposePlan {
    /// New id.
    pub id: PlanId,
    /// Whose result.
    pub owner: EmployeeId,
    /// The result.
    pub result: String,
    /// What is counted.
    pub measure: String,
    /// How much.
    pub target: Quantity,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// Main or additional.
    #[serde(default, skip_serializing_if = "PlanKind::is_main")]
    pub kind: PlanKind,
    /// The result of the superior that it supports; it can be said later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supports: Option<PlanId>,
    /// The programme it serves, where no result stands above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// What the counted indicator says.
    #[serde(default, skip_serializing_if = "About::is_blank")]
    pub about: About,
    /// Further indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Indicator>,
}

impl ProposePlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(Terms::id_of(self.id))];
        keys.extend(ctx.actor.employee().map(Key::from));
        keys.extend(owner_needs(self.owner, rows));
        keys.extend(tie::keys_above(self.supports, self.goal, rows));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let owner = rows.employee(self.owner).ok_or(Refusal::NotFound)?;
        let (state, kind) = if ctx.actor.is(self.owner) {
            (PlanState::Proposed, StepKind::Proposed)
        } else if ctx.is_superior_of(owner, rows) || ctx.is_operator() {
            (PlanState::Agreed, StepKind::Agreed)
        } else {
            return Err(Refusal::NotFound);
        };
        if rows.plan(self.id).is_some() {
            return Err(Refusal::AlreadyThere);
        }
        let deal = self.deal().checked(is_head(owner, rows))?;
        if self.from > self.until {
            return Err(Refusal::Plan(PlanFault::PeriodUnclear));
        }
        tie::fits(self.id, owner, self.supports, self.goal, rows, ctx)?;
        let plan = Plan {
            id: self.id,
            owner: self.owner,
            result: deal.result.clone(),
            measure: deal.measure.clone(),
            target: deal.target,
            done: Quantity::ZERO,
            months: Vec::new(),
            from: self.from,
            until: self.until,
            state,
            unit: Some(owner.unit),
            kind: self.kind,
            supports: self.supports,
            goal: self.goal,
            turn: None,
            rev: 1,
        };
        let mut terms = Terms { version: 0, ..Terms::blank(&plan) };
        terms.take(&deal);
        *terms.up = tie::up(&plan, &terms.up, rows, ctx);
        let (by, words) = (name_of(rows, ctx), String::new());
        terms.step(Step { kind, by, at: ctx.now, words, target: deal.target, before: None });
        Ok(put(plan, terms, owner.audience(rows)))
    }

    /// What it asks for, as a deal.
    #[must_use]
    pub fn deal(&self) -> Deal {
        Deal {
            result: self.result.clone(),
            measure: self.measure.clone(),
            target: self.target,
            about: self.about.clone(),
            more: self.more.clone(),
        }
    }
}
