//! Two kinds of work that an SKP asks for besides service: an innovation, and a part in a decision. What was done stands in the
//! entry's own words; here stands what makes it one of the two.

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, Unfit};

/// Characters allowed in each of the short texts.
pub const SPECIAL_CHARACTERS_MAX: usize = 300;

/// How far an idea has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Adoption {
    /// It was proposed.
    #[default]
    Proposed,
    /// It is being tried.
    Tried,
    /// It is used.
    Adopted,
}

/// In what part somebody was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Took part.
    #[default]
    Member,
    /// Brought advice or figures.
    Adviser,
    /// Led it.
    Chair,
    /// Kept the minutes.
    Minutes,
}

/// What an entry is besides work done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Special {
    /// An innovation; the idea is the entry's text.
    Innovation {
        /// How far it has come.
        adoption: Adoption,
        /// What it has changed, or should change.
        effect: String,
    },
    /// A part in a decision.
    Participation {
        /// Where it was taken: which meeting, which team.
        forum: String,
        /// As what.
        part: Part,
        /// What was decided.
        outcome: String,
    },
}

impl Special {
    pub(super) fn tidy(&self) -> Self {
        let trim = |text: &String| text.trim().to_owned();
        match self {
            Self::Innovation { adoption, effect } => Self::Innovation { adoption: *adoption, effect: trim(effect) },
            Self::Participation { forum, part, outcome } => {
                Self::Participation { forum: trim(forum), part: *part, outcome: trim(outcome) }
            }
        }
    }

    pub(super) fn check(&self) -> Result<(), Refusal> {
        let texts = match self {
            Self::Innovation { effect, .. } => [effect, effect],
            Self::Participation { forum, outcome, .. } => [forum, outcome],
        };
        if texts.iter().any(|text| text.trim().is_empty()) {
            return Err(Unfit::SpecialIncomplete.into());
        }
        if texts.iter().any(|text| text.chars().count() > SPECIAL_CHARACTERS_MAX) {
            return Err(Refusal::TextTooLong { characters_max: SPECIAL_CHARACTERS_MAX });
        }
        Ok(())
    }
}
