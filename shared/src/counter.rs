//! Slice *counter*: a place where citizens are served, with the code on its poster and the tally on its tile.

#[cfg(feature = "office")]
mod open;

use crate::ids::{CounterId, ServiceId, UnitId};
#[cfg(feature = "office")]
use crate::response::Score;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

#[cfg(feature = "office")]
pub use open::OpenCounter;

/// How many citizens gave each of the four answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tally {
    /// Answers 1 (tidak baik) to 4 (sangat baik), in that order.
    pub answers: [u32; 4],
}

impl Tally {
    /// All answers.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.answers.iter().sum()
    }

    #[cfg(feature = "office")]
    fn with(mut self, score: Score) -> Self {
        if let Some(answer) = self.answers.get_mut(usize::from(score.get()) - 1) {
            *answer += 1;
        }
        self
    }
}

/// A counter and what citizens say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counter {
    /// Identity.
    pub id: CounterId,
    /// Short code in the QR address and printed under it: `DUK-3`.
    pub code: String,
    /// What stands on the sign: `Loket 3`.
    pub name: String,
    /// The service given here.
    pub service: ServiceId,
    /// Name of that service, so that a citizen's page is one read.
    pub service_name: String,
    /// The unit that runs it.
    pub unit: UnitId,
    /// Name of that unit.
    pub unit_name: String,
    /// Answers since the counter opened.
    #[serde(default)]
    pub all: Tally,
    /// The day that `today` counts.
    #[serde(default, with = "crate::stamp::day::opt")]
    pub day: Option<NaiveDate>,
    /// Answers of that day.
    #[serde(default)]
    pub today: Tally,
    /// When the last answer came.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub last_at: Option<DateTime<Utc>>,
    /// The last words somebody wrote.
    #[serde(default)]
    pub last_words: String,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Counter {
    #[cfg(feature = "office")]
    /// The counter after one more answer on `day`.
    #[must_use]
    pub fn after(&self, score: Score, words: &str, day: NaiveDate, at: DateTime<Utc>) -> Self {
        let today = if self.day == Some(day) { self.today } else { Tally::default() };
        Self {
            all: self.all.with(score),
            today: today.with(score),
            day: Some(day),
            last_at: Some(at),
            last_words: if words.is_empty() { self.last_words.clone() } else { words.to_owned() },
            rev: self.rev + 1,
            ..self.clone()
        }
    }

    /// The tally of `day`: empty when the last answer came on another day.
    #[must_use]
    pub fn tally_on(&self, day: NaiveDate) -> Tally {
        if self.day == Some(day) { self.today } else { Tally::default() }
    }
}

/// Is this a code that can be read aloud, typed and put into an address?
#[must_use]
pub fn is_code(text: &str) -> bool {
    (3..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}
