//! Push and pull: commands travel up, rows travel down. What is answered is the sync core's affair.

mod first;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use shared::actor::Actor;
use shared::command::ladder::Ladder;
use shared::ids::EmployeeId;
use shared::scope::Scope;
use shared::sync::office::{Arrived, Office as Core, Trouble, arrive};
use shared::sync::talk::{PROTOCOL, Pull, Push, Pushed, Question};
use shared::sync::wire::{PUSH_COMMANDS_MAX, PullRequest};

use super::browser;
use super::problem::Problem;
use super::session::Signed;
use crate::db::DbError;
use crate::office::Office;
use crate::{clock, command, people};

/// Scopes in one pull. A phone asks for one, its owner's; what is asked for is read before it is known whose it is.
const CURSORS_MAX: usize = 16;

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
    let moves = commands.iter().any(|one| one.command.as_ref().is_some_and(|one| people::may_move(&one.action)));
    let pushed = command::push(&office, actor, Push { protocol, build, owner, device, epoch, commands }).await?;
    if moves {
        people::follow(&office).await?;
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

/// A phone asks for what is one person's own. A board is read through its own door, which tells of its last days alone and of those who
/// are on it; its log reaches back for months.
fn for_phones(question: &Question) -> Result<(), Problem> {
    let own = |scope: &Scope| matches!(scope, Scope::Own(_));
    let (count, sound) = match question {
        Question::Whole { scope, .. } => (1, own(scope)),
        Question::News { cursors, upto, .. } => {
            let upto = upto.iter().flatten();
            (cursors.len().max(upto.clone().count()), cursors.keys().chain(upto.map(|(scope, _)| scope)).all(own))
        }
    };
    if count > CURSORS_MAX {
        return Err(Problem::too_large());
    }
    if sound { Ok(()) } else { Err(Problem::not_found()) }
}

/// Answers a pull: news and verdicts of one moment, or a page of a scope's rows. A phone of protocol 1 is answered in its own words.
///
/// # Errors
/// Nobody is signed in; the request cannot be read, or asks for what no phone holds, or for too much; the database is out of reach.
#[utoipa::path(post, path = "/api/sync/pull", request_body = Value, responses((status = 200, body = Value), (status = 401), (status = 404), (status = 413)))]
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
    for_phones(&request.question)?;
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
    fn a_phone_is_told_of_its_own_and_of_few_scopes_at_once() {
        let scope = |letter: char, number: usize| format!("{letter}:00000000-0000-0000-0000-{number:012}");
        let read = |question: Value| -> Question { serde_json::from_value(question).unwrap() };
        let whole = |scope: String| read(json!({ "whole": { "scope": scope, "mark": null } }));
        let news = |letter: char, count: usize| {
            let cursors: serde_json::Map<String, Value> =
                (0..count).map(|number| (scope(letter, number), json!(0))).collect();
            read(json!({ "news": { "cursors": cursors, "upto": null, "waiting": [] } }))
        };
        assert!(for_phones(&whole(scope('p', 1))).is_ok() && for_phones(&news('p', CURSORS_MAX)).is_ok());
        for letter in ['t', 'k'] {
            assert!(for_phones(&whole(scope(letter, 1))).is_err() && for_phones(&news(letter, 1)).is_err());
        }
        assert!(for_phones(&whole("x".to_owned())).is_err() && for_phones(&news('p', CURSORS_MAX + 1)).is_err());
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
