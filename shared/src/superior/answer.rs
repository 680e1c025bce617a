//! The admin's side: yes, and the superior changes at once with its place in the book; or no, with a reason.

use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, SuperiorRequestId};
#[cfg(feature = "office")]
use crate::{
    admin, change::Change, employee, employee::Employee, refusal::FeedbackFault, refusal::Refusal, row::Key, row::Rows,
    rule::Ctx, rule::wanted_text,
};

#[cfg(feature = "office")]
use super::{Asked, RequestState};

#[cfg(feature = "office")]
/// Characters of the answer.
const ANSWER_CHARACTERS_MAX: usize = 500;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// This is the superior from now on. It may be somebody else than was wanted.
    Approve {
        /// Who.
        superior: EmployeeId,
    },
    /// The superior stays.
    Refuse,
}

/// Command `superior.answer`: an admin of the person's unit answers the open wish, as it was when they looked (`base`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerSuperior {
    /// Who asked.
    pub person: EmployeeId,
    /// Which wish.
    pub request: SuperiorRequestId,
    /// The revision of the row that was seen.
    pub base: u32,
    /// Yes or no.
    pub decision: Decision,
    /// A few words; needed for a no.
    #[serde(default)]
    pub answer: String,
}

#[cfg(feature = "office")]
impl AnswerSuperior {
    const fn superior(&self) -> Option<EmployeeId> {
        match self.decision {
            Decision::Approve { superior } => Some(superior),
            Decision::Refuse => None,
        }
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(Asked::of(self.person))];
        keys.extend(employee::placing_keys(self.person, self.superior(), rows));
        let person = rows.employee(self.person);
        keys.extend(admin::keys(person.map(|person| person.unit), rows, ctx));
        let places = [person.map(|person| person.superior), Some(self.superior())];
        let places = places.map(|superior| Some((person?.unit, superior?)));
        keys.extend(admin::own_keys(places, rows, ctx));
        keys
    }

    /// The person below their new superior, if there is one. Whoever is wanted may say yes to it; an admin nobody asked for may not, nor
    /// may the admin choose somebody whose people are theirs to see.
    fn moved(
        &self,
        person: &Employee,
        wanted: Option<EmployeeId>,
        rows: &Rows,
        ctx: &Ctx,
    ) -> Result<Option<Employee>, Refusal> {
        admin::not_own(ctx, Some(person.id), (self.superior(), wanted))?;
        let Some(superior) = self.superior() else { return Ok(None) };
        let after = Employee { superior: Some(superior), rev: person.rev + 1, ..person.clone() };
        if wanted != Some(superior) {
            admin::not_own_place(Some(person), &after, rows, ctx)?;
        }
        Ok(Some(after))
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        admin::must(Some(person.unit), rows, ctx)?;
        let mut asked = rows.asked(Asked::of(self.person)).cloned().ok_or(Refusal::NotFound)?;
        if asked.rev != self.base || asked.waiting().is_none_or(|request| request.id != self.request) {
            return Err(Refusal::ChangedSinceSeen);
        }
        let wanted = asked.waiting().and_then(|request| request.wanted);
        let after = self.moved(person, wanted, rows, ctx)?;
        let answer = match self.decision {
            Decision::Approve { .. } if self.answer.trim().is_empty() => String::new(),
            Decision::Refuse if self.answer.trim().is_empty() => {
                return Err(Refusal::Feedback(FeedbackFault::WordsMissing));
            }
            Decision::Approve { .. } | Decision::Refuse => wanted_text(&self.answer, ANSWER_CHARACTERS_MAX)?,
        };
        let Some(request) = asked.list.last_mut() else { return Err(Refusal::NotFound) };
        request.state = if self.superior().is_some() { RequestState::Approved } else { RequestState::Refused };
        request.answered_at = Some(ctx.now);
        request.answered_by = employee::name_of(ctx.actor.employee(), rows);
        request.answer = answer;
        let why = request.reason.clone();
        asked.rev += 1;
        let mut changes = vec![super::ask::put(asked)];
        if let Some(after) = after {
            changes.extend(employee::placed(
                Some(person),
                after,
                employee::Why { from: None, reason: why },
                rows,
                ctx,
            )?);
        }
        Ok(changes)
    }
}
