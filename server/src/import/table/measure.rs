//! How large is a ZIP archive inside? What it says of itself is not believed: every part is unpacked and counted, up to a limit.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// Begins the record of one part in the archive's directory.
const PART: &[u8] = b"PK\x01\x02";
/// Begins the part itself.
const LOCAL: &[u8] = b"PK\x03\x04";
/// Begins the end of the directory.
const END: &[u8] = b"PK\x05\x06";
/// Parts of an archive.
const PARTS_MAX: usize = 1_000;

/// Do all parts together unpack to at most so many bytes? An archive that cannot be read, or is packed in another way than
/// workbooks are, is not.
pub(super) fn is_within(bytes: &[u8], unpacked_bytes_max: u64) -> bool {
    unpacked(bytes, unpacked_bytes_max).is_some()
}

fn unpacked(bytes: &[u8], most: u64) -> Option<u64> {
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let (count, mut at) = (two(bytes, end + 10)?, four(bytes, end + 16)?);
    if count > PARTS_MAX {
        return None;
    }
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
            0 => u64::try_from(part.len()).ok()?,
            8 => inflated(part, most - sum)?,
            _ => return None,
        };
        if sum > most {
            return None;
        }
        at += 46 + two(bytes, at + 28)? + two(bytes, at + 30)? + two(bytes, at + 32)?;
    }
    Some(sum)
}

/// Bytes that come out, if they are not more than `most`.
fn inflated(part: &[u8], most: u64) -> Option<u64> {
    let mut reader = DeflateDecoder::new(part).take(most + 1);
    let count = std::io::copy(&mut reader, &mut std::io::sink()).ok()?;
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
