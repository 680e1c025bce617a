//! Slice *opened*: who has looked at a person's page, and on which day. The person reads it; nobody else does.
//!
//! One row for a viewer, a person and a day, however often the page was opened then. Nothing more is noted: no place, no
//! length of stay, no count of looks.

#[cfg(feature = "office")]
mod open;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, OpenedId};

#[cfg(feature = "office")]
pub use open::OpenPerson;

/// Somebody has looked at a person's page on this day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Opened {
    /// Identity: made of viewer, person and day.
    pub id: OpenedId,
    /// Whose page.
    pub person: EmployeeId,
    /// Who looked.
    pub viewer: EmployeeId,
    /// The viewer's name, so that the person's phone needs no other person's row.
    pub viewer_name: String,
    /// The viewer's position then.
    #[serde(default)]
    pub viewer_position: String,
    /// The day where the person's unit is.
    #[serde(with = "crate::stamp::day")]
    pub day: NaiveDate,
    /// When it was opened first on that day.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}
