//! A photo or a document on its way to the office, in slices; here both are called photo. The phone's side ([`Parcel`]) is told
//! what it [`Heard`] and says what is [`Next`]; the office's side is [`shelf`]. Neither knows HTTP, a disk or how a hash is made.
//!
//! What makes it safe: the office alone says how far it is; a slice is taken at exactly that place and nowhere else; at the
//! end the bytes are hashed and must fit their name; and a photo leaves the phone only when the office has said that it has
//! all of it. So a slice that is lost, late, doubled or bent costs its own bytes and nothing more.

#[cfg(feature = "office")]
pub mod shelf;

use super::defence::{Defence, Defences};
use super::line::Fault;

/// Bytes in a slice: some twenty seconds on the slowest line that still carries anything (25 kbit/s), and at most five
/// slices for the largest photo.
pub const SLICE_BYTES: u32 = 64 * 1024;
/// Times that a photo is sent from its beginning in one go because it arrived damaged.
const RESTARTS_MAX: u8 = 1;
/// Answers in one go that brought it no further. Another window may be sending the same photo; then it is better to wait.
const STALLS_MAX: u8 = 3;

/// What the phone has heard of its photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The office has so many bytes of it.
    Has(u32),
    /// The office has all of it, durably, and the bytes fit their name.
    Whole,
    /// The bytes did not fit their name; the office has dropped them.
    Damaged,
    /// Nothing of this kind.
    Failed(Fault),
}

/// What the phone does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Ask how much the office has.
    Ask,
    /// Send the bytes from here to there.
    Send {
        /// The first byte.
        from: u32,
        /// Behind the last one.
        to: u32,
    },
    /// The office has it: now the phone may let go of it.
    LetGo,
    /// Not now. It stays on the phone, and so do those behind it, until the line is looked at again.
    Later,
    /// This one is refused for now. It stays on the phone; those behind it may go.
    Pass,
}

/// The sending of one photo, from the first question to an end. Nothing of it is kept on the disk: the office remembers.
#[derive(Clone, Debug)]
pub struct Parcel {
    bytes: u32,
    slice_bytes: u32,
    /// How far the office said it was.
    has: Option<u32>,
    /// The slice that is on its way ends the photo.
    ends: bool,
    stalls: u8,
    restarts: u8,
    defences: Defences,
}

impl Parcel {
    /// A photo of so many bytes, in slices of so many, and the first thing to do.
    #[must_use]
    pub const fn new(bytes: u32, slice_bytes: u32, defences: Defences) -> (Self, Next) {
        (Self { bytes, slice_bytes, has: None, ends: false, stalls: 0, restarts: 0, defences }, Next::Ask)
    }

    /// Takes in what was heard and says what to do.
    pub fn step(&mut self, heard: Heard) -> Next {
        match heard {
            Heard::Whole => Next::LetGo,
            Heard::Has(has) => self.go_on(has),
            Heard::Damaged if self.restarts < RESTARTS_MAX => {
                self.restarts += 1;
                self.has = None;
                self.go_on(0)
            }
            Heard::Damaged | Heard::Failed(Fault::Refused { .. }) => Next::Pass,
            Heard::Failed(_) if self.ends && !self.defences.stands(Defence::KeepPhoto) => Next::LetGo,
            Heard::Failed(_) => Next::Later,
        }
    }

    fn go_on(&mut self, has: u32) -> Next {
        if has >= self.bytes {
            // Somebody has sent more than there is under this name. It is not whole, so it stays here; the office forgets.
            return Next::Pass;
        }
        if self.has.is_some_and(|before| has <= before) {
            self.stalls += 1;
            if self.stalls >= STALLS_MAX {
                return Next::Later;
            }
        }
        self.has = Some(has);
        let to = has.saturating_add(self.slice_bytes).min(self.bytes);
        self.ends = to == self.bytes;
        Next::Send { from: has, to }
    }
}

#[cfg(test)]
mod tests;
