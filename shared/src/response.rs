//! Slice *response*: what one citizen said at a counter. Anonymous by construction: there is no field for who.
//!
//! The answers themselves ([`Score`]) are known everywhere; what somebody said is known at the office alone.

#[cfg(feature = "office")]
mod leave;

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

#[cfg(feature = "office")]
pub use leave::{LeaveResponse, Response, TEXT_CHARACTERS_MAX};

/// An answer on the four-point scale of PermenPANRB 14/2017: 1 tidak baik, 2 kurang baik, 3 baik, 4 sangat baik.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl Score {
    /// All answers, best first, as they stand on the page.
    pub const BEST_FIRST: [Self; 4] = [Self(4), Self(3), Self(2), Self(1)];

    /// 1 to 4.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What the answer is called, in Indonesian and English.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self.0 {
            4 => ("Sangat baik", "Very good"),
            3 => ("Baik", "Good"),
            2 => ("Kurang baik", "Not so good"),
            _ => ("Tidak baik", "Bad"),
        }
    }
}

impl TryFrom<u8> for Score {
    type Error = Refusal;
    fn try_from(number: u8) -> Result<Self, Refusal> {
        if (1..=4).contains(&number) { Ok(Self(number)) } else { Err(Refusal::ScoreUnknown) }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}
