//! A person's entries as a file: for the person, and for those who may open the person's page. What is in it is what is on the page,
//! and a look of somebody else is noted like one at the page.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use shared::ids::EmployeeId;
use shared::refusal::Refusal;
use shared::row::{Row, Rows};
use shared::scope::Scope;
use shared::stamp::parse_day;

use super::person::{is_of, visit};
use super::problem::Problem;
use super::session::Signed;
use crate::export::table::{Table, sheet, workbook};
use crate::export::{ExportError, csv, lines, xlsx};
use crate::office::Office;

/// Days in one file: a year.
const DAYS_MAX: i64 = 366;

/// Which days, and in what shape.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// First day: YYYY-MM-DD.
    from: String,
    /// Last day: YYYY-MM-DD.
    until: String,
    /// `xlsx` or `csv`.
    shape: Shape,
}

/// The kind of file.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A workbook.
    Xlsx,
    /// Lines with semicolons.
    Csv,
}

impl Shape {
    const fn mime(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

impl Wanted {
    fn days(&self) -> Result<(NaiveDate, NaiveDate), Problem> {
        let day = |text: &str| parse_day(text).ok_or_else(Problem::unreadable);
        let (from, until) = (day(&self.from)?, day(&self.until)?);
        let days = (until - from).num_days() + 1;
        if (1..=DAYS_MAX).contains(&days) { Ok((from, until)) } else { Err(unsound()) }
    }
}

fn unsound() -> Problem {
    let spoken = Refusal::PeriodUnsound { days_max: DAYS_MAX }.spoken();
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, &spoken.code, &spoken.id, &spoken.en)
}

/// The entries of some days in the shape of BKN's daily progress.
///
/// # Errors
/// Nobody is signed in; there is no such person for this reader; no sound period.
#[utoipa::path(get, path = "/api/person/{person}/export", params(("person" = EmployeeId, Path), Wanted), responses((status = 200), (status = 400), (status = 401), (status = 404), (status = 422)))]
pub async fn export(
    State(office): State<Office>,
    signed: Signed,
    Path(person): Path<EmployeeId>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (from, until) = wanted.days()?;
    visit(&office, &signed, person).await?;
    let snapshot = office.db.snapshot(Scope::Own(person), from, &[]).await?;
    let rows: Rows = snapshot.rows.into_iter().filter(|row: &Row| is_of(row, person)).collect();
    let lines = lines(&rows, (from, until), &address(&office, &headers));
    let made = match wanted.shape {
        Shape::Xlsx => xlsx(&lines),
        Shape::Csv => csv(&lines),
    };
    handed_out(wanted.shape, &format!("progres-harian-{from}-{until}"), made)
}

/// A table as a file.
///
/// # Errors
/// It could not be made.
pub(super) fn file(shape: Shape, name: &str, table: &Table) -> Result<Response, Problem> {
    let made = match shape {
        Shape::Xlsx => workbook(table),
        Shape::Csv => sheet(table),
    };
    handed_out(shape, name, made)
}

/// The bytes as a download. No name of a person in the name of a file: it lies about in folders of downloads.
fn handed_out(shape: Shape, name: &str, made: Result<Vec<u8>, ExportError>) -> Result<Response, Problem> {
    let bytes = made.map_err(|error: ExportError| {
        tracing::error!(%error, "export");
        Problem::busy()
    })?;
    let name = format!("attachment; filename=\"{name}.{}\"", shape.ending());
    let head = [(header::CONTENT_TYPE, shape.mime().to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((head, bytes).into_response())
}

/// The outside address of this office: what it was told, or else the name by which it was just called.
fn address(office: &Office, headers: &HeaderMap) -> String {
    if let Some(address) = &office.address {
        return address.trim_end_matches('/').to_owned();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let near = host.starts_with("localhost") || host.starts_with("127.0.0.1") || host.starts_with("[::1]");
    format!("{}://{host}", if near { "http" } else { "https" })
}
