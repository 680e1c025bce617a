//! Who may open which board: the head of the unit and the heads above. And whose work one may see.

use shared::ids::{EmployeeId, UnitId};
use shared::row::{Key, Row};
use shared::sync::wire::BoardLink;
use shared::unit::Unit;

use crate::db::DbError;
use crate::office::Office;

/// Levels of a unit tree that are climbed at most.
const LEVELS_MAX: usize = 16;

/// The unit, if this person may open its board.
///
/// # Errors
/// The database is out of reach.
pub async fn board_unit(office: &Office, who: EmployeeId, unit: UnitId) -> Result<Option<Unit>, DbError> {
    let mut wanted = unit;
    let mut found = None;
    for _ in 0..LEVELS_MAX {
        let Some(Row::Unit(next)) = office.db.row(Key::from(wanted)).await? else { return Ok(None) };
        let heads = next.head == Some(who);
        let parent = next.parent;
        let unit = found.get_or_insert(next);
        if heads {
            return Ok(Some(unit.clone()));
        }
        match parent {
            Some(parent) => wanted = parent,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// May `who` see the work of `owner`? The person may, their superior, and whoever may open their unit's board.
///
/// # Errors
/// The database is out of reach.
pub async fn may_see(office: &Office, who: EmployeeId, owner: EmployeeId) -> Result<bool, DbError> {
    if who == owner {
        return Ok(true);
    }
    let Some(Row::Employee(owner)) = office.db.row(Key::from(owner)).await? else { return Ok(false) };
    Ok(owner.superior == Some(who) || board_unit(office, who, owner.unit).await?.is_some())
}

/// The boards of the units that this person leads.
///
/// # Errors
/// The database is out of reach.
pub async fn boards(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let led = office.db.units().await?.into_iter().filter(|unit| unit.head == Some(who));
    Ok(led.map(|unit| BoardLink { unit: unit.id, name: unit.name }).collect())
}
