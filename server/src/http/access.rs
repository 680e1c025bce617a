//! Who may open which board: the head of the unit and the heads above, and whoever stands in for one of them today. And who
//! looks after which units.

use shared::admin::Admin;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::row::{Key, Row, Rows};
use shared::sync::wire::BoardLink;
use shared::unit::{LEVELS_MAX, Unit};

use crate::clock;
use crate::db::DbError;
use crate::office::Office;

/// The unit, if this person may open its board.
///
/// # Errors
/// The database is out of reach.
pub async fn board_unit(office: &Office, who: EmployeeId, unit: UnitId) -> Result<Option<Unit>, DbError> {
    let now = clock::now();
    let line = line(office, unit).await?;
    let may = line.iter().any(|unit| unit.is_led_by(who, unit.today(now)));
    Ok(line.into_iter().next().filter(|_| may))
}

/// May `who` see the work of `owner`? The person may, whoever assesses them, and whoever may open their unit's board.
///
/// # Errors
/// The database is out of reach.
pub async fn may_see(office: &Office, who: EmployeeId, owner: EmployeeId) -> Result<bool, DbError> {
    if who == owner {
        return Ok(true);
    }
    match office.db.row(Key::from(owner)).await? {
        Some(Row::Employee(owner)) => may_see_person(office, who, &owner).await,
        _ => Ok(false),
    }
}

/// [`may_see`], for who has the owner's row already.
///
/// # Errors
/// The database is out of reach.
pub async fn may_see_person(office: &Office, who: EmployeeId, owner: &Employee) -> Result<bool, DbError> {
    let near = who == owner.id || owner.superior == Some(who);
    Ok(near || board_unit(office, who, owner.unit).await?.is_some())
}

/// The boards of the units that this person leads today.
///
/// # Errors
/// The database is out of reach.
pub async fn boards(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let now = clock::now();
    let led = office.db.units().await?.into_iter().filter(|unit| unit.is_led_by(who, unit.today(now)));
    Ok(led.map(|unit| BoardLink { unit: unit.id, name: unit.name }).collect())
}

/// The unit and those above it.
async fn line(office: &Office, unit: UnitId) -> Result<Vec<Unit>, DbError> {
    let mut line = Vec::new();
    let mut wanted = Some(unit);
    while let Some(unit) = wanted.filter(|_| line.len() < LEVELS_MAX) {
        let Some(Row::Unit(unit)) = office.db.row(Key::from(unit)).await? else { break };
        wanted = unit.parent;
        line.push(unit);
    }
    Ok(line)
}

/// What this person looks after; none for everybody else.
///
/// # Errors
/// The database is out of reach.
pub async fn admin(office: &Office, who: EmployeeId) -> Result<Option<Admin>, DbError> {
    match office.db.row(Key::from(Admin::of(who))).await? {
        Some(Row::Admin(admin)) if !admin.units.is_empty() => Ok(Some(admin)),
        _ => Ok(None),
    }
}

/// Does this person look after the unit, or after one above it?
///
/// # Errors
/// The database is out of reach.
pub async fn looks_after(office: &Office, who: EmployeeId, unit: UnitId) -> Result<bool, DbError> {
    let Some(admin) = admin(office, who).await? else { return Ok(false) };
    let rows: Rows = line(office, unit).await?.into_iter().map(Row::Unit).collect();
    Ok(admin.reaches(unit, &rows))
}

/// The units where this person's rights begin, by name.
///
/// # Errors
/// The database is out of reach.
pub async fn admin_of(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let Some(admin) = admin(office, who).await? else { return Ok(Vec::new()) };
    let keys: Vec<Key> = admin.units.iter().map(|grant| Key::from(grant.unit)).collect();
    let units = office.db.rows(&keys).await?.into_iter();
    Ok(units
        .filter_map(|row| {
            if let Row::Unit(Unit { id: unit, name, .. }) = row { Some(BoardLink { unit, name }) } else { None }
        })
        .collect())
}
