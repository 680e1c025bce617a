//! Commands as texts. To read and to write each kind of command is much code, and a day on which nobody writes needs none of it: it
//! comes with the rules ([`crate::store::learn`]). Until then a command on the disk stays the text that it is, as one of another build
//! does: it keeps its place, and nothing is lost.

use std::cell::Cell;

use serde::Deserialize;
use shared::command::Command;
use shared::sync::phone::{Refused, Waiting};
use shared::words::Spoken;

use super::table::json;
use super::{Fault, Result};
use crate::json;

/// How commands are read and written.
#[derive(Clone, Copy)]
pub(crate) struct Codec {
    command: fn(&str) -> Option<Command>,
    refused: fn(&str) -> Option<Refused>,
    text: fn(&Waiting) -> Result<String>,
}

impl Codec {
    /// All of it. Who calls this carries the code.
    pub(crate) fn whole() -> Self {
        Self { command: json::read, refused, text: |waiting| json(waiting) }
    }
}

thread_local! {
    static KNOWN: Cell<Option<Codec>> = const { Cell::new(None) };
}

/// From here on commands are read and written.
pub(crate) fn learn(codec: Codec) {
    KNOWN.set(Some(codec));
}

/// Can commands be read?
pub(super) fn is_known() -> bool {
    KNOWN.get().is_some()
}

/// A command, if this build can read it.
pub(super) fn read_command(text: &str) -> Option<Command> {
    (KNOWN.get()?.command)(text)
}

/// A refused command with its reason, if this build can read it.
pub(super) fn read_refused(text: &str) -> Option<Refused> {
    (KNOWN.get()?.refused)(text)
}

/// A command of the queue as text.
pub(super) fn text_of(waiting: &Waiting) -> Result<String> {
    match waiting {
        Waiting::Sealed(sealed) => json(sealed),
        Waiting::Read(_) => (KNOWN.get().ok_or(Fault::Unwritten)?.text)(waiting),
    }
}

#[derive(Deserialize)]
struct Stuck {
    command: Command,
    reason: Spoken,
}

fn refused(text: &str) -> Option<Refused> {
    let Stuck { command, reason } = json::read(text)?;
    Some(Refused { what: Waiting::Read(command), reason })
}
