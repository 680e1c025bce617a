//! The line to the office: fetch and EventSource. It knows no signals and no disk.

mod board;
mod fetch;
mod live;
mod photo;
mod plan;
mod session;
mod sync;

pub(crate) use board::board;
pub(crate) use fetch::Failure;
pub(crate) use live::{Live, News};
pub(crate) use photo::send as send_photo;
pub(crate) use plan::{climb, plans, ties};
pub(crate) use session::{me, sign_in, sign_out};
pub(crate) use sync::{pull, push};
