//! Slice *plan*: the SKP. One planned result (rencana hasil kerja), the indicator that daily entries count, and the result of
//! the superior that it supports.
//!
//! Source: PermenPANRB 6/2022; the columns are those of its forms (`docs/DOMAIN.md`). A result is two rows. [`Plan`] moves with
//! every entry and is small. [`Terms`] holds what was agreed: the indicators in full, the open offer, the way it went; it
//! changes when people talk about it.
//!
//! Written by [`propose`], talked about by [`talk`], tied to what stands above by [`tie`], reported on by [`report`].

pub mod indicator;
pub mod load;
pub mod part;
mod propose;
mod report;
mod talk;
mod terms;
mod tie;
pub mod told;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use indicator::{About, Aspect, Deal, Group, Indicator, Level, Perspective};
pub use propose::ProposePlan;
pub use report::ReportPlan;
pub use talk::{AgreePlan, DeclinePlan, OfferPlan};
pub use terms::{Offer, Report, Step, StepKind, TRAIL_STEPS_MAX, Terms, Up};
pub use tie::{STEPS_MAX, TiePlan};

use crate::employee::Employee;
use crate::ids::{EmployeeId, GoalId, PlanId, UnitId};
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::Ctx;

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

/// Which part of the SKP a result stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// A. Utama: supports a result of the superior.
    #[default]
    Main,
    /// B. Tambahan: asked for beside the main results.
    Additional,
}

impl PlanKind {
    /// As it was before there were two parts; then it is not written.
    pub(crate) fn is_main(&self) -> bool {
        *self == Self::Main
    }
}

/// The two who talk about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Whose result it is.
    Owner,
    /// Who agrees to it.
    Superior,
}

/// One planned result, and how much of it is done.
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
    /// The same month by month, the month of the first day first ([`part`]). Shorter where nothing came later, and empty in rows from
    /// before months were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Quantity>,
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
    /// Main or additional.
    #[serde(default, skip_serializing_if = "PlanKind::is_main")]
    pub kind: PlanKind,
    /// The one result of the superior that it supports; none is *belum dikaitkan*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supports: Option<PlanId>,
    /// The programme it serves, where no result stands above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// Who has an offer of the other to answer; see [`Plan::waits_for`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<Side>,
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

    /// Has entries a target to be counted against? Without one the plan has no percentage, and a mean leaves it out.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.target > Quantity::ZERO
    }

    /// Whose answer it waits for; nobody's when all is agreed.
    #[must_use]
    pub fn waits_for(&self) -> Option<Side> {
        self.turn.or((self.state == PlanState::Proposed).then_some(Side::Superior))
    }

    /// Does it run on this day, agreed or not?
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }

    /// Is it a main result without anything above it yet?
    #[must_use]
    pub fn is_untied(&self) -> bool {
        self.kind == PlanKind::Main && self.supports.is_none() && self.goal.is_none()
    }
}

/// Does this person lead their unit? Then their plans have perspectives instead of aspects.
#[must_use]
pub fn is_head(person: &Employee, rows: &Rows) -> bool {
    rows.unit(person.unit).is_some_and(|unit| unit.head == Some(person.id))
}

/// A plan with its terms, its owner, and who speaks.
struct Talk<'a> {
    plan: &'a Plan,
    terms: Terms,
    owner: &'a Employee,
    side: Side,
    /// Name of whoever speaks, for the trail.
    name: String,
}

impl<'a> Talk<'a> {
    /// What may be spoken about: one's own plan or that of somebody whose superior one is. Everything else is not there.
    fn open(plan: PlanId, rows: &'a Rows, ctx: &Ctx) -> Result<Self, Refusal> {
        let plan = rows.plan(plan).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(plan.owner).ok_or(Refusal::NotFound)?;
        let side = side_of(owner, rows, ctx)?;
        Ok(Self { plan, terms: Terms::of(plan, rows), owner, side, name: name_of(rows, ctx) })
    }

    /// The same, and it still says what the speaker has seen.
    fn as_seen(plan: PlanId, base: u32, rows: &'a Rows, ctx: &Ctx) -> Result<Self, Refusal> {
        let talk = Self::open(plan, rows, ctx)?;
        if talk.terms.version == base { Ok(talk) } else { Err(Refusal::ChangedSinceSeen) }
    }
}

/// The owner, or the superior who assesses them.
fn side_of(owner: &Employee, rows: &Rows, ctx: &Ctx) -> Result<Side, Refusal> {
    if ctx.actor.is(owner.id) {
        Ok(Side::Owner)
    } else if ctx.is_superior_of(owner, rows) {
        Ok(Side::Superior)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Name of the actor; empty for the operator.
fn name_of(rows: &Rows, ctx: &Ctx) -> String {
    ctx.actor.employee().and_then(|id| rows.employee(id)).map(|actor| actor.name.clone()).unwrap_or_default()
}

/// The rows that a talk about a plan looks at: the plan, its terms, its owner with unit and audience, and the actor.
fn talk_needs(plan: PlanId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = vec![Key::from(plan), Key::from(Terms::id_of(plan))];
    keys.extend(ctx.actor.employee().map(Key::from));
    if let Some(plan) = rows.plan(plan) {
        keys.extend(owner_needs(plan.owner, rows));
        keys.extend(tie::keys_above(plan.supports, plan.goal, rows));
    }
    keys
}

fn owner_needs(owner: EmployeeId, rows: &Rows) -> Vec<Key> {
    let mut keys = vec![Key::from(owner)];
    if let Some(owner) = rows.employee(owner) {
        keys.extend(owner.assessor_keys(rows));
    }
    keys
}
