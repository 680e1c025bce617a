//! Slice *employee*: a civil servant, with a place in the tree and a superior who assesses.

#[cfg(feature = "office")]
mod set;

use crate::ids::{EmployeeId, UnitId};
use crate::row::{Key, Rows};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

#[cfg(feature = "office")]
pub use set::SetEmployee;

/// A civil servant, as colleagues may see them. The NIP is not here: it tells the birth date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Employee {
    /// Identity.
    pub id: EmployeeId,
    /// Name with titles, as the person writes it.
    pub name: String,
    /// Rank: golongan/ruang such as III/a, or the PPPK golongan.
    #[serde(default)]
    pub rank: String,
    /// Position (jabatan).
    #[serde(default)]
    pub position: String,
    /// Home unit.
    pub unit: UnitId,
    /// Direct superior and assessor (pejabat penilai kinerja).
    #[serde(default)]
    pub superior: Option<EmployeeId>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Employee {
    /// Whose eyes this person's work is for: their own, their unit's board, and the board of the superior's unit, where a
    /// head of unit appears among the superior's people.
    #[must_use]
    pub fn audience(&self, rows: &Rows) -> Vec<Scope> {
        let mut scopes = vec![Scope::Own(self.id), Scope::Unit(self.unit)];
        scopes.extend(self.superior.and_then(|id| rows.employee(id)).map(|superior| Scope::Unit(superior.unit)));
        scopes
    }

    /// The rows that [`Employee::audience`] looks at.
    pub(crate) fn audience_keys(&self) -> Vec<Key> {
        self.superior.map(Key::from).into_iter().collect()
    }
}
