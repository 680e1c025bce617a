//! Push and pull: commands travel up, rows travel down.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::Days;
use serde_json::Value;
use shared::actor::Actor;
use shared::change::Op;
use shared::command::Command;
use shared::ids::CommandId;
use shared::scope::Scope;
use shared::sync::wire::{Answer, Delta, PUSH_COMMANDS_MAX, PullReply, PullRequest, PushReply, PushRequest};

use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::command;
use crate::db::log::CHANGES_MAX;
use crate::office::Office;

/// Days of entries and remarks that a phone gets when it starts anew.
const PHONE_DAYS: u64 = 92;

/// Takes commands, in the order of the device. Status 201 says that every verdict is durable; the phone empties its outbox
/// only by pull.
///
/// # Errors
/// Nobody is signed in; the request cannot be read; the database is out of reach, and everything may be sent again.
#[utoipa::path(post, path = "/api/sync/push", request_body = Value, responses((status = 201, body = PushReply), (status = 401), (status = 503)))]
pub async fn push(
    State(office): State<Office>,
    signed: Signed,
    Json(request): Json<PushRequest<Value>>,
) -> Result<Response, Problem> {
    if request.commands.len() > PUSH_COMMANDS_MAX {
        return Err(Problem::too_large());
    }
    let actor = Actor::Employee { employee: signed.employee };
    let mut answers = Vec::with_capacity(request.commands.len());
    for payload in request.commands {
        answers.push(take(&office, actor, payload).await?);
    }
    let reply = PushReply { answers, server_time: clock::now() };
    Ok((StatusCode::CREATED, Json(reply)).into_response())
}

/// One command: understood and decided, or kept as it is so that it does not block those behind it.
async fn take(office: &Office, actor: Actor, payload: Value) -> Result<Answer, Problem> {
    let id = payload.get("id").and_then(Value::as_str).and_then(|id| id.parse::<CommandId>().ok());
    let id = id.ok_or_else(Problem::unreadable)?;
    let verdict = match serde_json::from_value::<Command>(payload.clone()) {
        Ok(command) => command::run(office, actor, &command).await?,
        Err(_) => command::quarantine(office, actor, &id.to_string(), payload).await?,
    };
    Ok(Answer { id, verdict })
}

/// News of the person's own scope since the cursor, and verdicts, from one snapshot.
///
/// # Errors
/// Nobody is signed in; the database is out of reach.
#[utoipa::path(post, path = "/api/sync/pull", request_body = PullRequest, responses((status = 200, body = Value), (status = 401)))]
pub async fn pull(
    State(office): State<Office>,
    signed: Signed,
    Json(request): Json<PullRequest>,
) -> Result<Json<PullReply>, Problem> {
    let scope = Scope::Own(signed.employee);
    let cursor = request.cursors.get(&scope).copied().unwrap_or(0);
    let mut waiting = request.waiting;
    waiting.truncate(PUSH_COMMANDS_MAX * 4);
    let reply = if cursor == 0 {
        whole(&office, scope, &waiting).await?
    } else {
        since(&office, scope, cursor, &waiting).await?
    };
    Ok(Json(reply))
}

async fn whole(office: &Office, scope: Scope, waiting: &[CommandId]) -> Result<PullReply, Problem> {
    let now = clock::now();
    let day = now.date_naive().checked_sub_days(Days::new(PHONE_DAYS)).unwrap_or_default();
    let snapshot = office.db.snapshot(scope, day, waiting).await?;
    let ops = snapshot.rows.into_iter().map(|row| Op::Put { row }).collect();
    let delta = Delta { scope, reset: true, from: 0, to: snapshot.head, ops };
    Ok(PullReply { deltas: vec![delta], answers: snapshot.answers, more: false, server_time: now })
}

async fn since(office: &Office, scope: Scope, cursor: u64, waiting: &[CommandId]) -> Result<PullReply, Problem> {
    let news = office.db.news(scope, cursor, waiting).await?;
    if news.head < cursor {
        return whole(office, scope, waiting).await; // The database was restored to an earlier day.
    }
    let more = news.changes.len() == CHANGES_MAX;
    let to = news.changes.last().map_or(cursor, |change| change.seq);
    let ops = news.changes.into_iter().map(|change| change.op).collect();
    // Verdicts travel with the last page only: their rows must have arrived before a command leaves the outbox.
    let answers = if more { Vec::new() } else { news.answers };
    let delta = Delta { scope, reset: false, from: cursor, to, ops };
    Ok(PullReply { deltas: vec![delta], answers, more, server_time: clock::now() })
}
