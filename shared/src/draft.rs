//! Slice *draft*: an entry that is not finished yet, so that it can be gone on with on another device.
//!
//! A draft is nobody's but its owner's: it is written to their own scope and to no other, it is no evidence, and it goes when
//! its entry is recorded. Photos are not in it: their bytes lie on the device that took them and travel with the entry; the
//! draft says only how many there are. The commands are in [`set`]; [`pad`] is the form's side of it, on a device.

mod pad;
mod set;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use pad::{News, Pad, Typed, speaks_of};
pub use set::{Set, SetDraft, SettleDraft, Spent};
pub(crate) use set::{needs, spent};

use crate::ids::{DraftId, EmployeeId};
use crate::merge::{Aside, Field};

/// A field of a draft, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Held {
    /// Which field.
    pub field: Field,
    /// What was typed.
    pub value: String,
    /// It came together with what another device had written meanwhile; the person should look at it.
    #[serde(default)]
    pub merged: bool,
    /// The row's revision in which it last changed.
    #[serde(default)]
    pub rev: u32,
}

/// An entry that is not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// Identity, minted on the device that began it.
    pub id: DraftId,
    /// Who writes it. Nobody else ever sees it.
    pub owner: EmployeeId,
    /// Fields that hold something.
    #[serde(default)]
    pub fields: Vec<Held>,
    /// Conflict copies.
    #[serde(default)]
    pub asides: Vec<Aside>,
    /// Photos that lie on a device and wait for the entry.
    #[serde(default)]
    pub photos: u32,
    /// When the device says it was last written.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Draft {
    /// What a field holds; empty when nothing was typed.
    #[must_use]
    pub fn value(&self, field: Field) -> &str {
        self.fields.iter().find(|held| held.field == field).map_or("", |held| &held.value)
    }

    /// Does it have this conflict copy?
    #[must_use]
    pub fn has_aside(&self, field: Field, value: &str) -> bool {
        self.asides.iter().any(|aside| aside.field == field && aside.value == value)
    }

    /// Has somebody said what they did? A plan and a day alone are what every form begins with.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let said = |field| matches!(field, Field::Text | Field::Quantity);
        let held = self.fields.iter().any(|held| said(held.field) && !held.value.is_empty());
        held || self.asides.iter().any(|aside| said(aside.field))
    }

    /// Every value that is in it, each once: what somebody has seen who sees it.
    #[must_use]
    pub fn values(&self) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        let all = self.fields.iter().map(|held| &held.value).chain(self.asides.iter().map(|aside| &aside.value));
        for value in all {
            if !value.is_empty() && !values.contains(value) {
                values.push(value.clone());
            }
        }
        values
    }

    /// What is left when everything that was seen is taken away; none when that is all. A copy that nobody has seen becomes
    /// the value of its field.
    #[must_use]
    fn without(&self, seen: &[String]) -> Option<Self> {
        let unseen = |value: &String| !value.is_empty() && !seen.contains(value);
        let mut rest = self.clone();
        rest.rev += 1;
        rest.fields.retain(|held| unseen(&held.value));
        for aside in self.asides.iter().filter(|aside| unseen(&aside.value)) {
            if rest.value(aside.field).is_empty() {
                let (field, value) = (aside.field, aside.value.clone());
                rest.fields.push(Held { field, value, merged: false, rev: rest.rev });
            }
        }
        rest.asides.retain(|aside| unseen(&aside.value));
        let shown = rest.fields.clone();
        rest.asides.retain(|aside| !shown.iter().any(|held| held.field == aside.field && held.value == aside.value));
        (!rest.fields.is_empty()).then_some(rest)
    }
}

#[cfg(test)]
mod tests;
