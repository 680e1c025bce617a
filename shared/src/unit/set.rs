//! The operator's pen: add a unit, or change its name, place or head.

use crate::change::Change;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_text};
use crate::scope::Scope;
use crate::zone::Zone;
use serde::{Deserialize, Serialize};

use super::Unit;

/// Command `unit.set`: add a unit, or change its name, place or head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetUnit {
    /// New or known id.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// The unit above.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// Who leads it.
    #[serde(default)]
    pub head: Option<EmployeeId>,
    /// Its time zone.
    #[serde(default)]
    pub zone: Zone,
}

impl SetUnit {
    pub(crate) fn needs(&self) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        keys.extend(self.parent.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let name = wanted_text(&self.name, 200)?;
        if self.parent.is_some_and(|parent| rows.unit(parent).is_none()) {
            return Err(Refusal::NotFound);
        }
        let rev = rows.unit(self.id).map_or(0, |unit| unit.rev) + 1;
        let unit = Unit { id: self.id, name, parent: self.parent, head: self.head, zone: self.zone, rev };
        Ok(vec![Change::put(Row::Unit(unit), [Scope::Unit(self.id), Scope::Office])])
    }
}
