//! What travels between a device and the server beside the exchange of [`super::talk`]: verdicts, boards, the live line; and
//! pulls of protocol 1, which phones that were not opened since still ask.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::change::Op;
use crate::complete::First;
use crate::ids::{CommandId, DeviceId};
use crate::row::Row;
use crate::scope::Scope;
use crate::words::Spoken;

/// Commands in one push.
pub const PUSH_COMMANDS_MAX: usize = 50;

/// What the server has decided about a command. It never changes afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It has happened.
    Accepted,
    /// It may not happen; the command is kept with its reason.
    Rejected {
        /// Why.
        reason: Spoken,
    },
}

/// The verdict on one command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// Which command.
    pub id: CommandId,
    /// What was decided.
    pub verdict: Verdict,
}

/// `POST /api/sync/pull` in protocol 1: what is new since my cursors, and what became of these commands?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PullRequest {
    /// Protocol version.
    pub protocol: u16,
    /// Which device asks.
    pub device: DeviceId,
    /// Last change known in each scope; an absent scope is sent whole.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::HashMap<String, u64>))]
    pub cursors: BTreeMap<Scope, u64>,
    /// Commands that wait for their verdict.
    pub waiting: Vec<CommandId>,
}

/// New changes of one scope, in protocol 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta {
    /// Which scope.
    pub scope: Scope,
    /// The device's rows of this scope are replaced, not added to.
    #[serde(default)]
    pub reset: bool,
    /// The cursor before.
    pub from: u64,
    /// The cursor after.
    pub to: u64,
    /// The changes, in order.
    pub ops: Vec<Op>,
}

/// Answer to a pull in protocol 1. Rows and verdicts come from one snapshot, so a command leaves the outbox in the same moment in which
/// its effects arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullReply {
    /// News by scope.
    pub deltas: Vec<Delta>,
    /// What became of the commands that were asked for, as far as the server knows them.
    pub answers: Vec<Answer>,
    /// There is more: ask again at once.
    pub more: bool,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
}

/// `GET /api/me`: who has signed in, and the rows that the rules on the phone need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// The person's own row, their unit and their superior.
    pub rows: Vec<Row>,
    /// The person.
    pub employee: crate::ids::EmployeeId,
    /// Boards this person may open, their own first.
    pub boards: Vec<BoardLink>,
    /// What the office last knew of this person's work in this browser; none when it has not seen them together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<super::lost::Known>,
    /// Units that this person looks after, each with everything below it.
    #[serde(default)]
    pub admin: Vec<BoardLink>,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
}

/// A board that may be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BoardLink {
    /// Of which unit.
    pub unit: crate::ids::UnitId,
    /// Its name.
    pub name: String,
    /// It shows those alone whom the reader assesses without leading the unit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assessed: bool,
}

/// `GET /api/board/{unit}`: all rows of a unit's board at one moment, and the cursor from which to listen on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardReply {
    /// The unit's scope.
    pub scope: Scope,
    /// The log position of this snapshot.
    pub head: u64,
    /// The rows: the last days of everything, and what is older and still waits.
    pub rows: Vec<Row>,
    /// Of what is older and waits there is more than these rows. It comes when these are done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// When each of these people first wrote: the rows begin later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub firsts: Vec<First>,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
}

/// One change on the live line of an open board. Its SSE id is `scope:seq`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveChange {
    /// Position in the scope's log.
    pub seq: u64,
    /// What happened.
    pub op: Op,
    /// When the office accepted it.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// A hint that a scope has moved. It says "look"; the log says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveHead {
    /// Which scope.
    pub scope: Scope,
    /// Its head.
    pub head: u64,
}
