//! Changes: what has happened. Deciding may refuse; applying cannot fail.

use serde::{Deserialize, Serialize};

use crate::row::{Key, Row, Rows};
use crate::scope::Scope;

/// What happens to one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    all(feature = "office", target_pointer_width = "64"),
    expect(clippy::large_enum_variant, reason = "nearly every op puts a row; a box for each would cost more")
)]
pub enum Op {
    /// The row is now this.
    Put {
        /// The whole row.
        row: Row,
    },
    /// The row is gone.
    Drop {
        /// Which.
        key: Key,
    },
}

impl Op {
    /// The row that it is about; none for a kind that this build does not know.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        match self {
            Self::Put { row } => row.key(),
            Self::Drop { key } => Some(key.clone()),
        }
    }
}

/// One thing that has happened, and whose eyes it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub op: Op,
    /// In whose logs it is written; sorted, each once.
    pub scopes: Vec<Scope>,
}

impl Change {
    /// The row is now this, for these eyes.
    #[must_use]
    pub fn put(row: Row, scopes: impl IntoIterator<Item = Scope>) -> Self {
        Self { op: Op::Put { row }, scopes: sorted(scopes) }
    }

    /// The row is gone, for the eyes that saw it.
    #[cfg(feature = "office")]
    #[must_use]
    pub fn gone(key: Key, scopes: impl IntoIterator<Item = Scope>) -> Self {
        Self { op: Op::Drop { key }, scopes: sorted(scopes) }
    }
}

fn sorted(scopes: impl IntoIterator<Item = Scope>) -> Vec<Scope> {
    let mut scopes: Vec<Scope> = scopes.into_iter().collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

/// Carries a change out on a set of rows.
pub fn apply(rows: &mut Rows, op: &Op) {
    match op {
        Op::Put { row } => rows.put(row.clone()),
        Op::Drop { key } => rows.remove(key),
    }
}
