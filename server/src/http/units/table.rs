//! What stands on a unit's board as a file: the same lines as on the screen, of the same days, with the same filters, for the same
//! readers.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use shared::ids::UnitId;
use shared::rollup::attention_first;
use shared::rollup::board::{PersonLine, UnitBoard, UnitLine, misses_today, of_team};
use shared::rollup::period::Period;
use shared::rollup::seen::Seen;
use shared::row::{Key, Row};

use super::{Asked, Reader, read};
use crate::export::table::Table;
use crate::export::{people, units};
use crate::http::export::{Shape, file};
use crate::http::problem::Problem;
use crate::http::session::Signed;
use crate::office::Office;

/// Which table of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Of {
    /// The units directly below.
    Units,
    /// The unit's own people.
    People,
    /// The people of the team's board: without the head, with whom the head assesses elsewhere.
    Team,
}

/// Which table, of which days, of whom, in what shape.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Which table.
    of: Of,
    /// `xlsx` or `csv`.
    shape: Shape,
    /// `hari`, `minggu`, `bulan`, `triwulan` or `bebas`.
    #[serde(default)]
    period: Period,
    /// First day of a free period.
    #[serde(default)]
    from: Option<String>,
    /// Last day of a free period.
    #[serde(default)]
    until: Option<String>,
    /// The filter of the screen: `perhatian` for units; `belum`, `menunggu`, `revisi`, `terhambat`, `terlambat` or `tidak-masuk` for people.
    #[serde(default)]
    filter: String,
    /// A part of the name.
    #[serde(default)]
    search: String,
    /// `abjad`: units by alphabet alone.
    #[serde(default)]
    order: String,
}

/// A table of a unit's board as a file.
///
/// # Errors
/// Nobody is signed in; there is no such board for this person; no sound period.
#[utoipa::path(get, path = "/api/units/{unit}/table", params(("unit" = UnitId, Path), Wanted), responses((status = 200), (status = 400), (status = 401), (status = 404), (status = 422)))]
pub async fn table(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let asked = Asked { period: wanted.period, from: wanted.from.clone(), until: wanted.until.clone() }.read()?;
    let board = read(&office, Reader::Head(signed.employee), unit, asked).await?;
    let (board, _) = board.ok_or_else(Problem::not_found)?;
    let head = match office.db.row(Key::from(unit)).await? {
        Some(Row::Unit(unit)) => unit.head,
        _ => None,
    };
    let (name, table) = match wanted.of {
        Of::Units => ("papan-unit", of_units(&board, &wanted)),
        Of::People => {
            let fits = |line: &&PersonLine| Seen::of_unit(line, board.period).fits(&wanted.filter);
            let lines: Vec<&PersonLine> = board.people.iter().filter(fits).collect();
            ("papan-pegawai", people(&board, &lines))
        }
        Of::Team => {
            let team = of_team(&board, head);
            let fits = |line: &&PersonLine| {
                Seen::of_unit(line, board.period).fits(&wanted.filter) && is_named(&line.name, &wanted)
            };
            let lines: Vec<&PersonLine> = team.iter().filter(fits).collect();
            ("papan-tim", people(&board, &lines))
        }
    };
    file(wanted.shape, &format!("{name}-{}-{}", board.from, board.until), &table)
}

fn is_named(name: &str, wanted: &Wanted) -> bool {
    name.to_lowercase().contains(&wanted.search.to_lowercase())
}

/// The units in the order of the screen.
fn of_units(board: &UnitBoard, wanted: &Wanted) -> Table {
    let misses = misses_today(board.zone, board.server_time);
    let needs = |line: &UnitLine| line.figures.care(misses).is_some();
    let lines: Vec<&UnitLine> = board
        .units
        .iter()
        .filter(|line| wanted.filter != "perhatian" || needs(line))
        .filter(|line| is_named(&line.name, wanted))
        .collect();
    let first = wanted.order != "abjad";
    units(board, &attention_first(&lines, |line| line.name.clone(), |line| first && needs(line)))
}
