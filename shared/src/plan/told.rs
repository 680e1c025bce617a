//! What the doors tell about plans beside their rows: what a result can be tied to, and what it is good for.

use serde::{Deserialize, Serialize};

use crate::ids::{GoalId, PlanId};
use crate::row::Row;

/// `GET /api/employee/{employee}/plans`: one person's plans with their terms, their own row and their unit's, and what is
/// expected of them this year. For the person and those above.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plans {
    /// The rows.
    pub rows: Vec<Row>,
}

/// Something a plan can be tied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice<Id> {
    /// Which.
    pub id: Id,
    /// Its words.
    pub name: String,
}

/// `GET /api/employee/{employee}/ties`: what this person's plans can be tied to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ties {
    /// Name of the superior; empty where nobody stands above.
    #[serde(default)]
    pub superior: String,
    /// Their results that have not ended.
    pub results: Vec<Choice<PlanId>>,
    /// The programmes, for those who may be tied to one.
    pub programmes: Vec<Choice<GoalId>>,
}

/// What stands on a step of the climb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RungKind {
    /// A planned result.
    Result,
    /// A programme of the region.
    Programme,
    /// A mission of the region.
    Mission,
}

/// One step of the climb.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rung {
    /// What it is.
    pub kind: RungKind,
    /// Its words.
    pub name: String,
    /// Whose result it is.
    #[serde(default)]
    pub by: String,
}

/// `GET /api/plan/{plan}/up`: from a result to the mission, as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Climb {
    /// From the result itself upwards.
    pub rungs: Vec<Rung>,
}
