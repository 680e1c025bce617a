//! Commands: what somebody wants to happen. A command is a value: it can be put in a drawer and sent tomorrow.

#[cfg(feature = "office")]
pub mod ladder;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

#[cfg(feature = "office")]
use crate::absence::AnswerAbsence;
use crate::absence::{AddAbsence, WithdrawAbsence};
#[cfg(feature = "office")]
use crate::account::{CloseAccount, OpenAccount};
#[cfg(feature = "office")]
use crate::admin::{GiveAdmin, TakeAdmin};
#[cfg(feature = "office")]
use crate::counter::OpenCounter;
use crate::dialogue::OwnStep;
#[cfg(feature = "office")]
use crate::dialogue::StepDialogue;
use crate::draft::{SetDraft, SettleDraft, Spent};
#[cfg(feature = "office")]
use crate::employee::{
    ArriveEmployee, CarryRows, EraseEmployee, PlaceEmployee, RestoreEmployee, SetEmployee, StayEmployee,
};
use crate::entry::{ApproveEntry, FlagEntry, RecordEntry, ReturnEntry, ReviseEntry, SeeEntry, SettleEntry};
use crate::expectation::SetExpectation;
#[cfg(feature = "office")]
use crate::goal::SetGoal;
use crate::ids::{CommandId, DeviceId};
#[cfg(feature = "office")]
use crate::opened::OpenPerson;
use crate::plan::{AgreePlan, DeclinePlan, OfferPlan, ProposePlan, ReportPlan, TiePlan};
use crate::remark::{ReadRemark, WriteRemark};
#[cfg(feature = "office")]
use crate::response::LeaveResponse;
#[cfg(feature = "office")]
use crate::service::SetService;
#[cfg(feature = "office")]
use crate::superior::AnswerSuperior;
use crate::superior::{ReadSuperior, RequestSuperior, WithdrawSuperior};
#[cfg(feature = "office")]
use crate::team::{JoinTeam, LeaveTeam, SetTeam};
use crate::template::{DropTemplate, KeepTemplate};
use crate::together::Together;
#[cfg(feature = "office")]
use crate::unit::{EndActing, EraseUnit, SetActing, SetUnit, SetUnitKind};

/// What is wanted. On the wire: `{"entry.record": {…}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "each command is documented at its type")]
pub enum Action {
    #[cfg(feature = "office")]
    #[serde(rename = "unit.set")]
    SetUnit(SetUnit),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.set")]
    SetEmployee(SetEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "account.open")]
    OpenAccount(OpenAccount),
    #[serde(rename = "plan.propose")]
    ProposePlan(Box<ProposePlan>),
    #[serde(rename = "plan.agree")]
    AgreePlan(AgreePlan),
    #[serde(rename = "plan.offer")]
    OfferPlan(Box<OfferPlan>),
    #[serde(rename = "plan.decline")]
    DeclinePlan(DeclinePlan),
    #[serde(rename = "plan.tie")]
    TiePlan(TiePlan),
    #[serde(rename = "plan.report")]
    ReportPlan(ReportPlan),
    #[serde(rename = "expectation.set")]
    SetExpectation(SetExpectation),
    #[cfg(feature = "office")]
    #[serde(rename = "goal.set")]
    SetGoal(SetGoal),
    #[serde(rename = "entry.record")]
    RecordEntry(RecordEntry),
    #[serde(rename = "entry.revise")]
    ReviseEntry(ReviseEntry),
    #[serde(rename = "entry.settle")]
    SettleEntry(SettleEntry),
    #[serde(rename = "draft.set")]
    SetDraft(SetDraft),
    #[serde(rename = "draft.settle")]
    SettleDraft(SettleDraft),
    #[serde(rename = "draft.drop")]
    DropDraft(Spent),
    #[serde(rename = "template.keep")]
    KeepTemplate(Box<KeepTemplate>),
    #[serde(rename = "template.drop")]
    DropTemplate(DropTemplate),
    #[serde(rename = "entry.see")]
    SeeEntry(SeeEntry),
    #[serde(rename = "entry.approve")]
    ApproveEntry(ApproveEntry),
    #[serde(rename = "entry.return")]
    ReturnEntry(ReturnEntry),
    #[serde(rename = "entry.flag")]
    FlagEntry(FlagEntry),
    #[serde(rename = "remark.write")]
    WriteRemark(WriteRemark),
    #[serde(rename = "remark.read")]
    ReadRemark(ReadRemark),
    #[cfg(feature = "office")]
    #[serde(rename = "dialogue.step")]
    StepDialogue(StepDialogue),
    #[serde(rename = "dialogue.own")]
    OwnStep(OwnStep),
    #[cfg(feature = "office")]
    #[serde(rename = "person.open")]
    OpenPerson(OpenPerson),
    #[cfg(feature = "office")]
    #[serde(rename = "service.set")]
    SetService(SetService),
    #[cfg(feature = "office")]
    #[serde(rename = "counter.open")]
    OpenCounter(OpenCounter),
    #[cfg(feature = "office")]
    #[serde(rename = "response.leave")]
    LeaveResponse(LeaveResponse),
    #[serde(rename = "absence.add")]
    AddAbsence(AddAbsence),
    #[serde(rename = "absence.withdraw")]
    WithdrawAbsence(WithdrawAbsence),
    #[cfg(feature = "office")]
    #[serde(rename = "absence.answer")]
    AnswerAbsence(AnswerAbsence),
    #[serde(rename = "superior.request")]
    RequestSuperior(RequestSuperior),
    #[serde(rename = "superior.withdraw")]
    WithdrawSuperior(WithdrawSuperior),
    #[serde(rename = "superior.read")]
    ReadSuperior(ReadSuperior),
    #[cfg(feature = "office")]
    #[serde(rename = "superior.answer")]
    AnswerSuperior(AnswerSuperior),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.place")]
    PlaceEmployee(PlaceEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.arrive")]
    ArriveEmployee(ArriveEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.stay")]
    StayEmployee(StayEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.restore")]
    RestoreEmployee(RestoreEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.erase")]
    EraseEmployee(EraseEmployee),
    #[cfg(feature = "office")]
    #[serde(rename = "employee.carry")]
    CarryRows(CarryRows),
    #[cfg(feature = "office")]
    #[serde(rename = "account.close")]
    CloseAccount(CloseAccount),
    #[cfg(feature = "office")]
    #[serde(rename = "unit.kind")]
    SetUnitKind(SetUnitKind),
    #[cfg(feature = "office")]
    #[serde(rename = "unit.erase")]
    EraseUnit(EraseUnit),
    #[cfg(feature = "office")]
    #[serde(rename = "acting.set")]
    SetActing(SetActing),
    #[cfg(feature = "office")]
    #[serde(rename = "acting.end")]
    EndActing(EndActing),
    #[cfg(feature = "office")]
    #[serde(rename = "admin.give")]
    GiveAdmin(GiveAdmin),
    #[cfg(feature = "office")]
    #[serde(rename = "admin.take")]
    TakeAdmin(TakeAdmin),
    #[cfg(feature = "office")]
    #[serde(rename = "team.set")]
    SetTeam(SetTeam),
    #[cfg(feature = "office")]
    #[serde(rename = "team.join")]
    JoinTeam(JoinTeam),
    #[cfg(feature = "office")]
    #[serde(rename = "team.leave")]
    LeaveTeam(LeaveTeam),
    #[serde(rename = "together")]
    Together(Together),
}

/// A wish with its identity and its place in the device's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Command {
    /// Identity: UUIDv7 minted where the command was born. The same id is the same command, however often it arrives.
    pub id: CommandId,
    /// Where it was born.
    pub device: DeviceId,
    /// Its place among that device's commands, from 1.
    pub seq: u64,
    /// Version of the command's shape; fields are added, never changed.
    #[serde(default = "first_version")]
    pub v: u16,
    /// When the device says it was made. Kept as said; never used for order.
    #[serde(with = "crate::stamp::moment")]
    pub made_at: DateTime<Utc>,
    /// What is wanted.
    pub action: Action,
}

/// The version of commands that this build writes. What older ones look like, [`ladder`] knows.
pub const VERSION: u16 = 1;

const fn first_version() -> u16 {
    1
}
