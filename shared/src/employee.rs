//! Slice *employee*: a civil servant, with a place in the tree and a superior who assesses.

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_text};
use crate::scope::Scope;

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
