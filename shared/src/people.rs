//! What the people doors answer: a search, the tree of units, one unit's people, one person, wishes that wait. Read online by
//! those who may; never stored on a phone.

pub mod import;

use serde::{Deserialize, Serialize};

use crate::absence::Absences;
use crate::employee::{Coming, Employee, Placement};
use crate::ids::{EmployeeId, UnitId};
use crate::superior::Asked;
use crate::team::Team;
use crate::unit::Unit;

/// Letters that a search needs at least.
pub const SEARCH_LETTERS_MIN: usize = 3;

/// Somebody found by name. No NIP: it tells the birth date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Found {
    /// Who.
    pub id: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// Position.
    pub position: String,
    /// Name of the unit.
    pub unit: String,
}

/// `GET /api/units`: what this person looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tree {
    /// The units with everything below them.
    pub units: Vec<Unit>,
    /// Those where the right begins.
    pub tops: Vec<UnitId>,
    /// Names of the heads.
    pub heads: Vec<Name>,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Name {
    /// Who.
    pub id: EmployeeId,
    /// Name with titles.
    pub name: String,
}

/// `GET /api/unit/{unit}/people`: one unit's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Members {
    /// The people, by alphabet.
    pub people: Vec<Employee>,
    /// Their superiors' names.
    pub superiors: Vec<Name>,
}

/// `GET /api/people/{person}`: one person, for themselves and for those who look after them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonPage {
    /// The person.
    pub employee: Employee,
    /// Name of the unit.
    pub unit_name: String,
    /// Name of the superior; empty: nobody.
    pub superior_name: String,
    /// Placements, oldest first.
    pub career: Vec<Placement>,
    /// The place that begins later, if one is known.
    #[serde(default)]
    pub coming: Option<Coming>,
    /// Days away.
    pub absences: Option<Absences>,
    /// What the person has asked.
    pub asked: Option<Asked>,
    /// Units that the person looks after.
    pub admin_of: Vec<UnitId>,
    /// May the reader change the person's place?
    pub may_place: bool,
}

/// `GET /api/requests`: wishes for another superior that wait for this admin, and places that begin later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requests {
    /// Each with the name of the unit.
    pub waiting: Vec<RequestLine>,
    /// Who of their people is going to another place, by the day.
    #[serde(default)]
    pub coming: Vec<ComingLine>,
}

/// One who is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComingLine {
    /// Who.
    pub person: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// The unit where they are.
    pub unit: UnitId,
    /// Its name.
    pub unit_name: String,
    /// Where to.
    pub coming: Coming,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestLine {
    /// The wish; the last of its list waits.
    pub asked: Asked,
    /// Name of the person's unit.
    pub unit_name: String,
    /// Who is wanted, if somebody was chosen.
    pub wanted: Option<Found>,
}

/// `GET /api/teams`: teams across units in an admin's keeping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Teams {
    /// By name.
    pub teams: Vec<Team>,
}
