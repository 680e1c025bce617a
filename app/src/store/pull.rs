//! What a pull has changed, in one transaction. Relaxed: what is lost here can be asked for again.
//!
//! Two windows of the same person write to the same database. Each counts turns; whoever finds a turn that is not its own
//! writes nothing and reads everything anew ([`Fault::Moved`]). So rows and cursors on the disk always belong together.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::stamp::moment_text;
use shared::sync::phone::{Sent, Store};
use shared::sync::talk::Epoch;
use wasm_bindgen::JsValue;

use super::outbox::{drop_answered, put_refused, rewrite, waiting};
use super::own::{CURSORS, META, OUTBOX, Own, ROWS, TRAY, counter};
use super::table::{Sure, Tx, json, number, parse};
use super::{Fault, Result};

impl Own {
    /// Writes pulls, oldest first: the newest one and those that could not be written before it.
    pub(crate) async fn take_in(&self, pulls: &[Store], heard_at: DateTime<Utc>) -> Result<()> {
        let Some(newest) = pulls.last() else { return Ok(()) };
        if pulls.iter().all(|pull| pull.is_quiet(&self.cursors.borrow())) {
            return Ok(());
        }
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[ROWS, OUTBOX, TRAY, CURSORS, META], Sure::Relaxed)?;
        self.is_same(&tx).await?;
        if counter(&tx, "turn").await? != self.turn.get() {
            return Err(Fault::Moved);
        }
        let turn = self.turn.get() + 1;
        tx.put(META, "turn".into(), number(turn))?;
        tx.put(META, "heard_at".into(), moment_text(heard_at).into())?;
        for pull in pulls {
            write(&tx, pull).await?;
        }
        if let Some(Epoch(epoch)) = newest.epoch {
            tx.put(META, "epoch".into(), number(epoch))?;
        }
        tx.clear(CURSORS)?;
        for (scope, place) in &newest.cursors {
            tx.put(CURSORS, scope.to_string().into(), number(*place))?;
        }
        tx.commit().await?;
        self.turn.set(turn);
        self.cursors.replace(newest.cursors.clone());
        Ok(())
    }
}

/// Accepted commands are kept under their ids in the meta table, so that older databases need no new one.
const SENT: &str = "sent:";

/// An accepted command as it lies on the disk.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(with = "shared::stamp::moment")]
    at: DateTime<Utc>,
    command: String,
}

pub(super) fn sent(key: &JsValue, value: &JsValue) -> Option<Sent> {
    key.as_string().filter(|key| key.starts_with(SENT))?;
    let Kept { at, command } = parse(value)?;
    Some(Sent { what: waiting(&command)?, at })
}

/// One transaction of the core, in its order ([`Store`]). A phone holds one scope, the person's own.
async fn write(tx: &Tx, pull: &Store) -> Result<()> {
    if !pull.cleared.is_empty() {
        tx.clear(ROWS)?;
    }
    for (_, key) in &pull.drops {
        tx.delete(ROWS, key.to_string().into())?;
    }
    for (_, row) in &pull.puts {
        if let Some(key) = row.key() {
            tx.put_json(ROWS, &key.to_string(), row)?;
        }
    }
    for refused in &pull.refused {
        put_refused(tx, refused)?;
    }
    for Sent { what, at } in &pull.sent {
        let command = json(what)?.as_string().unwrap_or_default();
        tx.put_json(META, &[SENT, &what.id().to_string()].concat(), &Kept { at: *at, command })?;
    }
    for id in &pull.forgotten {
        tx.delete(META, [SENT, &id.to_string()].concat().into())?;
    }
    drop_answered(tx, &pull.answered).await?;
    match &pull.queue {
        Some(queue) => rewrite(tx, queue).await,
        None => Ok(()),
    }
}
