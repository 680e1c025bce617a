//! Databases and transactions, in the few forms that the store needs.
//!
//! Requests inside a transaction are not awaited one by one: one that fails takes the whole transaction with it, and
//! [`Tx::commit`] tells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::{Build, BuildPrimitive, QuerySource};
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::{Fault, Result};

/// How sure a finished transaction must be.
#[derive(Clone, Copy)]
pub(super) enum Sure {
    /// On the disk, before anybody is told that it is saved.
    Strict,
    /// With the operating system: what is lost can be asked for again.
    Relaxed,
}

/// A database that reopens itself when the browser has closed it.
pub(super) struct Shelf {
    name: String,
    tables: &'static [&'static str],
    db: RefCell<Database>,
    closed: Rc<Cell<bool>>,
}

impl Shelf {
    pub(super) async fn open(name: String, tables: &'static [&'static str]) -> Result<Self> {
        let closed = Rc::new(Cell::new(false));
        let db = open(&name, tables, &closed).await?;
        Ok(Self { name, tables, db: RefCell::new(db), closed })
    }

    /// The open database; cheap.
    pub(super) async fn db(&self) -> Result<Database> {
        if self.closed.get() {
            let db = open(&self.name, self.tables, &self.closed).await?;
            self.db.replace(db);
        }
        Ok(self.db.borrow().clone())
    }
}

async fn open(name: &str, tables: &'static [&'static str], closed: &Rc<Cell<bool>>) -> Result<Database> {
    let db = Database::open(name)
        .with_version(1_u8)
        .with_on_blocked(|_| Ok(()))
        .with_on_upgrade_needed(move |_, db| {
            let known: Vec<String> = db.object_store_names().collect();
            for table in tables.iter().filter(|table| !known.iter().any(|name| name == *table)) {
                db.create_object_store(table).build()?;
            }
            Ok(())
        })
        .await
        .map_err(|_| Fault::Closed)?;
    closed.set(false);
    watch(db.clone(), Rc::clone(closed));
    Ok(db)
}

/// The browser may close a database, and a newer build in another window may want it for itself: then it is let go.
fn watch(db: Database, closed: Rc<Cell<bool>>) {
    let Ok(mut changes) = db.version_changes() else { return };
    wasm_bindgen_futures::spawn_local(async move {
        if std::future::poll_fn(|context| changes.poll_recv(context)).await.is_some() {
            db.close();
        }
        closed.set(true);
    });
}

/// A transaction; dropped without [`Tx::commit`] it has not happened.
pub(super) struct Tx<'a> {
    tx: Transaction<'a>,
    /// What it means when a request in it fails.
    fault: Fault,
}

impl<'a> Tx<'a> {
    pub(super) fn read(db: &'a Database, tables: &[&str]) -> Result<Self> {
        let tx = db.transaction(tables).build().map_err(|_| Fault::Closed)?;
        Ok(Self { tx, fault: Fault::Closed })
    }

    pub(super) fn write(db: &'a Database, tables: &[&str], sure: Sure) -> Result<Self> {
        let durability = match sure {
            Sure::Strict => TransactionDurability::Strict,
            Sure::Relaxed => TransactionDurability::Relaxed,
        };
        let tx = db
            .transaction(tables)
            .with_mode(TransactionMode::Readwrite)
            .with_options(TransactionOptions::new().with_durability(durability))
            .build()
            .map_err(|_| Fault::Closed)?;
        Ok(Self { tx, fault: Fault::Unwritten })
    }

    pub(super) async fn commit(self) -> Result<()> {
        self.tx.commit().await.map_err(|_| Fault::Unwritten)
    }

    pub(super) fn put(&self, table: &str, key: JsValue, value: JsValue) -> Result<()> {
        let store = self.tx.object_store(table).map_err(|_| self.fault)?;
        store.put(value).with_key(key).primitive().map(drop).map_err(|_| self.fault)
    }

    pub(super) fn put_json(&self, table: &str, key: &str, value: &impl Serialize) -> Result<()> {
        self.put(table, key.into(), json(value)?)
    }

    pub(super) fn delete(&self, table: &str, key: JsValue) -> Result<()> {
        let store = self.tx.object_store(table).map_err(|_| self.fault)?;
        store.delete(key).primitive().map(drop).map_err(|_| self.fault)
    }

    pub(super) async fn get(&self, table: &str, key: &str) -> Result<Option<JsValue>> {
        let store = self.tx.object_store(table).map_err(|_| self.fault)?;
        let request = store.get::<JsValue, _, _>(JsValue::from_str(key)).primitive().map_err(|_| self.fault)?;
        request.await.map_err(|_| self.fault)
    }

    pub(super) async fn get_json<T: DeserializeOwned>(&self, table: &str, key: &str) -> Result<Option<T>> {
        Ok(self.get(table, key).await?.as_ref().and_then(parse))
    }

    /// All values, in the order of their keys.
    pub(super) async fn values(&self, table: &str) -> Result<Vec<JsValue>> {
        let store = self.tx.object_store(table).map_err(|_| self.fault)?;
        let request = store.get_all::<JsValue>().primitive().map_err(|_| self.fault)?;
        Ok(request.await.map_err(|_| self.fault)?.filter_map(std::result::Result::ok).collect())
    }

    /// All keys, in order.
    pub(super) async fn keys(&self, table: &str) -> Result<Vec<JsValue>> {
        let store = self.tx.object_store(table).map_err(|_| self.fault)?;
        let request = store.get_all_keys::<JsValue>().primitive().map_err(|_| self.fault)?;
        Ok(request.await.map_err(|_| self.fault)?.filter_map(std::result::Result::ok).collect())
    }
}

/// A value as it lies on the disk.
pub(super) fn json(value: &impl Serialize) -> Result<JsValue> {
    serde_json::to_string(value).map(|text| JsValue::from_str(&text)).map_err(|_| Fault::Unwritten)
}

/// A value from the disk; `None` when this build cannot read it.
pub(super) fn parse<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    serde_json::from_str(&value.as_string()?).ok()
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
