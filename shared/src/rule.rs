//! Rules: may it happen, and what changes then? The same function promises on the phone and gives the verdict on the server.
//!
//! [`needs`] says which rows a command must look at; the shell fetches them and asks again until nothing new is needed;
//! then [`decide`] answers. Neither knows where rows live.

mod ctx;
mod wanted;

use crate::change::Change;
use crate::command::Action;
use crate::draft;
use crate::entry;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};

pub use ctx::Ctx;
pub(crate) use wanted::{wanted_name, wanted_or, wanted_text};

/// Which rows the command must look at, as far as `rows` lets it know. Ask again after fetching; it ends after a few rounds.
#[must_use]
pub fn needs(action: &Action, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    match action {
        #[cfg(feature = "office")]
        Action::SetUnit(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::OpenAccount(command) => command.needs(rows, ctx),
        Action::ProposePlan(command) => command.needs(rows, ctx),
        Action::AgreePlan(command) => command.needs(rows, ctx),
        Action::OfferPlan(command) => command.needs(rows, ctx),
        Action::DeclinePlan(command) => command.needs(rows, ctx),
        Action::TiePlan(command) => command.needs(rows, ctx),
        Action::ReportPlan(command) => command.needs(rows, ctx),
        Action::SetExpectation(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetGoal(command) => command.needs(rows, ctx),
        Action::RecordEntry(command) => command.needs(rows, ctx),
        Action::ReviseEntry(command) => command.needs(rows, ctx),
        Action::SettleEntry(command) => command.needs(rows, ctx),
        Action::SetDraft(command) => draft::needs(command.draft, ctx),
        Action::SettleDraft(command) => draft::needs(command.draft, ctx),
        Action::DropDraft(command) => draft::needs(command.draft, ctx),
        Action::KeepTemplate(command) => command.needs(ctx),
        Action::DropTemplate(command) => command.needs(ctx),
        Action::SeeEntry(command) => entry::review_needs(command.entry, rows, ctx),
        Action::ApproveEntry(command) => entry::review_needs(command.entry, rows, ctx),
        Action::ReturnEntry(command) => {
            let mut keys = entry::review_needs(command.entry, rows, ctx);
            keys.push(Key::from(command.remark));
            keys
        }
        Action::FlagEntry(command) => command.needs(rows, ctx),
        Action::WriteRemark(command) => command.needs(rows, ctx),
        Action::ReadRemark(command) => command.needs(rows),
        #[cfg(feature = "office")]
        Action::StepDialogue(command) => command.needs(rows, ctx),
        Action::OwnStep(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::OpenPerson(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetService(command) => command.needs(),
        #[cfg(feature = "office")]
        Action::OpenCounter(command) => command.needs(rows),
        #[cfg(feature = "office")]
        Action::LeaveResponse(command) => command.needs(rows),
        Action::AddAbsence(command) => command.needs(rows, ctx),
        Action::WithdrawAbsence(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::AnswerAbsence(command) => command.needs(rows, ctx),
        Action::RequestSuperior(command) => command.needs(rows, ctx),
        Action::WithdrawSuperior(command) => command.needs(ctx),
        Action::ReadSuperior(command) => command.needs(ctx),
        #[cfg(feature = "office")]
        Action::AnswerSuperior(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::PlaceEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::ArriveEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::StayEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::RestoreEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::EraseEmployee(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::CarryRows(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::CloseAccount(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetUnitKind(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::EraseUnit(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetActing(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::EndActing(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::GiveAdmin(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::TakeAdmin(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetTeam(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::JoinTeam(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::LeaveTeam(command) => command.needs(rows, ctx),
        Action::Together(group) => group.needs(rows, ctx),
    }
}

/// The rules as a value: [`decide`]. A phone may fetch them apart from the rest of the app.
pub type Rules = fn(&Action, &Rows, &Ctx) -> Result<Vec<Change>, Refusal>;

/// May it happen? Then these changes have happened, together.
///
/// # Errors
/// The reason why not, in words for the person.
pub fn decide(action: &Action, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
    match action {
        #[cfg(feature = "office")]
        Action::SetUnit(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::OpenAccount(command) => command.decide(rows, ctx),
        Action::ProposePlan(command) => command.decide(rows, ctx),
        Action::AgreePlan(command) => command.decide(rows, ctx),
        Action::OfferPlan(command) => command.decide(rows, ctx),
        Action::DeclinePlan(command) => command.decide(rows, ctx),
        Action::TiePlan(command) => command.decide(rows, ctx),
        Action::ReportPlan(command) => command.decide(rows, ctx),
        Action::SetExpectation(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetGoal(command) => command.decide(rows, ctx),
        Action::RecordEntry(command) => command.decide(rows, ctx),
        Action::ReviseEntry(command) => command.decide(rows, ctx),
        Action::SettleEntry(command) => command.decide(rows, ctx),
        Action::SetDraft(command) => command.decide(rows, ctx),
        Action::SettleDraft(command) => command.decide(rows, ctx),
        Action::DropDraft(command) => command.decide(rows, ctx),
        Action::KeepTemplate(command) => command.decide(rows, ctx),
        Action::DropTemplate(command) => command.decide(rows, ctx),
        Action::SeeEntry(command) => command.decide(rows, ctx),
        Action::ApproveEntry(command) => command.decide(rows, ctx),
        Action::ReturnEntry(command) => command.decide(rows, ctx),
        Action::FlagEntry(command) => command.decide(rows, ctx),
        Action::WriteRemark(command) => command.decide(rows, ctx),
        Action::ReadRemark(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::StepDialogue(command) => command.decide(rows, ctx),
        Action::OwnStep(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::OpenPerson(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetService(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::OpenCounter(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::LeaveResponse(command) => command.decide(rows, ctx),
        Action::AddAbsence(command) => command.decide(rows, ctx),
        Action::WithdrawAbsence(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::AnswerAbsence(command) => command.decide(rows, ctx),
        Action::RequestSuperior(command) => command.decide(rows, ctx),
        Action::WithdrawSuperior(command) => command.decide(rows, ctx),
        Action::ReadSuperior(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::AnswerSuperior(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::PlaceEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::ArriveEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::StayEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::RestoreEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::EraseEmployee(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::CarryRows(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::CloseAccount(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetUnitKind(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::EraseUnit(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetActing(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::EndActing(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::GiveAdmin(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::TakeAdmin(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::SetTeam(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::JoinTeam(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::LeaveTeam(command) => command.decide(rows, ctx),
        Action::Together(group) => group.decide(rows, ctx),
    }
}

/// Only the operator may.
#[cfg(feature = "office")]
pub(crate) fn operator_only(ctx: &Ctx) -> Result<(), Refusal> {
    if ctx.is_operator() { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Only a step of the office's own work may, or the operator; whoever sends it from a device may not.
#[cfg(feature = "office")]
pub(crate) fn within_only(ctx: &Ctx) -> Result<(), Refusal> {
    if ctx.is_within || ctx.is_operator() { Ok(()) } else { Err(Refusal::NotAllowed) }
}
