//! Everything a person's database knows, read in one snapshot at the start.

use chrono::{DateTime, Utc};
use shared::scope::Scope;
use shared::stamp::parse_moment;
use shared::sync::phone::Memory;
use shared::sync::talk::Epoch;
use wasm_bindgen::JsValue;

use super::Result;
use super::outbox::{refused, waiting};
use super::own::{CURSORS, HOLDS, META, OUTBOX, Own, ROWS, TRAY, counter};
use super::pull::sent;
use super::table::{Sure, Tx, count, parse};

/// What was read.
pub(crate) struct Recalled {
    /// For the sync core.
    pub(crate) memory: Memory,
    /// When the office last answered.
    pub(crate) heard_at: Option<DateTime<Utc>>,
}

impl Own {
    /// Reads everything.
    ///
    /// Rows written by another build are shown, but their cursors are forgotten: that build may have passed over rows it
    /// did not know, so the first pull brings the person's own log whole. It is small.
    pub(crate) async fn recall(&self, build: &str) -> Result<Recalled> {
        let db = self.shelf.db().await?;
        let tx = Tx::read(&db, &[ROWS, OUTBOX, TRAY, CURSORS, HOLDS, META])?;
        let mut memory = Memory::new(self.is_same(&tx).await?);
        memory.next_seq = counter(&tx, "seq").await? + 1;
        memory.epoch = tx.get(META, "epoch").await?.as_ref().and_then(count).map(Epoch);
        let rows = tx.values(ROWS).await?.iter().filter_map(parse).collect();
        memory.rows.insert(Scope::Own(self.employee), rows);
        let texts = |values: Vec<JsValue>| values.into_iter().filter_map(|value| value.as_string());
        memory.outbox = texts(tx.values(OUTBOX).await?).filter_map(|text| waiting(&text)).collect();
        memory.tray = texts(tx.values(TRAY).await?).filter_map(|text| refused(&text)).collect();
        let meta = tx.keys(META).await?.into_iter().zip(tx.values(META).await?);
        memory.sent = meta.filter_map(|(key, value)| sent(&key, &value)).collect();
        let scopes = tx.keys(CURSORS).await?.into_iter().map(|key| key.as_string()?.parse::<Scope>().ok());
        let places = tx.values(CURSORS).await?;
        let cursors = scopes.zip(&places).filter_map(|(scope, place)| Some((scope?, count(place)?)));
        let same_build = tx.get(META, "build").await?.and_then(|known| known.as_string()).as_deref() == Some(build);
        if same_build {
            for (scope, place) in cursors {
                memory.cursors.insert(scope, place);
            }
        }
        let holds = tx.keys(HOLDS).await?.into_iter().zip(tx.values(HOLDS).await?);
        let held = holds.filter(|(_, hold)| *hold == "waiting").filter_map(|(key, _)| key.as_string());
        self.waiting.replace(held.collect());
        self.turn.set(counter(&tx, "turn").await?);
        self.cursors.replace(memory.cursors.clone());
        let heard_at = tx.get(META, "heard_at").await?.and_then(|at| parse_moment(&at.as_string()?));
        if !same_build {
            self.settle_in(build).await?;
        }
        Ok(Recalled { memory, heard_at })
    }

    /// This build's rows from here on.
    async fn settle_in(&self, build: &str) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[CURSORS, META], Sure::Relaxed)?;
        for scope in tx.keys(CURSORS).await? {
            tx.delete(CURSORS, scope)?;
        }
        tx.put(META, "build".into(), build.into())?;
        tx.commit().await
    }

    /// The queue as it lies on the disk, also what this build cannot read: the last resort.
    pub(crate) async fn export(&self) -> Result<(Vec<String>, Vec<String>)> {
        let db = self.shelf.db().await?;
        let tx = Tx::read(&db, &[OUTBOX, TRAY])?;
        let texts = |values: Vec<JsValue>| values.iter().filter_map(|value| value.as_string()).collect();
        Ok((texts(tx.values(OUTBOX).await?), texts(tx.values(TRAY).await?)))
    }
}
