//! The book of a person's placements. Only the rules that change a place write in it. It is read online by the person and by
//! their admins; it is in nobody's log, because no phone needs it.

use serde::{Deserialize, Serialize};

use super::{Coming, Placement};
use crate::ids::{CareerId, EmployeeId};
use crate::row::Rows;
use crate::scope::Scope;

/// Placements that are remembered.
const PLACEMENTS_MAX: usize = 40;

/// One person's book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Career {
    /// The person's own number.
    pub id: CareerId,
    /// Whose.
    pub person: EmployeeId,
    /// Placements in the order in which they were written.
    #[serde(default)]
    pub list: Vec<Placement>,
    /// The place that begins later, if one is known.
    #[serde(default)]
    pub coming: Option<Coming>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Career {
    /// The book of this person.
    #[must_use]
    pub const fn of(person: EmployeeId) -> CareerId {
        CareerId(person.0)
    }

    /// The book as these rows have it; an empty one for somebody who has none yet.
    pub(super) fn of_rows(person: EmployeeId, rows: &Rows) -> Self {
        let id = Self::of(person);
        rows.career(id).cloned().unwrap_or(Self { id, person, list: Vec::new(), coming: None, rev: 0 })
    }

    /// Who finds the book in a list: nobody, but for the office while a place is to come.
    pub(super) fn audience(&self) -> Vec<Scope> {
        self.coming.iter().map(|_| Scope::Office).collect()
    }

    /// Writes one more. The oldest ones go when there are too many.
    pub(super) fn write(&mut self, placement: Placement) {
        self.list.push(placement);
        self.list.drain(..self.list.len().saturating_sub(PLACEMENTS_MAX));
    }
}
