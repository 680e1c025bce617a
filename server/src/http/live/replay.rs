//! What was written before a line was opened, and may no longer be for whoever opens it. A log keeps everything for months; who opens
//! a board today sees what is on it today.

use std::collections::BTreeSet;

use chrono::{Days, TimeDelta};
use shared::change::Op;
use shared::entry::Entry;
use shared::ids::{TeamId, UnitId};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;
use shared::sync::wire::LiveChange;

use crate::clock;
use crate::db::DbError;
use crate::db::log::{CHANGES_MAX, News};
use crate::http::access::{owner, present, team};
use crate::http::team::TEAM_DAYS;
use crate::office::Office;

/// Minutes for which a line may have been broken and goes on. After that the board is read whole.
const GAP_MINUTES: i64 = 5;

/// Is the reader too far behind to be told change by change? A reader who comes back asks once more for the last change that they have,
/// however old that is.
pub(super) fn is_behind(news: &News, cursor: u64, past: u64) -> bool {
    let old = |change: &LiveChange| clock::now() - change.at > TimeDelta::minutes(GAP_MINUTES);
    let far = news.head.saturating_sub(cursor) > CHANGES_MAX as u64;
    cursor < past && (far || news.changes.get(1).is_some_and(old))
}

/// What of these changes is for somebody who may open the whole board. What is new on a unit's board is: there the log knows who stands
/// on it.
pub(super) async fn still(
    office: &Office,
    board: Scope,
    past: u64,
    changes: Vec<LiveChange>,
) -> Result<Vec<LiveChange>, DbError> {
    match board {
        Scope::Unit(unit) => of_unit(office, unit, past, changes).await,
        Scope::Team(team) => of_team(office, team, changes).await,
        Scope::Own(_) | Scope::Office => Ok(changes),
    }
}

fn put(change: &LiveChange) -> Option<&Row> {
    if let Op::Put { row } = &change.op { Some(row) } else { None }
}

/// Without the work of those who have left.
async fn of_unit(
    office: &Office,
    unit: UnitId,
    past: u64,
    mut changes: Vec<LiveChange>,
) -> Result<Vec<LiveChange>, DbError> {
    let whose = |change: &LiveChange| put(change).and_then(owner).filter(|_| change.seq <= past);
    let owners: BTreeSet<_> = changes.iter().filter_map(whose).collect();
    if owners.is_empty() {
        return Ok(changes);
    }
    let people = present(office, unit, &owners).await?;
    changes.retain(|change| whose(change).is_none_or(|owner| people.contains(&owner)));
    Ok(changes)
}

/// Without what is no longer for the team, and what was said about that: an answer reaches the team's log also after the entry has been
/// taken off.
async fn of_team(office: &Office, id: TeamId, mut changes: Vec<LiveChange>) -> Result<Vec<LiveChange>, DbError> {
    let entries: BTreeSet<Key> = changes.iter().filter_map(put).filter_map(entry).collect();
    if entries.is_empty() {
        return Ok(changes);
    }
    let Some((_, today)) = team(office, id).await? else { return Ok(Vec::new()) };
    let since = today.checked_sub_days(Days::new(TEAM_DAYS)).unwrap_or_default();
    let keys: Vec<Key> = entries.into_iter().collect();
    let rows: Rows = office.db.rows(&keys).await?.into_iter().collect();
    let on_board = |entry: &Entry| entry.more.team == Some(id) && entry.work_date >= since;
    let shown = |key: &Key| matches!(rows.get(key), Some(Row::Entry(entry)) if on_board(entry));
    changes.retain(|change| put(change).and_then(entry).is_none_or(|key| shown(&key)));
    Ok(changes)
}

/// The entry that a row is, or is about.
fn entry(row: &Row) -> Option<Key> {
    if let Row::Entry(entry) = row {
        Some(Key::from(entry.id))
    } else if let Row::Remark(remark) = row {
        Some(Key::from(remark.entry))
    } else {
        None
    }
}
