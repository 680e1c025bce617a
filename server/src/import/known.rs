//! What the office knows already of the people and units in a file. A value: [`super::load`] fills it, tests make it up.

use std::collections::HashMap;

use shared::employee::Employee;
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::nip::Nip;
use shared::unit::Unit;

/// Somebody whose NIP is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub employee: EmployeeId,
    /// Their right to sign in; none when an earlier import was cut off just before.
    pub account: Option<AccountId>,
}

/// The office's knowledge, as far as one file needs it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Who holds the NIPs in the file, as persons and as superiors.
    pub people: HashMap<Nip, Person>,
    /// Their rows, the rows of everybody above them, and of all heads of units.
    pub employees: HashMap<EmployeeId, Employee>,
    /// All units.
    pub units: Vec<Unit>,
}

impl Known {
    /// The head of a unit; none as well for a unit that is not there.
    #[must_use]
    pub fn head(&self, unit: UnitId) -> Option<EmployeeId> {
        self.units.iter().find(|known| known.id == unit).and_then(|known| known.head)
    }

    /// The row of the person with this NIP.
    #[must_use]
    pub fn employee(&self, nip: &Nip) -> Option<&Employee> {
        self.employees.get(&self.people.get(nip)?.employee)
    }
}
