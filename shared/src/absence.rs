//! Slice *absence*: days away from the desk: leave, illness, duty elsewhere. No entry is expected then.
//!
//! One row holds a person's whole list, so that one look tells whether two of them overlap, and a board needs one row for
//! each person.

mod answer;
mod change;
mod expected;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{AbsenceId, AbsencesId, EmployeeId, UnitId};
use crate::zone::Zone;

pub use answer::{AbsenceAnswer, AnswerAbsence};
pub use change::{AddAbsence, WithdrawAbsence};
pub use expected::{Expected, expected};

/// Why somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbsenceKind {
    /// Cuti.
    Leave,
    /// Sakit.
    Sick,
    /// Dinas luar: working, but elsewhere.
    Duty,
    /// Anything else that the superior knows of.
    Other,
}

/// Some days away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Absence {
    /// Identity.
    pub id: AbsenceId,
    /// Why.
    pub kind: AbsenceKind,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// A few words; may be empty.
    #[serde(default)]
    pub note: String,
    /// Who wrote it; none: the operator.
    #[serde(default)]
    pub by: Option<EmployeeId>,
    /// Their name.
    #[serde(default)]
    pub by_name: String,
    /// When the office had it, or when the phone says.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// When somebody who assesses the person said that it is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::stamp::moment::opt")]
    pub known_at: Option<DateTime<Utc>>,
}

impl Absence {
    /// Did this person write the day for themselves when it had passed already? By the time at which the office had it, where
    /// the person's unit is: the only clock that is not their own.
    #[must_use]
    pub fn is_afterwards(&self, person: EmployeeId, day: NaiveDate, zone: Zone) -> bool {
        self.by == Some(person) && day < zone.local_date(self.at)
    }
}

/// Days away that somebody else has taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakenBack {
    /// What was written.
    pub absence: Absence,
    /// Why it is no longer so.
    pub reason: String,
    /// Who took it back; empty: the operator.
    #[serde(default)]
    pub by_name: String,
    /// When.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// All days away of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Absences {
    /// The person's own number.
    pub id: AbsencesId,
    /// Whose.
    pub person: EmployeeId,
    /// By their first days.
    #[serde(default)]
    pub list: Vec<Absence>,
    /// What others have taken back, oldest first. It keeps nobody away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<TakenBack>,
    /// The unit where they count: the person's own when the list was last written or carried. None in rows from before days away
    /// were counted; they count where the person is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Absences {
    /// The row of this person.
    #[must_use]
    pub const fn of(person: EmployeeId) -> AbsencesId {
        AbsencesId(person.0)
    }

    /// What the person wrote for themselves afterwards, and nobody who assesses them has answered yet.
    pub fn unanswered(&self, zone: Zone) -> impl Iterator<Item = &Absence> {
        self.list.iter().filter(move |one| one.known_at.is_none() && one.is_afterwards(self.person, one.from, zone))
    }

    /// What keeps the person away on that day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Absence> {
        self.list.iter().find(|absence| absence.from <= day && day <= absence.until)
    }
}
