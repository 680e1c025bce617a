//! Slice *superior*: "my superior is wrong". The person asks, also without a network; an admin of their unit answers. An
//! agreement changes the superior in the same transaction, and the answer reaches the person's news.
//!
//! One row holds all that a person has asked, so that there is never more than one open wish, and its history stays with it.

mod answer;
mod ask;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{AskedId, EmployeeId, SuperiorRequestId, UnitId};

pub use answer::{AnswerSuperior, Decision};
pub use ask::{ReadSuperior, RequestSuperior, WithdrawSuperior};

/// How far a wish has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// It waits for an admin.
    Waiting,
    /// The superior was changed.
    Approved,
    /// The superior stays, and the answer says why.
    Refused,
    /// The person took it back.
    Withdrawn,
}

/// One wish for another superior.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SuperiorRequest {
    /// Identity.
    pub id: SuperiorRequestId,
    /// Who was the superior then; empty: nobody.
    #[serde(default)]
    pub present_name: String,
    /// Who is wanted; none when the person could only write a name, without a network.
    #[serde(default)]
    pub wanted: Option<EmployeeId>,
    /// Their name.
    pub wanted_name: String,
    /// Why.
    pub reason: String,
    /// When the office had it, or when the phone says.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// How far it has come.
    pub state: RequestState,
    /// When it was answered or taken back.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub answered_at: Option<DateTime<Utc>>,
    /// Who answered; empty: the operator.
    #[serde(default)]
    pub answered_by: String,
    /// What was answered.
    #[serde(default)]
    pub answer: String,
    /// When the person has read the answer.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub read_at: Option<DateTime<Utc>>,
}

/// All that a person has asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Asked {
    /// The person's own number.
    pub id: AskedId,
    /// Whose.
    pub person: EmployeeId,
    /// Their name.
    pub person_name: String,
    /// Their position.
    #[serde(default)]
    pub position: String,
    /// Their unit when they asked last.
    pub unit: UnitId,
    /// The wishes, oldest first.
    #[serde(default)]
    pub list: Vec<SuperiorRequest>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Asked {
    /// The row of this person.
    #[must_use]
    pub const fn of(person: EmployeeId) -> AskedId {
        AskedId(person.0)
    }

    /// The wish that waits for an answer.
    #[must_use]
    pub fn waiting(&self) -> Option<&SuperiorRequest> {
        self.list.last().filter(|request| request.state == RequestState::Waiting)
    }

    /// Answers that the person has not read yet.
    pub fn unread(&self) -> impl Iterator<Item = &SuperiorRequest> {
        self.list.iter().filter(|request| request.is_answered() && request.read_at.is_none())
    }
}

impl SuperiorRequest {
    /// Has an admin said yes or no?
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        matches!(self.state, RequestState::Approved | RequestState::Refused)
    }
}
