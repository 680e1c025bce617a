//! Scopes: sets of rows with the same audience. Each has one gap-free log, and permission is membership.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::{EmployeeId, UnitId};

/// Whose eyes a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One person's own work. The person alone pulls it onto a phone. Written `p:{employee}`.
    Own(EmployeeId),
    /// A unit's board: for its head and the heads above. Read online, never stored on a phone. Written `t:{unit}`.
    Unit(UnitId),
    /// What only the installation itself reads: accounts, claims. Written `x`.
    Office,
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Own(employee) => write!(f, "p:{employee}"),
            Self::Unit(unit) => write!(f, "t:{unit}"),
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
            _ if text == "x" => Ok(Self::Office),
            _ => Err(no()),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::Scope;
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    impl utoipa::PartialSchema for Scope {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).description(Some("p:{employee}, t:{unit} or x")).into()
        }
    }

    impl utoipa::ToSchema for Scope {}
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use uuid::Uuid;

    #[test]
    fn text_and_back() {
        for scope in
            [Scope::Own(EmployeeId(Uuid::from_u128(7))), Scope::Unit(UnitId(Uuid::from_u128(8))), Scope::Office]
        {
            assert_eq!(scope.to_string().parse::<Scope>().unwrap(), scope);
        }
        for bad in ["", "p:", "p:x", "q:00000000-0000-0000-0000-000000000000", "xx"] {
            assert!(bad.parse::<Scope>().is_err(), "{bad}");
        }
    }
}
