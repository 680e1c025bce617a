//! Slice *admin*: who looks after the people of a part of the agency (BKPSDM for the whole, an OPD's personnel officer for
//! that OPD). An admin of a unit may write units, people and posts there and below, and nowhere else.

mod own;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::change::Change;
use crate::ids::{AdminId, EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;
use crate::unit::{line, line_keys};

pub use own::place_gives;
pub(crate) use own::{not_own, not_own_below, not_own_head, not_own_place, own_keys};

/// Units that one person may look after; those below are not counted.
const UNITS_MAX: usize = 20;

/// One person's rights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Admin {
    /// The person's own number.
    pub id: AdminId,
    /// Who.
    pub person: EmployeeId,
    /// Their name.
    pub name: String,
    /// Over which units, each with everything below it.
    #[serde(default)]
    pub units: Vec<Grant>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// A right over one unit and those below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Grant {
    /// Which unit.
    pub unit: UnitId,
    /// Who gave it; none: the operator.
    #[serde(default)]
    pub by: Option<EmployeeId>,
    /// Since when.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

impl Admin {
    /// The row of this person.
    #[must_use]
    pub const fn of(person: EmployeeId) -> AdminId {
        AdminId(person.0)
    }

    fn has(&self, unit: UnitId) -> bool {
        self.units.iter().any(|grant| grant.unit == unit)
    }

    /// Does the right reach this unit? `rows` has to hold the units above it.
    #[must_use]
    pub fn reaches(&self, unit: UnitId, rows: &Rows) -> bool {
        line(Some(unit), rows).iter().any(|above| self.has(above.id))
    }
}

/// What [`must`] looks at: the actor's rights, and the units from `place` upwards.
pub(crate) fn keys(place: Option<UnitId>, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let Some(actor) = ctx.actor.employee() else { return Vec::new() };
    let mut keys = vec![Key::from(Admin::of(actor)), Key::from(actor)];
    keys.extend(line_keys(place, rows));
    keys
}

/// The operator may everywhere; an admin at their units and below. What lies outside is not there for them.
pub(crate) fn must(place: Option<UnitId>, rows: &Rows, ctx: &Ctx) -> Result<(), Refusal> {
    let actor = match ctx.actor {
        Actor::Operator => return Ok(()),
        Actor::Citizen => return Err(Refusal::NotAllowed),
        Actor::Employee { employee } => employee,
    };
    let admin = rows.admin(Admin::of(actor)).filter(|admin| !admin.units.is_empty()).ok_or(Refusal::NotAllowed)?;
    if place.is_some_and(|place| admin.reaches(place, rows)) { Ok(()) } else { Err(Refusal::NotFound) }
}

/// Command `admin.give`: this person looks after this unit and everything below. By the operator, or an admin of a unit above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveAdmin {
    /// Who.
    pub person: EmployeeId,
    /// Over which unit.
    pub unit: UnitId,
}

/// Command `admin.take`: no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakeAdmin {
    /// Who.
    pub person: EmployeeId,
    /// Over which unit.
    pub unit: UnitId,
}

/// The unit above, where the right to give rights over this one is decided.
fn above(unit: UnitId, rows: &Rows) -> Option<UnitId> {
    rows.unit(unit)?.parent
}

fn give_keys(person: EmployeeId, unit: UnitId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut wanted = vec![Key::from(person), Key::from(unit), Key::from(Admin::of(person))];
    wanted.extend(keys(above(unit, rows), rows, ctx));
    wanted
}

impl GiveAdmin {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        give_keys(self.person, self.unit, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        must(above(self.unit, rows), rows, ctx)?;
        rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        let (id, name) = (Admin::of(self.person), person.name.clone());
        let before = rows.admin(id).cloned();
        let mut admin = before.unwrap_or(Admin { id, person: self.person, name, units: Vec::new(), rev: 0 });
        if admin.has(self.unit) {
            return Ok(Vec::new());
        }
        if admin.units.len() >= UNITS_MAX {
            return Err(Refusal::ListFull { items_max: UNITS_MAX });
        }
        admin.units.push(Grant { unit: self.unit, by: ctx.actor.employee(), at: ctx.now });
        admin.rev += 1;
        Ok(vec![Change::put(Row::Admin(admin), [Scope::Office])])
    }
}

impl TakeAdmin {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        give_keys(self.person, self.unit, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        must(above(self.unit, rows), rows, ctx)?;
        let Some(admin) = rows.admin(Admin::of(self.person)).filter(|admin| admin.has(self.unit)) else {
            return Ok(Vec::new());
        };
        let mut admin = admin.clone();
        admin.units.retain(|grant| grant.unit != self.unit);
        admin.rev += 1;
        Ok(vec![Change::put(Row::Admin(admin), [Scope::Office])])
    }
}
