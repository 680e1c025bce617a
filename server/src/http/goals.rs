//! What the region is for: its missions and programmes, as admins read them. Who looks after the whole agency writes them, by
//! the command `goal.set`.

use axum::Json;
use axum::extract::State;
use shared::admin::Admin;
use shared::goal::{Goal, Goals};
use shared::ids::GoalId;
use shared::plan::told::Choice;
use shared::row::{Key, Row};
use shared::scope::Scope;

use super::access;
use super::problem::Problem;
use super::session::Signed;
use crate::db::DbError;
use crate::office::Office;

/// All missions and programmes, and whether the reader may write them.
///
/// # Errors
/// Nobody is signed in, or no admin.
#[utoipa::path(get, path = "/api/goals", responses((status = 200, body = Goals), (status = 401), (status = 404)))]
pub async fn goals(State(office): State<Office>, signed: Signed) -> Result<Json<Goals>, Problem> {
    let admin = access::admin(&office, signed.employee).await?.ok_or_else(Problem::not_found)?;
    let may_write = looks_after_all(&office, &admin).await?;
    Ok(Json(Goals { goals: all(&office).await?, may_write }))
}

async fn looks_after_all(office: &Office, admin: &Admin) -> Result<bool, DbError> {
    let keys: Vec<Key> = admin.units.iter().map(|grant| Key::from(grant.unit)).collect();
    let units = office.db.rows(&keys).await?;
    Ok(units.iter().any(|row| matches!(row, Row::Unit(unit) if unit.parent.is_none())))
}

/// Every mission and programme.
pub(super) async fn all(office: &Office) -> Result<Vec<Goal>, DbError> {
    let rows = office.db.of_kind(Scope::Office, "goal").await?.into_iter();
    Ok(rows.filter_map(|row| if let Row::Goal(goal) = row { Some(goal) } else { None }).collect())
}

/// The programmes that are offered to plans of this year: they run, and so does their mission.
pub(super) fn running(goals: Vec<Goal>, year: u16) -> Vec<Choice<GoalId>> {
    let runs = |id| goals.iter().any(|goal| goal.id == id && goal.runs_in(year));
    let fits = |goal: &&Goal| goal.parent.is_some_and(runs) && goal.runs_in(year);
    goals.iter().filter(fits).map(|goal| Choice { id: goal.id, name: goal.name.clone() }).collect()
}
