//! Everything a person's database knows, read in one snapshot at the start.

use chrono::{DateTime, Utc};
use shared::scope::Scope;
use shared::stamp::parse_moment;
use shared::sync::phone::Memory;
use shared::sync::talk::Epoch;
use wasm_bindgen::JsValue;

use super::Result;
use super::codec::{is_known, text_of};
use super::crypt::{Crypt, Placed};
use super::outbox::{Stub, placed, refused, standing, stub};
use super::own::{CURSORS, HOLDS, META, OUTBOX, Own, ROWS, TRAY, counter};
use super::pull::{SENT, sent};
use super::table::{Sure, Tx, count, json};
use crate::json::read;

/// What was read.
pub(crate) struct Recalled {
    /// For the sync core.
    pub(crate) memory: Memory,
    /// When the office last answered.
    pub(crate) heard_at: Option<DateTime<Utc>>,
    /// There are commands, and what reads them was not here: they are texts in this memory.
    pub(crate) unread: bool,
}

/// What must be decrypted, as it was read.
struct Closed {
    rows: Vec<(JsValue, JsValue)>,
    outbox: Vec<JsValue>,
    tray: Vec<(JsValue, JsValue)>,
    sent: Vec<(JsValue, JsValue)>,
}

impl Own {
    /// Reads everything.
    ///
    /// Rows written by another build are shown, but their cursors are forgotten: that build may have passed over rows it
    /// did not know, so the first pull brings the person's own log whole. It is small. So it is when a row does not open.
    pub(crate) async fn recall(&self, build: &str) -> Result<Recalled> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let tx = visit.read(&[ROWS, OUTBOX, TRAY, CURSORS, HOLDS, META])?;
        let mut memory = Memory::new(self.is_same(&tx).await?);
        memory.next_seq = counter(&tx, "seq").await? + 1;
        memory.epoch = tx.get(META, "epoch").await?.as_ref().and_then(count).map(Epoch);
        let closed = Closed::read(&tx).await?;
        for (scope, place) in tx.pairs(CURSORS).await? {
            let scope = scope.as_string().and_then(|scope| scope.parse::<Scope>().ok());
            if let (Some(scope), Some(place)) = (scope, count(&place)) {
                memory.cursors.insert(scope, place);
            }
        }
        let same_build = tx.get(META, "build").await?.and_then(|known| known.as_string()).as_deref() == Some(build);
        let holds = tx.pairs(HOLDS).await?.into_iter();
        let held = holds.filter(|(_, hold)| *hold == "waiting").filter_map(|(key, _)| key.as_string());
        let heard_at = tx.get(META, "heard_at").await?.and_then(|at| parse_moment(&at.as_string()?));
        let turn = counter(&tx, "turn").await?;
        // From here on this window knows what lies on the disk; what it says takes a moment more.
        self.waiting.replace(held.collect());
        self.turn.set(turn);
        self.cursors.replace(memory.cursors.clone());
        drop(tx);
        let unread = closed.has_commands() && !is_known();
        let shut = closed.open(&crypt, Scope::Own(self.employee), &mut memory).await;
        self.unopened.set(shut.commands);
        if !same_build || shut.rows > 0 {
            memory.cursors.clear();
            self.cursors.take();
            self.settle_in(build).await?;
        }
        Ok(Recalled { memory, heard_at, unread })
    }

    /// This build's rows from here on.
    async fn settle_in(&self, build: &str) -> Result<()> {
        let tx = self.shelf.write(&[CURSORS, META], Sure::Relaxed).await?;
        for scope in tx.keys(CURSORS).await? {
            tx.delete(CURSORS, scope)?;
        }
        tx.put(META, "build".into(), build.into())?;
        tx.commit().await
    }

    /// The queue as it lies on the disk, also what this build cannot read: the last resort. Of what does not open it tells
    /// what stands in clear.
    pub(crate) async fn export(&self) -> Result<(Vec<String>, Vec<String>)> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let tx = visit.read(&[OUTBOX, TRAY])?;
        let (outbox, tray) = (tx.values(OUTBOX).await?, tx.pairs(TRAY).await?);
        drop(tx);
        let stubs: Vec<_> = outbox.iter().map(stub).collect();
        let texts = crypt.decrypt_texts(&outbox.into_iter().map(placed).collect::<Vec<_>>()).await;
        let outbox = texts.into_iter().zip(stubs).filter_map(|(text, stub)| told(text, stub)).collect();
        let tray = crypt.decrypt_texts(&named(TRAY, tray)).await.into_iter().flatten().collect();
        Ok((outbox, tray))
    }
}

/// A command of the queue for the export, with the place that it has now.
fn told(text: Option<String>, stub: Option<Stub>) -> Option<String> {
    let Some(text) = text else { return json(&stub?).ok() };
    let waiting = standing(&text, stub).and_then(|waiting| text_of(&waiting).ok());
    Some(waiting.unwrap_or(text))
}

/// How much does not open.
#[derive(Default)]
struct Shut {
    rows: usize,
    commands: usize,
}

impl Closed {
    async fn read(tx: &Tx) -> Result<Self> {
        let is_sent = |(key, _): &(JsValue, JsValue)| key.as_string().is_some_and(|key| key.starts_with(SENT));
        Ok(Self {
            rows: tx.pairs(ROWS).await?,
            outbox: tx.values(OUTBOX).await?,
            tray: tx.pairs(TRAY).await?,
            sent: tx.pairs(META).await?.into_iter().filter(is_sent).collect(),
        })
    }

    fn has_commands(&self) -> bool {
        !(self.outbox.is_empty() && self.tray.is_empty() && self.sent.is_empty())
    }

    /// Fills the memory. What opens and cannot be read is another build's, and passed over; what does not open is counted.
    async fn open(self, crypt: &Crypt, scope: Scope, memory: &mut Memory) -> Shut {
        let mut shut = Shut::default();
        let rows = crypt.decrypt_texts(&named(ROWS, self.rows)).await;
        shut.rows = rows.iter().filter(|text| text.is_none()).count();
        memory.rows.insert(scope, rows.iter().flatten().filter_map(|text| read(text)).collect());
        let stubs: Vec<_> = self.outbox.iter().map(stub).collect();
        let outbox = crypt.decrypt_texts(&self.outbox.into_iter().map(placed).collect::<Vec<_>>()).await;
        let tray = crypt.decrypt_texts(&named(TRAY, self.tray)).await;
        shut.commands = outbox.iter().chain(&tray).filter(|text| text.is_none()).count();
        memory.outbox = outbox.iter().zip(stubs).filter_map(|(text, stub)| standing(text.as_ref()?, stub)).collect();
        memory.tray = tray.iter().flatten().filter_map(|text| refused(text)).collect();
        let texts = crypt.decrypt_texts(&named(META, self.sent)).await;
        memory.sent = texts.iter().flatten().filter_map(|text| sent(text)).collect();
        shut
    }
}

/// Values that are bound to their keys.
fn named(table: &str, pairs: Vec<(JsValue, JsValue)>) -> Vec<Placed> {
    let placed = |(key, value): (JsValue, _)| Placed::new(table, &key.as_string().unwrap_or_default(), value);
    pairs.into_iter().map(placed).collect()
}
