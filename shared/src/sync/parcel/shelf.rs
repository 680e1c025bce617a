//! The office's side of a parcel: what to do with a slice, given what is there. Looking, hashing and writing are the driver's,
//! who writes only if what was looked at is still so, and looks again otherwise.
//!
//! A photo belongs to the person who sent it. Whoever names a hash without having sent the bytes has shown nothing, so
//! nothing is whole for them and nothing is shown to them.

use super::SLICE_BYTES;
use crate::entry::FILE_BYTES_MAX;
use crate::sync::defence::{Defence, Defences};

/// What the office takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in a document, which may be larger than a photo. What came, and whether it is too large for that, only its bytes say.
    pub bytes_max: u32,
    /// Bytes in a slice.
    pub slice_bytes_max: u32,
    /// Bytes in a slice that is not the last one, so that a parcel cannot fall to crumbs.
    pub slice_bytes_min: u32,
    /// Parcels that one person may have open. A device sends one photo after the other, so only what was given up adds up.
    pub open_max: usize,
}

/// What the office of the product takes: at most 16 MB that are not whole yet for one person.
pub const LIMITS: Limits =
    Limits { bytes_max: FILE_BYTES_MAX, slice_bytes_max: SLICE_BYTES, slice_bytes_min: SLICE_BYTES / 4, open_max: 8 };

/// What the office has of a photo from one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Have {
    /// All of it: so many bytes, which fit their name.
    Whole(u32),
    /// So many bytes from its beginning; 0 for nothing.
    Part(u32),
}

/// A slice that has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Where it begins.
    pub from: u32,
    /// How long it is.
    pub bytes: u32,
    /// How long the sender says the photo is.
    pub whole: u32,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The photo is whole already: say so, whatever came.
    Whole,
    /// The office stands elsewhere: say where, and write nothing.
    Elsewhere(u32),
    /// Write it behind the others; then the office has so many bytes.
    More(u32),
    /// It is the last one: hash all of it, then keep the photo or drop the parcel ([`fits`]).
    Last,
    /// It, or the photo, is larger than the office takes.
    TooLarge,
    /// It is no slice of a photo of that length.
    Unfit,
}

/// Decides about a slice.
#[must_use]
pub const fn take(have: Have, slice: Slice, limits: &Limits) -> Taken {
    let Have::Part(has) = have else { return Taken::Whole };
    if slice.whole > limits.bytes_max || slice.bytes > limits.slice_bytes_max {
        return Taken::TooLarge;
    }
    let to = slice.from.saturating_add(slice.bytes);
    let crumb = to < slice.whole && slice.bytes < limits.slice_bytes_min;
    if slice.bytes == 0 || to > slice.whole || crumb {
        return Taken::Unfit;
    }
    if slice.from != has {
        return Taken::Elsewhere(has);
    }
    if to == slice.whole { Taken::Last } else { Taken::More(to) }
}

/// May the bytes with this hash be kept under this name?
#[must_use]
pub fn fits(name: &str, hash: &str, defences: Defences) -> bool {
    name == hash || !defences.stands(Defence::PhotoHash)
}

/// The parcel that makes room for a new one of this name, when a person has as many open as they may: the one that nobody has
/// touched for longest. `open` tells names, and when each was touched.
#[must_use]
pub fn crowded_out<'a, T: Ord>(open: &'a [(String, T)], name: &str, limits: &Limits) -> Option<&'a str> {
    if open.len() < limits.open_max || open.iter().any(|(known, _)| known == name) {
        return None;
    }
    open.iter().min_by(|one, other| one.1.cmp(&other.1)).map(|(oldest, _)| oldest.as_str())
}
