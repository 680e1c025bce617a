//! Rules: may it happen, and what changes then? The same function promises on the phone and gives the verdict on the server.
//!
//! [`needs`] says which rows a command must look at; the shell fetches them and asks again until nothing new is needed;
//! then [`decide`] answers. Neither knows where rows live.

use chrono::{DateTime, NaiveDate, Utc};

#[cfg(feature = "office")]
use crate::absence::Absences;
use crate::actor::Actor;
#[cfg(feature = "office")]
use crate::calendar::Calendar;
use crate::change::Change;
use crate::command::Action;
use crate::draft;
use crate::employee::Employee;
use crate::entry;
#[cfg(feature = "office")]
use crate::lateness::late_days;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::zone::Zone;

/// What a rule is told about the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// Who wants it.
    pub actor: Actor,
    /// The time now: the server's on the server, the phone's on the phone.
    pub now: DateTime<Utc>,
    /// When the device says the command was made.
    pub claimed_at: DateTime<Utc>,
    /// When the office received it; none on the phone.
    pub received_at: Option<DateTime<Utc>>,
}

impl Ctx {
    /// On the phone: a promise.
    #[must_use]
    pub const fn on_phone(actor: Actor, now: DateTime<Utc>, claimed_at: DateTime<Utc>) -> Self {
        Self { actor, now, claimed_at, received_at: None }
    }

    /// On the server: the verdict.
    #[must_use]
    pub const fn on_server(actor: Actor, now: DateTime<Utc>, claimed_at: DateTime<Utc>) -> Self {
        Self { actor, now, claimed_at, received_at: Some(now) }
    }

    /// Does the actor assess this person now, as their direct superior or in the superior's place?
    #[must_use]
    pub fn is_superior_of(&self, person: &Employee, rows: &Rows) -> bool {
        self.actor.employee().is_some_and(|actor| person.is_assessed_by(actor, rows, self.now))
    }

    /// Is it the operator at the command line?
    #[must_use]
    pub fn is_operator(&self) -> bool {
        self.actor == Actor::Operator
    }

    /// Today where this person's unit is. Without the unit's row: Western Indonesia.
    #[must_use]
    pub fn today(&self, person: &Employee, rows: &Rows) -> NaiveDate {
        rows.unit(person.unit).map_or(Zone::default(), |unit| unit.zone).local_date(self.now)
    }

    /// By how many working days an entry of this person is late; the office says it, and only the office.
    pub(crate) fn late_days(
        &self,
        person: &Employee,
        work_date: NaiveDate,
        claimed_at: DateTime<Utc>,
        rows: &Rows,
    ) -> Option<u32> {
        self.received_at?;
        #[cfg(feature = "office")]
        {
            let zone = rows.unit(person.unit).map_or(Zone::default(), |unit| unit.zone);
            let absences = rows.absences(Absences::of(person.id));
            late_days(work_date, claimed_at, zone, absences, Calendar::official()).ok()
        }
        #[cfg(not(feature = "office"))]
        {
            // A phone is never the office, and does not carry the list of holidays into its first screen.
            let _ = (person, work_date, claimed_at, rows);
            None
        }
    }

    /// The actor's row, their unit's, and those of their audience.
    pub(crate) fn actor_keys(&self, rows: &Rows) -> Vec<Key> {
        let Some(actor) = self.actor.employee() else {
            return Vec::new();
        };
        let mut keys = vec![Key::from(actor)];
        if let Some(employee) = rows.employee(actor) {
            keys.push(Key::from(employee.unit));
            keys.extend(employee.audience_keys());
        }
        keys
    }
}

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
        Action::SetGoal(command) => command.needs(),
        Action::RecordEntry(command) => command.needs(rows, ctx),
        Action::ReviseEntry(command) => command.needs(rows, ctx),
        Action::SettleEntry(command) => command.needs(rows, ctx),
        Action::SetDraft(command) => draft::needs(command.draft, ctx),
        Action::SettleDraft(command) => draft::needs(command.draft, ctx),
        Action::DropDraft(command) => draft::needs(command.draft, ctx),
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
        Action::RequestSuperior(command) => command.needs(rows, ctx),
        Action::WithdrawSuperior(command) => command.needs(ctx),
        Action::ReadSuperior(command) => command.needs(ctx),
        #[cfg(feature = "office")]
        Action::AnswerSuperior(command) => command.needs(rows, ctx),
        #[cfg(feature = "office")]
        Action::PlaceEmployee(command) => command.needs(rows, ctx),
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
        Action::Together(group) => group.needs(rows, ctx),
    }
}

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
        Action::SeeEntry(command) => command.decide(rows, ctx),
        Action::ApproveEntry(command) => command.decide(rows, ctx),
        Action::ReturnEntry(command) => command.decide(rows, ctx),
        Action::FlagEntry(command) => command.decide(rows, ctx),
        Action::WriteRemark(command) => command.decide(rows, ctx),
        Action::ReadRemark(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::StepDialogue(command) => command.decide(rows, ctx),
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
        Action::RequestSuperior(command) => command.decide(rows, ctx),
        Action::WithdrawSuperior(command) => command.decide(rows, ctx),
        Action::ReadSuperior(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::AnswerSuperior(command) => command.decide(rows, ctx),
        #[cfg(feature = "office")]
        Action::PlaceEmployee(command) => command.decide(rows, ctx),
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
        Action::Together(group) => group.decide(rows, ctx),
    }
}

/// Only the operator may.
#[cfg(feature = "office")]
pub(crate) fn operator_only(ctx: &Ctx) -> Result<(), Refusal> {
    if ctx.is_operator() { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// The text without blanks at its ends; refused when empty or too long.
pub(crate) fn wanted_text(text: &str, characters_max: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if text.chars().count() > characters_max {
        return Err(Refusal::TextTooLong { characters_max });
    }
    Ok(text.to_owned())
}
