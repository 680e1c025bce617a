//! What only some pages ask: rows of the office that no scope of this phone holds, and files for it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::sync::talk::{Push, Pushed};
use wasm_bindgen::JsValue;

use super::fetch::{Failure, Question, read};

/// Longest wait for an answer to a file: reading it takes the office its time.
const FILE_WAIT_MS_MAX: u32 = 60_000;

/// Reads from a door.
pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(&Question::get(path).ask().await?)
}

/// Hands a door some bytes; none for a door that needs none.
pub(crate) async fn send<T: DeserializeOwned>(path: &str, bytes: Option<JsValue>) -> Result<T, Failure> {
    let body = bytes.map(|bytes| ("application/octet-stream", bytes));
    read(&Question { method: "POST", path, body, head: &[], wait_ms_max: FILE_WAIT_MS_MAX }.ask().await?)
}

/// Sends commands that this phone has no rule for.
pub(crate) async fn order(request: &Push<impl Serialize>) -> Result<Pushed, Failure> {
    read(&Question::post("/api/sync/push", request).ask().await?)
}
