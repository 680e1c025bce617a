//! Slice *counter*: a place where citizens are served, with the code on its poster and the tally on its tile.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::ids::{CounterId, ServiceId, UnitId};
use crate::refusal::Refusal;
use crate::response::Score;
use crate::row::{Claim, ClaimKind, Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_text};
use crate::scope::Scope;

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
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Answers of that day.
    #[serde(default)]
    pub today: Tally,
    /// When the last answer came.
    #[serde(default)]
    pub last_at: Option<DateTime<Utc>>,
    /// The last words somebody wrote.
    #[serde(default)]
    pub last_words: String,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Counter {
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

/// Command `counter.open`: put up a counter with its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenCounter {
    /// New id.
    pub id: CounterId,
    /// Short code, 3 to 12 capital letters, digits or hyphens.
    pub code: String,
    /// What stands on the sign.
    pub name: String,
    /// The service given here.
    pub service: ServiceId,
}

impl OpenCounter {
    fn claim(&self) -> Key {
        Key::claim(ClaimKind::Counter, &self.code)
    }

    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.service), self.claim()];
        keys.extend(rows.service(self.service).map(|service| Key::from(service.unit)));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let service = rows.service(self.service).ok_or(Refusal::NotFound)?;
        let unit = rows.unit(service.unit).ok_or(Refusal::NotFound)?;
        if !is_code(&self.code) {
            return Err(Refusal::CodeUnreadable);
        }
        if rows.has(&self.claim()) {
            return Err(Refusal::CodeTaken);
        }
        if rows.counter(self.id).is_some() {
            return Err(Refusal::AlreadyThere);
        }
        let counter = Counter {
            id: self.id,
            code: self.code.clone(),
            name: wanted_text(&self.name, 60)?,
            service: service.id,
            service_name: service.name.clone(),
            unit: unit.id,
            unit_name: unit.name.clone(),
            all: Tally::default(),
            day: None,
            today: Tally::default(),
            last_at: None,
            last_words: String::new(),
            rev: 1,
        };
        let claim = Claim::new(ClaimKind::Counter, &self.code, self.id.to_string());
        Ok(vec![
            Change::put(Row::Counter(counter), [Scope::Unit(unit.id)]),
            Change::put(Row::Claim(claim), [Scope::Office]),
        ])
    }
}

/// Is this a code that can be read aloud, typed and put into an address?
#[must_use]
pub fn is_code(text: &str) -> bool {
    (3..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}
