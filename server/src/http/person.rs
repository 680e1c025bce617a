//! A person's page: the same rows for the person and for whoever may look at them. A look of somebody else is noted first, so that
//! nothing is shown that the person does not know of.

use axum::Json;
use axum::extract::{Path, State};
use chrono::Days;
use shared::actor::Actor;
use shared::command::{Action, Command, VERSION};
use shared::employee::Employee;
use shared::ids::{CommandId, DeviceId, EmployeeId};
use shared::opened::OpenPerson;
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::wire::{BoardReply, Verdict};
use shared::unit::Unit;
use shared::zone::Zone;
use uuid::Uuid;

use super::access::may_see_person;
use super::problem::Problem;
use super::session::Signed;
use crate::office::Office;
use crate::{clock, command};

/// Days of entries, remarks and looks on a person's page: a quarter.
const PERSON_DAYS: u64 = 92;

/// Everything that is shown of a person.
///
/// # Errors
/// Nobody is signed in; there is no such person for this reader.
#[utoipa::path(get, path = "/api/person/{person}", params(("person" = EmployeeId, Path)), responses((status = 200, body = serde_json::Value), (status = 401), (status = 404)))]
pub async fn page(
    State(office): State<Office>,
    signed: Signed,
    Path(person): Path<EmployeeId>,
) -> Result<Json<BoardReply>, Problem> {
    let Visit { employee, unit, today } = visit(&office, &signed, person).await?;
    let since = today.checked_sub_days(Days::new(PERSON_DAYS)).unwrap_or_default();
    let scope = Scope::Own(person);
    let snapshot = office.db.snapshot(scope, since, &[]).await?;
    let waiting = office.db.waiting(&[person], since).await?;
    let firsts = office.db.firsts(&[person]).await?;
    let superior = superior(&office, &employee).await?;
    let all = snapshot.rows.into_iter().chain(waiting.rows);
    let mut rows: Vec<Row> = all.filter(|row| is_of(row, person)).collect();
    rows.append(&mut office.db.looks(scope, since).await?);
    rows.extend([Row::Employee(employee)]);
    rows.extend(unit.map(Row::Unit));
    rows.extend(superior);
    Ok(Json(BoardReply { scope, head: snapshot.head, rows, more: waiting.more, firsts, server_time: clock::now() }))
}

/// A visit to a person's work that may be made, and is noted.
pub(super) struct Visit {
    pub(super) employee: Employee,
    pub(super) unit: Option<Unit>,
    /// Today, where the person is.
    pub(super) today: chrono::NaiveDate,
}

/// May this reader look at the person's work? A look of somebody else is noted before anything is shown.
///
/// # Errors
/// There is no such person for this reader.
pub(super) async fn visit(office: &Office, signed: &Signed, person: EmployeeId) -> Result<Visit, Problem> {
    let Some(Row::Employee(employee)) = office.db.row(Key::from(person)).await? else {
        return Err(Problem::not_found());
    };
    let unit = match office.db.row(Key::from(employee.unit)).await? {
        Some(Row::Unit(unit)) => Some(unit),
        _ => None,
    };
    let today = unit.as_ref().map_or(Zone::default(), |unit| unit.zone).local_date(clock::now());
    if signed.employee != person {
        if !may_see_person(office, signed.employee, &employee).await? {
            return Err(Problem::not_found());
        }
        note(office, signed.employee, person, today).await?;
    }
    Ok(Visit { employee, unit, today })
}

async fn superior(office: &Office, employee: &Employee) -> Result<Option<Row>, Problem> {
    match employee.superior {
        Some(superior) => Ok(office.db.row(Key::from(superior)).await?),
        None => Ok(None),
    }
}

/// The person's own work and what was said about it. Remarks that the person wrote as a superior about others are not theirs.
pub(super) fn is_of(row: &Row, person: EmployeeId) -> bool {
    match row {
        Row::Entry(entry) => entry.owner == person,
        Row::Plan(plan) => plan.owner == person,
        Row::Remark(remark) => remark.owner == person,
        Row::Absences(absences) => absences.person == person,
        // What is not finished, and what the person wishes of an admin, is not for those above.
        Row::Draft(_) | Row::Templates(_) | Row::Asked(_) | Row::Admin(_) | Row::Career(_) => false,
        // What was talked about a plan is read through the plan's own door.
        Row::Terms(_) | Row::Expectation(_) | Row::Goal(_) => false,
        Row::Employee(_) | Row::Unit(_) | Row::Account(_) | Row::Service(_) | Row::Counter(_) => false,
        Row::Response(_) | Row::Opened(_) | Row::Claim(_) | Row::Unknown => false,
        Row::Dialogue(_) | Row::Team(_) | Row::Echo(_) => false,
    }
}

/// Notes the look, once a day, by the same writer as everything else.
async fn note(
    office: &Office,
    viewer: EmployeeId,
    person: EmployeeId,
    today: chrono::NaiveDate,
) -> Result<(), Problem> {
    let known = Key::from(OpenPerson::row_id(viewer, person, today));
    if office.db.row(known).await?.is_some() {
        return Ok(());
    }
    let command = Command {
        id: CommandId(Uuid::now_v7()),
        device: DeviceId(Uuid::now_v7()),
        seq: 1,
        v: VERSION,
        made_at: clock::now(),
        action: Action::OpenPerson(OpenPerson { person }),
    };
    match command::run(office, Actor::Employee { employee: viewer }, &command).await? {
        Verdict::Accepted => Ok(()),
        Verdict::Rejected { .. } => Err(Problem::not_found()),
    }
}
