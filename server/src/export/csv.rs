//! Lines as CSV, the way Excel opens them in Indonesia: semicolons, because the comma is the decimal mark there, and a mark of
//! UTF-8 at the beginning, without which it takes the letters for others.

use super::{COLUMNS, ExportError, Line};

/// Tells a spreadsheet that the bytes are UTF-8.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";
/// With these a spreadsheet begins a formula; the wide ones are what some East Asian keyboards write.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The file.
///
/// # Errors
/// Writing to memory does not fail; the library has an error for it all the same.
pub fn csv(lines: &[Line]) -> Result<Vec<u8>, ExportError> {
    let mut writer =
        ::csv::WriterBuilder::new().delimiter(b';').terminator(::csv::Terminator::CRLF).from_writer(MARK.to_vec());
    writer.write_record(COLUMNS)?;
    for Line { date, text, result, evidence } in lines {
        writer.write_record([date.format("%d/%m/%Y").to_string(), plain(text), plain(result), plain(evidence)])?;
    }
    writer.into_inner().map_err(|error| ExportError::Lines(error.into_error().into()))
}

/// A text that no spreadsheet carries out.
pub(super) fn plain(text: &str) -> String {
    if text.trim_start().starts_with(FORMULA) || text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
