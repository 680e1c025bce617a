//! Slice *plan*: a minimal SKP. One planned result (rencana hasil kerja) with one indicator.
//!
//! Source: PermenPANRB 6/2022. The full SKP (aspects, perspectives, the tie to the superior's result) grows from here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::ids::{EmployeeId, PlanId, UnitId};
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Written by the person, waiting for the superior.
    Proposed,
    /// Agreed: work counts towards it.
    Agreed,
}

/// One planned result with its indicator, and how much of it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    /// Identity.
    pub id: PlanId,
    /// Whose result.
    pub owner: EmployeeId,
    /// The result (rencana hasil kerja).
    pub result: String,
    /// What is counted: berkas, orang, laporan.
    pub measure: String,
    /// How much is wanted in the period.
    pub target: Quantity,
    /// How much has been recorded; kept by the one writer.
    #[serde(default)]
    pub done: Quantity,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// Proposed or agreed.
    pub state: PlanState,
    /// The unit where it counts: the owner's when it was written, because who moves gets a new SKP. None in rows from before
    /// there were rollups; they count where the owner is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Plan {
    /// May work of this date be counted towards the plan?
    ///
    /// # Errors
    /// The plan is not agreed, or the date lies outside it.
    pub fn takes(&self, work_date: NaiveDate) -> Result<(), Refusal> {
        if self.state != PlanState::Agreed {
            return Err(Refusal::PlanNotAgreed);
        }
        if work_date < self.from || work_date > self.until {
            return Err(Refusal::OutsidePlan { from: self.from, until: self.until });
        }
        Ok(())
    }

    /// Whole percent of the target, 100 only when it is reached.
    #[must_use]
    pub fn percent(&self) -> u8 {
        self.done.percent_of(self.target)
    }
}

/// Command `plan.propose`: write a result with its indicator. By the person it waits for agreement; by the superior or the
/// operator it is agreed at once.
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
}

impl ProposePlan {
    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.owner)];
        keys.extend(rows.employee(self.owner).map(|owner| owner.assessor_keys(rows)).unwrap_or_default());
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let owner = rows.employee(self.owner).ok_or(Refusal::NotFound)?;
        let state = if ctx.actor.is(self.owner) {
            PlanState::Proposed
        } else if ctx.is_superior_of(owner, rows) || ctx.is_operator() {
            PlanState::Agreed
        } else {
            return Err(Refusal::NotFound);
        };
        if rows.plan(self.id).is_some() {
            return Err(Refusal::AlreadyThere);
        }
        if self.measure.trim().is_empty() || !self.target.is_countable() || self.from > self.until {
            return Err(Refusal::IndicatorIncomplete);
        }
        let plan = Plan {
            id: self.id,
            owner: self.owner,
            result: wanted_text(&self.result, 300)?,
            measure: wanted_text(&self.measure, 40)?,
            target: self.target,
            done: Quantity::ZERO,
            from: self.from,
            until: self.until,
            state,
            unit: Some(owner.unit),
            rev: 1,
        };
        Ok(vec![Change::put(Row::Plan(plan), owner.audience(rows))])
    }
}

/// Command `plan.agree`: the superior agrees to a proposed result, as it was when they looked (`base`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreePlan {
    /// Which plan.
    pub plan: PlanId,
    /// The revision that was seen.
    pub base: u32,
}

impl AgreePlan {
    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.plan)];
        if let Some(plan) = rows.plan(self.plan) {
            keys.push(Key::from(plan.owner));
            keys.extend(rows.employee(plan.owner).map(|owner| owner.assessor_keys(rows)).unwrap_or_default());
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let plan = rows.plan(self.plan).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(plan.owner).ok_or(Refusal::NotFound)?;
        if !ctx.is_superior_of(owner, rows) {
            return Err(if ctx.actor.is(owner.id) { Refusal::NotAllowed } else { Refusal::NotFound });
        }
        if plan.rev != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        let agreed = Plan { state: PlanState::Agreed, rev: plan.rev + 1, ..plan.clone() };
        Ok(vec![Change::put(Row::Plan(agreed), owner.audience(rows))])
    }
}
