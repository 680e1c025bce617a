//! After a move: what the person has under way is written into the logs of those who see it now.

use serde::{Deserialize, Serialize};

use super::Employee;
use crate::change::Change;
use crate::ids::EmployeeId;
use crate::refusal::Refusal;
use crate::remark;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only};

/// Rows that one command may carry.
pub const ROWS_MAX: usize = 100;

/// Command `employee.carry`: these rows of a person are for the boards on which the person stands now. The office itself gives
/// it after a person has moved; what the rows say stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CarryRows {
    /// Whose.
    pub person: EmployeeId,
    /// Entries, plans, days away, what was said about entries, and the person themselves. At most [`ROWS_MAX`].
    pub rows: Vec<Key>,
}

impl CarryRows {
    pub(crate) fn needs(&self, rows: &Rows, _: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.person)];
        keys.extend(rows.employee(self.person).map(Employee::audience_keys).unwrap_or_default());
        let theirs = self.rows.iter().take(ROWS_MAX);
        let about = |key: &Key| if let Some(Row::Remark(remark)) = rows.get(key) { Some(remark.entry) } else { None };
        keys.extend(theirs.clone().filter_map(about).map(Key::from));
        keys.extend(theirs.cloned());
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        let theirs = self.rows.iter().take(ROWS_MAX).filter_map(|key| again(rows.get(key)?, person));
        Ok(theirs.map(|row| carried(row, person, rows)).collect())
    }
}

/// The row once more, if it is one of this person's that a board shows. What was done stays counted where it was done; days away
/// count where the person is, because it is there that nobody waits for them.
fn again(row: &Row, person: &Employee) -> Option<Row> {
    let mut row = row.clone();
    match &mut row {
        Row::Entry(entry) if entry.owner == person.id => entry.rev += 1,
        Row::Plan(plan) if plan.owner == person.id => plan.rev += 1,
        Row::Remark(remark) if remark.owner == person.id => remark.rev += 1,
        // As it is, so that whoever takes a move back finds the revision that they made.
        Row::Employee(employee) if employee.id == person.id => {}
        Row::Absences(absences) if absences.person == person.id => {
            absences.unit = Some(person.unit);
            absences.rev += 1;
        }
        Row::Entry(_) | Row::Plan(_) | Row::Absences(_) | Row::Remark(_) | Row::Employee(_) => return None,
        Row::Unit(_)
        | Row::Draft(_)
        | Row::Templates(_)
        | Row::Account(_)
        | Row::Service(_)
        | Row::Counter(_)
        | Row::Response(_)
        | Row::Asked(_)
        | Row::Opened(_)
        | Row::Dialogue(_)
        | Row::Team(_)
        | Row::Echo(_)
        | Row::Admin(_)
        | Row::Terms(_)
        | Row::Expectation(_)
        | Row::Goal(_)
        | Row::Career(_)
        | Row::Claim(_)
        | Row::Unknown => return None,
    }
    Some(row)
}

/// An entry for a team stays in the team's sight as it is everywhere, and a letter with whoever it is for.
fn carried(row: Row, person: &Employee, rows: &Rows) -> Change {
    if let Row::Remark(remark) = row {
        let entry = rows.entry(remark.entry);
        return remark::put(remark, entry, person, rows);
    }
    let audience = if let Row::Entry(entry) = &row { entry.audience(person, rows) } else { person.audience(rows) };
    Change::put(row, audience)
}
