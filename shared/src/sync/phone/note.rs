//! What the phone finds worth telling, beside its work.

use crate::scope::Scope;

/// What should be rare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The device's places had parted from the server's; what waits was renumbered.
    Renumbered,
    /// The server was restored; what was accepted lately is offered again.
    Restored,
    /// The rows of this scope did not add up; they are fetched again.
    Mismatch(Scope),
}
