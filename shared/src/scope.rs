//! Scopes: sets of rows with the same audience. Each has one gap-free log, and permission is membership.

use crate::ids::composed::as_text;
use crate::ids::{EmployeeId, TeamId, UnitId};

/// Whose eyes a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One person's own work. The person alone pulls it onto a phone. Written `p:{employee}`.
    Own(EmployeeId),
    /// A unit's board: for its head and the heads above. Read online, never stored on a phone. Written `t:{unit}`.
    Unit(UnitId),
    /// What is done for a team across units: for whoever leads it. Read online, never stored on a phone. Written `k:{team}`.
    Team(TeamId),
    /// What only the installation itself reads: accounts, claims. Written `x`.
    Office,
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Own(employee) => write!(f, "p:{employee}"),
            Self::Unit(unit) => write!(f, "t:{unit}"),
            Self::Team(team) => write!(f, "k:{team}"),
            Self::Office => f.write_str("x"),
        }
    }
}

/// The text is not the name of a scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a scope: {0}")]
pub struct NotAScope(String);

impl std::str::FromStr for Scope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let no = || NotAScope(text.to_owned());
        match text.split_once(':') {
            Some(("p", id)) => id.parse().map(Self::Own).map_err(|_| no()),
            Some(("t", id)) => id.parse().map(Self::Unit).map_err(|_| no()),
            Some(("k", id)) => id.parse().map(Self::Team).map_err(|_| no()),
            _ if text == "x" => Ok(Self::Office),
            _ => Err(no()),
        }
    }
}

as_text!(Scope, "p:{employee}, t:{unit}, k:{team} or x");

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use uuid::Uuid;

    #[test]
    fn text_and_back() {
        for scope in [
            Scope::Own(EmployeeId(Uuid::from_u128(7))),
            Scope::Unit(UnitId(Uuid::from_u128(8))),
            Scope::Team(TeamId(Uuid::from_u128(9))),
            Scope::Office,
        ] {
            assert_eq!(scope.to_string().parse::<Scope>().unwrap(), scope);
        }
        for bad in ["", "p:", "p:x", "k:x", "q:00000000-0000-0000-0000-000000000000", "xx"] {
            assert!(bad.parse::<Scope>().is_err(), "{bad}");
        }
    }
}
