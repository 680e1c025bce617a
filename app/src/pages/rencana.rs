//! Rencana saya: my SKP by period, with its main and its additional results, and what is expected of my behaviour. All of it
//! works offline: what is said here waits in the queue like any other command.

mod behaviour;
mod figures;
mod list;
mod offer;
mod one;
mod period;
mod propose;
mod tie;
mod trail;

pub use list::rencana;
pub use one::satu;
pub use propose::usul;
