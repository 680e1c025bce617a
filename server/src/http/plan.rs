//! Plans of somebody, as those above read them; what a plan can be tied to; and the climb from a result to the mission. All
//! else about plans travels as rows and commands.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use shared::employee::Employee;
use shared::expectation::ExpectationId;
use shared::goal::Goal;
use shared::ids::{EmployeeId, GoalId, PlanId};
use shared::plan::told::{Choice, Climb, Plans, Rung, RungKind, Ties};
use shared::plan::{Plan, STEPS_MAX};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;

use super::access::{may_see, may_see_person};
use super::export::{Shape, file};
use super::goals;
use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::export::skp;
use crate::office::Office;

/// One person's plans with their terms, their own row and their unit's, and what is expected of them this year.
///
/// # Errors
/// Nobody is signed in; this person's work is not for whoever asks.
#[utoipa::path(get, path = "/api/employee/{employee}/plans", params(("employee" = EmployeeId, Path)), responses((status = 200, body = Plans), (status = 401), (status = 404)))]
pub async fn plans(
    State(office): State<Office>,
    signed: Signed,
    Path(employee): Path<EmployeeId>,
) -> Result<Json<Plans>, Problem> {
    Ok(Json(Plans { rows: told(&office, signed.employee, employee).await? }))
}

/// In what shape.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// `xlsx` or `csv`.
    shape: Shape,
}

/// One person's plans as a file, a line for each indicator.
///
/// # Errors
/// As [`plans`].
#[utoipa::path(get, path = "/api/employee/{employee}/plans/table", params(("employee" = EmployeeId, Path), Wanted), responses((status = 200), (status = 400), (status = 401), (status = 404)))]
pub async fn table(
    State(office): State<Office>,
    signed: Signed,
    Path(employee): Path<EmployeeId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let rows: Rows = told(&office, signed.employee, employee).await?.into_iter().collect();
    file(wanted.shape, "skp", &skp(&rows))
}

/// The rows about somebody's plans, for who may see their work.
async fn told(office: &Office, who: EmployeeId, employee: EmployeeId) -> Result<Vec<Row>, Problem> {
    let person = employee_row(office, employee).await?.ok_or_else(Problem::not_found)?;
    if !may_see_person(office, who, &person).await? {
        return Err(Problem::not_found());
    }
    let own = Scope::Own(employee);
    let mut rows = office.db.rows(&[Key::from(person.unit)]).await?;
    let year = year_of(today(&rows));
    rows.push(Row::Employee(person));
    rows.append(&mut office.db.of_kind(own, "plan").await?);
    rows.append(&mut office.db.of_kind(own, "terms").await?);
    rows.extend(office.db.row(Key::from(ExpectationId { employee, year })).await?);
    Ok(rows)
}

/// What this person's plans can be tied to: for them and for their superior.
///
/// # Errors
/// Nobody is signed in; this person is not for whoever asks.
#[utoipa::path(get, path = "/api/employee/{employee}/ties", params(("employee" = EmployeeId, Path)), responses((status = 200, body = Ties), (status = 401), (status = 404)))]
pub async fn ties(
    State(office): State<Office>,
    signed: Signed,
    Path(employee): Path<EmployeeId>,
) -> Result<Json<Ties>, Problem> {
    let person = employee_row(&office, employee).await?.ok_or_else(Problem::not_found)?;
    if !may_see_person(&office, signed.employee, &person).await? {
        return Err(Problem::not_found());
    }
    let unit = office.db.rows(&[Key::from(person.unit)]).await?;
    let today = today(&unit);
    let mut ties = Ties::default();
    if let Some(superior) = person.superior {
        let plans = office.db.of_kind(Scope::Own(superior), "plan").await?;
        let plans = plans.into_iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
        let running = plans.filter(|plan| plan.until >= today);
        ties.results = running.map(|plan| Choice { id: plan.id, name: plan.result }).collect();
        ties.superior = employee_row(&office, superior).await?.map(|row| row.name).unwrap_or_default();
    }
    let leads = unit.iter().any(|row| matches!(row, Row::Unit(unit) if unit.head == Some(employee)));
    if leads || person.superior.is_none() {
        ties.programmes = goals::running(goals::all(&office).await?, year_of(today));
    }
    Ok(Json(ties))
}

/// From a result to the mission, as it is now.
///
/// # Errors
/// Nobody is signed in; there is no such plan for whoever asks.
#[utoipa::path(get, path = "/api/plan/{plan}/up", params(("plan" = PlanId, Path)), responses((status = 200, body = Climb), (status = 401), (status = 404)))]
pub async fn up(
    State(office): State<Office>,
    signed: Signed,
    Path(plan): Path<PlanId>,
) -> Result<Json<Climb>, Problem> {
    let first = plan_row(&office, plan).await?.ok_or_else(Problem::not_found)?;
    if !may_see(&office, signed.employee, first.owner).await? {
        return Err(Problem::not_found());
    }
    let (mut rungs, mut goal, mut next) = (Vec::new(), None, Some(first));
    while let Some(result) = next.take().filter(|_| rungs.len() <= STEPS_MAX) {
        let by = employee_row(&office, result.owner).await?.map(|row| row.name).unwrap_or_default();
        rungs.push(Rung { kind: RungKind::Result, name: result.result, by });
        goal = result.goal;
        if let Some(above) = result.supports.filter(|_| goal.is_none()) {
            next = plan_row(&office, above).await?;
        }
    }
    for kind in [RungKind::Programme, RungKind::Mission] {
        let Some(id) = goal.take() else { break };
        let Some(row) = goal_row(&office, id).await? else { break };
        rungs.push(Rung { kind, name: row.name, by: String::new() });
        goal = row.parent;
    }
    Ok(Json(Climb { rungs }))
}

/// Today where this unit is.
fn today(unit: &[Row]) -> NaiveDate {
    let zone = unit.iter().find_map(|row| if let Row::Unit(unit) = row { Some(unit.zone) } else { None });
    zone.unwrap_or_default().local_date(clock::now())
}

fn year_of(day: NaiveDate) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

async fn plan_row(office: &Office, id: PlanId) -> Result<Option<Plan>, Problem> {
    Ok(office.db.row(Key::from(id)).await?.and_then(|row| if let Row::Plan(plan) = row { Some(plan) } else { None }))
}

async fn employee_row(office: &Office, id: EmployeeId) -> Result<Option<Employee>, Problem> {
    let row = office.db.row(Key::from(id)).await?;
    Ok(row.and_then(|row| if let Row::Employee(employee) = row { Some(employee) } else { None }))
}

async fn goal_row(office: &Office, id: GoalId) -> Result<Option<Goal>, Problem> {
    Ok(office.db.row(Key::from(id)).await?.and_then(|row| if let Row::Goal(goal) = row { Some(goal) } else { None }))
}
