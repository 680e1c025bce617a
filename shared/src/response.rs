//! Slice *response*: what one citizen said at a counter. Anonymous by construction: there is no field for who.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::change::Change;
use crate::ids::{CounterId, ResponseId};
use crate::refusal::Refusal;
use crate::row::{Claim, ClaimKind, Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

/// Characters a citizen may write.
pub const TEXT_CHARACTERS_MAX: usize = 500;

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

/// What one citizen said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Response {
    /// Identity, minted when the page was opened, so that a double tap is one answer.
    pub id: ResponseId,
    /// Where.
    pub counter: CounterId,
    /// How it went.
    pub score: Score,
    /// What they wrote, if anything.
    #[serde(default)]
    pub text: String,
    /// The code on the thank-you page.
    pub reference: String,
    /// When.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// Command `response.leave`: a citizen's answer at a counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeaveResponse {
    /// New id.
    pub id: ResponseId,
    /// Where.
    pub counter: CounterId,
    /// How it went.
    pub score: Score,
    /// What they wrote.
    #[serde(default)]
    pub text: String,
    /// Reference code for the citizen, minted by the door.
    pub reference: String,
}

impl LeaveResponse {
    fn claim(&self) -> Key {
        Key::claim(ClaimKind::Reference, &self.reference)
    }

    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.counter), self.claim()];
        keys.extend(rows.counter(self.counter).map(|counter| Key::from(counter.unit)));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        // Staff cannot praise themselves through the sync door: only the citizen's door speaks as a citizen.
        if !matches!(ctx.actor, Actor::Citizen | Actor::Operator) {
            return Err(Refusal::NotAllowed);
        }
        let counter = rows.counter(self.counter).ok_or(Refusal::NotFound)?;
        let unit = rows.unit(counter.unit).ok_or(Refusal::NotFound)?;
        if rows.response(self.id).is_some() || rows.has(&self.claim()) {
            return Err(Refusal::AlreadyThere);
        }
        let text = self.text.trim();
        if text.chars().count() > TEXT_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
        }
        let response = Response {
            id: self.id,
            counter: counter.id,
            score: self.score,
            text: text.to_owned(),
            reference: self.reference.clone(),
            at: ctx.now,
            rev: 1,
        };
        let after = counter.after(self.score, text, unit.zone.local_date(ctx.now), ctx.now);
        let claim = Claim::new(ClaimKind::Reference, &self.reference, self.id.to_string());
        Ok(vec![
            Change::put(Row::Response(response), [Scope::Unit(unit.id)]),
            Change::put(Row::Counter(after), [Scope::Unit(unit.id)]),
            Change::put(Row::Claim(claim), [Scope::Office]),
        ])
    }
}
