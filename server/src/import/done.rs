//! What a batch has done, as it is remembered for taking it back.

use serde::{Deserialize, Serialize};
use shared::employee::{Employee, SetEmployee};
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::nip::Nip;

/// One thing that a batch has done, as it is remembered for taking it back. Noted before it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Done {
    /// A unit that was not there.
    Unit { id: UnitId, name: String },
    /// Another head.
    Head { unit: UnitId, before: Option<EmployeeId>, after: Option<EmployeeId> },
    /// Somebody new.
    Person { id: EmployeeId, name: String },
    /// Somebody known, as they were, with their revision then.
    Changed { before: SetEmployee, rev: u32 },
    /// A right to sign in.
    Account { id: AccountId, employee: EmployeeId, name: String, nip: Nip },
    /// Nothing after all: somebody else was there first.
    Nothing,
}

/// The pen that would make somebody as they are here.
pub(super) fn as_it_was(before: &Employee) -> SetEmployee {
    let Employee { id, name, rank, position, unit, superior, rev: _ } = before.clone();
    SetEmployee { id, name, rank, position, unit, superior }
}
