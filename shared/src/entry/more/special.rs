//! Two kinds of work that an SKP asks for besides service: an innovation, and a part in a decision. What was done stands in the
//! entry's own words; here stands what makes it one of the two.

use serde::{Deserialize, Serialize};

use crate::named::named;
use crate::refusal::{Refusal, Unfit};

/// Characters allowed in each of the short texts.
pub const SPECIAL_CHARACTERS_MAX: usize = 300;

named! {
    /// How far an idea has come.
    #[derive(Default)]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(rename_all = "snake_case"))]
    pub enum Adoption {
        /// It was proposed.
        #[default]
        Proposed = "proposed",
        /// It is being tried.
        Tried = "tried",
        /// It is used.
        Adopted = "adopted",
    }

    /// In what part somebody was there.
    #[derive(Default)]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(rename_all = "snake_case"))]
    pub enum Part {
        /// Took part.
        #[default]
        Member = "member",
        /// Brought advice or figures.
        Adviser = "adviser",
        /// Led it.
        Chair = "chair",
        /// Kept the minutes.
        Minutes = "minutes",
    }
}

/// What an entry is besides work done. It travels flat ([`Flat`]): reading an enum with fields costs a phone a kilobyte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Flat", into = "Flat")]
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

/// The shape in which a kind travels: a part in a decision when it says in what part, else an innovation.
#[derive(Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flat {
    /// Of an innovation: how far it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    adoption: Option<Adoption>,
    /// Of an innovation: its effect.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    effect: String,
    /// Of a decision: where it was taken.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    forum: String,
    /// Of a decision: in what part the person was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<Part>,
    /// Of a decision: what was decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    outcome: String,
}

impl From<Flat> for Special {
    fn from(flat: Flat) -> Self {
        match flat.part {
            Some(part) => Self::Participation { forum: flat.forum, part, outcome: flat.outcome },
            None => Self::Innovation { adoption: flat.adoption.unwrap_or_default(), effect: flat.effect },
        }
    }
}

impl From<Special> for Flat {
    fn from(special: Special) -> Self {
        match special {
            Special::Innovation { adoption, effect } => Self { adoption: Some(adoption), effect, ..Self::default() },
            Special::Participation { forum, part, outcome } => {
                Self { forum, part: Some(part), outcome, ..Self::default() }
            }
        }
    }
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
