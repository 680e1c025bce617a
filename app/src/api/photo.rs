//! Photos travel apart from their entries, named by the hash of their bytes.

use wasm_bindgen::JsValue;

use super::fetch::{Failure, Question};

/// 300 kB over a weak line take their time.
const WAIT_MS_MAX: u32 = 90_000;

/// Sends one; afterwards the office has it durably.
pub(crate) async fn send(sha256: &str, bytes: JsValue) -> Result<(), Failure> {
    let path = format!("/api/photo/{sha256}");
    let body = Some(("image/jpeg", bytes));
    Question { method: "PUT", path: &path, body, wait_ms_max: WAIT_MS_MAX }.ask().await.map(drop)
}
