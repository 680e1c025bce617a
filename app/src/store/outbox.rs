//! The queue on the disk. Each writing is one strict transaction: only after it has completed is anything called saved.

use shared::command::{Action, Command};
use shared::entry::Photo;
use shared::sync::client::Refused;
use wasm_bindgen::JsValue;

use super::Result;
use super::own::{DRAFTS, HOLDS, META, OUTBOX, Own, PHOTOS, TRAY, counter};
use super::photos::{drop_drafts, keep_for_sending};
use super::table::{Sure, Tx, count, json, number, parse};

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

impl Own {
    /// Puts a command at the end of the queue, with its photos; a new entry clears the form's draft. All or nothing. Its place is
    /// given here, inside the transaction, and comes back with it.
    pub(crate) async fn append(&self, command: Command, photos: &[(String, JsValue)]) -> Result<Command> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, PHOTOS, HOLDS, DRAFTS, META], Sure::Strict)?;
        self.is_same(&tx).await?;
        let last = tx.keys(OUTBOX).await?.iter().filter_map(count).max().unwrap_or(0);
        let seq = last.max(counter(&tx, "seq").await?) + 1;
        let command = Command { device: self.device, seq, ..command };
        tx.put(OUTBOX, number(seq), json(&command)?)?;
        tx.put(META, "seq".into(), number(seq))?;
        let mut waiting = Vec::new();
        if let Some(wanted) = form(&command.action) {
            waiting = keep_for_sending(&tx, wanted, photos).await?;
        }
        if let Action::RecordEntry(command) = &command.action {
            // A new entry is what the draft was for; a revision leaves it alone.
            drop_drafts(&tx, &command.content.photos).await?;
            tx.delete(DRAFTS, "entry".into())?;
        }
        tx.commit().await?;
        self.wait_for(&waiting);
        Ok(command)
    }

    /// Takes a command out of the queue or the tray. Photos that nothing else speaks of stay, but are not sent.
    pub(crate) async fn discard(&self, command: &Command, loose: &[String]) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, TRAY, HOLDS], Sure::Strict)?;
        tx.delete(OUTBOX, number(command.seq))?;
        tx.delete(TRAY, command.id.to_string().into())?;
        for sha256 in loose {
            tx.put(HOLDS, sha256.into(), "loose".into())?;
        }
        tx.commit().await?;
        self.waiting.borrow_mut().retain(|sha256| !loose.contains(sha256));
        Ok(())
    }

    /// Puts a discarded command back where it was, with the photos that were let go with it.
    pub(crate) async fn put_back(&self, command: &Command, refused: Option<&Refused>, photos: &[String]) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[OUTBOX, TRAY, HOLDS], Sure::Strict)?;
        match refused {
            Some(refused) => tx.put_json(TRAY, &command.id.to_string(), refused)?,
            None => tx.put(OUTBOX, number(command.seq), json(command)?)?,
        }
        for sha256 in photos {
            tx.put(HOLDS, sha256.into(), "waiting".into())?;
        }
        tx.commit().await?;
        self.wait_for(photos);
        Ok(())
    }
}

/// Takes answered commands out of the queue, wherever they stand in it.
pub(super) async fn drop_answered(tx: &Tx, answered: &[shared::ids::CommandId]) -> Result<()> {
    if answered.is_empty() {
        return Ok(());
    }
    for command in tx.values(OUTBOX).await?.iter().filter_map(parse::<Command>) {
        if answered.contains(&command.id) {
            tx.delete(OUTBOX, number(command.seq))?;
        }
    }
    Ok(())
}

/// Hashes of the photos an action speaks of.
pub(crate) fn photos_of(action: &Action) -> Vec<String> {
    form(action).unwrap_or_default().iter().map(|photo| photo.sha256.clone()).collect()
}
