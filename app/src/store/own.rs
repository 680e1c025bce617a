//! One person's database: opening it, and the identities it gives out.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use shared::ids::{DeviceId, EmployeeId};
use shared::scope::Scope;
use uuid::Uuid;
use wasm_bindgen::JsValue;

use super::shelf::Shelf;
use super::table::{Sure, Tx, count, json, parse};
use super::{Fault, Result};

pub(super) const ROWS: &str = "rows";
pub(super) const OUTBOX: &str = "outbox";
pub(super) const TRAY: &str = "tray";
pub(super) const CURSORS: &str = "cursors";
pub(super) const DRAFTS: &str = "drafts";
pub(super) const PHOTOS: &str = "photos";
pub(super) const HOLDS: &str = "holds";
pub(super) const META: &str = "meta";

/// In the meta table once nothing plain of an earlier build is left.
pub(super) const ENCRYPTED: &str = "encrypted";

/// One person's database.
pub(crate) struct Own {
    pub(super) shelf: Shelf,
    pub(super) employee: EmployeeId,
    /// Born with the database and never changed, so that lost storage is noticed.
    birth: DeviceId,
    /// Counts the pulls written; another window's shows as a difference.
    pub(super) turn: Cell<u64>,
    /// Cursors as they lie on the disk.
    pub(super) cursors: RefCell<BTreeMap<Scope, u64>>,
    /// Photos that wait for the line, each once.
    pub(super) waiting: RefCell<Vec<String>>,
    /// Commands and refusals that did not open when the disk was read.
    pub(super) unopened: Cell<usize>,
}

impl Own {
    pub(crate) async fn open(employee: EmployeeId) -> Result<Self> {
        let tables = &[ROWS, OUTBOX, TRAY, CURSORS, DRAFTS, PHOTOS, HOLDS, META];
        let shelf = Shelf::open(format!("teladan-{employee}"), tables).await?;
        let tx = shelf.write(&[META], Sure::Strict).await?;
        incarnation(&tx, "device").await?;
        let birth = incarnation(&tx, "birth").await?;
        let has_plain = tx.get(META, ENCRYPTED).await?.is_none();
        tx.commit().await?;
        let (turn, cursors, waiting, unopened) = Default::default();
        let own = Self { shelf, employee, birth, turn, cursors, waiting, unopened };
        if has_plain && own.is_encrypted() {
            // What could not be encrypted stays readable as it is; the next start tries again.
            let _ = own.encrypt_plain().await;
        }
        Ok(own)
    }

    /// Is what lies here encrypted? Not where the browser has no WebCrypto or cannot keep a key.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.shelf.has_key()
    }

    /// How many commands and refusals lie here that do not open, as far as was read. They stay on the disk.
    pub(crate) fn unopened(&self) -> usize {
        self.unopened.get()
    }

    /// These photos wait too.
    pub(super) fn wait_for(&self, photos: &[String]) {
        let mut waiting = self.waiting.borrow_mut();
        for sha256 in photos {
            if !waiting.contains(sha256) {
                waiting.push(sha256.clone());
            }
        }
    }
}

impl Own {
    /// The incarnation in which places are given now, if this is still the database that was opened. A browser may clear its
    /// storage under an open page; then places start again, and must never be given out under the same incarnation.
    pub(super) async fn is_same(&self, tx: &Tx) -> Result<DeviceId> {
        let birth: Option<DeviceId> = tx.get(META, "birth").await?.as_ref().and_then(parse);
        let device = tx.get(META, "device").await?.as_ref().and_then(parse);
        device.filter(|_| birth == Some(self.birth)).ok_or(Fault::Lost)
    }
}

async fn incarnation(tx: &Tx, name: &str) -> Result<DeviceId> {
    if let Some(known) = tx.get(META, name).await?.as_ref().and_then(parse) {
        return Ok(known);
    }
    let fresh = DeviceId(Uuid::now_v7());
    tx.put(META, name.into(), json(&fresh)?.into())?;
    Ok(fresh)
}

/// A counter of the meta table; zero when it was never written.
pub(super) async fn counter(tx: &Tx, name: &str) -> Result<u64> {
    let value: Option<JsValue> = tx.get(META, name).await?;
    Ok(value.as_ref().and_then(count).unwrap_or(0))
}
