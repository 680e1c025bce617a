//! Who may open which board: the head of the unit and the heads above.

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

/// The boards of the units that this person leads.
///
/// # Errors
/// The database is out of reach.
pub async fn boards(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let led = office.db.units().await?.into_iter().filter(|unit| unit.head == Some(who));
    Ok(led.map(|unit| BoardLink { unit: unit.id, name: unit.name }).collect())
}
