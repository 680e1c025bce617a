//! The disk: IndexedDB. It knows no network and no signals.
//!
//! One small database `teladan` for the device: who signed in last, and what the office said of them. One database
//! `teladan-{employee}` per person, so that one person's queue is never sent as another's. Tables of a person:
//!
//! | table   | key                | value |
//! |---------|--------------------|-------|
//! | rows    | `kind:id`          | a confirmed row, encrypted |
//! | outbox  | place in the queue | a command that waits, encrypted, with its id, incarnation and number beside it |
//! | tray    | command id         | a refused command with its reason, encrypted |
//! | cursors | scope              | position in its log |
//! | drafts  | `entry`            | the unfinished form, encrypted |
//! | photos  | SHA-256            | the bytes, encrypted |
//! | holds   | SHA-256            | `draft`, `waiting` or `loose` |
//! | meta    | name               | incarnation, queue counter, epoch, build, `turn`; `sent:{id}`, an accepted command, encrypted |
//! | keys    | `values`           | the key of all these, which nobody can read |
//!
//! What is encrypted are JSON texts, on purpose: a later build reads what it knows, an export is a copy, and nothing depends on
//! how a browser clones objects. An encrypted value is a list: initialisation vector, body, and in the queue a third.

mod codec;
mod crypt;
mod device;
mod drafts;
mod forms;
mod memory;
mod outbox;
mod own;
mod photos;
mod plain;
mod pull;
mod shelf;
mod table;

pub(crate) use codec::{Codec, learn};
pub(crate) use device::Device;
pub(crate) use memory::Recalled;
pub(crate) use outbox::{Form, photos_of};
pub(crate) use own::Own;

/// Why the disk did not do what was asked. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The database cannot be opened.
    Closed,
    /// The transaction did not complete: the phone is full, or the browser takes its storage away.
    Unwritten,
    /// Another window has written since this one read.
    Moved,
    /// This is not the database that was opened: the browser has cleared the storage meanwhile.
    Lost,
}

pub(crate) type Result<T> = std::result::Result<T, Fault>;
