//! What a pull has changed, in one transaction. Relaxed: what is lost here can be asked for again.
//!
//! Two windows of the same person write to the same database. Each counts turns; whoever finds a turn that is not its own
//! writes nothing and reads everything anew ([`Fault::Moved`]). So rows and cursors on the disk always belong together.

use chrono::{DateTime, Utc};
use shared::stamp::moment_text;
use shared::sync::client::Store;

use super::outbox::drop_answered;
use super::own::{CURSORS, META, OUTBOX, Own, ROWS, TRAY, counter};
use super::table::{Sure, Tx, number};
use super::{Fault, Result};

impl Own {
    /// Writes pulls, oldest first: the newest one and those that could not be written before it.
    pub(crate) async fn take_in(&self, pulls: &[Store], heard_at: DateTime<Utc>) -> Result<()> {
        let Some(newest) = pulls.last() else { return Ok(()) };
        if pulls.iter().all(is_quiet) && newest.cursors == *self.cursors.borrow() {
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
        for (scope, place) in &newest.cursors {
            tx.put(CURSORS, scope.to_string().into(), number(*place))?;
        }
        tx.commit().await?;
        self.turn.set(turn);
        self.cursors.replace(newest.cursors.clone());
        Ok(())
    }
}

fn is_quiet(pull: &Store) -> bool {
    pull.puts.is_empty() && pull.drops.is_empty() && pull.answered.is_empty() && pull.refused.is_empty()
}

async fn write(tx: &Tx, pull: &Store) -> Result<()> {
    for key in &pull.drops {
        tx.delete(ROWS, key.to_string().into())?;
    }
    for row in &pull.puts {
        if let Some(key) = row.key() {
            tx.put_json(ROWS, &key.to_string(), row)?;
        }
    }
    for refused in &pull.refused {
        tx.put_json(TRAY, &refused.command.id.to_string(), refused)?;
    }
    drop_answered(tx, &pull.answered).await
}
