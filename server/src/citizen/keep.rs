//! What the citizen's door reads, and the one command it gives. Nothing here knows HTTP.

use std::time::Duration;

use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::counter::Counter;
use shared::ids::{CommandId, CounterId, DeviceId, ResponseId};
use shared::response::{LeaveResponse, Response, Score};
use shared::row::{ClaimKind, Key, Row};
use shared::sync::wire::Verdict;
use uuid::Uuid;

use super::field::Typed;
use super::reference;
use crate::db::DbError;
use crate::office::Office;
use crate::{clock, command};

/// Seconds that somebody at a counter waits; then the page says so. Less than the server's own limit, which would leave
/// them with an empty page.
const PATIENCE_SECONDS: u64 = 15;

/// The work, or the news that it takes too long.
pub(super) async fn patiently<T>(work: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
    let late = |_| Err(DbError::Unreachable(format!("no answer within {PATIENCE_SECONDS} s")));
    tokio::time::timeout(Duration::from_secs(PATIENCE_SECONDS), work).await.unwrap_or_else(late)
}

/// The counter with this code.
pub(super) async fn counter(office: &Office, code: Option<&str>) -> Result<Option<Counter>, DbError> {
    let Some(code) = code else { return Ok(None) };
    let row = office.db.held(ClaimKind::Counter, code).await?;
    Ok(row.and_then(|row| if let Row::Counter(counter) = row { Some(counter) } else { None }))
}

/// The answer with this reference code.
pub(super) async fn answer(office: &Office, code: Option<&str>) -> Result<Option<Response>, DbError> {
    let Some(code) = code else { return Ok(None) };
    let row = office.db.held(ClaimKind::Reference, code).await?;
    Ok(row.and_then(response))
}

/// Gives the answer to the one writer and says what is kept under its identity; none if the writer said no.
///
/// The command has the identity of the answer, so a second tap is the same command and gets the first one's verdict; the
/// reference is then the first one's, too.
pub(super) async fn leave(
    office: &Office,
    counter: CounterId,
    score: Score,
    typed: &Typed,
) -> Result<Option<Response>, DbError> {
    let id = ResponseId(typed.id);
    let reference = reference::mint().map_err(|error| DbError::Other(error.to_string()))?;
    let command = order(LeaveResponse { id, counter, score, text: typed.text.clone(), reference });
    match command::run(office, Actor::Citizen, &command).await? {
        Verdict::Accepted | Verdict::Rejected { .. } => Ok(office.db.row(Key::from(id)).await?.and_then(response)),
    }
}

/// A command from nobody: the device is made up for this one answer, so that no two can be told to be one person's.
fn order(answer: LeaveResponse) -> Command {
    Command {
        id: CommandId(answer.id.0),
        device: DeviceId(Uuid::new_v4()),
        seq: 1,
        v: 1,
        made_at: clock::now(),
        action: Action::LeaveResponse(answer),
    }
}

fn response(row: Row) -> Option<Response> {
    if let Row::Response(response) = row { Some(response) } else { None }
}
