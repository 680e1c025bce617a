//! Push and pull: commands travel up, rows travel down. What is answered is the sync core's affair.

mod first;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use shared::actor::Actor;
use shared::command::ladder::Ladder;
use shared::ids::{CommandId, EmployeeId};
use shared::sync::office::{Arrived, Office as Core, Trouble, arrive};
use shared::sync::talk::{PROTOCOL, Pull, Push, Pushed};
use shared::sync::wire::{PUSH_COMMANDS_MAX, PullRequest, Verdict};

use super::browser;
use super::problem::Problem;
use super::session::Signed;
use crate::db::DbError;
use crate::office::Office;
use crate::{clock, command, people};

/// Takes commands, in the order of the device, from every version of the protocol. Status 201 says that every verdict is
/// durable; the phone empties its outbox only by pull.
///
/// # Errors
/// Nobody is signed in, or somebody else than the owner of the queue; the request cannot be read or is of a later protocol; the
/// database is out of reach, and everything may be sent again.
#[utoipa::path(post, path = "/api/sync/push", request_body = Value, responses((status = 201, body = Pushed), (status = 401), (status = 503)))]
pub async fn push(
    State(office): State<Office>,
    signed: Signed,
    Json(request): Json<Push<Value>>,
) -> Result<Response, Problem> {
    if request.commands.len() > PUSH_COMMANDS_MAX {
        return Err(Problem::too_large());
    }
    fits(&signed, request.protocol, request.owner)?;
    let actor = Actor::Employee { employee: signed.employee };
    let Push { protocol, build, owner, device, epoch, commands } = request;
    let arrived: Option<Vec<_>> =
        commands.into_iter().map(|payload| arrive(Ladder::SHIPPED, payload, device).map(quiet)).collect();
    let commands = arrived.ok_or_else(Problem::unreadable)?;
    let moves = commands.iter().filter_map(|one| Some((one.id, people::moved(&one.command.as_ref()?.action)?)));
    let moves: Vec<(CommandId, EmployeeId)> = moves.collect();
    let pushed = command::push(&office, actor, Push { protocol, build, owner, device, epoch, commands }).await?;
    for (id, person) in moves {
        if pushed.answers.iter().any(|answer| answer.id == id && answer.verdict == Verdict::Accepted) {
            people::carry(&office, person).await?;
        }
    }
    Ok((StatusCode::CREATED, Json(pushed)).into_response())
}

/// Does this office speak the protocol, and is the session that of the queue's owner? A browser that another window has signed
/// somebody else into sends that person's cookie with the first one's work.
fn fits(signed: &Signed, protocol: u16, owner: Option<EmployeeId>) -> Result<(), Problem> {
    if protocol > PROTOCOL {
        return Err(Problem::protocol_unknown());
    }
    if owner.is_some_and(|owner| owner != signed.employee) { Err(Problem::signed_out()) } else { Ok(()) }
}

/// What is typed into an unfinished form is for its writer alone. The record keeps that it came, not what it said.
fn quiet(mut arrived: Arrived<Value>) -> Arrived<Value> {
    if arrived.command.as_ref().is_some_and(|command| command.action.is_draft()) {
        for part in ["action", "sealed"] {
            if let Some(said) = arrived.payload.get_mut(part) {
                *said = Value::Null;
            }
        }
    }
    arrived
}

/// Answers a pull: news and verdicts of one moment, or a page of a scope's rows. A phone of protocol 1 is answered in its own words.
///
/// # Errors
/// Nobody is signed in; the request cannot be read; the database is out of reach.
#[utoipa::path(post, path = "/api/sync/pull", request_body = Value, responses((status = 200, body = Value), (status = 401)))]
pub async fn pull(
    State(office): State<Office>,
    signed: Signed,
    Json(request): Json<Value>,
) -> Result<Response, Problem> {
    if request.get("question").is_none() {
        let request: PullRequest = serde_json::from_value(request).map_err(|_| Problem::unreadable())?;
        fits(&signed, request.protocol, None)?;
        return Ok(Json(first::pull(&office, signed.employee, request).await?).into_response());
    }
    let request: Pull = serde_json::from_value(request).map_err(|_| Problem::unreadable())?;
    fits(&signed, request.protocol, request.owner)?;
    let pulled = Core::new(&office.db).pull(signed.employee, &request, clock::now()).await.map_err(problem)?;
    browser::note(&office, &signed, &request, &pulled).await;
    Ok(Json(pulled).into_response())
}

fn problem(trouble: Trouble<DbError>) -> Problem {
    match trouble {
        Trouble::Conflict => Problem::busy(),
        Trouble::Store(error) => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use shared::ids::DeviceId;
    use uuid::Uuid;

    use super::*;

    fn came(payload: Value) -> Arrived<Value> {
        arrive(Ladder::SHIPPED, payload, DeviceId(Uuid::nil())).map(quiet).unwrap()
    }

    #[test]
    fn the_record_does_not_keep_what_an_unfinished_form_said() {
        let id = "00000000-0000-0000-0000-000000000007";
        let set = json!({ "draft.set": { "draft": id, "sets": [{ "field": "text", "value": "rahasia" }] } });
        let command = json!({ "id": id, "device": id, "seq": 1, "made_at": "2026-07-14T03:00:00Z", "action": set });
        let sealed = json!({ "id": id, "device": id, "seq": 1, "sealed": command.to_string() });
        for payload in [command, sealed] {
            let arrived = came(payload);
            assert!(arrived.command.is_some_and(|command| command.action.is_draft()));
            assert!(!arrived.payload.to_string().contains("rahasia"), "{}", arrived.payload);
            assert_eq!(arrived.payload["id"], id);
        }
        let remark = json!({ "remark.read": { "remark": id } });
        let other = json!({ "id": id, "device": id, "seq": 1, "made_at": "2026-07-14T03:00:00Z", "action": remark });
        assert_eq!(came(other.clone()).payload, other);
    }
}
