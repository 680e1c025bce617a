//! Opening databases, and the order in which they are used.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::channel::oneshot::{self, Receiver, Sender};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::crypt::{Crypt, KEYS};
use super::table::{Sure, Tx, settled};
use super::{Fault, Result};
use crate::{browser, clock};

/// 1: everything plain. 2: a table for the key. A build that only knows the first cannot open the second, and says so; it would
/// not see what waits.
const VERSION: u32 = 2;

/// Longest wait for other windows to let go of a database. One that hears of it does so at once.
const OPEN_MS_MAX: u32 = 10_000;

/// A database that reopens itself when the browser has closed it.
pub(super) struct Shelf {
    name: String,
    tables: &'static [&'static str],
    open: RefCell<Open>,
    closed: Rc<Cell<bool>>,
    /// Ends when the last one in line has begun its transaction.
    last: Cell<Option<Receiver<()>>>,
}

#[derive(Clone)]
struct Open {
    db: IdbDatabase,
    crypt: Rc<Crypt>,
}

/// A turn at the database: until it ends in a transaction nobody else begins one. So what is written while something is being
/// encrypted comes after it, as if encrypting took no time.
pub(super) struct Visit {
    open: Open,
    /// Dropped, it lets the next one in.
    _done: Sender<()>,
}

impl Visit {
    pub(super) fn crypt(&self) -> Rc<Crypt> {
        Rc::clone(&self.open.crypt)
    }

    pub(super) fn read(self, tables: &[&str]) -> Result<Tx> {
        Tx::read(&self.open.db, tables)
    }

    pub(super) fn write(self, tables: &[&str], sure: Sure) -> Result<Tx> {
        Tx::write(&self.open.db, tables, sure)
    }
}

impl Shelf {
    pub(super) async fn open(name: String, tables: &'static [&'static str]) -> Result<Self> {
        let closed = Rc::new(Cell::new(false));
        let open = RefCell::new(open(&name, tables, &closed).await?);
        Ok(Self { name, tables, open, closed, last: Cell::default() })
    }

    /// Waits for those who came before; cheap. Whoever gives up waiting loses the place, and nothing else.
    pub(super) async fn enter(&self) -> Result<Visit> {
        let (done, next) = oneshot::channel();
        if let Some(before) = self.last.replace(Some(next)) {
            let _ = before.await;
        }
        if self.closed.get() {
            let open = open(&self.name, self.tables, &self.closed).await?;
            self.open.replace(open);
        }
        let open = self.open.borrow().clone();
        Ok(Visit { open, _done: done })
    }

    pub(super) async fn read(&self, tables: &[&str]) -> Result<Tx> {
        self.enter().await?.read(tables)
    }

    pub(super) async fn write(&self, tables: &[&str], sure: Sure) -> Result<Tx> {
        self.enter().await?.write(tables, sure)
    }

    /// Are values encrypted here?
    pub(super) fn has_key(&self) -> bool {
        self.open.borrow().crypt.has_key()
    }
}

async fn open(name: &str, tables: &'static [&'static str], closed: &Rc<Cell<bool>>) -> Result<Open> {
    let db = open_database(name, tables).await.ok_or(Fault::Closed)?;
    closed.set(false);
    watch(&db, closed);
    let crypt = Rc::new(Crypt::of(name, &db).await?);
    Ok(Open { db, crypt })
}

async fn open_database(name: &str, tables: &'static [&'static str]) -> Option<IdbDatabase> {
    let factory: IdbFactory = browser::property(&["indexedDB"])?.unchecked_into();
    let request = factory.open_with_u32(name, VERSION).ok()?;
    let asked = request.clone();
    let upgrade = Closure::once_into_js(move || create(&asked, tables));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    if let Some(ended) = clock::within(OPEN_MS_MAX, settled(&request, "success", "error")).await {
        ended.ok()?;
        return request.result().ok().map(JsCast::unchecked_into);
    }
    // A window that stands still holds an older one. What opens too late must not stay in the next one's way.
    let asked = request.clone();
    let late = Closure::once_into_js(move || {
        if let Ok(db) = asked.result() {
            db.unchecked_into::<IdbDatabase>().close();
        }
    });
    request.set_onsuccess(Some(late.unchecked_ref()));
    None
}

/// Makes the tables that are not there yet; what the others hold stays.
fn create(request: &IdbOpenDbRequest, tables: &[&str]) {
    let Ok(db) = request.result() else { return };
    let db: IdbDatabase = db.unchecked_into();
    let known = db.object_store_names();
    for table in tables.iter().chain(&[KEYS]).filter(|table| !known.contains(table)) {
        // A table that is missing is told by the first transaction that wants it.
        let _ = db.create_object_store(table);
    }
}

/// The browser may close a database, and a newer build in another window may want it for itself: then it is let go.
fn watch(db: &IdbDatabase, closed: &Rc<Cell<bool>>) {
    let (asked, closed) = (db.clone(), Rc::clone(closed));
    let gone: Box<dyn FnMut()> = Box::new(move || {
        asked.close();
        closed.set(true);
    });
    let gone = Closure::wrap(gone).into_js_value();
    db.set_onclose(Some(gone.unchecked_ref()));
    db.set_onversionchange(Some(gone.unchecked_ref()));
}
