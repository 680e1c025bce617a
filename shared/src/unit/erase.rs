//! Taking a unit back that nobody is in. Only what undoes an import may ask for it; whether anybody is in it, it has to look.

use serde::{Deserialize, Serialize};

use crate::admin;
use crate::change::Change;
use crate::ids::UnitId;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::{Ctx, within_only};
use crate::scope::Scope;

/// Command `unit.erase`: the unit was a mistake. Refused when it has changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EraseUnit {
    /// Which unit.
    pub id: UnitId,
    /// The revision that was seen.
    pub base: u32,
}

impl EraseUnit {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        keys.extend(admin::keys(Some(self.id), rows, ctx));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        within_only(ctx)?;
        admin::must(Some(self.id), rows, ctx)?;
        let unit = rows.unit(self.id).ok_or(Refusal::NotFound)?;
        if unit.rev != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        Ok(vec![Change::gone(Key::from(self.id), [Scope::Unit(self.id), Scope::Office])])
    }
}
