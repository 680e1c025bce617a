//! One step in a dialogue, as it travels. What the person may and what the superior may is the office's rule alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Doer, Quarter};
use crate::ids::{AgreedId, EmployeeId};

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The person asks for the dialogue, or the superior opens it. Doing it again changes nothing.
    Open,
    /// Write one's own note.
    Note {
        /// The words; they take the place of what was there.
        text: String,
        /// The version of one's own note that was seen.
        base: u32,
    },
    /// Agree on an action.
    Agree {
        /// New id.
        action: AgreedId,
        /// What is to be done.
        text: String,
        /// Until when.
        #[serde(with = "crate::stamp::day")]
        due: NaiveDate,
        /// By whom.
        doer: Doer,
    },
    /// Take back an action of this quarter that was written by mistake. What was carried over cannot be taken back.
    Withdraw {
        /// Which one.
        action: AgreedId,
    },
    /// Say what became of an action.
    Settle {
        /// Which one.
        action: AgreedId,
        /// Was it done?
        done: bool,
        /// Why not; needed when it was not.
        #[serde(default)]
        explanation: String,
    },
    /// The superior closes the dialogue.
    Close {
        /// The revision that was seen.
        base: u32,
    },
    /// The person's last word about a closed dialogue, once.
    Reply {
        /// The words.
        text: String,
    },
}

/// Command `dialogue.step`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StepDialogue {
    /// Whose dialogue.
    pub person: EmployeeId,
    /// Of which quarter.
    pub quarter: Quarter,
    /// What is done.
    pub step: Step,
}
