//! A unit's board at one moment.

use shared::ids::UnitId;
use shared::sync::wire::BoardReply;

use super::fetch::{Failure, Question, read};

/// All rows of the board, and the position from which to listen on.
pub(crate) async fn board(unit: UnitId) -> Result<BoardReply, Failure> {
    read(&Question::get(&format!("/api/board/{unit}")).ask().await?)
}
