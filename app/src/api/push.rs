//! Notices on this device while the app is closed.

use shared::push::Subscribe;

use super::fetch::{Failure, Question};

/// Asks the office for notices on this device.
pub(crate) async fn keep_push(sent: &Subscribe) -> Result<(), Failure> {
    Question { method: "PUT", ..Question::post("/api/push", sent) }.ask().await.map(drop)
}

/// This device wants none any more.
pub(crate) async fn drop_push() -> Result<(), Failure> {
    Question { method: "DELETE", ..Question::get("/api/push") }.ask().await.map(drop)
}
