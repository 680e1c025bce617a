//! What an admin may decide about a wish.

use serde::{Deserialize, Serialize};

use crate::ids::EmployeeId;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// This is the superior from now on. It may be somebody else than was wanted.
    Approve {
        /// Who.
        superior: EmployeeId,
    },
    /// The superior stays.
    Refuse,
}
