//! A place that begins later: written in the book when the decree arrives, taken when its day has come where the person is. Until then
//! nothing about the person changes: the present superior assesses, and the present board shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Placement;
use crate::ids::EmployeeId;
use crate::words::Spoken;

/// A place that somebody has been given and that has not begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Coming {
    /// As it will stand in the book.
    pub place: Placement,
    /// Why the office could not carry it out when its day had come: an admin has to write another one.
    #[serde(default)]
    pub fault: Option<Spoken>,
}

#[cfg(feature = "office")]
impl Coming {
    /// Is it to be carried out on that day, and not known to be impossible?
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.fault.is_none() && self.place.from.is_none_or(|from| from <= today)
    }
}

/// Command `employee.stay`: the place that was to begin on this day does not. By an admin of the unit where the person is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StayEmployee {
    /// Who.
    pub person: EmployeeId,
    /// The day of the place that was seen.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
}
