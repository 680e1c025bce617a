//! Who may read a scope, told by rows alone.

use crate::ids::EmployeeId;
use crate::row::{Key, Rows};
use crate::scope::Scope;

/// Steps up the tree of units; a tree of offices is never deeper.
const STEPS_MAX: usize = 16;

/// The unit and those above it, as far as `rows` lets it be known: what [`may_read`] looks at.
pub(crate) fn needs(scope: Scope, rows: &Rows) -> Vec<Key> {
    let Scope::Unit(unit) = scope else { return Vec::new() };
    let mut keys = vec![Key::from(unit)];
    let mut above = rows.unit(unit).and_then(|unit| unit.parent);
    while let Some(unit) = above.filter(|_| keys.len() < STEPS_MAX) {
        keys.push(Key::from(unit));
        above = rows.unit(unit).and_then(|unit| unit.parent);
    }
    keys
}

/// One's own scope; a unit's for its head and the heads above.
pub(crate) fn may_read(employee: EmployeeId, scope: Scope, rows: &Rows) -> bool {
    match scope {
        Scope::Own(owner) => owner == employee,
        Scope::Unit(unit) => {
            let mut next = Some(unit);
            for _ in 0..STEPS_MAX {
                let Some(unit) = next.and_then(|unit| rows.unit(unit)) else { return false };
                if unit.head == Some(employee) {
                    return true;
                }
                next = unit.parent;
            }
            false
        }
        // Read through its own door, which knows the day; no phone pulls it.
        Scope::Team(_) | Scope::Office => false,
    }
}
