//! What a part of a workbook makes its reader lay out before anything is there to lay out: as many texts as the list of texts says
//! that it has, and a whole style for each format, which is written in five letters. Looked for in every part, whatever its name,
//! because the workbook itself says which part is which.

use std::io::{Error, Write};

/// The attribute in which the list of texts says how many there are.
const COUNT: &[u8] = b"uniqueCount";
/// Texts that cells share; a sheet with every cell filled has two million cells, and most share theirs.
const TEXTS_MAX: u64 = 1_000_000;
/// Formats, fonts, fills and borders of a workbook; spreadsheets themselves end at some 65,000 formats.
const FORMATS_MAX: u32 = 100_000;
/// Tags of which the reader keeps each.
const FORMATS: [u64; 4] = [packed(b"xf"), packed(b"font"), packed(b"fill"), packed(b"border")];

/// A short name as one number.
const fn packed(name: &[u8]) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < name.len() {
        number = (number << 8) | name[at] as u64;
        at += 1;
    }
    number
}

/// Where in `uniqueCount = "12"` the reading stands.
#[derive(Clone, Copy)]
enum At {
    /// So many letters of the name are read.
    Name(usize),
    /// The sign must follow.
    Sign,
    /// The quote must follow.
    Quote,
    /// The number, as far as it is read.
    Number(u64),
}

/// Reads one part on its way and fails when it claims too much.
pub(super) struct Claims {
    at: At,
    /// The last letters of the name of the tag that is being read, without what stands before a colon.
    tag: Option<u64>,
    formats: u32,
}

impl Claims {
    /// Nothing is read yet.
    pub(super) const fn new() -> Self {
        Self { at: At::Name(0), tag: None, formats: 0 }
    }

    /// Is all well after one more byte?
    fn read(&mut self, byte: u8) -> bool {
        self.count(byte);
        self.at = match (self.at, byte) {
            (At::Name(letters), _) if byte == COUNT[letters] && letters + 1 == COUNT.len() => At::Sign,
            (At::Name(letters), _) if byte == COUNT[letters] => At::Name(letters + 1),
            (At::Sign | At::Quote, _) if byte.is_ascii_whitespace() => self.at,
            (At::Sign, b'=') => At::Quote,
            (At::Quote, b'"' | b'\'') => At::Number(0),
            (At::Number(number), b'0'..=b'9') => {
                At::Number(number.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
            }
            _ => At::Name(usize::from(byte == COUNT[0])),
        };
        self.formats <= FORMATS_MAX && !matches!(self.at, At::Number(number) if number > TEXTS_MAX)
    }

    fn count(&mut self, byte: u8) {
        match (self.tag, byte) {
            (_, b'<') | (Some(_), b':') => self.tag = Some(0),
            (Some(name), b'>' | b'/') => self.named(name),
            (Some(name), _) if byte.is_ascii_whitespace() => self.named(name),
            (Some(name), _) => self.tag = Some((name << 8) | u64::from(byte)),
            (None, _) => {}
        }
    }

    fn named(&mut self, name: u64) {
        self.tag = None;
        self.formats += u32::from(FORMATS.contains(&name));
    }
}

impl Write for Claims {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        if bytes.iter().all(|byte| self.read(*byte)) {
            Ok(bytes.len())
        } else {
            Err(Error::other("claims more than a staff list has"))
        }
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_well(part: &str) -> bool {
        Claims::new().write_all(part.as_bytes()).is_ok()
    }

    #[test]
    fn a_list_of_texts_may_not_claim_more_than_it_can_have() {
        let table = [
            ("<sst count=\"5\" uniqueCount=\"1000000\">", true),
            ("<sst uniqueCount=\"1000001\">", false),
            ("<x:sst a=\"uniqueCount\"uniqueCount \t=\n'0001000000000000000'>", false),
            ("<sst uniqueCount=\"99999999999999999999999999\">", false),
            ("<t>uniqueCount is 99999999999</t>", true),
        ];
        for (part, expected) in table {
            assert_eq!(is_well(part), expected, "{part}");
        }
    }

    #[test]
    fn formats_are_counted_by_whatever_prefix() {
        for tag in ["<xf/>", "<a:xf/>", "<font >", "<averylongprefix:border>"] {
            assert!(is_well(&tag.repeat(100_000)), "{tag}");
            assert!(!is_well(&tag.repeat(100_001)), "{tag}");
        }
        assert!(is_well(&"<fonts><rfont/><si>".repeat(100_001)));
    }
}
