//! A board at one moment: a unit's, or that of a team across units.

use shared::scope::Scope;
use shared::sync::line::Fault;
use shared::sync::wire::BoardReply;

use super::fetch::{Failure, Question, read};

/// All rows of the board, and the position from which to listen on.
pub(crate) async fn board(scope: Scope) -> Result<BoardReply, Failure> {
    let (door, id) = match scope {
        Scope::Team(team) => ("/api/teams/", team.0),
        Scope::Unit(unit) => ("/api/board/", unit.0),
        Scope::Own(_) | Scope::Office => return Err(Fault::Busy.into()),
    };
    read(&Question::get(&[door, &id.to_string()].concat()).ask().await?)
}
