//! Slice *unit*: a part of the agency, in a tree.

#[cfg(feature = "office")]
mod set;

use crate::ids::{EmployeeId, UnitId};
use crate::zone::Zone;
use serde::{Deserialize, Serialize};

#[cfg(feature = "office")]
pub use set::SetUnit;

/// A dinas, bidang, seksi, kecamatan, kelurahan or UPTD.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Identity.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// The unit above; none for the agency itself.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// Who leads it; reads its board.
    #[serde(default)]
    pub head: Option<EmployeeId>,
    /// Where its clocks hang.
    #[serde(default)]
    pub zone: Zone,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}
