//! Talking about a plan until both sides agree: offer, agree, decline. Every word names the version of the terms that was
//! seen. The owner's are saved on the phone and may arrive later; the superior's are asked online.
//!
//! An offer about a proposal changes the proposal when it is the owner's, and stands beside it when it is the superior's. An
//! offer about an agreed plan is a renegotiation: what was agreed counts until the other side has agreed to something else.

use serde::{Deserialize, Serialize};

use super::indicator::Deal;
use super::terms::{Offer, put};
use super::{Plan, PlanState, Side, StepKind, Talk, is_head, talk_needs, tie};
use crate::change::Change;
use crate::ids::PlanId;
use crate::quantity::Quantity;
use crate::refusal::{FeedbackFault, PlanFault, Refusal};
use crate::remark::TEXT_CHARACTERS_MAX;
use crate::row::{Key, Rows};
use crate::rule::Ctx;

/// Command `plan.offer`: the owner proposes anew or asks to renegotiate; the superior answers with a counter-proposal, or asks
/// to renegotiate too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferPlan {
    /// Which plan.
    pub plan: PlanId,
    /// The version of the terms that was seen.
    pub base: u32,
    /// What is offered.
    pub deal: Deal,
    /// Why. May be empty only when the owner changes a proposal that nobody has agreed to.
    #[serde(default)]
    pub words: String,
}

impl OfferPlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        talk_needs(self.plan, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let talk = Talk::as_seen(self.plan, self.base, rows, ctx)?;
        let deal = self.deal.checked(is_head(talk.owner, rows))?;
        if deal.measure != talk.plan.measure && talk.plan.done > Quantity::ZERO {
            return Err(Refusal::Plan(PlanFault::MeasureInUse));
        }
        let (kind, amends) = match (talk.side, talk.plan.state) {
            (Side::Owner, PlanState::Proposed) => (StepKind::Proposed, true),
            (Side::Owner, PlanState::Agreed) => (StepKind::Asked, false),
            (Side::Superior, _) => (StepKind::Countered, false),
        };
        let words = said(&self.words, !amends)?;
        let step = talk.step(kind, &words, deal.target, ctx);
        let (mut plan, mut terms) = (Plan { rev: talk.plan.rev + 1, ..talk.plan.clone() }, talk.terms);
        if amends {
            (plan.result, plan.measure, plan.target) = (deal.result.clone(), deal.measure.clone(), deal.target);
            plan.turn = None;
            terms.take(&deal);
        } else {
            plan.turn = Some(if talk.side == Side::Owner { Side::Superior } else { Side::Owner });
            terms.offer = Some(Box::new(Offer { by: talk.side, words, deal }));
        }
        terms.step(step);
        Ok(put(plan, terms, talk.owner.audience(rows)))
    }
}

/// Command `plan.agree`: one side agrees to what the other has proposed or offered, as it was when they looked (`base`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreePlan {
    /// Which plan.
    pub plan: PlanId,
    /// The version of the terms that was seen.
    pub base: u32,
}

impl AgreePlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        talk_needs(self.plan, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let talk = Talk::open(self.plan, rows, ctx)?;
        let deal = match (&talk.terms.offer, talk.side, talk.plan.state) {
            (Some(offer), side, _) if offer.by != side => offer.deal.clone(),
            (None, Side::Superior, PlanState::Proposed) => talk.terms.deal(talk.plan),
            (None, _, PlanState::Agreed) if talk.terms.version == self.base => return Ok(Vec::new()),
            (None, _, PlanState::Agreed) => return Err(Refusal::ChangedSinceSeen),
            // Nobody agrees to their own proposal.
            (Some(_), _, _) | (None, Side::Owner, PlanState::Proposed) => return Err(Refusal::NotAllowed),
        };
        if talk.terms.version != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        // A proposal from before there were further indicators is no plan yet.
        let deal = deal.checked(is_head(talk.owner, rows))?;
        if deal.measure != talk.plan.measure && talk.plan.done > Quantity::ZERO {
            return Err(Refusal::Plan(PlanFault::MeasureInUse));
        }
        let step = talk.step(StepKind::Agreed, "", deal.target, ctx);
        let mut terms = talk.terms;
        terms.take(&deal);
        let Deal { result, measure, target, .. } = deal;
        let (state, turn, rev) = (PlanState::Agreed, None, talk.plan.rev + 1);
        let plan = Plan { result, measure, target, state, turn, rev, ..talk.plan.clone() };
        *terms.up = tie::up(&plan, &terms.up, rows, ctx);
        terms.step(step);
        Ok(put(plan, terms, talk.owner.audience(rows)))
    }
}

/// Command `plan.decline`: say no to the other side's offer, with words; or take one's own back. What stood before stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclinePlan {
    /// Which plan.
    pub plan: PlanId,
    /// The version of the terms that was seen.
    pub base: u32,
    /// Why. May be empty when one takes one's own offer back.
    #[serde(default)]
    pub words: String,
}

impl DeclinePlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        talk_needs(self.plan, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let talk = Talk::as_seen(self.plan, self.base, rows, ctx)?;
        let offer = talk.terms.offer.as_ref().ok_or(Refusal::ChangedSinceSeen)?;
        let words = said(&self.words, offer.by != talk.side)?;
        let step = talk.step(StepKind::Declined, &words, offer.deal.target, ctx);
        let mut terms = talk.terms;
        terms.offer = None;
        terms.step(step);
        let plan = Plan { turn: None, rev: talk.plan.rev + 1, ..talk.plan.clone() };
        Ok(put(plan, terms, talk.owner.audience(rows)))
    }
}

/// The words, trimmed.
fn said(words: &str, wanted: bool) -> Result<String, Refusal> {
    let words = words.trim();
    if wanted && words.is_empty() {
        return Err(Refusal::Feedback(FeedbackFault::WordsMissing));
    }
    if words.chars().count() > TEXT_CHARACTERS_MAX {
        return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
    }
    Ok(words.to_owned())
}
