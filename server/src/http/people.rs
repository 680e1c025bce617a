//! People by name, and for those who look after them: the tree of units, a unit's people, one person, wishes that wait. What
//! is not theirs is not there.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use shared::absence::Absences;
use shared::admin::Admin;
use shared::employee::{Career, Employee};
use shared::ids::{EmployeeId, UnitId};
use shared::people::{ComingLine, Found, Members, Name, PersonPage, RequestLine, Requests, SEARCH_LETTERS_MIN, Tree};
use shared::row::{Key, Row, Rows};
use shared::superior::Asked;
use shared::unit::Unit;

use super::access;
use super::problem::Problem;
use super::session::Signed;
use crate::db::DbError;
use crate::import::load;
use crate::office::Office;

/// People that a search tells.
const FOUND_MAX: usize = 10;

/// Who is looked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// Beginnings of words of the name, three letters at least.
    q: String,
}

/// Looks for people by name: name, position and unit, and nothing else. For everybody who has signed in, because people have to
/// be able to say who their superior is.
///
/// # Errors
/// Nobody is signed in.
#[utoipa::path(get, path = "/api/people", params(Wanted), responses((status = 200, body = Vec<Found>), (status = 401)))]
pub async fn search(
    State(office): State<Office>,
    _: Signed,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Vec<Found>>, Problem> {
    if wanted.q.chars().filter(|c| c.is_alphanumeric()).count() < SEARCH_LETTERS_MIN {
        return Ok(Json(Vec::new()));
    }
    let ids = office.db.called(&wanted.q, FOUND_MAX).await?;
    let ids: Vec<EmployeeId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    Ok(Json(described(&office, &ids).await?))
}

/// Name, position and unit of these people, by name.
pub(super) async fn described(office: &Office, ids: &[EmployeeId]) -> Result<Vec<Found>, DbError> {
    let people = employees(office, ids.iter().copied()).await?;
    let keys: Vec<Key> = people.iter().map(|person| Key::from(person.unit)).collect();
    let units: Rows = office.db.rows(&keys).await?.into_iter().collect();
    let unit = |id| units.unit(id).map(|unit| unit.name.clone()).unwrap_or_default();
    let mut found: Vec<Found> = people
        .into_iter()
        .map(|Employee { id, name, position, unit: of, .. }| Found { id, name, position, unit: unit(of) })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

async fn employees(office: &Office, ids: impl Iterator<Item = EmployeeId>) -> Result<Vec<Employee>, DbError> {
    let mut keys: Vec<Key> = ids.map(Key::from).collect();
    keys.sort();
    keys.dedup();
    let rows = office.db.rows(&keys).await?.into_iter();
    Ok(rows.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None }).collect())
}

async fn names(office: &Office, ids: impl Iterator<Item = EmployeeId>) -> Result<Vec<Name>, DbError> {
    let people = employees(office, ids).await?.into_iter();
    Ok(people.map(|Employee { id, name, .. }| Name { id, name }).collect())
}

/// One person with placements, days away and wishes: for themselves, and for those who look after them.
///
/// # Errors
/// Nobody is signed in; there is no such person for whoever asks.
#[utoipa::path(get, path = "/api/people/{person}", params(("person" = EmployeeId, Path)), responses((status = 200, body = PersonPage), (status = 401), (status = 404)))]
pub async fn person(
    State(office): State<Office>,
    signed: Signed,
    Path(person): Path<EmployeeId>,
) -> Result<Json<PersonPage>, Problem> {
    let Some(Row::Employee(employee)) = office.db.row(Key::from(person)).await? else {
        return Err(Problem::not_found());
    };
    let may_place = access::looks_after(&office, signed.employee, employee.unit).await?;
    if !may_place && signed.employee != person {
        return Err(Problem::not_found());
    }
    let mut keys = vec![
        Key::from(Career::of(person)),
        Key::from(Absences::of(person)),
        Key::from(Asked::of(person)),
        Key::from(Admin::of(person)),
        Key::from(employee.unit),
    ];
    keys.extend(employee.superior.map(Key::from));
    let rows: Rows = office.db.rows(&keys).await?.into_iter().collect();
    let superior = employee.superior.and_then(|superior| rows.employee(superior));
    let book = rows.career(Career::of(person));
    Ok(Json(PersonPage {
        unit_name: rows.unit(employee.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        superior_name: superior.map(|superior| superior.name.clone()).unwrap_or_default(),
        career: book.map(|book| book.list.clone()).unwrap_or_default(),
        coming: book.and_then(|book| book.coming.clone()),
        absences: rows.absences(Absences::of(person)).cloned(),
        asked: rows.asked(Asked::of(person)).cloned(),
        admin_of: rows
            .admin(Admin::of(person))
            .map(|admin| admin.units.iter().map(|grant| grant.unit).collect())
            .unwrap_or_default(),
        may_place,
        employee,
    }))
}

/// The rights of whoever asks; for others this door is not there.
pub(super) async fn rights(office: &Office, signed: &Signed) -> Result<(Admin, Vec<Unit>), Problem> {
    let admin = access::admin(office, signed.employee).await?.ok_or_else(Problem::not_found)?;
    let units = office.db.units().await?;
    let rows: Rows = units.iter().cloned().map(Row::Unit).collect();
    let theirs = units.into_iter().filter(|unit| admin.reaches(unit.id, &rows)).collect();
    Ok((admin, theirs))
}

/// The units that this person looks after.
///
/// # Errors
/// Nobody is signed in; the person looks after none.
#[utoipa::path(get, path = "/api/units", responses((status = 200, body = Tree), (status = 401), (status = 404)))]
pub async fn units(State(office): State<Office>, signed: Signed) -> Result<Json<Tree>, Problem> {
    let (admin, units) = rights(&office, &signed).await?;
    let heads = names(&office, units.iter().filter_map(|unit| unit.head)).await?;
    Ok(Json(Tree { units, tops: admin.units.iter().map(|grant| grant.unit).collect(), heads }))
}

/// The people of one unit.
///
/// # Errors
/// Nobody is signed in; there is no such unit for whoever asks.
#[utoipa::path(get, path = "/api/unit/{unit}/people", params(("unit" = UnitId, Path)), responses((status = 200, body = Members), (status = 401), (status = 404)))]
pub async fn members(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
) -> Result<Json<Members>, Problem> {
    if !access::looks_after(&office, signed.employee, unit).await? {
        return Err(Problem::not_found());
    }
    let mut people = load::members(&office.db, &std::iter::once(unit).collect()).await?;
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let superiors = names(&office, people.iter().filter_map(|person| person.superior)).await?;
    Ok(Json(Members { people, superiors }))
}

/// Wishes for another superior that wait for whoever asks, and who of their people goes to another place later.
///
/// # Errors
/// Nobody is signed in; the person looks after no unit.
#[utoipa::path(get, path = "/api/requests", responses((status = 200, body = Requests), (status = 401), (status = 404)))]
pub async fn requests(State(office): State<Office>, signed: Signed) -> Result<Json<Requests>, Problem> {
    let (_, units) = rights(&office, &signed).await?;
    let mut waiting = Vec::new();
    for asked in office.db.wishes_waiting().await? {
        // The unit counts in which the person is now, not the one in which they asked.
        let Some(Row::Employee(person)) = office.db.row(Key::from(asked.person)).await? else { continue };
        let Some(unit) = units.iter().find(|unit| unit.id == person.unit) else { continue };
        if person.id == signed.employee {
            continue;
        }
        let wanted = asked.waiting().and_then(|request| request.wanted);
        let wanted = described(&office, wanted.as_slice()).await?.into_iter().next();
        waiting.push(RequestLine { asked, unit_name: unit.name.clone(), wanted });
    }
    waiting.sort_by_key(|line| line.asked.waiting().map(|request| request.at));
    Ok(Json(Requests { waiting, coming: coming(&office, &units).await? }))
}

/// Who of the people of these units goes to another place later, by the day.
async fn coming(office: &Office, units: &[Unit]) -> Result<Vec<ComingLine>, DbError> {
    let books = office.db.coming(None).await?;
    let people = employees(office, books.iter().map(|book| book.person)).await?;
    let line = |book: Career| {
        let person = people.iter().find(|person| person.id == book.person)?;
        let unit = units.iter().find(|unit| unit.id == person.unit)?;
        let (name, unit_name) = (person.name.clone(), unit.name.clone());
        Some(ComingLine { person: person.id, name, unit: unit.id, unit_name, coming: book.coming? })
    };
    Ok(books.into_iter().filter_map(line).collect())
}
