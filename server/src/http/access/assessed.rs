//! Those whom somebody assesses without leading their unit, and what is told of them alone.

use std::collections::BTreeSet;

use shared::change::Op;
use shared::employee::Employee;
use shared::ids::EmployeeId;
use shared::row::{Key, Row};
use shared::scope::Scope;

use super::present::{employees, owner};
use crate::db::DbError;
use crate::office::Office;

/// Those whom somebody assesses as their direct superior.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// Who assesses.
    pub by: EmployeeId,
    /// Whom.
    pub people: BTreeSet<EmployeeId>,
}

impl Assessed {
    /// Everybody's work is also on the board of their superior's unit, so one range of ids tells who it may be. A board that somebody's
    /// row reaches no longer keeps it as it was, so the row itself has the last word.
    pub(super) async fn of(office: &Office, by: &Employee) -> Result<(Self, Vec<Employee>), DbError> {
        let rows = office.db.of_kind(Scope::Unit(by.unit), "employee").await?.into_iter();
        let known = rows.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None });
        let known: BTreeSet<EmployeeId> = known.filter(|one| one.superior == Some(by.id)).map(|one| one.id).collect();
        let mut people = employees(office, &known).await?;
        people.retain(|one| one.superior == Some(by.id));
        Ok((Self { by: by.id, people: people.iter().map(|one| one.id).collect() }, people))
    }

    /// Is the row for them: about one of these people, or the unit itself?
    #[must_use]
    pub fn may_see(&self, row: &Row) -> bool {
        match row {
            Row::Unit(_) => true,
            Row::Employee(employee) => self.people.contains(&employee.id) || employee.id == self.by,
            Row::Entry(_) | Row::Plan(_) | Row::Remark(_) | Row::Absences(_) => {
                owner(row).is_some_and(|owner| self.people.contains(&owner))
            }
            Row::Draft(_) | Row::Templates(_) | Row::Asked(_) | Row::Admin(_) | Row::Career(_) => false,
            Row::Dialogue(_) | Row::Echo(_) | Row::Team(_) | Row::Account(_) => false,
            Row::Terms(_) | Row::Expectation(_) | Row::Goal(_) | Row::Opened(_) => false,
            Row::Service(_) | Row::Counter(_) | Row::Response(_) | Row::Claim(_) | Row::Unknown => false,
        }
    }

    /// What somebody reads of a change. Whoever is given to another superior leaves the board; whoever comes is on it from then on. What
    /// is `past` was written before it was looked who these people are, and changes nothing of that.
    #[must_use]
    pub fn told(&mut self, op: Op, past: bool) -> Option<Op> {
        match op {
            Op::Put { row: Row::Employee(employee) } if employee.id != self.by => {
                let theirs = employee.superior == Some(self.by);
                if !past {
                    if theirs {
                        self.people.insert(employee.id)
                    } else {
                        self.people.remove(&employee.id)
                    };
                }
                match (self.people.contains(&employee.id), theirs) {
                    (true, true) => Some(Op::Put { row: Row::Employee(employee) }),
                    // Somebody has them again who had them before: how it was in between is not theirs to read.
                    (true, false) => None,
                    // The reader may have them from before the line broke. Whoever was never there goes without a trace.
                    (false, _) => Some(Op::Drop { key: Key::from(employee.id) }),
                }
            }
            Op::Put { row } => self.may_see(&row).then_some(Op::Put { row }),
            Op::Drop { key } => self.people.iter().any(|one| Key::from(*one) == key).then_some(Op::Drop { key }),
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::UnitId;
    use uuid::Uuid;

    use super::*;

    const ME: EmployeeId = EmployeeId(Uuid::from_u128(1));
    const OTHER: EmployeeId = EmployeeId(Uuid::from_u128(2));
    const JUNIOR: EmployeeId = EmployeeId(Uuid::from_u128(3));

    fn put(id: EmployeeId, superior: Option<EmployeeId>) -> Op {
        let employee = serde_json::json!({
            "employee": { "id": id, "name": "Obed", "unit": UnitId(Uuid::from_u128(9)), "superior": superior, "rev": 1 }
        });
        Op::Put { row: serde_json::from_value(employee).unwrap() }
    }

    fn is_drop(op: Option<Op>) -> bool {
        op == Some(Op::Drop { key: Key::from(JUNIOR) })
    }

    fn is_put(op: Option<Op>) -> bool {
        matches!(op, Some(Op::Put { .. }))
    }

    #[test]
    fn whoever_was_given_away_meanwhile_leaves_and_does_not_come_back_by_an_old_row() {
        let mut only = Assessed { by: ME, people: BTreeSet::new() };
        assert!(is_drop(only.told(put(JUNIOR, Some(ME)), true)), "it was so, and is no more");
        assert!(is_drop(only.told(put(JUNIOR, Some(OTHER)), true)));
        assert!(only.people.is_empty());
        assert!(is_put(only.told(put(JUNIOR, Some(ME)), false)));
        assert!(is_drop(only.told(put(JUNIOR, Some(OTHER)), false)));
        assert!(only.people.is_empty());
    }

    #[test]
    fn whoever_is_theirs_stays_whatever_was_before() {
        let mut only = Assessed { by: ME, people: [JUNIOR].into() };
        assert_eq!(only.told(put(JUNIOR, Some(OTHER)), true), None);
        assert!(is_put(only.told(put(JUNIOR, Some(ME)), true)));
        assert!(is_put(only.told(put(ME, Some(OTHER)), false)), "one's own row");
    }
}
