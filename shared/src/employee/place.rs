//! A person's place: what is written when it changes, and the command with which an admin changes it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, UnitId};
#[cfg(feature = "office")]
use crate::{
    admin, change::Change, employee, employee::Employee, refusal::OfficeFault, refusal::Refusal, row::Key, row::Rows,
    rule::Ctx, rule::wanted_or, unit,
};

/// A place in the agency, from a day on until the next one in the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Placement {
    /// First day; none for what was so before the book began.
    #[serde(default, with = "crate::stamp::day::opt")]
    pub from: Option<NaiveDate>,
    /// Home unit.
    pub unit: UnitId,
    /// Its name then.
    #[serde(default)]
    pub unit_name: String,
    /// Position.
    #[serde(default)]
    pub position: String,
    /// Direct superior.
    #[serde(default)]
    pub superior: Option<EmployeeId>,
    /// Their name then.
    #[serde(default)]
    pub superior_name: String,
    /// Why it changed; may be empty.
    #[serde(default)]
    pub reason: String,
    /// Who wrote it; empty: the operator.
    #[serde(default)]
    pub by_name: String,
    /// When it was written.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// Command `employee.place`: an admin moves a person, or gives them another position or superior, from a day on. A day that has not come
/// is written down, and the place taken when it has (`coming.rs`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceEmployee {
    /// Who.
    pub id: EmployeeId,
    /// The revision that was seen.
    pub base: u32,
    /// From which day on.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Home unit.
    pub unit: UnitId,
    /// Position.
    pub position: String,
    /// Direct superior.
    #[serde(default)]
    pub superior: Option<EmployeeId>,
    /// Why: the decree, or a few words.
    pub reason: String,
}

/// Characters of a position and of a reason.
#[cfg(feature = "office")]
pub(super) const CHARACTERS_MAX: usize = 200;

#[cfg(feature = "office")]
impl PlaceEmployee {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = employee::placing_keys(self.id, self.superior, rows);
        keys.extend(unit::line_keys(Some(self.unit), rows));
        let person = rows.employee(self.id);
        keys.extend(admin::keys(person.map(|person| person.unit), rows, ctx));
        let before = person.map(|person| (person.unit, person.superior));
        keys.extend(admin::own_keys([before, Some((self.unit, self.superior))], rows, ctx));
        keys
    }

    /// The admin of either place may not reach into the other: both must be theirs.
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.id).ok_or(Refusal::NotFound)?;
        admin::must(Some(person.unit), rows, ctx)?;
        admin::must(Some(self.unit), rows, ctx)?;
        let (position, rev) = (self.position.trim().to_owned(), person.rev + 1);
        let after = Employee { unit: self.unit, position, superior: self.superior, rev, ..person.clone() };
        admin::not_own_place(Some(person), &after, rows, ctx)?;
        if person.rev != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        if after.position.chars().count() > CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: CHARACTERS_MAX });
        }
        let reason = wanted_or(&self.reason, CHARACTERS_MAX, Refusal::Office(OfficeFault::ReasonMissing))?;
        if self.from > ctx.today(person, rows) {
            let place = Self { reason, ..self.clone() };
            return employee::arrive::announced(&place, &after, rows, ctx);
        }
        employee::placed(Some(person), after, employee::Why { from: Some(self.from), reason }, rows, ctx)
    }
}
