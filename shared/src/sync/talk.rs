//! What phone and office say to each other, protocol 2: commands up, rows and verdicts down.
//!
//! Every request names its protocol and build; every answer names the server's epoch and time. Fields are added, never
//! changed. Why each question and answer is there: `docs/adr/0019-sync-protocol.md`.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::wire::Answer;
use crate::change::Op;
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::row::Row;
use crate::scope::Scope;

/// Version of this protocol. The server understands every version that was ever shipped, at least for pushing.
pub const PROTOCOL: u16 = 2;
/// Which rows this build knows: how many lines stand in `shared/tests/golden/rows.jsonl`, so that a new field or kind counts it up.
pub const SHAPE: u16 = 57;
/// Verdicts that a phone asks for in one pull.
pub const WAITING_MAX: usize = 200;

/// Which life of the server's database this is. A restore from a backup begins a new one, because then clients may know
/// things that the server has forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Epoch(pub u64);

/// `POST /api/sync/push`: commands in the device's order. Generic over the command, because the server reads each one apart:
/// one that it cannot understand must not block the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push<C> {
    /// Protocol version.
    pub protocol: u16,
    /// Build of the app.
    #[serde(default)]
    pub build: String,
    /// Whose queue it is. A browser sends whatever session it has now; the office refuses to take one person's work as another's.
    #[serde(default)]
    pub owner: Option<EmployeeId>,
    /// The device's incarnation.
    pub device: DeviceId,
    /// The epoch that the phone knows; none before the first answer.
    #[serde(default)]
    pub epoch: Option<Epoch>,
    /// At most [`super::wire::PUSH_COMMANDS_MAX`].
    pub commands: Vec<C>,
}

/// Why the server went no further in a push. Nothing is lost: what was not answered is still in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// Another command has this place already: the device's history and the server's have parted.
    Fork {
        /// The last place of this incarnation that the server knows.
        last: u64,
    },
    /// A place before this one has never arrived.
    Gap {
        /// The last place of this incarnation that the server knows.
        last: u64,
    },
    /// The server was restored since the phone last heard of it. Nothing was looked at.
    Restored,
}

/// Answer to a push, status 201. Only a hint: the outbox shrinks by pull.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pushed {
    /// Verdicts, in the order of the commands, as far as the server went.
    pub answers: Vec<Answer>,
    /// Why it went no further, if it did not reach the end.
    #[serde(default)]
    pub stop: Option<Stop>,
    /// The server's epoch.
    pub epoch: Epoch,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
}

/// `POST /api/sync/pull`: what is new?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pull {
    /// Protocol version.
    pub protocol: u16,
    /// Build of the app.
    #[serde(default)]
    pub build: String,
    /// Whose phone asks; as in [`Push`].
    #[serde(default)]
    pub owner: Option<EmployeeId>,
    /// The device's incarnation.
    pub device: DeviceId,
    /// The epoch that the phone knows.
    #[serde(default)]
    pub epoch: Option<Epoch>,
    /// Commands on the device that have no verdict; after lost storage this tells what is gone.
    #[serde(default)]
    pub outbox_len: u32,
    /// What exactly.
    pub question: Question,
}

/// What a pull asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// The current rows of a scope, page by page. Each page is of its own moment; the news since the first page's head make
    /// them one.
    Whole {
        /// Which scope.
        scope: Scope,
        /// The mark that the page before ended with.
        mark: Option<String>,
    },
    /// All changes since these cursors, up to one moment, and the verdicts of that same moment.
    News {
        /// Last change known in each scope.
        cursors: BTreeMap<Scope, u64>,
        /// The moment, from the first page on; none asks for the first page.
        upto: Option<BTreeMap<Scope, u64>>,
        /// Commands that wait for their verdict; asked with the first page.
        waiting: Vec<CommandId>,
    },
}

/// Answer to a pull.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulled {
    /// The server's epoch.
    pub epoch: Epoch,
    /// The server's clock.
    #[serde(with = "crate::stamp::moment")]
    pub server_time: DateTime<Utc>,
    /// Which rows the node that answered knows ([`SHAPE`]). One that knows less than the phone has passed over what is new.
    #[serde(default)]
    pub shape: u16,
    /// What was asked for.
    pub told: Told,
}

/// What a pull is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// A page of a scope's rows.
    Whole {
        /// Which scope.
        scope: Scope,
        /// The scope's head when this page was read.
        head: u64,
        /// The rows.
        rows: Vec<Row>,
        /// There are more rows: ask again with this mark, which only the server can read.
        next: Option<String>,
    },
    /// Changes and verdicts.
    News(News),
    /// This scope is not, or no longer, for this person.
    Revoked {
        /// Which.
        scope: Scope,
    },
    /// The server was restored since the phone last heard of it. Nothing was looked at.
    Restored,
}

/// A page of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// By scope.
    pub scopes: Vec<ScopeNews>,
    /// The moment that the pages lead to.
    pub upto: BTreeMap<Scope, u64>,
    /// Verdicts of the same moment; they come with the first page and count when the last one has come.
    pub answers: Vec<Answer>,
    /// There are more pages.
    pub more: bool,
}

/// What is new in one scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeNews {
    /// These changes.
    Delta {
        /// Which scope.
        scope: Scope,
        /// The cursor before.
        from: u64,
        /// The cursor after.
        to: u64,
        /// In order.
        changes: Vec<Logged>,
        /// Sum over all rows of the scope at `to` ([`super::checksum`]); none when the server does not know it for that place.
        checksum: Option<u32>,
    },
    /// The log no longer reaches back to the cursor: ask for the whole scope.
    Reset {
        /// Which scope.
        scope: Scope,
    },
    /// This scope is no longer for this person.
    Revoked {
        /// Which scope.
        scope: Scope,
    },
}

/// A change with its place in a scope's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Place, from 1, without gaps.
    pub seq: u64,
    /// What happened.
    pub op: Op,
}
