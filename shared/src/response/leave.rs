//! A citizen's answer as the office keeps it, and the command that leaves it.

use crate::actor::Actor;
use crate::change::Change;
use crate::ids::{CounterId, ResponseId};
use crate::refusal::Refusal;
use crate::row::{Claim, ClaimKind, Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Score;

/// Characters a citizen may write.
pub const TEXT_CHARACTERS_MAX: usize = 500;

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
            Change::put(Row::Claim(claim), []),
        ])
    }
}
