//! The queue on the disk. Each writing is one strict transaction: only after it has completed is anything called saved.
//!
//! A command's key is its place in the table and nothing more; its place among the device's commands stands beside it in clear,
//! because it is given inside the transaction, when the command is encrypted already, and may be given anew. What this build
//! cannot read is kept and sent as it is.

use js_sys::Array;
use serde::{Deserialize, Serialize};
use shared::command::{Action, Command};
use shared::ids::{CommandId, DeviceId};
use shared::sync::phone::{Queue, Refused, Sealed, Waiting};
use shared::words::Spoken;
use wasm_bindgen::{JsCast, JsValue};

use super::Result;
use super::codec::{read_command, read_refused, text_of};
use super::crypt::{Placed, is_encrypted};
use super::own::{DRAFTS, HOLDS, META, OUTBOX, Own, PHOTOS, TRAY, counter};
use super::photos::{drop_drafts, encrypted, keep_for_sending};
use super::table::{Sure, Tx, count, json, number, parse};
use crate::json;

/// Photos and documents an action speaks of, if it carries an entry.
fn parcels(action: &Action) -> Option<Vec<String>> {
    if let Action::RecordEntry(command) = action {
        return Some(command.content.parcels());
    }
    if let Action::ReviseEntry(command) = action {
        return Some(command.content.parcels());
    }
    None
}

/// What every build can read of a command, and what stands in clear beside an encrypted one.
#[derive(Serialize, Deserialize)]
pub(super) struct Stub {
    pub(super) id: CommandId,
    pub(super) device: DeviceId,
    pub(super) seq: u64,
}

/// What is known of a command in the queue without opening it.
pub(super) fn stub(value: &JsValue) -> Option<Stub> {
    match value.dyn_ref::<Array>() {
        Some(parts) => parse(&parts.get(2)),
        None => parse(value),
    }
}

/// A command as it goes into the queue: encrypted with its stub beside it, or plain with its place inside.
fn lying(waiting: &Waiting, body: &JsValue) -> Result<JsValue> {
    if !is_encrypted(body) {
        return Ok(text_of(waiting)?.into());
    }
    let (id, (device, seq)) = (waiting.id(), waiting.place());
    Ok(beside(body, &json(&Stub { id, device, seq })?))
}

fn beside(body: &JsValue, stub: &str) -> JsValue {
    let parts: &Array = body.unchecked_ref();
    Array::of3(&parts.get(0), &parts.get(1), &stub.into()).into()
}

/// A command that lay in the queue as plain text, with what must stay in clear.
pub(super) fn with_stub(body: JsValue, plain: &JsValue) -> JsValue {
    let text = stub(plain).and_then(|stub| json(&stub).ok());
    text.map_or(body.clone(), |text| beside(&body, &text))
}

/// Commands, each bound to its id.
pub(super) fn bodies<'a>(commands: impl Iterator<Item = &'a Waiting>) -> Result<Vec<Placed>> {
    let body = |waiting: &Waiting| Ok(Placed::new(OUTBOX, &waiting.id().to_string(), text_of(waiting)?.into()));
    commands.map(body).collect()
}

/// A value of the queue, to be decrypted.
pub(super) fn placed(value: JsValue) -> Placed {
    let name = stub(&value).map(|stub| stub.id.to_string()).unwrap_or_default();
    Placed::new(OUTBOX, &name, value)
}

/// A command from the queue: what was decrypted, at the place that stands beside it.
pub(super) fn standing(text: &str, stub: Option<Stub>) -> Option<Waiting> {
    let mut waiting = waiting(text)?;
    if let Some(Stub { device, seq, .. }) = stub {
        waiting.move_to(device, seq);
    }
    Some(waiting)
}

/// A command from the disk, also one of another build; none for what is no command at all.
pub(super) fn waiting(text: &str) -> Option<Waiting> {
    if let Some(command) = read_command(text) {
        return Some(Waiting::Read(command));
    }
    let Some(sealed) = json::read::<Sealed>(text) else {
        let Stub { id, device, seq } = json::read(text)?;
        return Some(Waiting::Sealed(Sealed { id, device, seq, sealed: text.to_owned() }));
    };
    // This build may be able to read what the one before could not.
    let mut waiting = read_command(&sealed.sealed).map_or_else(|| Waiting::Sealed(sealed.clone()), Waiting::Read);
    waiting.move_to(sealed.device, sealed.seq);
    Some(waiting)
}

/// A refused command of another build as it lies on the disk.
#[derive(Deserialize)]
struct StuckSealed {
    command: Sealed,
    reason: Spoken,
}

/// A refusal's name in the tray, and its text.
pub(super) fn stuck(refused: &Refused) -> Result<(String, String)> {
    let (command, reason) = (text_of(&refused.what)?, json(&refused.reason)?);
    let text = ["{\"command\":", &command, ",\"reason\":", &reason, "}"].concat();
    Ok((refused.what.id().to_string(), text))
}

pub(super) fn refused(text: &str) -> Option<Refused> {
    if let Some(refused) = read_refused(text) {
        return Some(refused);
    }
    let StuckSealed { command, reason } = json::read(text)?;
    Some(Refused { what: Waiting::Sealed(command), reason })
}

/// What a new entry means for the form's draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// It is what the draft was for.
    Ends,
    /// It was written elsewhere, and the form is not finished.
    Stays,
}

impl Own {
    /// Puts a command at the end of the queue. A new entry is what the form's draft was for.
    pub(crate) async fn append(&self, waiting: Waiting, photos: &[(String, JsValue)]) -> Result<Waiting> {
        self.append_from(waiting, photos, Form::Ends).await
    }

    /// Puts a command at the end of the queue, with its photos; a new entry clears the draft of a form that ends with it. All or nothing. Its place is
    /// given here, inside the transaction, and comes back with it.
    pub(crate) async fn append_from(
        &self,
        mut waiting: Waiting,
        photos: &[(String, JsValue)],
        form: Form,
    ) -> Result<Waiting> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let body = crypt.encrypt(&bodies(std::iter::once(&waiting))?).await?.pop().unwrap_or_default();
        let photos = encrypted(&crypt, photos).await?;
        let tx = visit.write(&[OUTBOX, PHOTOS, HOLDS, DRAFTS, META], Sure::Strict)?;
        let device = self.is_same(&tx).await?;
        let last = tx.keys(OUTBOX).await?.iter().filter_map(count).max().unwrap_or(0);
        let seq = counter(&tx, "seq").await? + 1;
        waiting.move_to(device, seq);
        tx.put(OUTBOX, number(last + 1), lying(&waiting, &body)?)?;
        tx.put(META, "seq".into(), number(seq))?;
        let mut held = Vec::new();
        let action = waiting.command().map(|command| &command.action);
        if let Some(wanted) = action.and_then(parcels) {
            held = keep_for_sending(&tx, &wanted, &photos).await?;
        }
        if let (Some(Action::RecordEntry(command)), Form::Ends) = (action, form) {
            // A revision leaves the draft alone.
            drop_drafts(&tx, &command.content.parcels()).await?;
            tx.delete(DRAFTS, "entry".into())?;
        }
        tx.commit().await?;
        self.wait_for(&held);
        Ok(waiting)
    }

    /// Takes a command out of the queue or the tray, and tells where it stood. Photos that nothing else speaks of stay, but
    /// are not sent.
    pub(crate) async fn discard(&self, id: CommandId, loose: &[String]) -> Result<Option<u64>> {
        let tx = self.shelf.write(&[OUTBOX, TRAY, HOLDS], Sure::Strict).await?;
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
        let what = Waiting::Read(command.clone());
        let refused = reason.map(|reason| Refused { what: what.clone(), reason: reason.clone() });
        let visit = self.shelf.enter().await?;
        let body = match &refused {
            Some(refused) => {
                let (name, text) = stuck(refused)?;
                visit.crypt().encrypt_text(TRAY, &name, &text).await?
            }
            None => visit.crypt().encrypt(&bodies(std::iter::once(&what))?).await?.pop().unwrap_or_default(),
        };
        let tx = visit.write(&[OUTBOX, TRAY, HOLDS], Sure::Strict)?;
        if refused.is_some() {
            tx.put(TRAY, command.id.to_string().into(), body)?;
        } else {
            let taken: Vec<u64> = tx.keys(OUTBOX).await?.iter().filter_map(count).collect();
            let end = taken.iter().max().map_or(1, |last| last + 1);
            let place = place.filter(|place| !taken.contains(place)).unwrap_or(end);
            tx.put(OUTBOX, number(place), lying(&what, &body)?)?;
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
    for (key, value) in tx.pairs(OUTBOX).await? {
        if stub(&value).is_some_and(|stub| answered.contains(&stub.id)) {
            place = count(&key);
            tx.delete(OUTBOX, key)?;
        }
    }
    Ok(place)
}

/// Writes the queue anew, with its commands' bodies in the same order. What it does not name was appended meanwhile, or is no command, and stays behind it as it is.
pub(super) async fn rewrite(tx: &Tx, queue: &Queue, bodies: &[JsValue]) -> Result<()> {
    let named =
        |value: &JsValue| stub(value).is_some_and(|stub| queue.outbox.iter().any(|waiting| waiting.id() == stub.id));
    let rest: Vec<JsValue> = tx.values(OUTBOX).await?.into_iter().filter(|value| !named(value)).collect();
    tx.clear(OUTBOX)?;
    let mut place = 0;
    for (waiting, body) in queue.outbox.iter().zip(bodies) {
        place += 1;
        tx.put(OUTBOX, number(place), lying(waiting, body)?)?;
    }
    for value in rest {
        place += 1;
        tx.put(OUTBOX, number(place), value)?;
    }
    tx.put(META, "device".into(), json(&queue.device)?.into())?;
    tx.put(META, "seq".into(), number(queue.next_seq.saturating_sub(1)))
}

/// Hashes of the photos an action speaks of.
pub(crate) fn photos_of(action: &Action) -> Vec<String> {
    parcels(action).unwrap_or_default()
}
