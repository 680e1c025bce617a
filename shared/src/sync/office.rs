//! The server's side: push and pull over a [`Store`] that can look, commit and conflict. Look, decide, commit; when somebody
//! else was faster, look again.
//!
//! The same code is driven by the database and by the simulator. It knows no HTTP, no database and no clock; what it awaits
//! is the store alone. What is old enough to go says [`age`]; who takes it away is a server.

pub mod age;
mod arrive;
mod members;
mod pull;
mod push;
mod store;
mod tend;

pub mod contract;

pub use arrive::arrive;
#[cfg(feature = "office")]
pub(crate) use members::needs as reader_keys;
pub use push::{Order, Taken};
pub use store::{Batch, Head, Known, Look, Record, Seen, Step, Store, Stretch, Trouble};
pub use tend::{compact, retire};

use super::defence::Defences;
use crate::command::Command;
use crate::ids::{CommandId, DeviceId};

/// Changes or rows in one page of a pull.
pub const PAGE_ROWS: usize = 256;
/// How often a command is tried when others write to the same rows.
pub const TRIES_MAX: u32 = 12;

/// A command as it came in.
#[derive(Clone, Debug)]
pub struct Arrived<P> {
    /// Its identity, readable even when nothing else is.
    pub id: CommandId,
    /// The incarnation that gave it its place.
    pub device: DeviceId,
    /// Its place.
    pub seq: u64,
    /// What it says, brought up to the current version; none when it cannot be understood.
    pub command: Option<Command>,
    /// As it came, for the record.
    pub payload: P,
}

/// The server's side of the sync, over a store.
#[derive(Clone, Copy, Debug)]
pub struct Office<'a, S> {
    /// Where everything lies.
    pub store: &'a S,
    /// Changes or rows in one page.
    pub page_rows: usize,
    /// Which defences stand: all, outside the simulator.
    pub defences: Defences,
}

impl<'a, S: Store> Office<'a, S> {
    /// The server's side over this store.
    #[must_use]
    pub fn new(store: &'a S) -> Self {
        Self { store, page_rows: PAGE_ROWS, defences: Defences::default() }
    }
}
