//! How a dialogue is heard away from the office's own book: one row for each of the two, in the reader's own scope.
//!
//! It says what the other one has done and how much of that was read, so that it can stand among the news. The person's row
//! holds the dialogue as well, because what was agreed must be readable without a network. The superior's does not: on a
//! superior's phone lies nobody else's record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{DialogueId, EchoId};
use crate::ids::EmployeeId;

/// What somebody has done in a dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// The person asks for it, or the superior opens it.
    Open,
    /// Written in one's own note.
    Note,
    /// An action agreed on.
    Agree,
    /// An action taken back.
    Withdraw,
    /// An action marked as done.
    Done,
    /// An action marked as not met.
    NotMet,
    /// Closed.
    Close,
    /// The person's last word.
    Reply,
    /// The news read; this one is not news to anybody.
    Read,
}

/// What one of the two hears of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Echo {
    /// Who hears of which dialogue.
    pub id: EchoId,
    /// The dialogue as JSON, for the person only. Text, because only the page that shows it has to understand it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// What the other one has done since the reader last read, each kind once, in the order in which it was done first.
    #[serde(default)]
    pub news: Vec<Deed>,
    /// The other one's name.
    #[serde(default)]
    pub by_name: String,
    /// When the newest of it was done; none before there was any.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub at: Option<DateTime<Utc>>,
    /// How many deeds there were in all.
    #[serde(default)]
    pub told: u32,
    /// How many of them the reader has read.
    #[serde(default)]
    pub read: u32,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Echo {
    /// Nothing was heard yet.
    #[must_use]
    pub const fn silent(reader: EmployeeId, dialogue: DialogueId) -> Self {
        let id = EchoId { reader, dialogue };
        Self { id, body: String::new(), news: Vec::new(), by_name: String::new(), at: None, told: 0, read: 0, rev: 0 }
    }

    /// Has the reader not read all of it?
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.told > self.read
    }

    /// The same, read up to the deed with this number.
    pub(super) fn read_up_to(&self, deed: u32) -> Self {
        Self { read: self.read.max(deed.min(self.told)), rev: self.rev + 1, ..self.clone() }
    }

    /// The same after one more deed of the other one.
    #[cfg(feature = "office")]
    pub(super) fn heard(&self, deed: Deed, by_name: &str, at: DateTime<Utc>) -> Self {
        let mut news = if self.is_new() { self.news.clone() } else { Vec::new() };
        if !news.contains(&deed) {
            news.push(deed);
        }
        Self { news, by_name: by_name.to_owned(), at: Some(at), told: self.told + 1, ..self.clone() }
    }
}
