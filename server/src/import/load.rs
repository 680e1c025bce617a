//! Reading what the office knows of the people in a file. Reads only; many rows at a time.

use std::collections::{BTreeSet, HashMap};

use shared::account::Account;
use shared::employee::Employee;
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::nip::Nip;
use shared::row::{ClaimKind, Key, Row};
use shared::scope::Scope;

use crate::db::{Db, DbError};

use super::check::read_nip;
use super::known::{Known, Person};
use super::plan::Ids;
use super::table::{Column, RawRow};

/// Rows asked for at a time.
const CHUNK: usize = 500;

/// What the office knows of the people, superiors and units that these rows speak of.
///
/// # Errors
/// The database is out of reach.
pub async fn known(db: &Db, rows: &[RawRow], ids: &Ids) -> Result<Known, DbError> {
    let texts = rows.iter().flat_map(|row| [row.text(Column::Nip), row.text(Column::Superior)]);
    let nips: BTreeSet<Nip> = texts.filter_map(|text| read_nip(text).ok()).collect();
    let units = db.units().await?;
    let mut known = Known { people: people(db, &nips, ids).await?, employees: HashMap::new(), units };
    let heads = known.units.iter().filter_map(|unit| unit.head);
    let mut wanted: BTreeSet<EmployeeId> = known.people.values().map(|person| person.employee).chain(heads).collect();
    // Upwards, one step a round; whoever is there already is not asked for again, so it ends.
    while !wanted.is_empty() {
        let found = employees(db, &wanted).await?;
        wanted = found.iter().filter_map(|employee| employee.superior).collect();
        known.employees.extend(found.into_iter().map(|employee| (employee.id, employee)));
        wanted.retain(|employee| !known.employees.contains_key(employee));
    }
    // A half-written person counts only if the person is there.
    let Known { people, employees, .. } = &mut known;
    people.retain(|_, person| person.account.is_some() || employees.contains_key(&person.employee));
    Ok(known)
}

/// The present members of these units.
///
/// # Errors
/// The database is out of reach.
pub async fn members(db: &Db, units: &BTreeSet<UnitId>) -> Result<Vec<Employee>, DbError> {
    let mut members = Vec::new();
    for unit in units {
        for row in db.of_kind(Scope::Unit(*unit), "employee").await? {
            // People who have left stay in the old unit's log, as they were when they left.
            if let Row::Employee(employee) = row
                && employee.unit == *unit
            {
                members.push(employee);
            }
        }
    }
    Ok(members)
}

/// Everybody on a unit's board: its members, and whomever its people assess elsewhere.
///
/// # Errors
/// The database is out of reach.
pub async fn members_seen(db: &Db, unit: UnitId) -> Result<Vec<Employee>, DbError> {
    let rows = db.of_kind(Scope::Unit(unit), "employee").await?.into_iter();
    Ok(rows.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None }).collect())
}

/// Claim → account → employee; for a free NIP the person that an import may have written before it was cut off.
async fn people(db: &Db, nips: &BTreeSet<Nip>, ids: &Ids) -> Result<HashMap<Nip, Person>, DbError> {
    let claims = nips.iter().map(|nip| Key::claim(ClaimKind::Nip, nip.digits())).collect();
    let holders = rows(db, claims).await?.into_iter().filter_map(|row| {
        let Row::Claim(claim) = row else { return None };
        claim.holder.parse().ok().map(|account: AccountId| Key::from(account))
    });
    let accounts = rows(db, holders.collect()).await?.into_iter().filter_map(|row| {
        let Row::Account(Account { id, nip, employee, .. }) = row else { return None };
        Some((nip, Person { employee, account: Some(id) }))
    });
    let mut people: HashMap<Nip, Person> = accounts.collect();
    for nip in nips {
        people.entry(nip.clone()).or_insert_with(|| Person { employee: ids.employee(nip), account: None });
    }
    Ok(people)
}

async fn employees(db: &Db, ids: &BTreeSet<EmployeeId>) -> Result<Vec<Employee>, DbError> {
    let found = rows(db, ids.iter().map(|id| Key::from(*id)).collect()).await?.into_iter();
    Ok(found.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None }).collect())
}

async fn rows(db: &Db, keys: Vec<Key>) -> Result<Vec<Row>, DbError> {
    let mut rows = Vec::with_capacity(keys.len());
    for chunk in keys.chunks(CHUNK) {
        rows.append(&mut db.rows(chunk).await?);
    }
    Ok(rows)
}
