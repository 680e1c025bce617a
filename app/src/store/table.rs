//! Transactions, in the few forms that the store needs.
//!
//! Requests inside a transaction are not awaited one by one: one that fails takes the whole transaction with it, and
//! [`Tx::commit`] tells. A request that is awaited keeps its transaction open, because the browser runs what follows before
//! it looks whether anything is still wanted.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::{Fault, Result};

/// How sure a finished transaction must be.
#[derive(Clone, Copy)]
pub(super) enum Sure {
    /// On the disk, before anybody is told that it is saved.
    Strict,
    /// With the operating system: what is lost can be asked for again.
    Relaxed,
}

/// Waits for one of two events.
pub(super) async fn settled(target: &EventTarget, good: &str, bad: &str) -> std::result::Result<(), JsValue> {
    let end = Promise::new(&mut |resolve, reject| {
        let _ = target.add_event_listener_with_callback(good, resolve.unchecked_ref());
        let _ = target.add_event_listener_with_callback(bad, reject.unchecked_ref());
    });
    JsFuture::from(end).await.map(drop)
}

/// A transaction; dropped without [`Tx::commit`] it has not happened.
pub(super) struct Tx {
    tx: IdbTransaction,
    /// What it means when a request in it fails.
    fault: Fault,
    committed: Cell<bool>,
}

impl Drop for Tx {
    fn drop(&mut self) {
        if !self.committed.get() {
            // One that has ended by itself says so; nothing is lost by asking.
            let _ = self.tx.abort();
        }
    }
}

impl Tx {
    pub(super) fn read(db: &IdbDatabase, tables: &[&str]) -> Result<Self> {
        Self::begin(db, tables, "readonly", "default", Fault::Closed)
    }

    pub(super) fn write(db: &IdbDatabase, tables: &[&str], sure: Sure) -> Result<Self> {
        let durability = match sure {
            Sure::Strict => "strict",
            Sure::Relaxed => "relaxed",
        };
        Self::begin(db, tables, "readwrite", durability, Fault::Unwritten)
    }

    /// Called by name: web-sys still calls the third argument unstable, browsers have had it for years.
    fn begin(db: &IdbDatabase, tables: &[&str], mode: &str, durability: &str, fault: Fault) -> Result<Self> {
        let make = || -> std::result::Result<IdbTransaction, JsValue> {
            let names: Array = tables.iter().map(|table| JsValue::from_str(table)).collect();
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &durability.into())?;
            let transaction: Function = Reflect::get(db, &"transaction".into())?.unchecked_into();
            transaction.call3(db, &names, &mode.into(), &options).map(JsCast::unchecked_into)
        };
        let tx = make().map_err(|_| Fault::Closed)?;
        Ok(Self { tx, fault, committed: Cell::new(false) })
    }

    pub(super) async fn commit(self) -> Result<()> {
        self.committed.set(true);
        #[expect(deprecated, reason = "so says web-sys of what is not in every draft; every browser has it")]
        self.tx.commit().map_err(|_| Fault::Unwritten)?;
        settled(&self.tx, "complete", "abort").await.map_err(|_| Fault::Unwritten)
    }

    fn table(&self, table: &str) -> Result<IdbObjectStore> {
        self.tx.object_store(table).map_err(|_| self.fault)
    }

    pub(super) fn put(&self, table: &str, key: JsValue, value: JsValue) -> Result<()> {
        self.table(table)?.put_with_key(&value, &key).map(drop).map_err(|_| self.fault)
    }

    pub(super) fn delete(&self, table: &str, key: JsValue) -> Result<()> {
        self.table(table)?.delete(&key).map(drop).map_err(|_| self.fault)
    }

    /// Takes everything out.
    pub(super) fn clear(&self, table: &str) -> Result<()> {
        self.table(table)?.clear().map(drop).map_err(|_| self.fault)
    }

    async fn answer(&self, request: std::result::Result<IdbRequest, JsValue>) -> Result<JsValue> {
        let request = request.map_err(|_| self.fault)?;
        settled(&request, "success", "error").await.map_err(|_| self.fault)?;
        request.result().map_err(|_| self.fault)
    }

    pub(super) async fn get(&self, table: &str, key: &str) -> Result<Option<JsValue>> {
        let found = self.answer(self.table(table)?.get(&JsValue::from_str(key))).await?;
        Ok(Some(found).filter(|found| !found.is_undefined()))
    }

    /// All values, in the order of their keys.
    pub(super) async fn values(&self, table: &str) -> Result<Vec<JsValue>> {
        let all: Array = self.answer(self.table(table)?.get_all()).await?.unchecked_into();
        Ok(all.to_vec())
    }

    /// All keys, in order.
    pub(super) async fn keys(&self, table: &str) -> Result<Vec<JsValue>> {
        let all: Array = self.answer(self.table(table)?.get_all_keys()).await?.unchecked_into();
        Ok(all.to_vec())
    }

    /// All keys with their values, in order.
    pub(super) async fn pairs(&self, table: &str) -> Result<Vec<(JsValue, JsValue)>> {
        let keys = self.keys(table).await?;
        Ok(keys.into_iter().zip(self.values(table).await?).collect())
    }
}

/// A value as a text.
pub(super) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Fault::Unwritten)
}

/// A plain value from the disk; `None` when this build cannot read it.
pub(super) fn parse<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    crate::json::read(&value.as_string()?)
}

/// A counter as it lies on the disk. IndexedDB numbers are doubles, exact far beyond any queue.
#[expect(clippy::cast_precision_loss, reason = "exact up to nine quadrillions")]
pub(super) fn number(count: u64) -> JsValue {
    JsValue::from_f64(count as f64)
}

/// A counter from the disk.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `number`")]
pub(super) fn count(value: &JsValue) -> Option<u64> {
    value.as_f64().map(|count| count as u64)
}
