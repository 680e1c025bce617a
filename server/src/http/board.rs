//! A unit's board at one moment: the last days of everything, and of what is older whatever still waits. What comes after it arrives
//! on the live line.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{Path, State};
use chrono::Days;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::row::Row;
use shared::scope::Scope;
use shared::sync::wire::BoardReply;

use super::access::{Open, open_board, owner, present};
use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::db::DbError;
use crate::db::log::Snapshot;
use crate::db::waits::Waiting;
use crate::office::Office;

/// Days of entries, remarks and responses on a board.
const BOARD_DAYS: u64 = 16;

/// All rows of a unit's board.
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(get, path = "/api/board/{unit}", params(("unit" = UnitId, Path)), responses((status = 200, body = serde_json::Value), (status = 401), (status = 404)))]
pub async fn board(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
) -> Result<Json<BoardReply>, Problem> {
    let Open { unit, only } = open_board(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?;
    let now = clock::now();
    let since = unit.zone.local_date(now).checked_sub_days(Days::new(BOARD_DAYS)).unwrap_or_default();
    let scope = Scope::Unit(unit.id);
    let Snapshot { head, mut rows, .. } = office.db.snapshot(scope, since, &[]).await?;
    let people: Vec<EmployeeId> = match &only {
        Some(only) => only.people.iter().copied().collect(),
        None => people(&office, &rows, unit.id).await?.into_iter().collect(),
    };
    let Waiting { rows: mut older, more } = office.db.waiting(&people, since).await?;
    rows.append(&mut older);
    rows.retain(|row| only.as_ref().map_or_else(|| shown(row, &people), |only| only.may_see(row)));
    let firsts = office.db.firsts(&people).await?;
    Ok(Json(BoardReply { scope, head, rows, more, firsts, server_time: now }))
}

/// Whose work the board shows: the people of the unit, and whoever is assessed by one of them. Whoever stands in the unit tells it with
/// every change; of somebody elsewhere the board may remember what is over.
async fn people(office: &Office, rows: &[Row], unit: UnitId) -> Result<BTreeSet<EmployeeId>, DbError> {
    let all = || rows.iter().filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None });
    let here: BTreeSet<EmployeeId> = all().filter(|one| one.unit == unit).map(|one| one.id).collect();
    let assessed = |one: &&Employee| one.superior.is_some_and(|superior| here.contains(&superior));
    let elsewhere = all().filter(|one| one.unit != unit).filter(assessed).map(|one| one.id).collect();
    let mut people = present(office, unit, &elsewhere).await?;
    people.extend(here);
    Ok(people)
}

/// Is the row about one of these people, or about nobody? Whoever has left is no more than a name on what they have said: their work
/// has gone with them. A name that would stand under a superior who no longer has them is none of the board's.
fn shown(row: &Row, people: &[EmployeeId]) -> bool {
    let here = |one: EmployeeId| people.contains(&one);
    if let Row::Employee(employee) = row {
        return here(employee.id) || !employee.superior.is_some_and(here);
    }
    owner(row).is_none_or(here)
}
