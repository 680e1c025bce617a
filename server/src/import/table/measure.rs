//! How large is a ZIP archive inside? What it says of itself is not believed: every part is unpacked and counted, up to a limit.
//!
//! The reader of workbooks must find the very parts that were counted. It takes the last end of a directory that it can make
//! sense of, and goes on searching when it cannot; so only an archive is taken that leaves nothing to search for.

use std::io::{Read, Write};

use flate2::read::DeflateDecoder;

use super::claims::Claims;

/// Begins the record of one part in the archive's directory.
const PART: &[u8] = b"PK\x01\x02";
/// Begins the part itself.
const LOCAL: &[u8] = b"PK\x03\x04";
/// Begins the end of the directory.
const END: &[u8] = b"PK\x05\x06";
/// Bytes of the end of the directory, without the comment.
const END_BYTES: usize = 22;
/// Parts of an archive.
const PARTS_MAX: usize = 1_000;

/// Bytes that all parts together unpack to, if they are not more than `most` and none claims too much. None as well for an
/// archive that cannot be read, or is packed in another way than workbooks are.
pub(super) fn unpacked(bytes: &[u8], most: u64) -> Option<u64> {
    let Directory { count, start, end } = Directory::of(bytes)?;
    let mut at = start;
    let mut sum = 0_u64;
    for _ in 0..count {
        if bytes.get(at..at + 4)? != PART {
            return None;
        }
        let (method, packed) = (two(bytes, at + 10)?, four(bytes, at + 20)?);
        let local = four(bytes, at + 42)?;
        if bytes.get(local..local.checked_add(4)?)? != LOCAL {
            return None;
        }
        let start = local + 30 + two(bytes, local + 26)? + two(bytes, local + 28)?;
        let part = bytes.get(start..start.checked_add(packed)?)?;
        sum += match method {
            0 => stored(part)?,
            8 => inflated(part, most - sum)?,
            _ => return None,
        };
        if sum > most {
            return None;
        }
        at += 46 + two(bytes, at + 28)? + two(bytes, at + 30)? + two(bytes, at + 32)?;
    }
    (at == end).then_some(sum)
}

/// Where the records of the parts stand.
struct Directory {
    count: usize,
    start: usize,
    end: usize,
}

impl Directory {
    /// The directory, if its end is the end of the file, and it stands right before that: what follows the end or lies between
    /// could make a reader take another one.
    fn of(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(END.len()).rposition(|window| window == END)?;
        let comment = two(bytes, end + 20)?;
        let (count, size, start) = (two(bytes, end + 10)?, four(bytes, end + 12)?, four(bytes, end + 16)?);
        let is_one_disk = (two(bytes, end + 4)?, two(bytes, end + 6)?, two(bytes, end + 8)?) == (0, 0, count);
        let is_last = end + END_BYTES + comment == bytes.len() && start.checked_add(size)? == end;
        (is_one_disk && is_last && count <= PARTS_MAX).then_some(Self { count, start, end })
    }
}

fn stored(part: &[u8]) -> Option<u64> {
    Claims::new().write_all(part).ok()?;
    u64::try_from(part.len()).ok()
}

/// Bytes that come out, if they are not more than `most`.
fn inflated(part: &[u8], most: u64) -> Option<u64> {
    let mut reader = DeflateDecoder::new(part).take(most + 1);
    let count = std::io::copy(&mut reader, &mut Claims::new()).ok()?;
    (count <= most).then_some(count)
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let pair: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(pair)))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}
