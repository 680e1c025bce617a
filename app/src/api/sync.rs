//! The two halves of an exchange.

use shared::sync::phone::Waiting;
use shared::sync::talk::{Pull, Pulled, Push, Pushed};

use super::fetch::{Failure, Question, read};

/// Sends commands.
pub(crate) async fn push(request: &Push<Waiting>) -> Result<Pushed, Failure> {
    read(&Question::post("/api/sync/push", request).ask().await?)
}

/// Asks for news and verdicts.
pub(crate) async fn pull(request: &Pull) -> Result<Pulled, Failure> {
    read(&Question::post("/api/sync/pull", request).ask().await?)
}
