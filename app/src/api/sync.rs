//! The two halves of an exchange.

use shared::sync::line::Fault;
use shared::sync::phone::Waiting;
use shared::sync::talk::{Pull, Pulled, Push, Pushed};

use super::fetch::{Failure, Question, read};
use crate::rulebook;

/// Sends commands. What writes them may have to be fetched; if it cannot be, there is no line.
pub(crate) async fn push(request: &Push<Waiting>) -> Result<Pushed, Failure> {
    let rulebook = rulebook::fetch().await.map_err(|rulebook::Missing| Fault::Offline)?;
    read(&Question::post_text("/api/sync/push", &(rulebook.push)(request)).ask().await?)
}

/// Asks for news and verdicts.
pub(crate) async fn pull(request: &Pull) -> Result<Pulled, Failure> {
    read(&Question::post("/api/sync/pull", request).ask().await?)
}
