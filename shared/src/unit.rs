//! Slice *unit*: a part of the agency, in a tree.

mod acting;
#[cfg(feature = "office")]
mod erase;
mod kind;
#[cfg(feature = "office")]
mod set;
mod was;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, UnitId};
#[cfg(feature = "office")]
use crate::row::Key;
use crate::row::Rows;
use crate::zone::Zone;

pub use acting::{Acting, ActingKind, EndActing, SetActing};
#[cfg(feature = "office")]
pub use erase::EraseUnit;
#[cfg(feature = "office")]
pub use kind::SetUnitKind;
pub use kind::UnitKind;
#[cfg(feature = "office")]
pub use set::SetUnit;
pub use was::UnitWas;

/// Levels that are climbed at most; a tree of offices is never deeper.
pub const LEVELS_MAX: usize = 16;

/// A dinas, bidang, seksi, kecamatan, kelurahan or UPTD.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Identity.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// The unit above; none for the agency itself.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// Who leads it; reads its board.
    #[serde(default)]
    pub head: Option<EmployeeId>,
    /// Where its clocks hang.
    #[serde(default)]
    pub zone: Zone,
    /// What kind of part it is.
    #[serde(default)]
    pub kind: UnitKind,
    /// Who stood, stands or will stand in for its head (Plt., Plh.), oldest first.
    #[serde(default)]
    pub acting: Vec<Acting>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Unit {
    /// The day where this unit's clocks hang.
    #[must_use]
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        self.zone.local_date(now)
    }

    /// Whoever stands in for the head on that day.
    #[must_use]
    pub fn acting_on(&self, day: NaiveDate) -> Option<&Acting> {
        self.acting.iter().find(|acting| acting.runs_on(day))
    }

    /// Does this person lead the unit on that day, as its head or in the head's place? Both see its board then.
    #[must_use]
    pub fn is_led_by(&self, who: EmployeeId, day: NaiveDate) -> bool {
        self.head == Some(who) || self.acting_on(day).is_some_and(|acting| acting.person == who)
    }
}

/// The unit and those above it, as far as `rows` lets them be known.
#[must_use]
pub fn line(first: Option<UnitId>, rows: &Rows) -> Vec<&Unit> {
    let mut line: Vec<&Unit> = Vec::new();
    let mut next = first;
    while let Some(unit) = next.filter(|_| line.len() < LEVELS_MAX).and_then(|unit| rows.unit(unit)) {
        line.push(unit);
        next = unit.parent;
    }
    line
}

/// The names of these rows and of the next one above, which is to be looked at.
#[cfg(feature = "office")]
pub(crate) fn line_keys(first: Option<UnitId>, rows: &Rows) -> Vec<Key> {
    let known = line(first, rows);
    first.into_iter().chain(known.iter().filter_map(|unit| unit.parent)).map(Key::from).collect()
}
