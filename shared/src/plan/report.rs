//! Reporting: the owner's figure for an indicator that entries do not count.

use serde::{Deserialize, Serialize};

use super::{PlanState, Report, Side, Talk, talk_needs};
use crate::change::Change;
use crate::ids::PlanId;
use crate::quantity::{QUANTITY_MAX, Quantity};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

/// Characters allowed in the note of a report.
pub const NOTE_CHARACTERS_MAX: usize = 500;

/// Command `plan.report`: say how far one of the further indicators is. The latest figure counts. It is no word in the talk
/// about the plan, so it names no version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportPlan {
    /// Which plan.
    pub plan: PlanId,
    /// Name of the indicator.
    pub indicator: String,
    /// The figure, in the indicator's measure.
    pub value: Quantity,
    /// What stands behind it; may be empty.
    #[serde(default)]
    pub note: String,
}

impl ReportPlan {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        talk_needs(self.plan, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let talk = Talk::open(self.plan, rows, ctx)?;
        if talk.side != Side::Owner {
            return Err(Refusal::NotAllowed);
        }
        if talk.plan.state != PlanState::Agreed {
            return Err(Refusal::PlanNotAgreed);
        }
        if !talk.terms.more.iter().any(|one| one.about.name == self.indicator) {
            return Err(Refusal::NotFound);
        }
        if self.value < Quantity::ZERO || self.value > QUANTITY_MAX {
            return Err(Refusal::QuantityNotCountable);
        }
        if self.note.chars().count() > NOTE_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: NOTE_CHARACTERS_MAX });
        }
        let (indicator, note) = (self.indicator.clone(), self.note.trim().to_owned());
        let mut terms = talk.terms;
        terms.reports.retain(|report| report.indicator != indicator);
        terms.reports.push(Report { indicator, value: self.value, note, at: ctx.now });
        terms.rev += 1;
        let own = Scope::Own(terms.owner);
        Ok(vec![Change::put(Row::Terms(terms), [own])])
    }
}
