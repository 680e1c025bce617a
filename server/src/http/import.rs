//! The import in the browser. The bytes of the file come as the body of each step; which column is which stands in the address.
//! Whoever looks after no unit finds no such door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use shared::ids::{EmployeeId, UnitId};
use shared::people::import::{Batch, Batches, COLUMNS, Checkup, Columns, Passwords, Progress, RowProblem, Undone};
use shared::words::Spoken;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::access;
use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::db::DbError;
use crate::import::hand::Stop;
use crate::import::staff::ImportError;
use crate::import::table::{Mapping, Table};
use crate::import::wizard::{self, Ask, BatchRow, Trouble};
use crate::import::{first, safe, undo as eraser};
use crate::office::Office;

/// Rows shown of a file.
const FIRST_ROWS: usize = 5;
/// Problems shown; the file for download has them all.
const PROBLEMS_SHOWN: usize = 100;
/// Files read at the same time.
const FILES_AT_ONCE: usize = 2;
/// Batches listed.
const BATCHES_MAX: usize = 30;

/// Which file, and what its columns are.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub struct Step {
    /// Name of the file.
    name: String,
    /// For each of our columns the place of the file's, counted from 0, with commas; `-` for none.
    #[serde(default)]
    map: String,
    /// The unit whose people these are.
    unit: Option<UnitId>,
    /// The batch, minted where the import was begun.
    batch: Option<Uuid>,
    /// Leave rows with problems out.
    #[serde(default)]
    skip: bool,
}

impl Step {
    fn mapping(&self) -> Result<Mapping, Problem> {
        let places: Mapping = self.map.split(',').map(|place| place.trim().parse().ok()).collect();
        if places.len() == COLUMNS { Ok(places) } else { Err(Problem::unreadable()) }
    }
}

/// The unit into which this admin imports.
async fn realm(office: &Office, signed: &Signed, unit: Option<UnitId>) -> Result<UnitId, Problem> {
    let unit = unit.ok_or_else(Problem::unreadable)?;
    let may = access::looks_after(office, signed.employee, unit).await?;
    may.then_some(unit).ok_or_else(Problem::not_found)
}

async fn admins_only(office: &Office, signed: &Signed) -> Result<(), Problem> {
    access::admin(office, signed.employee).await?.map(drop).ok_or_else(Problem::not_found)
}

/// What stands in the file: headers, a suggestion which is which, the first rows.
///
/// # Errors
/// Nobody is signed in, or no admin; the file is no table, or too large.
#[utoipa::path(post, path = "/api/import/columns", params(Step), request_body = Vec<u8>, responses((status = 200, body = Columns), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub async fn columns(
    State(office): State<Office>,
    signed: Signed,
    Query(step): Query<Step>,
    bytes: Bytes,
) -> Result<Json<Columns>, Problem> {
    admins_only(&office, &signed).await?;
    let table = opened(&step.name, bytes).await?;
    let remembered = remembered(&office, signed.employee, &table).await?;
    let place = |place: &Option<usize>| place.map_or(-1, |place| i64::try_from(place).unwrap_or(-1));
    Ok(Json(Columns {
        headers: table.titles().to_vec(),
        suggested: remembered.as_ref().unwrap_or(table.suggested()).iter().map(place).collect(),
        remembered: remembered.is_some(),
        rows: table.first_rows(FIRST_ROWS),
        count: count(table.count()),
    }))
}

/// The file as a table. It is read beside the doors, because that takes its while, and few at a time, because a file may unpack to
/// many megabytes.
async fn opened(name: &str, bytes: Bytes) -> Result<Table, Problem> {
    static TURNS: Semaphore = Semaphore::const_new(FILES_AT_ONCE);
    let turn = TURNS.acquire().await.map_err(|_| Problem::busy())?;
    let name = name.to_owned();
    let read = move || {
        let _turn = turn; // Kept until it is read, also when whoever asked has gone away.
        Table::open(&name, &bytes)
    };
    let table = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::busy())?;
    table.map_err(|error| unfit(error.spoken()))
}

/// What this admin chose last time, if this file has the same headers for it.
async fn remembered(office: &Office, by: EmployeeId, table: &Table) -> Result<Option<Mapping>, DbError> {
    let Some(chosen) = office.db.mapping(by).await? else { return Ok(None) };
    let chosen: Vec<Option<String>> = serde_json::from_value(chosen)?;
    let place = |title: &String| table.titles().iter().position(|known| known == title);
    let mapping: Mapping = chosen.iter().map(|title| title.as_ref().and_then(place)).collect();
    let all_there = chosen.iter().flatten().count() == mapping.iter().flatten().count();
    Ok((all_there && mapping.len() == COLUMNS && mapping.iter().any(Option::is_some)).then_some(mapping))
}

async fn remember(office: &Office, by: EmployeeId, table: &Table, mapping: &Mapping) -> Result<(), DbError> {
    let title = |place: &Option<usize>| place.and_then(|place| table.titles().get(place).cloned());
    let chosen: Vec<Option<String>> = mapping.iter().map(title).collect();
    office.db.keep_mapping(by, serde_json::to_value(chosen)?).await
}

/// What the file would do. Nothing of it is written; only which column is which is remembered.
///
/// # Errors
/// As [`columns`]; the unit is not this admin's.
#[utoipa::path(post, path = "/api/import/check", params(Step), request_body = Vec<u8>, responses((status = 200, body = Checkup), (status = 401), (status = 404), (status = 413), (status = 422)))]
pub async fn check(
    State(office): State<Office>,
    signed: Signed,
    Query(step): Query<Step>,
    bytes: Bytes,
) -> Result<Json<Checkup>, Problem> {
    let unit = realm(&office, &signed, step.unit).await?;
    let mapping = step.mapping()?;
    let table = opened(&step.name, bytes).await?;
    remember(&office, signed.employee, &table, &mapping).await?;
    let ask = Ask { by: signed.employee, name: &step.name, table: &table, mapping: &mapping, unit };
    let ready = wizard::ready(&office, &ask, false).await.map_err(|error| troubled(error.into()))?;
    let steps =
        |test: &dyn Fn(&crate::import::plan::Step) -> bool| count(ready.plan.steps().filter(|step| test(step)).count());
    let tree = &ready.plan.tree;
    let problems = &ready.checked.problems;
    Ok(Json(Checkup {
        rows: count(ready.rows),
        new: steps(&|step| step.is_new),
        changed: steps(&|step| !step.is_new && step.set.is_some()),
        same: steps(&|step| step.set.is_none() && !step.opens),
        bad: count(ready.checked.bad_rows),
        accounts: steps(&|step| step.opens),
        heads: count(ready.heads.len()),
        units: tree.new_units().iter().map(|unit| tree.names(unit.id).join(" / ")).collect(),
        problems: problems.iter().take(PROBLEMS_SHOWN).map(in_words).collect(),
        csv: problem_list(problems),
    }))
}

fn in_words(problem: &crate::import::problem::Problem) -> RowProblem {
    let (code, id, en) = (problem.code.to_owned(), problem.id.clone(), problem.en.clone());
    RowProblem { row: count(problem.row), column: problem.column.to_string(), reason: Spoken { code, id, en } }
}

/// All problems for a spreadsheet. What the file said itself may come back in it, so every cell is made harmless.
fn problem_list(problems: &[crate::import::problem::Problem]) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let head = safe::row(&["Baris", "Kolom", "Masalah", "Problem"], ';');
    let line = |one: &crate::import::problem::Problem| {
        safe::row(&[&one.row.to_string(), &one.column.to_string(), &one.id, &one.en], ';')
    };
    std::iter::once(head).chain(problems.iter().map(line)).collect()
}

/// Writes for a few seconds and tells how far the batch is. Ask again with the same file until it is finished.
///
/// # Errors
/// As [`check`]; the file has problems and they were not to be left out.
#[utoipa::path(post, path = "/api/import/apply", params(Step), request_body = Vec<u8>, responses((status = 200, body = Progress), (status = 401), (status = 404), (status = 409), (status = 413), (status = 422)))]
pub async fn apply(
    State(office): State<Office>,
    signed: Signed,
    Query(step): Query<Step>,
    bytes: Bytes,
) -> Result<Json<Progress>, Problem> {
    let unit = realm(&office, &signed, step.unit).await?;
    let mapping = step.mapping()?;
    let batch = step.batch.ok_or_else(Problem::unreadable)?;
    let table = opened(&step.name, bytes).await?;
    let ask = Ask { by: signed.employee, name: &step.name, table: &table, mapping: &mapping, unit };
    let applied = wizard::apply(&office, &ask, batch, step.skip, clock::now()).await.map_err(troubled)?;
    let (kept, left) = applied.ok_or_else(rows_bad)?;
    let of = kept.of.max(left);
    Ok(Json(Progress { done: of - left, of, finished: kept.state != shared::people::import::BatchState::Begun }))
}

/// Where the passwords go on.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub struct From {
    /// The step that `next` named.
    #[serde(default)]
    from: u32,
}

/// First passwords for accounts that the batch opened and that have none yet, some at a time. Asked again later, who has not signed in
/// gets another one, because the list may be lost.
///
/// # Errors
/// Nobody is signed in; there is no such batch of theirs; it was undone, or gave these passwords just now.
#[utoipa::path(post, path = "/api/import/{batch}/passwords", params(("batch" = Uuid, Path), From), responses((status = 200, body = Passwords), (status = 401), (status = 404), (status = 409)))]
pub async fn passwords(
    State(office): State<Office>,
    signed: Signed,
    Path(batch): Path<Uuid>,
    Query(from): Query<From>,
) -> Result<Json<Passwords>, Problem> {
    let batch = first::batch_of(&office, signed.employee, batch).await?.ok_or_else(Problem::not_found)?;
    realm(&office, &signed, Some(batch.unit)).await?;
    let given = first::give(&office, signed.employee, &batch, from.from, clock::now()).await;
    Ok(Json(given.map_err(|stop| troubled(stop.into()))?))
}

/// Takes the batch back for a few seconds and tells how it stands. Ask again until nothing remains.
///
/// # Errors
/// Nobody is signed in; there is no such batch of theirs.
#[utoipa::path(post, path = "/api/import/{batch}/undo", params(("batch" = Uuid, Path)), responses((status = 200, body = Undone), (status = 401), (status = 404)))]
pub async fn undo(
    State(office): State<Office>,
    signed: Signed,
    Path(batch): Path<Uuid>,
) -> Result<Json<Undone>, Problem> {
    admins_only(&office, &signed).await?;
    let kept = eraser::undo(&office, signed.employee, batch).await.map_err(|stop| troubled(stop.into()))?;
    let kept = kept.ok_or_else(Problem::not_found)?;
    Ok(Json(Undone { remaining: kept.undo, batch: told(kept) }))
}

/// This admin's batches, the newest first.
///
/// # Errors
/// Nobody is signed in, or no admin.
#[utoipa::path(get, path = "/api/import", responses((status = 200, body = Batches), (status = 401), (status = 404)))]
pub async fn batches(State(office): State<Office>, signed: Signed) -> Result<Json<Batches>, Problem> {
    admins_only(&office, &signed).await?;
    let mut batches = Vec::new();
    for kept in office.db.batches(signed.employee).await?.into_iter().rev().take(BATCHES_MAX) {
        batches.push(told(serde_json::from_value(kept).map_err(DbError::from)?));
    }
    Ok(Json(Batches { batches }))
}

fn told(kept: BatchRow) -> Batch {
    let BatchRow { id, name, at, state, counts: [new, changed, units], left, .. } = kept;
    Batch { id, name, at, state, new, changed, units, left }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The file is not what is wanted; its own words say why.
fn unfit(spoken: Spoken) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, &spoken.code, &spoken.id, &spoken.en)
}

fn rows_bad() -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "rows_bad",
        "Masih ada baris yang bermasalah, jadi belum ada yang ditulis. Perbaiki berkasnya, atau pilih untuk melewati baris itu.",
        "Some rows have problems, so nothing is written yet. Correct the file, or choose to leave those rows out.",
    )
}

fn troubled(trouble: Trouble) -> Problem {
    match trouble {
        Trouble::Import(ImportError::File(error)) => unfit(error.spoken()),
        Trouble::Import(ImportError::Db(error)) | Trouble::Stop(Stop::Db(error)) => error.into(),
        Trouble::Stop(Stop::Refused(spoken)) => {
            Problem::new(StatusCode::CONFLICT, &spoken.code, &spoken.id, &spoken.en)
        }
        Trouble::Stop(Stop::Password(error)) => error.into(),
        Trouble::Import(ImportError::Random(error)) | Trouble::Stop(Stop::Random(error)) => {
            tracing::error!(%error, "no randomness");
            Problem::busy()
        }
    }
}
