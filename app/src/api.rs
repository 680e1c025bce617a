//! The line to the office: fetch and EventSource. It knows no signals and no disk.

mod board;
mod fetch;
mod live;
mod office;
mod photo;
mod plan;
mod push;
mod session;
mod sync;
mod units;

pub(crate) use board::board;
pub(crate) use fetch::Failure;
pub(crate) use live::{Live, News};
pub(crate) use office::{get, order, send};
pub(crate) use photo::{ask as ask_photo, send as send_slice};
pub(crate) use plan::{climb, plans, ties};
pub(crate) use push::{drop_push, keep_push};
pub(crate) use session::{me, note_lost, sign_in, sign_out};
pub(crate) use sync::{pull, push};
pub(crate) use units::{Board, board_of, invite_tv, pair_tv, person, read_board, revoke_tv, tvs};
