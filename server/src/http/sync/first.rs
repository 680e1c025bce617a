//! Pull in protocol 1, for phones that have not been opened since: rows and verdicts in one answer.

use chrono::Days;
use shared::change::Op;
use shared::ids::{CommandId, EmployeeId};
use shared::scope::Scope;
use shared::sync::wire::{Delta, PUSH_COMMANDS_MAX, PullReply, PullRequest};

use crate::clock;
use crate::db::DbError;
use crate::db::log::CHANGES_MAX;
use crate::office::Office;

/// Days of entries and remarks that such a phone gets when it starts anew.
const PHONE_DAYS: u64 = 92;

/// News of the person's own scope since the cursor, and verdicts, from one snapshot.
pub(super) async fn pull(office: &Office, employee: EmployeeId, request: PullRequest) -> Result<PullReply, DbError> {
    let scope = Scope::Own(employee);
    let cursor = request.cursors.get(&scope).copied().unwrap_or(0);
    let mut waiting = request.waiting;
    waiting.truncate(PUSH_COMMANDS_MAX * 4);
    if cursor == 0 { whole(office, scope, &waiting).await } else { since(office, scope, cursor, &waiting).await }
}

async fn whole(office: &Office, scope: Scope, waiting: &[CommandId]) -> Result<PullReply, DbError> {
    let now = clock::now();
    let day = now.date_naive().checked_sub_days(Days::new(PHONE_DAYS)).unwrap_or_default();
    let snapshot = office.db.snapshot(scope, day, waiting).await?;
    let ops = snapshot.rows.into_iter().map(|row| Op::Put { row }).collect();
    let delta = Delta { scope, reset: true, from: 0, to: snapshot.head, ops };
    Ok(PullReply { deltas: vec![delta], answers: snapshot.answers, more: false, server_time: now })
}

async fn since(office: &Office, scope: Scope, cursor: u64, waiting: &[CommandId]) -> Result<PullReply, DbError> {
    let news = office.db.news(scope, cursor, waiting).await?;
    if !news.follow(cursor) {
        return whole(office, scope, waiting).await;
    }
    let more = news.changes.len() == CHANGES_MAX;
    let to = news.changes.last().map_or(cursor, |change| change.seq);
    let ops = news.changes.into_iter().map(|change| change.op).collect();
    // Verdicts travel with the last page only: their rows must have arrived before a command leaves the outbox.
    let answers = if more { Vec::new() } else { news.answers };
    let delta = Delta { scope, reset: false, from: cursor, to, ops };
    Ok(PullReply { deltas: vec![delta], answers, more, server_time: clock::now() })
}
