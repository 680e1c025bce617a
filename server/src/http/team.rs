//! Teams across units: for whoever leads one, what was done for it; for whoever is in it, who the others are; for admins, those in
//! their keeping. For everybody else there is no such team.

use axum::Json;
use axum::extract::{Path, State};
use chrono::Days;
use shared::ids::TeamId;
use shared::people::{Found, Teams};
use shared::row::{Row, Rows};
use shared::scope::Scope;
use shared::sync::wire::BoardReply;

use super::access;
use super::people::{described, rights};
use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::office::Office;

/// Days of entries and remarks on a team's board.
pub(super) const TEAM_DAYS: u64 = 31;

/// The teams in the keeping of units that this person looks after.
///
/// # Errors
/// Nobody is signed in; the person looks after no unit.
#[utoipa::path(get, path = "/api/teams", responses((status = 200, body = Teams), (status = 401), (status = 404)))]
pub async fn list(State(office): State<Office>, signed: Signed) -> Result<Json<Teams>, Problem> {
    let (_, units) = rights(&office, &signed).await?;
    let mut teams = office.db.teams().await?;
    teams.retain(|team| units.iter().any(|unit| unit.id == team.unit));
    teams.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Json(Teams { teams }))
}

/// A team's row, and the entries that were done for it with what was said about them.
///
/// # Errors
/// Nobody is signed in; this person leads no such team.
#[utoipa::path(get, path = "/api/teams/{team}", params(("team" = TeamId, Path)), responses((status = 200, body = serde_json::Value), (status = 401), (status = 404)))]
pub async fn board(
    State(office): State<Office>,
    signed: Signed,
    Path(team): Path<TeamId>,
) -> Result<Json<BoardReply>, Problem> {
    let (team, today) = access::team(&office, team).await?.ok_or_else(Problem::not_found)?;
    if !team.is_led_by(signed.employee, today) {
        return Err(Problem::not_found());
    }
    let since = today.checked_sub_days(Days::new(TEAM_DAYS)).unwrap_or_default();
    let scope = Scope::Team(team.id);
    let snapshot = office.db.snapshot(scope, since, &[]).await?;
    let rows: Rows = snapshot.rows.into_iter().chain([Row::Team(team)]).collect();
    // What was said about an entry that is no longer for the team, or older than all this, is not the team's to read.
    let shown = |row: &Row| if let Row::Remark(remark) = row { rows.entry(remark.entry).is_some() } else { true };
    let rows = rows.iter().filter(|row| shown(row)).cloned().collect();
    // What days a member has written on besides is not the team's to know.
    Ok(Json(BoardReply {
        scope,
        head: snapshot.head,
        rows,
        more: false,
        firsts: Vec::new(),
        server_time: clock::now(),
    }))
}

/// Who leads a team and who is in it, with position and unit: for those who do or are so today.
///
/// # Errors
/// Nobody is signed in; this person is in no such team.
#[utoipa::path(get, path = "/api/teams/{team}/people", params(("team" = TeamId, Path)), responses((status = 200, body = Vec<Found>), (status = 401), (status = 404)))]
pub async fn people(
    State(office): State<Office>,
    signed: Signed,
    Path(team): Path<TeamId>,
) -> Result<Json<Vec<Found>>, Problem> {
    let (team, today) = access::team(&office, team).await?.ok_or_else(Problem::not_found)?;
    if !team.has(signed.employee, today) && !team.is_led_by(signed.employee, today) {
        return Err(Problem::not_found());
    }
    let ids: Vec<_> = team.members.iter().map(|member| member.person).chain([team.leader]).collect();
    Ok(Json(described(&office, &ids).await?))
}
