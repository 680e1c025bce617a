//! Who is on a unit's board now. The board's scope keeps what it has been told of people who have left, and of those it is told nothing
//! more; so where somebody stands is asked of their own row.

use std::collections::BTreeSet;

use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::row::{Key, Row};

use crate::db::DbError;
use crate::office::Office;

/// Those of these people who are on the unit's board now: who stands in it, and whoever is assessed by one of them.
///
/// # Errors
/// The database is out of reach.
pub async fn present(
    office: &Office,
    unit: UnitId,
    who: &BTreeSet<EmployeeId>,
) -> Result<BTreeSet<EmployeeId>, DbError> {
    let people = employees(office, who).await?;
    let elsewhere = people.iter().filter(|one| one.unit != unit);
    let superiors = elsewhere.filter_map(|one| one.superior).collect();
    let superiors = employees(office, &superiors).await?.into_iter();
    let here: BTreeSet<EmployeeId> = superiors.filter(|one| one.unit == unit).map(|one| one.id).collect();
    let belongs = |one: &&Employee| one.unit == unit || one.superior.is_some_and(|superior| here.contains(&superior));
    Ok(people.iter().filter(belongs).map(|one| one.id).collect())
}

/// The rows of these people as they are now, as far as they exist.
pub(super) async fn employees(office: &Office, who: &BTreeSet<EmployeeId>) -> Result<Vec<Employee>, DbError> {
    let keys: Vec<Key> = who.iter().copied().map(Key::from).collect();
    let rows = office.db.rows(&keys).await?.into_iter();
    Ok(rows.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None }).collect())
}

/// Whose work the row is, or whose days away; none for a row that is not about one person's work.
#[must_use]
pub fn owner(row: &Row) -> Option<EmployeeId> {
    match row {
        Row::Entry(entry) => Some(entry.owner),
        Row::Plan(plan) => Some(plan.owner),
        Row::Remark(remark) => Some(remark.owner),
        Row::Absences(absences) => Some(absences.person),
        Row::Unit(_) | Row::Employee(_) | Row::Draft(_) | Row::Templates(_) | Row::Asked(_) | Row::Admin(_) => None,
        Row::Career(_) | Row::Dialogue(_) | Row::Echo(_) | Row::Team(_) | Row::Account(_) | Row::Terms(_) => None,
        Row::Expectation(_) | Row::Goal(_) | Row::Opened(_) | Row::Service(_) | Row::Counter(_) => None,
        Row::Response(_) | Row::Claim(_) | Row::Unknown => None,
    }
}
