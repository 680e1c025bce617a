//! The terms of a plan: what was agreed in full, what is offered now, and the way it went. They lie in the owner's own scope;
//! superiors read them online.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::indicator::{About, Deal, Indicator};
use super::{Plan, Side, Talk};
use crate::change::Change;
use crate::ids::{EmployeeId, PlanId, TermsId};
use crate::quantity::Quantity;
use crate::row::{Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

/// Steps that are kept; older ones go, the first proposal stays.
pub const TRAIL_STEPS_MAX: usize = 24;

/// What happened in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The owner proposed, or proposed anew.
    Proposed,
    /// The owner asked to renegotiate what was agreed.
    Asked,
    /// The superior offered something else.
    Countered,
    /// Agreed.
    Agreed,
    /// An offer was declined or taken back; what was agreed before stays.
    Declined,
    /// Tied to another result or programme.
    Tied,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// What happened.
    pub kind: StepKind,
    /// Name of who did it; empty for the operator.
    #[serde(default)]
    pub by: String,
    /// When.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// Why, in their words.
    #[serde(default)]
    pub words: String,
    /// The target that was spoken of.
    #[serde(default)]
    pub target: Quantity,
    /// The target before, where it is another.
    #[serde(default)]
    pub before: Option<Quantity>,
}

/// An offer that waits for the other side. Until it is answered, what was agreed counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// Who made it.
    pub by: Side,
    /// Why.
    pub words: String,
    /// What would be agreed.
    pub deal: Deal,
}

/// The owner's latest figure for an indicator that entries do not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// Name of the indicator.
    pub indicator: String,
    /// The figure.
    pub value: Quantity,
    /// What stands behind it.
    #[serde(default)]
    pub note: String,
    /// When.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// What the result is good for, as it was known when the tie was made. A copy, so that the owner can climb from an entry
/// without a network; the door `GET /api/plan/{plan}/up` tells how it is now. Empty where nothing is tied yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Up {
    /// The superior's result.
    #[serde(default)]
    pub result: String,
    /// Whose result that is.
    #[serde(default)]
    pub by: String,
    /// The programme of the region.
    #[serde(default)]
    pub programme: String,
    /// The mission of the region.
    #[serde(default)]
    pub mission: String,
}

/// The terms of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    /// Identity: the plan's, as another kind of row.
    pub id: TermsId,
    /// Whose plan.
    pub owner: EmployeeId,
    /// What the counted indicator says.
    #[serde(default)]
    pub about: About,
    /// Further indicators.
    #[serde(default)]
    pub more: Vec<Indicator>,
    /// Latest figures of the further indicators.
    #[serde(default)]
    pub reports: Vec<Report>,
    /// What waits for an answer.
    #[serde(default)]
    pub offer: Option<Box<Offer>>,
    /// The way it went, oldest first.
    #[serde(default)]
    pub trail: Vec<Step>,
    /// What it is good for.
    #[serde(default)]
    pub up: Box<Up>,
    /// Counts what was said about the plan; an answer names the version it saw. Reports do not count.
    pub version: u32,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Terms {
    /// The name of a plan's terms.
    #[must_use]
    pub const fn id_of(plan: PlanId) -> TermsId {
        TermsId(plan.0)
    }

    /// Terms of which nothing is known: those of a plan from before there were any.
    #[must_use]
    pub fn blank(plan: &Plan) -> Self {
        Self {
            id: Self::id_of(plan.id),
            owner: plan.owner,
            about: About::default(),
            more: Vec::new(),
            reports: Vec::new(),
            offer: None,
            trail: Vec::new(),
            up: Box::default(),
            version: plan.rev,
            rev: 0,
        }
    }

    /// The plan's terms, blank where it has none.
    #[must_use]
    pub fn of(plan: &Plan, rows: &Rows) -> Self {
        rows.terms(Self::id_of(plan.id)).cloned().unwrap_or_else(|| Self::blank(plan))
    }

    /// What is agreed or proposed now, as a deal.
    #[must_use]
    pub fn deal(&self, plan: &Plan) -> Deal {
        Deal {
            result: plan.result.clone(),
            measure: plan.measure.clone(),
            target: plan.target,
            about: self.about.clone(),
            more: self.more.clone(),
        }
    }

    /// The latest figure of an indicator.
    #[must_use]
    pub fn report(&self, indicator: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.indicator == indicator)
    }

    /// Puts a deal in force. Figures of indicators that are no more go with them.
    pub(super) fn take(&mut self, deal: &Deal) {
        self.about = deal.about.clone();
        self.more.clone_from(&deal.more);
        let names: Vec<&str> = self.more.iter().map(|one| one.about.name.as_str()).collect();
        self.reports.retain(|report| names.contains(&report.indicator.as_str()));
        self.offer = None;
    }

    /// One more step of the way; the row has changed.
    pub(super) fn step(&mut self, step: Step) {
        if self.trail.len() >= TRAIL_STEPS_MAX {
            self.trail.remove(1);
        }
        self.trail.push(step);
        self.version += 1;
        self.rev += 1;
    }
}

impl Talk<'_> {
    /// A step of this talk.
    pub(super) fn step(&self, kind: StepKind, words: &str, target: Quantity, ctx: &Ctx) -> Step {
        let before = Some(self.plan.target).filter(|before| *before != target);
        Step { kind, by: self.name.clone(), at: ctx.now, words: words.trim().to_owned(), target, before }
    }
}

/// The plan for everybody who follows the person's work, its terms for the person.
pub(super) fn put(plan: Plan, terms: Terms, audience: Vec<Scope>) -> Vec<Change> {
    let own = Scope::Own(plan.owner);
    vec![Change::put(Row::Plan(plan), audience), Change::put(Row::Terms(terms), [own])]
}
