//! Boards of units, televisions, and a person's page.

use chrono::NaiveDate;
use shared::ids::{EmployeeId, UnitId};
use shared::rollup::board::UnitBoard;
use shared::rollup::period::Asked;
use shared::stamp::day_text;
use shared::sync::wire::BoardReply;

use super::fetch::{Failure, Question, read};
use crate::desk::{Tv, TvCode};
use crate::json;

/// Which board: a unit's, or that of the unit to which this television belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Board {
    /// By somebody who is signed in.
    Unit(UnitId),
    /// By a television.
    Tv,
}

impl Board {
    /// Where its sums are, and its live line with `live`.
    pub(crate) fn address(self, what: &str, asked: Asked) -> String {
        let place = match self {
            Self::Unit(unit) => ["/api/units/", &unit.to_string()].concat(),
            Self::Tv => "/api/tv".to_owned(),
        };
        let day =
            |name, day: Option<NaiveDate>| day.map(|day| ["&", name, "=", &day_text(day)].concat()).unwrap_or_default();
        let (from, until) = (day("from", asked.from), day("until", asked.until));
        [&place, "/", what, "?period=", asked.period.word(), &from, &until].concat()
    }
}

/// The sums of a board.
pub(crate) async fn board_of(board: Board, asked: Asked) -> Result<UnitBoard, Failure> {
    read(&Question::get(&board.address("board", asked)).ask().await?)
}

/// The sums as the live line brings them.
pub(crate) fn read_board(text: &str) -> Option<UnitBoard> {
    json::read(text)
}

/// Everything that is shown of a person.
pub(crate) async fn person(person: EmployeeId) -> Result<BoardReply, Failure> {
    read(&Question::get(&["/api/person/", &person.to_string()].concat()).ask().await?)
}

#[derive(serde::Serialize)]
struct NewTv<'a> {
    label: &'a str,
}

#[derive(serde::Serialize)]
struct Pairing<'a> {
    code: &'a str,
}

/// A code for one more television.
pub(crate) async fn invite_tv(unit: UnitId, label: &str) -> Result<TvCode, Failure> {
    read(&Question::post(&tv(unit, ""), &NewTv { label }).ask().await?)
}

/// The televisions of a unit.
pub(crate) async fn tvs(unit: UnitId) -> Result<Vec<Tv>, Failure> {
    read(&Question::get(&tv(unit, "")).ask().await?)
}

/// Takes a television's key away.
pub(crate) async fn revoke_tv(unit: UnitId, id: &str) -> Result<(), Failure> {
    let path = tv(unit, &["/", id].concat());
    Question { method: "DELETE", ..Question::get(&path) }.ask().await.map(drop)
}

/// Makes this browser a television. The cookie is the browser's affair.
pub(crate) async fn pair_tv(code: &str) -> Result<(), Failure> {
    Question::post("/api/tv/pair", &Pairing { code }).ask().await.map(drop)
}

fn tv(unit: UnitId, rest: &str) -> String {
    ["/api/units/", &unit.to_string(), "/tv", rest].concat()
}
