//! Evidence besides photos: addresses and documents, and what makes one unfit.

use serde::{Deserialize, Serialize};

use super::More;
use crate::entry::is_sha256;
use crate::refusal::{Refusal, Unfit};

/// Links allowed on one entry.
pub const LINKS_MAX: usize = 5;
/// Characters allowed in a link.
pub const LINK_CHARACTERS_MAX: usize = 500;
/// Documents allowed on one entry.
pub const FILES_MAX: usize = 3;
/// Bytes allowed in one document.
pub const FILE_BYTES_MAX: u32 = 2_000_000;
/// Characters allowed in a document's name.
const NAME_CHARACTERS_MAX: usize = 120;

/// A document, by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct File {
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Bytes.
    pub bytes: u32,
    /// What the person calls it: `rekap.xlsx`. What it is, its bytes say.
    pub name: String,
}

/// The host of an address that may be shown: `http` or `https`, without a name in front of the host, which could pretend to be
/// one. An address in other letters than ASCII is taken as browsers write it, in punycode.
#[must_use]
pub fn host(link: &str) -> Option<&str> {
    let rest = strip(link, "https://").or_else(|| strip(link, "http://"))?;
    if link.chars().count() > LINK_CHARACTERS_MAX || link.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']');
    let named = host.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'[');
    (named && host.bytes().all(fits)).then_some(host)
}

fn strip<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(start.len())?;
    head.eq_ignore_ascii_case(start).then_some(rest)
}

/// May a document be called this? No path, and nothing that turns the direction of letters to hide an ending.
#[must_use]
pub fn is_file_name(name: &str) -> bool {
    let unfit = |c: char| {
        c.is_control()
            || matches!(c, '/' | '\\' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let length = name.chars().count();
    length > 0
        && length <= NAME_CHARACTERS_MAX
        && name.trim() == name
        && !name.starts_with('.')
        && !name.chars().any(unfit)
}

pub(super) fn check(more: &More) -> Result<(), Refusal> {
    if more.links.len() > LINKS_MAX {
        return Err(Unfit::TooManyLinks.into());
    }
    if more.links.iter().any(|link| host(link.trim()).is_none()) {
        return Err(Unfit::Link.into());
    }
    if more.files.len() > FILES_MAX {
        return Err(Unfit::TooManyFiles.into());
    }
    if more.files.iter().any(|file| file.bytes > FILE_BYTES_MAX) {
        return Err(Unfit::FileTooLarge.into());
    }
    if more.files.iter().any(|file| !is_sha256(&file.sha256) || !is_file_name(&file.name)) {
        return Err(Unfit::File.into());
    }
    Ok(())
}
