//! A unit's board at one moment. What comes after it arrives on the live line.

use axum::Json;
use axum::extract::{Path, State};
use chrono::Days;
use shared::ids::UnitId;
use shared::scope::Scope;
use shared::sync::wire::BoardReply;

use super::access::board_unit;
use super::problem::Problem;
use super::session::Signed;
use crate::clock;
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
    let unit = board_unit(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?;
    let now = clock::now();
    let since = unit.zone.local_date(now).checked_sub_days(Days::new(BOARD_DAYS)).unwrap_or_default();
    let scope = Scope::Unit(unit.id);
    let snapshot = office.db.snapshot(scope, since, &[]).await?;
    Ok(Json(BoardReply { scope, head: snapshot.head, rows: snapshot.rows, server_time: now }))
}
