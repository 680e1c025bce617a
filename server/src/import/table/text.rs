//! Text files: which encoding, which separator.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::Line;

/// Separators, commonest first: Indonesian spreadsheets write semicolons, because their comma is the decimal sign.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// The file read with each separator; the header will tell which reading makes sense.
pub(super) fn readings(bytes: &[u8]) -> Vec<Vec<Line>> {
    let text = decode(bytes);
    SEPARATORS.iter().map(|separator| lines(&text, *separator)).collect()
}

/// A mark at the start decides; then UTF-8 if it is valid; else Windows-1252, in which every byte means something.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// Each record with the number of the line on which it begins.
fn lines(text: &str, separator: u8) -> Vec<Line> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut lines = Vec::new();
    // Reading text from memory cannot fail, and `flexible` accepts any number of cells.
    while let Ok(true) = reader.read_record(&mut record) {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        lines.push((start, record.iter().map(str::to_owned).collect()));
    }
    number(text, &mut lines);
    lines
}

/// From byte offsets to row numbers. The reader skips blank lines without counting them; a spreadsheet counts them.
fn number(text: &str, lines: &mut [Line]) {
    let bytes = text.as_bytes();
    let (mut at, mut row) = (0, 1);
    for (start, _) in lines {
        let mut begin = (*start).min(bytes.len());
        while begin < bytes.len() && matches!(bytes[begin], b'\r' | b'\n') {
            begin += 1;
        }
        row += bytes[at..begin].iter().filter(|byte| **byte == b'\n').count();
        at = begin;
        *start = row;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_offices_send() {
        let utf16 = |big: bool| -> Vec<u8> {
            let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            "\u{feff}Café".encode_utf16().flat_map(bytes).collect()
        };
        let table: [(&str, Vec<u8>); 5] = [
            ("UTF-8", "Café".into()),
            ("UTF-8 with a mark", "\u{feff}Café".into()),
            ("Windows-1252", b"Caf\xe9".to_vec()),
            ("UTF-16 LE", utf16(false)),
            ("UTF-16 BE", utf16(true)),
        ];
        for (encoding, bytes) in table {
            assert_eq!(decode(&bytes), "Café", "{encoding}");
        }
    }

    #[test]
    fn rows_have_the_numbers_that_the_spreadsheet_shows() {
        let text = "Daftar\r\n\r\n\r\nNIP;Nama\r\n1;\"dua\r\nbaris\"\r\n\r\n2;tiga";
        let rows: Vec<usize> = lines(text, b';').iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [1, 4, 5, 8]);
    }
}
