//! What the page can do behind the store's back (`end2end/store/page.js`), and a few words for cases.

use std::fmt::Debug;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::Outcome;

#[wasm_bindgen]
extern "C" {
    /// Everything in a database, as a list of `[table, key, value]`.
    #[wasm_bindgen(js_namespace = tools, js_name = dump)]
    fn tool_dump(database: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = text)]
    fn tool_text(database: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = contains)]
    fn tool_contains(database: &str, marker: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = put)]
    fn tool_put(database: &str, table: &str, key: &JsValue, value: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = remove)]
    fn tool_remove(database: &str, table: &str, key: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = writesAsBefore)]
    fn tool_old(database: &str, tables: &Array, values: &Array) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = opensAsBefore)]
    fn tool_opens_as_before(database: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = clear)]
    fn tool_clear() -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = hasSpace)]
    fn tool_has_space(bytes: f64) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = standsStill)]
    fn tool_stands_still(database: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = isLetGo)]
    fn tool_is_let_go(database: &str) -> Promise;
    #[wasm_bindgen(js_namespace = tools, js_name = key)]
    fn tool_key(database: &str) -> Promise;
    /// The transactions that were begun since the last question: `mode durability tables`.
    #[wasm_bindgen(js_namespace = tools)]
    pub(crate) fn begun() -> Vec<String>;
    /// The nth writing from now on fails.
    #[wasm_bindgen(js_namespace = tools, js_name = breaksAt)]
    pub(crate) fn breaks_at(nth: u32);
    /// Writing works again. Says whether one has failed.
    #[wasm_bindgen(js_namespace = tools)]
    pub(crate) fn mends() -> bool;
    /// Takes WebCrypto away, or gives it back.
    #[wasm_bindgen(js_namespace = tools, js_name = hasCrypto)]
    pub(crate) fn has_crypto(has: bool);
    /// Milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    pub(crate) fn now() -> f64;
}

async fn done(promise: Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(|error| format!("a tool failed: {error:?}"))
}

/// Everything in a database, as `[table, key, value]`.
pub(crate) async fn dump(database: &str) -> Result<Vec<[JsValue; 3]>, String> {
    let all: Array = done(tool_dump(database)).await?.unchecked_into();
    Ok(all.iter().map(|one| Array::from(&one)).map(|one| [one.get(0), one.get(1), one.get(2)]).collect())
}

/// Everything in a database as one text, for comparing.
pub(crate) async fn text(database: &str) -> Result<String, String> {
    Ok(done(tool_text(database)).await?.as_string().unwrap_or_default())
}

/// Is this text anywhere in the database, in keys or values, as text or as bytes?
pub(crate) async fn contains(database: &str, marker: &str) -> Result<bool, String> {
    Ok(done(tool_contains(database, marker)).await?.is_truthy())
}

/// Writes a value behind the store's back.
pub(crate) async fn put(database: &str, table: &str, key: &JsValue, value: &JsValue) -> Outcome {
    done(tool_put(database, table, key, value)).await.map(drop)
}

/// Takes a value away behind the store's back.
pub(crate) async fn remove(database: &str, table: &str, key: &str) -> Outcome {
    done(tool_remove(database, table, key)).await.map(drop)
}

/// Makes a database of the first version, as an earlier build left it; that build's window stays at it.
pub(crate) async fn old(database: &str, tables: &[&str], values: Vec<[JsValue; 3]>) -> Outcome {
    let tables = tables.iter().map(|table| JsValue::from_str(table)).collect();
    let values: Array = values.into_iter().map(|[table, key, value]| Array::of3(&table, &key, &value)).collect();
    done(tool_old(database, &tables, &values)).await.map(drop)
}

/// Can an earlier build open this database?
pub(crate) async fn opens_as_before(database: &str) -> Result<bool, String> {
    Ok(done(tool_opens_as_before(database)).await?.is_truthy())
}

/// The browser clears the storage of this page, which stays open.
pub(crate) async fn clear() -> Outcome {
    done(tool_clear()).await.map(drop)
}

/// The phone has so many bytes for this page; as many as it wants for a negative number.
pub(crate) async fn has_space(bytes: f64) -> Outcome {
    done(tool_has_space(bytes)).await.map(drop)
}

/// A window at this database hears nothing, until this is asked again.
pub(crate) async fn stands_still(database: &str) -> Outcome {
    done(tool_stands_still(database)).await.map(drop)
}

/// Does every window let go of a database that is to be deleted? It is deleted then.
pub(crate) async fn is_let_go(database: &str) -> Result<bool, String> {
    Ok(done(tool_is_let_go(database)).await?.is_truthy())
}

/// What the page is told when it asks for a database's key.
pub(crate) async fn key(database: &str) -> Result<String, String> {
    Ok(done(tool_key(database)).await?.as_string().unwrap_or_default())
}

/// It is so, or this is what is not.
pub(crate) fn ensure(so: bool, what: &str) -> Outcome {
    if so { Ok(()) } else { Err(what.to_owned()) }
}

/// They are the same, or this is what is not.
pub(crate) fn same<T: PartialEq + Debug>(found: T, wanted: T, what: &str) -> Outcome {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found:?} instead of {wanted:?}")) }
}

/// A fault in words.
pub(crate) trait Told<T> {
    /// What was tried, and the fault.
    fn told(self, what: &str) -> Result<T, String>;
}

impl<T> Told<T> for crate::store::Result<T> {
    fn told(self, what: &str) -> Result<T, String> {
        self.map_err(|fault| format!("{what}: {fault:?}"))
    }
}
