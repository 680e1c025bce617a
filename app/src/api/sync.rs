//! The two halves of an exchange.

use shared::command::Command;
use shared::sync::wire::{PullReply, PullRequest, PushReply, PushRequest};

use super::fetch::{Failure, Question, read};

/// Sends commands.
pub(crate) async fn push(request: &PushRequest<Command>) -> Result<PushReply, Failure> {
    read(&Question::post("/api/sync/push", request).ask().await?)
}

/// Asks for news and verdicts.
pub(crate) async fn pull(request: &PullRequest) -> Result<PullReply, Failure> {
    read(&Question::post("/api/sync/pull", request).ask().await?)
}
