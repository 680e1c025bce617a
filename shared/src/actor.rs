//! Who wants something to happen.

use serde::{Deserialize, Serialize};

use crate::ids::EmployeeId;

/// The author of a command, as the server has established it. A phone can only ever be [`Actor::Employee`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A civil servant who has signed in.
    Employee {
        /// Who.
        employee: EmployeeId,
    },
    /// Somebody at a counter. Nothing is known of them, and nothing is kept.
    Citizen,
    /// The operator of the installation, by the command line: imports, seeds.
    Operator,
}

impl Actor {
    /// The employee behind the command, if there is one.
    #[must_use]
    pub const fn employee(self) -> Option<EmployeeId> {
        match self {
            Self::Employee { employee } => Some(employee),
            Self::Citizen | Self::Operator => None,
        }
    }

    /// Is it this employee?
    #[must_use]
    pub fn is(self, other: EmployeeId) -> bool {
        self.employee() == Some(other)
    }
}
