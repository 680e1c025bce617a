//! Who may open which board: the head of the unit and the heads above, and whoever stands in for one of them today. Whoever assesses
//! people without leading a unit opens the board of their own unit, and sees on it those people alone; whoever leads a team across
//! units opens the team's. And who looks after which units.

mod assessed;
mod present;

use chrono::NaiveDate;
use shared::admin::Admin;
use shared::employee::Employee;
use shared::entry::Entry;
use shared::ids::{EmployeeId, TeamId, UnitId};
use shared::row::{Key, Row, Rows};
use shared::sync::wire::BoardLink;
use shared::team::Team;
use shared::unit::{LEVELS_MAX, Unit};
use shared::zone::Zone;

use crate::clock;
use crate::db::DbError;
use crate::office::Office;

pub use assessed::Assessed;
pub use present::{owner, present};

/// The unit, if this person may open its board.
///
/// # Errors
/// The database is out of reach.
pub async fn board_unit(office: &Office, who: EmployeeId, unit: UnitId) -> Result<Option<Unit>, DbError> {
    let now = clock::now();
    let line = line(office, unit).await?;
    let may = line.iter().any(|unit| unit.is_led_by(who, unit.today(now)));
    Ok(line.into_iter().next().filter(|_| may))
}

/// A board that is open to somebody.
#[derive(Clone, Debug)]
pub struct Open {
    /// Of which unit.
    pub unit: Unit,
    /// For whoever leads no unit: the people whom they assess, and nothing else.
    pub only: Option<Assessed>,
}

/// The board of this unit as this person may open it.
///
/// # Errors
/// The database is out of reach.
pub async fn open_board(office: &Office, who: EmployeeId, unit: UnitId) -> Result<Option<Open>, DbError> {
    if let Some(unit) = board_unit(office, who, unit).await? {
        return Ok(Some(Open { unit, only: None }));
    }
    let Some(Row::Employee(reader)) = office.db.row(Key::from(who)).await? else { return Ok(None) };
    if reader.unit != unit {
        return Ok(None);
    }
    let (only, people) = Assessed::of(office, &reader).await?;
    if people.is_empty() {
        return Ok(None);
    }
    match office.db.row(Key::from(unit)).await? {
        Some(Row::Unit(unit)) => Ok(Some(Open { unit, only: Some(only) })),
        _ => Ok(None),
    }
}

/// May `who` see the work of `owner`? The person may, whoever assesses them, and whoever may open their unit's board.
///
/// # Errors
/// The database is out of reach.
pub async fn may_see(office: &Office, who: EmployeeId, owner: EmployeeId) -> Result<bool, DbError> {
    if who == owner {
        return Ok(true);
    }
    match office.db.row(Key::from(owner)).await? {
        Some(Row::Employee(owner)) => may_see_person(office, who, &owner).await,
        _ => Ok(false),
    }
}

/// [`may_see`], for who has the owner's row already.
///
/// # Errors
/// The database is out of reach.
pub async fn may_see_person(office: &Office, who: EmployeeId, owner: &Employee) -> Result<bool, DbError> {
    let near = who == owner.id || owner.superior == Some(who);
    Ok(near || board_unit(office, who, owner.unit).await?.is_some())
}

/// May `who` read this entry? Whoever may see its owner's work, and whoever leads the team for which it was done.
///
/// # Errors
/// The database is out of reach.
pub async fn may_read(office: &Office, who: EmployeeId, entry: &Entry) -> Result<bool, DbError> {
    if may_see(office, who, entry.owner).await? {
        return Ok(true);
    }
    match entry.more.team {
        Some(id) => Ok(team(office, id).await?.is_some_and(|(team, today)| team.is_led_by(who, today))),
        None => Ok(false),
    }
}

/// A team across units, and the day where it is kept.
///
/// # Errors
/// The database is out of reach.
pub async fn team(office: &Office, team: TeamId) -> Result<Option<(Team, NaiveDate)>, DbError> {
    let Some(Row::Team(team)) = office.db.row(Key::from(team)).await? else { return Ok(None) };
    let zone = match office.db.row(Key::from(team.unit)).await? {
        Some(Row::Unit(unit)) => unit.zone,
        _ => Zone::default(),
    };
    Ok(Some((team, zone.local_date(clock::now()))))
}

/// The boards of the units that this person leads today, and one of those whom they assess elsewhere.
///
/// # Errors
/// The database is out of reach.
pub async fn boards(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let now = clock::now();
    let units = office.db.units().await?;
    let link = |unit: &Unit, assessed| BoardLink { unit: unit.id, name: unit.name.clone(), assessed };
    let led = units.iter().filter(|unit| unit.is_led_by(who, unit.today(now)));
    let mut links: Vec<BoardLink> = led.map(|unit| link(unit, false)).collect();
    let Some(Row::Employee(reader)) = office.db.row(Key::from(who)).await? else { return Ok(links) };
    if links.iter().any(|link| link.unit == reader.unit) {
        return Ok(links);
    }
    let (_, people) = Assessed::of(office, &reader).await?;
    if people.iter().any(|one| !links.iter().any(|link| link.unit == one.unit)) {
        links.extend(units.iter().find(|unit| unit.id == reader.unit).map(|unit| link(unit, true)));
    }
    Ok(links)
}

/// The unit and those above it.
async fn line(office: &Office, unit: UnitId) -> Result<Vec<Unit>, DbError> {
    let mut line = Vec::new();
    let mut wanted = Some(unit);
    while let Some(unit) = wanted.filter(|_| line.len() < LEVELS_MAX) {
        let Some(Row::Unit(unit)) = office.db.row(Key::from(unit)).await? else { break };
        wanted = unit.parent;
        line.push(unit);
    }
    Ok(line)
}

/// What this person looks after; none for everybody else.
///
/// # Errors
/// The database is out of reach.
pub async fn admin(office: &Office, who: EmployeeId) -> Result<Option<Admin>, DbError> {
    match office.db.row(Key::from(Admin::of(who))).await? {
        Some(Row::Admin(admin)) if !admin.units.is_empty() => Ok(Some(admin)),
        _ => Ok(None),
    }
}

/// Does this person look after the unit, or after one above it?
///
/// # Errors
/// The database is out of reach.
pub async fn looks_after(office: &Office, who: EmployeeId, unit: UnitId) -> Result<bool, DbError> {
    let Some(admin) = admin(office, who).await? else { return Ok(false) };
    let rows: Rows = line(office, unit).await?.into_iter().map(Row::Unit).collect();
    Ok(admin.reaches(unit, &rows))
}

/// The units where this person's rights begin, by name.
///
/// # Errors
/// The database is out of reach.
pub async fn admin_of(office: &Office, who: EmployeeId) -> Result<Vec<BoardLink>, DbError> {
    let Some(admin) = admin(office, who).await? else { return Ok(Vec::new()) };
    let keys: Vec<Key> = admin.units.iter().map(|grant| Key::from(grant.unit)).collect();
    let units = office.db.rows(&keys).await?.into_iter();
    Ok(units
        .filter_map(|row| {
            if let Row::Unit(Unit { id: unit, name, .. }) = row {
                Some(BoardLink { unit, name, assessed: false })
            } else {
                None
            }
        })
        .collect())
}
