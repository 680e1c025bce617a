//! The pen of the operator and of admins: add a person, or change their name, place or superior.

use crate::admin;
use crate::change::Change;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::{Ctx, wanted_name, within_only};
use crate::unit;
use serde::{Deserialize, Serialize};

use super::place::CHARACTERS_MAX;
use super::{Employee, Why, placed, placing_keys};

/// Command `employee.set`: add a person, or change their name, place or superior.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetEmployee {
    /// New or known id.
    pub id: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// Golongan/ruang.
    #[serde(default)]
    pub rank: String,
    /// Jabatan.
    #[serde(default)]
    pub position: String,
    /// Home unit.
    pub unit: UnitId,
    /// Direct superior.
    #[serde(default)]
    pub superior: Option<EmployeeId>,
}

impl SetEmployee {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = placing_keys(self.id, self.superior, rows);
        keys.push(Key::from(self.unit));
        if ctx.actor.employee().is_some() {
            keys.extend(unit::line_keys(Some(self.unit), rows));
            let before = rows.employee(self.id).map(|before| (before.unit, before.superior));
            keys.extend(admin::keys(before.map(|(unit, _)| unit), rows, ctx));
            keys.extend(admin::own_keys([before, Some((self.unit, self.superior))], rows, ctx));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let before = rows.employee(self.id);
        admin::must(Some(self.unit), rows, ctx)?;
        if let Some(before) = before {
            admin::must(Some(before.unit), rows, ctx)?;
        }
        let after = Employee {
            id: self.id,
            name: wanted_name(&self.name, CHARACTERS_MAX)?,
            rank: self.rank.trim().to_owned(),
            position: self.position.trim().to_owned(),
            unit: self.unit,
            superior: self.superior,
            rev: before.map_or(0, |employee| employee.rev) + 1,
        };
        if [&after.rank, &after.position].into_iter().any(|text| text.chars().count() > CHARACTERS_MAX) {
            return Err(Refusal::TextTooLong { characters_max: CHARACTERS_MAX });
        }
        let place = |one: &Employee| (one.unit, one.position.clone(), one.rank.clone(), one.superior);
        if before.is_none_or(|before| place(before) != place(&after)) {
            admin::not_own_place(before, &after, rows, ctx)?;
        }
        placed(before, after, Why { from: None, reason: String::new() }, rows, ctx)
    }
}

/// Command `employee.restore`: a person is as before, unless somebody has changed them since. A step of an import, or of what undoes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RestoreEmployee {
    /// The revision that is to be taken back.
    pub base: u32,
    /// How the person was.
    pub set: SetEmployee,
}

impl RestoreEmployee {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        self.set.needs(rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        within_only(ctx)?;
        let person = rows.employee(self.set.id).ok_or(Refusal::NotFound)?;
        let changes = self.set.decide(rows, ctx)?;
        if person.rev == self.base { Ok(changes) } else { Err(Refusal::ChangedSinceSeen) }
    }
}
