//! What those who assess say of days away that somebody has written for themselves: it is known, or it is taken back, with a reason
//! that the person reads. Nobody answers for their own days.

use serde::{Deserialize, Serialize};

use crate::ids::{AbsenceId, EmployeeId};
#[cfg(feature = "office")]
use crate::{
    admin, change::Change, employee, refusal::OfficeFault, refusal::Refusal, row::Key, row::Rows, rule::Ctx,
    rule::wanted_or,
};

#[cfg(feature = "office")]
use super::change::{keys, must, put};
#[cfg(feature = "office")]
use super::{Absences, TakenBack};

/// Characters of the reason.
#[cfg(feature = "office")]
const REASON_CHARACTERS_MAX: usize = 300;
/// Days taken back that are remembered.
#[cfg(feature = "office")]
const TAKEN_MAX: usize = 20;

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbsenceAnswer {
    /// It is known, and stays.
    Keep,
    /// It is no longer so.
    TakeBack {
        /// Why; the person reads it.
        reason: String,
    },
}

/// Command `absence.answer`: whoever assesses the person, or their admin, answers days that the person wrote for themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerAbsence {
    /// Which.
    pub id: AbsenceId,
    /// Whose.
    pub person: EmployeeId,
    /// What is said.
    pub answer: AbsenceAnswer,
}

#[cfg(feature = "office")]
impl AnswerAbsence {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        keys(self.person, rows, ctx)
    }

    /// Saying twice that it is known changes nothing.
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        must(person, rows, ctx)?;
        admin::not_own(ctx, Some(self.person), (None, None))?;
        let mut absences = rows.absences(Absences::of(self.person)).cloned().ok_or(Refusal::NotFound)?;
        let at = absences.list.iter().position(|known| known.id == self.id).ok_or(Refusal::NotFound)?;
        let known = absences.list.get_mut(at).filter(|known| known.by == Some(self.person));
        // What somebody else has written, that one takes back (`absence.withdraw`).
        let known = known.ok_or(Refusal::NotAllowed)?;
        match &self.answer {
            AbsenceAnswer::Keep if known.known_at.is_some() => return Ok(Vec::new()),
            AbsenceAnswer::Keep => known.known_at = Some(ctx.now),
            AbsenceAnswer::TakeBack { reason } => {
                let missing = Refusal::Office(OfficeFault::ReasonMissing);
                let reason = wanted_or(reason, REASON_CHARACTERS_MAX, missing)?;
                let absence = absences.list.remove(at);
                let by_name = employee::name_of(ctx.actor.employee(), rows);
                absences.taken.push(TakenBack { absence, reason, by_name, at: ctx.now });
                absences.taken.drain(..absences.taken.len().saturating_sub(TAKEN_MAX));
            }
        }
        Ok(vec![put(absences, person, rows)])
    }
}
