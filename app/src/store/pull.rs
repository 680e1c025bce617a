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

use super::codec::text_of;
use super::crypt::{Crypt, Placed};
use super::outbox::{bodies, drop_answered, rewrite, stuck, waiting};
use super::own::{CURSORS, META, OUTBOX, Own, ROWS, TRAY, counter};
use super::table::{Sure, Tx, json, number};
use super::{Fault, Result};
use crate::json::read;

impl Own {
    /// Writes pulls, oldest first: the newest one and those that could not be written before it.
    pub(crate) async fn take_in(&self, pulls: &[Store], heard_at: DateTime<Utc>) -> Result<()> {
        let Some(newest) = pulls.last() else { return Ok(()) };
        if pulls.iter().all(|pull| pull.is_quiet(&self.cursors.borrow())) {
            return Ok(());
        }
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let mut written = Vec::new();
        for pull in pulls {
            written.push(Written::of(pull, &crypt).await?);
        }
        let tx = visit.write(&[ROWS, OUTBOX, TRAY, CURSORS, META], Sure::Relaxed)?;
        self.is_same(&tx).await?;
        if counter(&tx, "turn").await? != self.turn.get() {
            return Err(Fault::Moved);
        }
        let turn = self.turn.get() + 1;
        tx.put(META, "turn".into(), number(turn))?;
        tx.put(META, "heard_at".into(), moment_text(heard_at).into())?;
        for (pull, written) in pulls.iter().zip(written) {
            write(&tx, pull, written).await?;
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
pub(super) const SENT: &str = "sent:";

/// An accepted command as it lies on the disk.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(with = "shared::stamp::moment")]
    at: DateTime<Utc>,
    command: String,
}

pub(super) fn sent(text: &str) -> Option<Sent> {
    let Kept { at, command } = read(text)?;
    Some(Sent { what: waiting(&command)?, at })
}

/// What one transaction of the core puts, as it goes to the disk.
struct Written {
    puts: Vec<(&'static str, String, JsValue)>,
    queue: Vec<JsValue>,
}

impl Written {
    async fn of(pull: &Store, crypt: &Crypt) -> Result<Self> {
        let mut texts = Vec::new();
        for (_, row) in &pull.puts {
            if let Some(key) = row.key() {
                texts.push((ROWS, key.to_string(), json(row)?));
            }
        }
        for refused in &pull.refused {
            let (name, text) = stuck(refused)?;
            texts.push((TRAY, name, text));
        }
        for Sent { what, at } in &pull.sent {
            let kept = Kept { at: *at, command: text_of(what)? };
            texts.push((META, [SENT, &what.id().to_string()].concat(), json(&kept)?));
        }
        let placed = |(table, name, text): &(&'static str, String, String)| Placed::new(table, name, text.into());
        let values = crypt.encrypt(&texts.iter().map(placed).collect::<Vec<_>>()).await?;
        let puts = texts.into_iter().zip(values).map(|((table, name, _), value)| (table, name, value)).collect();
        let waiting = pull.queue.iter().flat_map(|queue| &queue.outbox);
        Ok(Self { puts, queue: crypt.encrypt(&bodies(waiting)?).await? })
    }
}

/// One transaction of the core, in its order ([`Store`]). A phone holds one scope, the person's own.
async fn write(tx: &Tx, pull: &Store, written: Written) -> Result<()> {
    if !pull.cleared.is_empty() {
        tx.clear(ROWS)?;
    }
    for (_, key) in &pull.drops {
        tx.delete(ROWS, key.to_string().into())?;
    }
    for (table, name, value) in written.puts {
        tx.put(table, name.into(), value)?;
    }
    for id in &pull.forgotten {
        tx.delete(META, [SENT, &id.to_string()].concat().into())?;
    }
    drop_answered(tx, &pull.answered).await?;
    match &pull.queue {
        Some(queue) => rewrite(tx, queue, &written.queue).await,
        None => Ok(()),
    }
}
