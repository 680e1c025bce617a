//! What may exist once is a row of its own.

use serde::{Deserialize, Serialize};

/// What only one thing may hold at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// A NIP, held by an account.
    Nip,
    /// A counter code, held by a counter.
    Counter,
    /// A citizen's reference code, held by a response.
    Reference,
}

impl ClaimKind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Nip => "nip",
            Self::Counter => "counter",
            Self::Reference => "reference",
        }
    }
}

/// Uniqueness as a row: the id is the value, so that two commands cannot both create it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// Kind and value: `nip/198609262015051001`.
    pub id: String,
    /// Identity of what holds it.
    pub holder: String,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Claim {
    /// `holder` holds `value`.
    #[must_use]
    pub fn new(kind: ClaimKind, value: &str, holder: String) -> Self {
        Self { id: format!("{}/{value}", kind.word()), holder, rev: 1 }
    }
}
