//! What the core is told, and what it asks for.

use super::{Note, Store, Waiting};
use crate::command::Command;
use crate::ids::{CommandId, DeviceId};
use crate::sync::line::Fault;
use crate::sync::talk::{Pull, Pulled, Push, Pushed};

/// What happened.
#[derive(Clone, Debug)]
pub enum Input {
    /// A command is durably in the outbox on disk.
    Saved(Command),
    /// The person discarded a waiting or refused command; disk knows.
    Discarded(CommandId),
    /// A moment to look: timer, network back, page visible, live hint, *Kirim sekarang*, signed in.
    Woke,
    /// The answer to a push, and a fresh incarnation in case it is needed.
    Pushed(Result<Pushed, Fault>, DeviceId),
    /// The answer to a pull, and a fresh incarnation in case it is needed.
    Pulled(Box<Result<Pulled, Fault>>, DeviceId),
}

/// What to do. Effects are carried out in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send these.
    Push(Push<Waiting>),
    /// Ask for news.
    Pull(Pull),
    /// Write this in one transaction.
    Store(Box<Store>),
    /// Come back with [`Input::Woke`] after this long.
    WakeAfter {
        /// Milliseconds.
        pause_ms: u32,
    },
    /// The queue is empty and the line is up: photos may travel now.
    SendPhotos,
    /// Worth counting, for the health screen and the operator.
    Note(Note),
}
