//! The office's own follow-up after a person has moved: what they have under way is written into the logs of the boards on
//! which they stand now. Boards above another unit would else begin empty, with work waiting that nobody sees.
//!
//! Who has moved stands in the database until it is done (`db::moves`), whichever command moved them. So it is done at once by whoever
//! has taken the command, and after a stop in between by the next look.

use std::time::Duration;

use chrono::{DateTime, Days, Utc};
use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::employee::{ArriveEmployee, CarryRows, latest_today};
use shared::ids::{CommandId, DeviceId, EmployeeId, UnitId};
use shared::row::{Key, Row, Rows};
use shared::rule::Ctx;
use shared::scope::Scope;
use uuid::Uuid;

use crate::db::DbError;
use crate::office::Office;
use crate::{clock, command};

/// Days of everything that go along; a board shows no more, but for what still waits.
const DAYS: u64 = 31;
/// Rows in one command.
const ROWS: usize = 50;
/// Seconds between two looks whether somebody was not followed.
const LOOK_SECONDS: u64 = 60;

/// Can this command move somebody? What is not known here is found by the next look.
#[must_use]
pub fn may_move(action: &Action) -> bool {
    if let Action::Together(group) = action {
        return group.actions.iter().any(may_move);
    }
    matches!(
        action,
        Action::AnswerSuperior(_)
            | Action::PlaceEmployee(_)
            | Action::ArriveEmployee(_)
            | Action::SetEmployee(_)
            | Action::RestoreEmployee(_)
    )
}

/// Moves those whose day has come, and follows those who were not followed, first of all whom the last stop has cut off, until the office
/// closes.
pub async fn run(office: Office) {
    loop {
        if let Err(error) = arrive(&office, clock::now()).await {
            tracing::warn!(%error, "somebody could not be moved whose day has come");
        }
        if let Err(error) = follow(&office).await {
            tracing::warn!(%error, "somebody who has moved could not be followed");
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(LOOK_SECONDS)) => {}
            () = office.closing.cancelled() => return,
        }
    }
}

/// Moves those to their new places whose day has come where they are. Several nodes that do it at once do it once.
///
/// # Errors
/// The database is out of reach. Who has been moved stays so.
pub async fn arrive(office: &Office, now: DateTime<Utc>) -> Result<(), DbError> {
    for book in office.db.coming(Some(latest_today(now))).await? {
        let Some(Row::Employee(person)) = office.db.row(Key::from(book.person)).await? else { continue };
        let unit: Rows = office.db.row(Key::from(person.unit)).await?.into_iter().collect();
        // The rule asks the same; asked here, no order is kept that changes nothing.
        let today = Ctx::on_server(Actor::Operator, now, now).today(&person, &unit);
        if book.coming.is_some_and(|coming| coming.is_due(today)) {
            order(office, Action::ArriveEmployee(ArriveEmployee { person: person.id }), now).await?;
        }
    }
    Ok(())
}

/// The office's own order.
async fn order(office: &Office, action: Action, now: DateTime<Utc>) -> Result<(), DbError> {
    let (id, device) = (CommandId(Uuid::now_v7()), DeviceId(Uuid::now_v7()));
    let command = Command { id, device, seq: 1, v: 1, made_at: now, action };
    command::run_at(office, Actor::Operator, &command, Some(now)).await.map(drop)
}

/// Follows everybody who has moved. Doing it twice does no harm.
///
/// # Errors
/// The database is out of reach. What was carried stays carried.
pub async fn follow(office: &Office) -> Result<(), DbError> {
    for person in office.db.moving().await? {
        carry(office, person).await?;
    }
    Ok(())
}

/// Carries a person's rows to where the person stands now, and if they have left their unit also those of the people whom they assess:
/// these are on the board of their superior's unit.
///
/// # Errors
/// As [`follow`].
pub async fn carry(office: &Office, person: EmployeeId) -> Result<(), DbError> {
    let moved = office.db.is_moving(person).await?;
    carry_rows(office, person, None).await?;
    let Some(moved) = moved else { return Ok(()) };
    for left in &moved.left {
        for report in reports(office, person, *left).await? {
            carry_rows(office, report, Some(Key::from(report))).await?;
        }
    }
    // Whoever has moved again meanwhile is followed once more.
    office.db.followed(&moved).await
}

/// Those whom this one assessed when they were in that unit, and still does.
async fn reports(office: &Office, superior: EmployeeId, unit: UnitId) -> Result<Vec<EmployeeId>, DbError> {
    let rows = office.db.of_kind(Scope::Unit(unit), "employee").await?.into_iter();
    let known = rows.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None });
    let keys: Vec<Key> = known.filter(|one| one.superior == Some(superior)).map(|one| Key::from(one.id)).collect();
    let now = office.db.rows(&keys).await?.into_iter();
    let now = now.filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None });
    Ok(now.filter(|one| one.superior == Some(superior)).map(|one| one.id).collect())
}

async fn carry_rows(office: &Office, person: EmployeeId, and: Option<Key>) -> Result<(), DbError> {
    let since = clock::now().date_naive().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
    let snapshot = office.db.snapshot(Scope::Own(person), since, &[]).await?;
    let waiting = office.db.waiting(&[person], since).await?;
    let theirs = |row: &Row| {
        let owner = if let Row::Entry(entry) = row {
            entry.owner
        } else if let Row::Plan(plan) = row {
            plan.owner
        } else if let Row::Absences(absences) = row {
            absences.person
        } else if let Row::Remark(remark) = row {
            remark.owner
        } else {
            return None;
        };
        row.key().filter(|_| owner == person)
    };
    let rows = snapshot.rows.iter().chain(&waiting.rows).filter_map(theirs);
    let mut keys: Vec<Key> = rows.chain(and).collect();
    keys.sort();
    keys.dedup();
    for rows in keys.chunks(ROWS) {
        order(office, Action::CarryRows(CarryRows { person, rows: rows.to_vec() }), clock::now()).await?;
    }
    Ok(())
}
