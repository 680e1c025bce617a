//! Slice *service*: what a unit does for citizens, such as birth certificates.

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::ids::{ServiceId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_name};
use crate::scope::Scope;

/// A public service of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Service {
    /// Identity.
    pub id: ServiceId,
    /// What citizens call it.
    pub name: String,
    /// Who offers it.
    pub unit: UnitId,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// Command `service.set`: add or rename a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetService {
    /// New or known id.
    pub id: ServiceId,
    /// What citizens call it.
    pub name: String,
    /// Who offers it.
    pub unit: UnitId,
}

impl SetService {
    pub(crate) fn needs(&self) -> Vec<Key> {
        vec![Key::from(self.id), Key::from(self.unit)]
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        let rev = rows.service(self.id).map_or(0, |service| service.rev) + 1;
        let service = Service { id: self.id, name: wanted_name(&self.name, 120)?, unit: self.unit, rev };
        Ok(vec![Change::put(Row::Service(service), [Scope::Unit(self.unit)])])
    }
}
