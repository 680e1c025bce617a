//! Rows: what is so. Every slice has one kind of row; a set of rows is all that a rule may look at.

mod claim;
#[cfg(feature = "office")]
mod day;

use std::collections::BTreeMap;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::absence::Absences;
#[cfg(feature = "office")]
use crate::account::Account;
#[cfg(feature = "office")]
use crate::admin::Admin;
use crate::counter::Counter;
#[cfg(feature = "office")]
use crate::dialogue::Dialogue;
use crate::dialogue::{DialogueId, Echo, EchoId};
use crate::draft::Draft;
#[cfg(feature = "office")]
use crate::employee::Career;
use crate::employee::Employee;
use crate::entry::Entry;
use crate::expectation::{Expectation, ExpectationId};
#[cfg(feature = "office")]
use crate::goal::Goal;
use crate::ids::{
    AbsencesId, AccountId, AdminId, AskedId, CareerId, CounterId, DraftId, EmployeeId, EntryId, GoalId, OpenedId,
    PlanId, RemarkId, ResponseId, ServiceId, TeamId, TemplatesId, TermsId, UnitId,
};
use crate::opened::Opened;
use crate::plan::{Plan, Terms};
use crate::remark::Remark;
#[cfg(feature = "office")]
use crate::response::Response;
#[cfg(feature = "office")]
use crate::service::Service;
use crate::superior::Asked;
use crate::team::Team;
use crate::template::Templates;
use crate::unit::Unit;

pub use claim::{Claim, ClaimKind};

/// The name of a row: its kind and its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Key {
    /// Kind of row, which is also the name of its table.
    pub kind: String,
    /// Id within the kind.
    pub id: String,
}

impl Key {
    /// The row that stands for this value being taken.
    #[must_use]
    pub fn claim(kind: ClaimKind, value: &str) -> Self {
        Self { kind: "claim".to_owned(), id: format!("{}/{value}", kind.word()) }
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

/// Reads a row; a kind from a newer build becomes [`Row::Unknown`].
struct RowVisitor;

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

macro_rules! slices {
    ($($(#[$only:meta])? $variant:ident $name:ident $id:ty),+ $(,)?) => {
        /// One row of any slice. On the wire its kind stands around its fields: `{"entry": {…}}`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(rename_all = "snake_case"))]
        pub enum Row {
            $($(#[$only])? #[doc = concat!("See [`", stringify!($variant), "`].")] $variant($variant),)+
            /// Uniqueness.
            #[cfg(feature = "office")]
            Claim(Claim),
            /// A kind that this build does not know. It is passed over, never an error.
            Unknown,
        }

        impl Serialize for Row {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $($(#[$only])? Self::$variant(row) => serializer.serialize_newtype_variant("Row", 0, stringify!($name), row),)+
                    #[cfg(feature = "office")]
                    Self::Claim(claim) => serializer.serialize_newtype_variant("Row", 0, "claim", claim),
                    Self::Unknown => serializer.serialize_newtype_variant("Row", 0, "unknown", &()),
                }
            }
        }

        impl<'de> Visitor<'de> for RowVisitor {
            type Value = Row;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a row")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let kind: String = map.next_key()?.unwrap_or_default();
                match kind.as_str() {
                    $($(#[$only])? stringify!($name) => map.next_value().map(Row::$variant),)+
                    #[cfg(feature = "office")]
                    "claim" => map.next_value().map(Row::Claim),
                    _ => map.next_value::<IgnoredAny>().map(|_| Row::Unknown),
                }
            }
        }

        impl Row {
            /// The name of the row; none for a kind that this build does not know.
            #[must_use]
            pub fn key(&self) -> Option<Key> {
                match self {
                    $($(#[$only])? Self::$variant(row) => Some(Key::from(row.id)),)+
                    #[cfg(feature = "office")]
                    Self::Claim(claim) => Some(Key { kind: "claim".to_owned(), id: claim.id.clone() }),
                    Self::Unknown => None,
                }
            }

            /// The revision of the row.
            #[must_use]
            pub fn rev(&self) -> u32 {
                match self {
                    $($(#[$only])? Self::$variant(row) => row.rev,)+
                    #[cfg(feature = "office")]
                    Self::Claim(claim) => claim.rev,
                    Self::Unknown => 0,
                }
            }
        }

        $(impl From<$id> for Key {
            fn from(id: $id) -> Self {
                Self { kind: stringify!($name).to_owned(), id: id.to_string() }
            }
        })+

        impl Rows {
            $(
                $(#[$only])?
                #[doc = concat!("The ", stringify!($name), " with this id.")]
                #[must_use]
                pub fn $name(&self, id: $id) -> Option<&$variant> {
                    match self.map.get(&Key::from(id)) {
                        Some(Row::$variant(row)) => Some(row),
                        _ => None,
                    }
                }
            )+
        }
    };
}

slices! {
    Unit unit UnitId,
    Employee employee EmployeeId,
    #[cfg(feature = "office")]
    Account account AccountId,
    Plan plan PlanId,
    Terms terms TermsId,
    Expectation expectation ExpectationId,
    #[cfg(feature = "office")]
    Goal goal GoalId,
    Entry entry EntryId,
    Draft draft DraftId,
    Templates templates TemplatesId,
    Remark remark RemarkId,
    #[cfg(feature = "office")]
    Service service ServiceId,
    Counter counter CounterId,
    #[cfg(feature = "office")]
    Response response ResponseId,
    Absences absences AbsencesId,
    Asked asked AskedId,
    #[cfg(feature = "office")]
    Admin admin AdminId,
    #[cfg(feature = "office")]
    Career career CareerId,
    Opened opened OpenedId,
    #[cfg(feature = "office")]
    Dialogue dialogue DialogueId,
    Team team TeamId,
    Echo echo EchoId,
}

/// A set of rows by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    map: BTreeMap<Key, Row>,
}

impl Rows {
    /// Puts a row in the place of the one with the same name.
    pub fn put(&mut self, row: Row) {
        if let Some(key) = row.key() {
            self.map.insert(key, row);
        }
    }

    /// Takes the row with this name out.
    pub fn remove(&mut self, key: &Key) {
        self.map.remove(key);
    }

    /// Is there a row with this name?
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        self.map.contains_key(key)
    }

    /// The row with this name.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<&Row> {
        self.map.get(key)
    }

    /// All rows, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        self.map.values()
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Is there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        let mut all = Self::default();
        for row in rows {
            all.put(row);
        }
        all
    }
}

#[cfg(test)]
mod tests;
