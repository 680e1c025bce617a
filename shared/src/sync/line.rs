//! The line to the office: how an exchange can fail, and how it stands.

use serde::{Deserialize, Serialize};

use crate::words::Spoken;

/// Why an exchange failed. Three kinds, as for people: offline, later, never (sign in again).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// No answer of ours came: no network, a cut, a portal's page.
    Offline,
    /// The server asks to wait.
    Busy,
    /// The session has ended; the queue stays.
    SignedOut,
    /// The server refused the whole request in words.
    Refused {
        /// What it said.
        reason: Spoken,
    },
}

/// How the line to the office is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Line {
    /// Nothing tried yet.
    #[default]
    Unknown,
    /// The last exchange succeeded.
    Up,
    /// The last exchange failed.
    Down(Fault),
}
