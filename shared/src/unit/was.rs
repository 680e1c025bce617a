//! What a form of a unit began with, so that two admins who write one unit at once do not undo each other.

use serde::{Deserialize, Serialize};

use super::Unit;
use crate::ids::{EmployeeId, UnitId};
#[cfg(feature = "office")]
use crate::refusal::Refusal;
use crate::zone::Zone;

/// What can be written of a unit in one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitWas {
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

impl UnitWas {
    /// As the unit is.
    #[must_use]
    pub fn of(unit: &Unit) -> Self {
        Self { name: unit.name.clone(), parent: unit.parent, head: unit.head, zone: unit.zone }
    }

    /// What is to be written when a form that began with this wants `wanted` and the unit is `now` meanwhile: what the form left alone
    /// stays as it is now.
    ///
    /// # Errors
    /// [`Refusal::ChangedSinceSeen`]: both have changed the same field, to different values.
    #[cfg(feature = "office")]
    pub(super) fn merge(&self, wanted: &Self, now: &Self) -> Result<Self, Refusal> {
        Ok(Self {
            name: merged(&self.name, &wanted.name, &now.name)?.clone(),
            parent: *merged(&self.parent, &wanted.parent, &now.parent)?,
            head: *merged(&self.head, &wanted.head, &now.head)?,
            zone: *merged(&self.zone, &wanted.zone, &now.zone)?,
        })
    }
}

#[cfg(feature = "office")]
fn merged<'a, T: PartialEq>(was: &T, wanted: &'a T, now: &'a T) -> Result<&'a T, Refusal> {
    if wanted == was {
        Ok(now)
    } else if now == was || now == wanted {
        Ok(wanted)
    } else {
        Err(Refusal::ChangedSinceSeen)
    }
}
