//! The operator's pen: put up a counter with its code.

use crate::change::Change;
use crate::ids::{CounterId, ServiceId};
use crate::refusal::Refusal;
use crate::row::{Claim, ClaimKind, Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_name};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

use super::{Counter, Tally, is_code};

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
            name: wanted_name(&self.name, 60)?,
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
        Ok(vec![Change::put(Row::Counter(counter), [Scope::Unit(unit.id)]), Change::put(Row::Claim(claim), [])])
    }
}
