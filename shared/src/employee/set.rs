//! The operator's pen: add a person, or change their name, place or superior.

use crate::change::Change;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_text};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

use super::Employee;

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
    /// The person, the unit, and the line of superiors upwards, which must not come back to the person.
    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.unit)];
        let mut above = self.superior;
        let mut steps = 0;
        while let Some(superior) = above.filter(|superior| *superior != self.id && steps < 32) {
            keys.push(Key::from(superior));
            above = rows.employee(superior).and_then(|employee| employee.superior);
            steps += 1;
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let name = wanted_text(&self.name, 200)?;
        if rows.unit(self.unit).is_none() {
            return Err(Refusal::NotFound);
        }
        self.refuse_cycle(rows)?;
        let before = rows.employee(self.id);
        let employee = Employee {
            id: self.id,
            name,
            rank: self.rank.trim().to_owned(),
            position: self.position.trim().to_owned(),
            unit: self.unit,
            superior: self.superior,
            rev: before.map_or(0, |employee| employee.rev) + 1,
        };
        let mut scopes = employee.audience(rows);
        scopes.extend(before.map(|employee| Scope::Unit(employee.unit)));
        Ok(vec![Change::put(Row::Employee(employee), scopes)])
    }

    fn refuse_cycle(&self, rows: &Rows) -> Result<(), Refusal> {
        let mut above = self.superior;
        for _ in 0..32 {
            let Some(superior) = above else { return Ok(()) };
            if superior == self.id {
                return Err(Refusal::SuperiorCycle);
            }
            above = rows.employee(superior).ok_or(Refusal::NotFound)?.superior;
        }
        Err(Refusal::SuperiorCycle)
    }
}
