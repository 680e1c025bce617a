//! Boards of units: the sums of everything below one unit, at one moment and live. They read what the writer has kept, never
//! the entries themselves.

mod days;
pub(super) mod live;
mod people;
pub(super) mod table;

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Deserialize;
use shared::counter::Counter;
use shared::ids::{EmployeeId, UnitId};
use shared::order::by_alphabet;
use shared::plan::part::Part;
use shared::refusal::Refusal;
use shared::rollup::board::{Figures, TrendDay, UnitBoard, UnitLine};
use shared::rollup::period::{self, Period, weekdays};
use shared::rollup::tree::Tree;
use shared::row::Row;
use shared::scope::Scope;
use shared::stamp::parse_day;
use shared::sync::wire::BoardLink;
use shared::zone::Zone;

use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::db::DbError;
use crate::db::rollup::Kept;
use crate::office::Office;

/// Units whose counters are shown together.
const COUNTED_UNITS_MAX: usize = 12;
/// Days in the trend when the period is shorter.
const TREND_DAYS_MIN: u64 = 13;

/// Which days.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
pub struct Asked {
    /// `hari`, `minggu`, `bulan`, `triwulan` or `bebas`.
    #[serde(default)]
    period: Period,
    /// First day of a free period: `2026-11-02`.
    #[serde(default)]
    from: Option<String>,
    /// Last day of a free period; today when it is missing.
    #[serde(default)]
    until: Option<String>,
}

impl Asked {
    /// As the rule reads it. A free period that is none is refused at the door; where "today" ends it, a day either way does not matter.
    ///
    /// # Errors
    /// The days are no days, or no period.
    pub(super) fn read(&self) -> Result<period::Asked, Problem> {
        let day = |text: &Option<String>| text.as_deref().filter(|text| !text.is_empty()).map(parse_day);
        let unsound = || Problem::senseless(&Refusal::PeriodUnsound { days_max: period::DAYS_MAX });
        let [from, until] = [day(&self.from), day(&self.until)];
        if from == Some(None) || until == Some(None) {
            return Err(unsound());
        }
        let asked = period::Asked { period: self.period, from: from.flatten(), until: until.flatten() };
        asked.days(Zone::Wit.local_date(clock::now())).map_err(|reason| Problem::senseless(&reason))?;
        Ok(asked)
    }
}

/// For whom a board is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Who leads the unit today, or one above it: people are named.
    Head(EmployeeId),
    /// A television on a wall: nobody is named.
    Wall,
}

/// The sums of a unit and of everything below it.
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(get, path = "/api/units/{unit}/board", params(("unit" = UnitId, Path), Asked), responses((status = 200, body = UnitBoard), (status = 401), (status = 404)))]
pub async fn board(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Json<UnitBoard>, Problem> {
    let board = read(&office, Reader::Head(signed.employee), unit, asked.read()?).await?;
    board.map(|(board, _)| Json(board)).ok_or_else(Problem::not_found)
}

/// The board as it is now, with the tree it was read from; none when there is none for this reader.
///
/// # Errors
/// The database is out of reach.
pub async fn read(
    office: &Office,
    reader: Reader,
    unit: UnitId,
    asked: period::Asked,
) -> Result<Option<(UnitBoard, Tree)>, DbError> {
    read_at(office, reader, unit, asked, clock::now()).await
}

/// The same at another moment.
///
/// # Errors
/// The database is out of reach.
pub async fn read_at(
    office: &Office,
    reader: Reader,
    unit: UnitId,
    asked: period::Asked,
    now: DateTime<Utc>,
) -> Result<Option<(UnitBoard, Tree)>, DbError> {
    let tree = Tree::of(office.db.units().await?);
    let may = match reader {
        Reader::Head(who) => tree.is_led_by(unit, who, now),
        Reader::Wall => true,
    };
    let Some(own) = tree.unit(unit).filter(|_| may).cloned() else { return Ok(None) };
    let today = own.zone.local_date(now);
    let (from, until) = asked.days(today).unwrap_or((today, today));
    let trend_from = from.min(until.checked_sub_days(Days::new(TREND_DAYS_MIN)).unwrap_or(from));
    let part = Part::beside(asked.period, from, until);
    let kept = office.db.kept(trend_from, today, today, part).await?;
    let days =
        days::Days { from, until, today, began: office.db.began().await?, unknown: days::unknown(from, until, today) };
    let (people, assessed) = match reader {
        Reader::Head(_) => people::lines(office, &own, &days, part).await?,
        Reader::Wall => Default::default(),
    };
    let counters = match reader {
        Reader::Head(_) => Vec::new(),
        Reader::Wall => counters(office, &tree, unit).await?,
    };
    let figures = days.by_unit(&kept);
    let total = sum(&figures, tree.subtree(unit));
    let board = UnitBoard {
        unit,
        name: own.name,
        zone: own.zone,
        path: path(&tree, unit, reader, now),
        period: asked.period,
        from,
        until,
        weekdays: weekdays(from, until),
        unknown_year: days.unknown,
        total,
        units: lines(&tree, unit, &figures),
        people,
        assessed,
        counters,
        trend: trend(&kept, &tree, unit, until),
        server_time: now,
    };
    Ok(Some((board, tree)))
}

/// The counters below, by code, without the words of citizens: a wall is no place for a name that somebody wrote. A unit with many units
/// below is no counter hall.
async fn counters(office: &Office, tree: &Tree, unit: UnitId) -> Result<Vec<Counter>, DbError> {
    let units = tree.subtree(unit);
    let mut counters = Vec::new();
    for unit in units.iter().filter(|_| units.len() <= COUNTED_UNITS_MAX) {
        for row in office.db.of_kind(Scope::Unit(*unit), "counter").await? {
            if let Row::Counter(counter) = row {
                counters.push(Counter { last_words: String::new(), ..counter });
            }
        }
    }
    counters.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(counters)
}

fn sum(figures: &BTreeMap<UnitId, Figures>, units: impl IntoIterator<Item = UnitId>) -> Figures {
    let mut all = Figures::default();
    units.into_iter().filter_map(|unit| figures.get(&unit)).for_each(|figures| all.add(figures));
    all
}

/// The units directly below, by alphabet.
fn lines(tree: &Tree, unit: UnitId, figures: &BTreeMap<UnitId, Figures>) -> Vec<UnitLine> {
    let children: Vec<_> = tree.children(unit).iter().filter_map(|child| tree.unit(*child)).collect();
    by_alphabet(&children, |child| child.name.clone())
        .into_iter()
        .map(|child| {
            let below = tree.subtree(child.id);
            let units = i64::try_from(below.len()).unwrap_or(1) - 1;
            UnitLine { unit: child.id, name: child.name.clone(), units, figures: sum(figures, below) }
        })
        .collect()
}

/// The units above that the reader may open, the highest first.
fn path(tree: &Tree, unit: UnitId, reader: Reader, now: DateTime<Utc>) -> Vec<BoardLink> {
    let Reader::Head(who) = reader else { return Vec::new() };
    let above = tree.above(unit).into_iter().filter(|unit| tree.is_led_by(unit.id, who, now));
    let mut path: Vec<BoardLink> =
        above.map(|unit| BoardLink { unit: unit.id, name: unit.name.clone(), assessed: false }).collect();
    path.reverse();
    path
}

/// The days of the whole subtree, oldest first; a day without entries is not there.
fn trend(kept: &Kept, tree: &Tree, unit: UnitId, until: NaiveDate) -> Vec<TrendDay> {
    let units = tree.subtree(unit);
    let mut days: BTreeMap<NaiveDate, TrendDay> = BTreeMap::new();
    for ((day, _), counts) in kept.days.iter().filter(|((day, unit), _)| *day <= until && units.contains(unit)) {
        let empty = || TrendDay { day: *day, counts: shared::rollup::Counts::default() };
        days.entry(*day).or_insert_with(empty).counts.add(counts, 1);
    }
    days.into_values().collect()
}
