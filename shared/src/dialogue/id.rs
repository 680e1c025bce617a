//! The name of a dialogue. There is one for each person and quarter, so they are its name: `{person}/{year}/{number}`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Quarter;
use crate::ids::EmployeeId;

/// Whose dialogue, and of which quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DialogueId {
    /// Whose.
    pub person: EmployeeId,
    /// Of which quarter.
    pub quarter: Quarter,
}

impl std::fmt::Display for DialogueId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}/{}", self.person, self.quarter.year, self.quarter.number)
    }
}

impl Serialize for DialogueId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DialogueId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read = || {
            let (person, quarter) = text.split_once('/')?;
            let (year, number) = quarter.split_once('/')?;
            let quarter = Quarter { year: year.parse().ok()?, number: number.parse().ok()? };
            Some(Self { person: person.parse().ok()?, quarter })
        };
        read().ok_or_else(|| serde::de::Error::custom("not a dialogue"))
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::DialogueId;
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    impl utoipa::PartialSchema for DialogueId {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).description(Some("{person}/{year}/{number}")).into()
        }
    }

    impl utoipa::ToSchema for DialogueId {}
}
