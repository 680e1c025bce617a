//! Slice *employee*: a civil servant, with a place in the tree and a superior who assesses.

#[cfg(feature = "office")]
mod arrive;
#[cfg(feature = "office")]
mod career;
#[cfg(feature = "office")]
mod carry;
mod coming;
#[cfg(feature = "office")]
mod erase;
mod place;
#[cfg(feature = "office")]
mod placed;
#[cfg(feature = "office")]
mod set;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, UnitId};
use crate::row::{Key, Rows};
use crate::scope::Scope;
use crate::unit::Unit;

#[cfg(feature = "office")]
pub use arrive::{ArriveEmployee, latest_today};
#[cfg(feature = "office")]
pub use career::Career;
#[cfg(feature = "office")]
pub use carry::CarryRows;
pub use coming::{Coming, StayEmployee};
#[cfg(feature = "office")]
pub use erase::EraseEmployee;
pub use place::{PlaceEmployee, Placement};
#[cfg(feature = "office")]
pub(crate) use placed::{Why, name_of, placed, placing_keys};
#[cfg(feature = "office")]
pub use set::{RestoreEmployee, SetEmployee};

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

    /// Does this one assess the person's work at that moment: as their superior, or in the superior's place?
    ///
    /// Whoever stands in for the head of a unit assesses the head's people; where the post is vacant, the people of the unit
    /// who have no superior. `rows` has to hold what [`Employee::assessor_keys`] names; what is missing gives no right.
    #[must_use]
    pub fn is_assessed_by(&self, who: EmployeeId, rows: &Rows, now: DateTime<Utc>) -> bool {
        if who == self.id {
            return false;
        }
        let stands_in = |unit: &Unit| unit.acting_on(unit.today(now)).is_some_and(|acting| acting.person == who);
        self.superior == Some(who) || self.posts(rows).any(|unit| stands_in(unit) && self.is_under(unit))
    }

    /// Where whoever stands in may assess the person: their own unit and the superior's, as far as `rows` knows them.
    pub(crate) fn posts<'a>(&self, rows: &'a Rows) -> impl Iterator<Item = &'a Unit> {
        let superior = self.superior.and_then(|superior| rows.employee(superior));
        let posts = [Some(self.unit), superior.map(|superior| superior.unit)].into_iter().flatten();
        posts.filter_map(|unit| rows.unit(unit))
    }

    /// Is the post at the head of this unit the one that assesses the person?
    pub(crate) fn is_under(&self, unit: &Unit) -> bool {
        match unit.head {
            Some(head) => self.superior == Some(head),
            None => self.superior.is_none() && self.unit == unit.id,
        }
    }

    /// Who assesses the person at that moment: whoever stands in today, else the direct superior; none where the post is vacant and
    /// nobody stands in. Looks at the same rows as [`Employee::is_assessed_by`].
    #[must_use]
    pub fn assessor(&self, rows: &Rows, now: DateTime<Utc>) -> Option<EmployeeId> {
        let acting = self.posts(rows).filter_map(|unit| unit.acting_on(unit.today(now)));
        let stands_in = acting.map(|acting| acting.person).find(|who| self.is_assessed_by(*who, rows, now));
        stands_in.or(self.superior)
    }

    /// The name of somebody who assesses the person: of their own row, or as the order says that lets them stand in.
    #[cfg(feature = "office")]
    pub(crate) fn assessor_name(&self, who: EmployeeId, rows: &Rows) -> String {
        let known = rows.employee(who).map(|one| one.name.clone());
        let mut acting = self.posts(rows).flat_map(|unit| &unit.acting);
        known.or_else(|| Some(acting.find(|one| one.person == who)?.name.clone())).unwrap_or_default()
    }

    /// The rows that [`Employee::is_assessed_by`] looks at.
    pub(crate) fn assessor_keys(&self, rows: &Rows) -> Vec<Key> {
        let superior = self.superior.and_then(|superior| rows.employee(superior));
        let units = std::iter::once(self.unit).chain(superior.map(|superior| superior.unit));
        units.map(Key::from).chain(self.superior.map(Key::from)).collect()
    }
}
