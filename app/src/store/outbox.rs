//! The queue on the disk. Each writing is one strict transaction: only after it has completed is anything called saved.
//!
//! A command's key is its place in the table and nothing more; its place among the device's commands is inside, and may be
//! given anew. What this build cannot read is kept and sent as it is.

use serde::{Deserialize, Serialize};
use shared::command::{Action, Command};
use shared::entry::Photo;
use shared::ids::{CommandId, DeviceId};
use shared::sync::phone::{Queue, Refused, Sealed, Waiting};
use shared::words::Spoken;
use wasm_bindgen::JsValue;

use super::Result;
use super::own::{DRAFTS, HOLDS, META, OUTBOX, Own, PHOTOS, TRAY, counter};
use super::photos::{drop_drafts, keep_for_sending};
use super::table::{Sure, Tx, count, json, number, parse};
use crate::json;

/// Photos an action speaks of, if it carries an entry.
fn form(action: &Action) -> Option<&[Photo]> {
    if let Action::RecordEntry(command) = action {
        return Some(&command.content.photos);
    }
    if let Action::ReviseEntry(command) = action {
        return Some(&command.content.photos);
    }
    None
}

/// What every build can read of a command.
#[derive(Deserialize)]
struct Stub {
    id: CommandId,
    device: DeviceId,
    seq: u64,
}

/// A command from the disk, also one of another build; none for what is no command at all.
pub(super) fn waiting(text: &str) -> Option<Waiting> {
    if let Some(command) = json::read::<Command>(text) {
        return Some(Waiting::Read(command));
    }
    let Some(sealed) = json::read::<Sealed>(text) else {
        let Stub { id, device, seq } = json::read(text)?;
        return Some(Waiting::Sealed(Sealed { id, device, seq, sealed: text.to_owned() }));
    };
    // This build may be able to read what the one before could not.
    let mut waiting = json::read(&sealed.sealed).map_or_else(|| Waiting::Sealed(sealed.clone()), Waiting::Read);
    waiting.move_to(sealed.device, sealed.seq);
    Some(waiting)
}

/// A refused command as it lies on the disk.
#[derive(Serialize)]
struct Stuck<'a> {
    command: &'a Waiting,
    reason: &'a Spoken,
}

#[derive(Deserialize)]
struct StuckRead {
    command: Command,
    reason: Spoken,
}

#[derive(Deserialize)]
struct StuckSealed {
    command: Sealed,
    reason: Spoken,
}

pub(super) fn put_refused(tx: &Tx, refused: &Refused) -> Result<()> {
    let stuck = Stuck { command: &refused.what, reason: &refused.reason };
    tx.put_json(TRAY, &refused.what.id().to_string(), &stuck)
}

pub(super) fn refused(text: &str) -> Option<Refused> {
    if let Some(StuckRead { command, reason }) = json::read(text) {
        return Some(Refused { what: Waiting::Read(command), reason });
    }
    let StuckSealed { command, reason } = json::read(text)?;
    Some(Refused { what: Waiting::Sealed(command), reason })
}

impl Own {
    /// Puts a command at the end of the queue, with its photos; a new entry clears the form's draft. All or nothing. Its place is
    /// given here, inside the transaction, and comes back with it.
    pub(crate) async fn append(&self, mut waiting: Waiting, photos: &[(String, JsValue)]) -> Result<Waiting> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, PHOTOS, HOLDS, DRAFTS, META], Sure::Strict)?;
        let device = self.is_same(&tx).await?;
        let last = tx.keys(OUTBOX).await?.iter().filter_map(count).max().unwrap_or(0);
        let seq = counter(&tx, "seq").await? + 1;
        waiting.move_to(device, seq);
        tx.put(OUTBOX, number(last + 1), json(&waiting)?)?;
        tx.put(META, "seq".into(), number(seq))?;
        let mut held = Vec::new();
        let action = waiting.command().map(|command| &command.action);
        if let Some(wanted) = action.and_then(form) {
            held = keep_for_sending(&tx, wanted, photos).await?;
        }
        if let Some(Action::RecordEntry(command)) = action {
            // A new entry is what the draft was for; a revision leaves it alone.
            drop_drafts(&tx, &command.content.photos).await?;
            tx.delete(DRAFTS, "entry".into())?;
        }
        tx.commit().await?;
        self.wait_for(&held);
        Ok(waiting)
    }

    /// Takes a command out of the queue or the tray, and tells where it stood. Photos that nothing else speaks of stay, but
    /// are not sent.
    pub(crate) async fn discard(&self, id: CommandId, loose: &[String]) -> Result<Option<u64>> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, TRAY, HOLDS], Sure::Strict)?;
        let place = drop_answered(&tx, &[id]).await?;
        tx.delete(TRAY, id.to_string().into())?;
        for sha256 in loose {
            tx.put(HOLDS, sha256.into(), "loose".into())?;
        }
        tx.commit().await?;
        self.waiting.borrow_mut().retain(|sha256| !loose.contains(sha256));
        Ok(place)
    }

    /// Puts a discarded command back where it was, with the photos that were let go with it.
    pub(crate) async fn put_back(
        &self,
        command: &Command,
        place: Option<u64>,
        reason: Option<&Spoken>,
        photos: &[String],
    ) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, TRAY, HOLDS], Sure::Strict)?;
        let what = Waiting::Read(command.clone());
        if let Some(reason) = reason {
            put_refused(&tx, &Refused { what, reason: reason.clone() })?;
        } else {
            let taken: Vec<u64> = tx.keys(OUTBOX).await?.iter().filter_map(count).collect();
            let end = taken.iter().max().map_or(1, |last| last + 1);
            let place = place.filter(|place| !taken.contains(place)).unwrap_or(end);
            tx.put(OUTBOX, number(place), json(&what)?)?;
        }
        for sha256 in photos {
            tx.put(HOLDS, sha256.into(), "waiting".into())?;
        }
        tx.commit().await?;
        self.wait_for(photos);
        Ok(())
    }
}

/// Takes answered commands out of the queue, wherever they stand in it, and tells where the last of them stood.
pub(super) async fn drop_answered(tx: &Tx, answered: &[CommandId]) -> Result<Option<u64>> {
    let mut place = None;
    if answered.is_empty() {
        return Ok(place);
    }
    for (key, value) in tx.keys(OUTBOX).await?.into_iter().zip(tx.values(OUTBOX).await?) {
        if parse::<Stub>(&value).is_some_and(|stub| answered.contains(&stub.id)) {
            place = count(&key);
            tx.delete(OUTBOX, key)?;
        }
    }
    Ok(place)
}

/// Writes the queue anew. What it does not name was appended meanwhile, or is no command, and stays behind it as it is.
pub(super) async fn rewrite(tx: &Tx, queue: &Queue) -> Result<()> {
    let named = |value: &JsValue| {
        parse::<Stub>(value).is_some_and(|stub| queue.outbox.iter().any(|waiting| waiting.id() == stub.id))
    };
    let rest: Vec<JsValue> = tx.values(OUTBOX).await?.into_iter().filter(|value| !named(value)).collect();
    tx.clear(OUTBOX)?;
    let mut place = 0;
    for waiting in &queue.outbox {
        place += 1;
        tx.put(OUTBOX, number(place), json(waiting)?)?;
    }
    for value in rest {
        place += 1;
        tx.put(OUTBOX, number(place), value)?;
    }
    tx.put_json(META, "device", &queue.device)?;
    tx.put(META, "seq".into(), number(queue.next_seq.saturating_sub(1)))
}

/// Hashes of the photos an action speaks of.
pub(crate) fn photos_of(action: &Action) -> Vec<String> {
    form(action).unwrap_or_default().iter().map(|photo| photo.sha256.clone()).collect()
}
