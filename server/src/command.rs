//! The one writer. Domain state changes here and nowhere else: doors, imports, seeds and the citizen's form all come through.
//!
//! Look (which rows?), decide (the shared rule), commit (one transaction). When somebody else was faster, look again.

use std::time::Duration;

use chrono::{DateTime, Utc};
use shared::actor::Actor;
use shared::change::Change;
use shared::command::Command;
use shared::refusal::Refusal;
use shared::row::{Key, Rows};
use shared::rule::{Ctx, decide, needs};
use shared::scope::Scope;
use shared::sync::wire::Verdict;

use crate::clock;
use crate::db::DbError;
use crate::db::commit::Record;
use crate::lanes::Turn;
use crate::office::Office;

/// How often a command is tried when others write to the same rows.
const TRIES_MAX: u32 = 12;
/// Rounds of asking which rows are needed; each round can only reach one step further.
const ROUNDS_MAX: usize = 40;

/// Carries out a command for `actor` and answers with the verdict. The same command a second time gets the first answer.
///
/// # Errors
/// The database is out of reach, or too many others write at once. Nothing is decided then, and the same command may be
/// sent again.
pub async fn run(office: &Office, actor: Actor, command: &Command) -> Result<Verdict, DbError> {
    run_at(office, actor, command, None).await
}

/// The same at a moment in the past: how the demo agency gets its week of work.
///
/// # Errors
/// As [`run`].
pub async fn run_at(
    office: &Office,
    actor: Actor,
    command: &Command,
    moment: Option<DateTime<Utc>>,
) -> Result<Verdict, DbError> {
    let mut turn = Turn::default();
    for tries in 0..TRIES_MAX {
        if let Some(verdict) = office.db.verdict(&command.id.to_string()).await? {
            return Ok(verdict);
        }
        let decision = consider(office, actor, command, moment.unwrap_or_else(clock::now)).await?;
        let scopes: Vec<Scope> = decision.changes.iter().flat_map(|change| change.scopes.iter().copied()).collect();
        if !turn.covers(&scopes) {
            drop(turn);
            turn = office.lanes.turn(scopes).await;
        }
        match office.db.commit(&decision.record, &decision.reads, &decision.rows, &decision.changes).await {
            Ok(heads) => {
                office.bell.ring(heads);
                return Ok(decision.record.verdict);
            }
            Err(DbError::Conflict) => tokio::time::sleep(pause(tries)).await,
            Err(error) => return Err(error),
        }
    }
    Err(DbError::Conflict)
}

/// Keeps a command that could not be understood, with its payload, so that it blocks nobody and is not lost.
///
/// # Errors
/// The database is out of reach.
pub async fn quarantine(
    office: &Office,
    actor: Actor,
    id: &str,
    payload: serde_json::Value,
) -> Result<Verdict, DbError> {
    if let Some(verdict) = office.db.verdict(id).await? {
        return Ok(verdict);
    }
    let verdict = Verdict::Rejected { reason: Refusal::Unreadable.spoken() };
    let text = |name: &str| payload.get(name).and_then(|value| value.as_str()).unwrap_or("unknown").to_owned();
    let record = Record {
        id: id.to_owned(),
        device: text("device"),
        seq: payload.get("seq").and_then(serde_json::Value::as_u64).unwrap_or(0),
        actor: serde_json::to_value(actor)?,
        payload,
        received_at: clock::now(),
        verdict: verdict.clone(),
    };
    match office.db.commit(&record, &[], &Rows::default(), &[]).await {
        Ok(_) => Ok(verdict),
        Err(DbError::Conflict) => Ok(office.db.verdict(id).await?.unwrap_or(verdict)),
        Err(error) => Err(error),
    }
}

/// What was decided, and on which rows.
struct Decision {
    record: Record,
    rows: Rows,
    reads: Vec<(Key, u32)>,
    changes: Vec<Change>,
}

async fn consider(office: &Office, actor: Actor, command: &Command, now: DateTime<Utc>) -> Result<Decision, DbError> {
    let ctx = Ctx::on_server(actor, now, command.made_at);
    let (rows, reads) = look(office, command, &ctx).await?;
    let (verdict, changes) = match decide(&command.action, &rows, &ctx) {
        Ok(changes) => (Verdict::Accepted, changes),
        Err(refusal) => (Verdict::Rejected { reason: refusal.spoken() }, Vec::new()),
    };
    let record = Record {
        id: command.id.to_string(),
        device: command.device.to_string(),
        seq: command.seq,
        actor: serde_json::to_value(actor)?,
        payload: serde_json::to_value(command)?,
        received_at: now,
        verdict,
    };
    Ok(Decision { record, rows, reads, changes })
}

/// Fetches the rows that the rule needs, until it needs no more. Also tells which revision of each was seen.
async fn look(office: &Office, command: &Command, ctx: &Ctx) -> Result<(Rows, Vec<(Key, u32)>), DbError> {
    let mut rows = Rows::default();
    let mut seen: Vec<Key> = Vec::new();
    for _ in 0..ROUNDS_MAX {
        let mut wanted = needs(&command.action, &rows, ctx);
        wanted.retain(|key| !seen.contains(key));
        wanted.sort();
        wanted.dedup();
        if wanted.is_empty() {
            break;
        }
        for row in office.db.rows(&wanted).await? {
            rows.put(row);
        }
        seen.append(&mut wanted);
    }
    let rev = |key: &Key| rows.get(key).map_or(0, shared::row::Row::rev);
    let reads = seen.iter().map(|key| (key.clone(), rev(key))).collect();
    Ok((rows, reads))
}

/// A short pause that differs from one writer to the next, longer with every try.
fn pause(tries: u32) -> Duration {
    let most_us = 2_000_u32.saturating_mul(1 << tries.min(7));
    let mut byte = [0_u8; 2];
    let part = getrandom::fill(&mut byte).map_or(u32::from(u16::MAX) / 2, |()| u32::from(u16::from_le_bytes(byte)));
    Duration::from_micros(u64::from(most_us) * u64::from(part) / u64::from(u16::MAX) + 200)
}
