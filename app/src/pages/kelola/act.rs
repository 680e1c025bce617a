//! Orders of an admin as the office reads them, and what it said no to.

use serde::Serialize;
use shared::employee::{PlaceEmployee, StayEmployee};
use shared::ids::{EmployeeId, GoalId, UnitId};
use shared::superior::AnswerSuperior;
use shared::team::{JoinTeam, LeaveTeam, SetTeam};
use shared::unit::{EndActing, SetActing, UnitKind, UnitWas};
use shared::words::Spoken;
use shared::zone::Zone;

use crate::browser::spawn;
use crate::components::here::Here;
use crate::view::prelude::*;

/// An order. Its rule is the office's alone, so this phone only knows how it is written.
#[derive(Serialize)]
pub enum Order {
    /// Answer a wish.
    #[serde(rename = "superior.answer")]
    Answer(AnswerSuperior),
    /// Move a person.
    #[serde(rename = "employee.place")]
    Place(PlaceEmployee),
    /// A place that was to begin later does not.
    #[serde(rename = "employee.stay")]
    Stay(StayEmployee),
    /// Somebody stands in for a head.
    #[serde(rename = "acting.set")]
    Acting(SetActing),
    /// No longer.
    #[serde(rename = "acting.end")]
    EndActing(EndActing),
    /// A person looks after a unit.
    #[serde(rename = "admin.give")]
    Give(Right),
    /// No longer.
    #[serde(rename = "admin.take")]
    Take(Right),
    /// A team across units is so from now on.
    #[serde(rename = "team.set")]
    Team(SetTeam),
    /// Somebody is in it.
    #[serde(rename = "team.join")]
    Join(JoinTeam),
    /// No longer.
    #[serde(rename = "team.leave")]
    Leave(LeaveTeam),
    /// What kind of unit it is.
    #[serde(rename = "unit.kind")]
    Kind(Kind),
    /// A new unit, or another name, place, head or zone.
    #[serde(rename = "unit.set")]
    Unit(UnitSet),
    /// A mission or a programme.
    #[serde(rename = "goal.set")]
    Goal(Goal),
}

/// How a unit is to be.
#[derive(Serialize)]
pub struct UnitSet {
    /// Which; a new number for a new one.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Who leads it.
    pub head: Option<EmployeeId>,
    /// Its time zone.
    pub zone: Zone,
    /// What the form began with; none for a new one.
    pub was: Option<UnitWas>,
}

/// How a mission or a programme is to be.
#[derive(Clone, Serialize)]
pub struct Goal {
    /// Which; a new number for a new one.
    pub id: GoalId,
    /// Its words.
    pub name: String,
    /// The mission that a programme serves.
    pub parent: Option<GoalId>,
    /// First year.
    pub from: Option<u16>,
    /// Last year.
    pub until: Option<u16>,
    /// Nothing new is tied to it.
    pub closed: bool,
}

/// What kind a unit is.
#[derive(Serialize)]
pub struct Kind {
    /// Which unit.
    pub unit: UnitId,
    /// What it is.
    pub kind: UnitKind,
}

/// A right over a unit.
#[derive(Serialize)]
pub struct Right {
    /// Whose.
    pub person: EmployeeId,
    /// Over which unit.
    pub unit: UnitId,
}

/// Gives an order; `done` comes after a yes.
pub fn give(
    here: Here,
    order: Order,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
    done: impl FnOnce() + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    refused.set(None);
    spawn(async move {
        let said = here.desk.order(&order).await;
        let _ = busy.try_set(false);
        match said {
            Ok(()) => done(),
            Err(reason) => {
                let _ = refused.try_set(Some(reason));
            }
        }
    });
}
