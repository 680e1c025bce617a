//! The pen of the operator and of admins: add a unit, or change its name, place or head.

use crate::admin;
use crate::change::Change;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_name};
use crate::scope::Scope;
use crate::zone::Zone;
use serde::{Deserialize, Serialize};

use super::{LEVELS_MAX, Unit, UnitKind, UnitWas, line, line_keys};

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
    /// What the form began with. What it left alone then stays as others have written it meanwhile; none: all of it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<UnitWas>,
}

impl SetUnit {
    /// Another head for this unit; the rest stays as it is when that is written.
    #[must_use]
    pub fn crown(unit: &Unit, head: Option<EmployeeId>) -> Self {
        let was = UnitWas::of(unit);
        let UnitWas { name, parent, zone, .. } = was.clone();
        Self { id: unit.id, name, parent, head, zone, was: Some(was) }
    }

    /// The unit, and the line upwards from its new place, which must not come back to it.
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        keys.extend(line_keys(self.parent, rows));
        keys.extend(line_keys(rows.unit(self.id).and_then(|before| before.parent), rows));
        keys.extend(admin::keys(self.place(rows), rows, ctx));
        keys
    }

    /// Where the right to write it is decided: at the unit itself, and for a new one at the unit above.
    fn place(&self, rows: &Rows) -> Option<UnitId> {
        if rows.unit(self.id).is_some() { Some(self.id) } else { self.parent }
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        admin::must(self.place(rows), rows, ctx)?;
        let before = rows.unit(self.id);
        let UnitWas { name, parent, head, zone } = self.to_write(before)?;
        if before.is_some_and(|before| before.parent != parent) {
            admin::must(parent, rows, ctx)?;
        }
        admin::not_own(ctx, None, (head, before.and_then(|before| before.head)))?;
        let name = wanted_name(&name, 200)?;
        self.refuse_cycle(parent, rows)?;
        if let Some(before) = before {
            admin::not_own_head(before, head, ctx)?;
            // A new one has nothing to see.
            admin::not_own_below((parent, before.parent), rows, ctx)?;
        }
        let unit = Unit {
            id: self.id,
            parent,
            head,
            zone,
            kind: before.map_or_else(|| UnitKind::of_name(&name), |before| before.kind),
            acting: before.map(|before| before.acting.clone()).unwrap_or_default(),
            rev: before.map_or(0, |before| before.rev) + 1,
            name,
        };
        Ok(vec![put(Row::Unit(unit), self.id)])
    }

    /// What is wanted, laid over what others have written since the form was opened.
    fn to_write(&self, before: Option<&Unit>) -> Result<UnitWas, Refusal> {
        let wanted = UnitWas { name: self.name.clone(), parent: self.parent, head: self.head, zone: self.zone };
        match (&self.was, before) {
            (Some(was), Some(before)) => was.merge(&wanted, &UnitWas::of(before)),
            _ => Ok(wanted),
        }
    }

    fn refuse_cycle(&self, parent: Option<UnitId>, rows: &Rows) -> Result<(), Refusal> {
        if parent.is_some_and(|parent| rows.unit(parent).is_none()) {
            return Err(Refusal::NotFound);
        }
        let above = line(parent, rows);
        let comes_back = above.iter().any(|unit| unit.id == self.id);
        if comes_back || above.len() >= LEVELS_MAX { Err(Refusal::UnitCycle) } else { Ok(()) }
    }
}

/// A unit is for its board and for the office's tree.
pub(super) fn put(row: Row, unit: UnitId) -> Change {
    Change::put(row, [Scope::Unit(unit), Scope::Office])
}
