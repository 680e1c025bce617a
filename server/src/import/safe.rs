//! Text that leaves for a spreadsheet. A cell that begins with a formula's sign would be run by whoever opens the file.

use std::borrow::Cow;

use shared::nip::Nip;

/// The cell's text, harmless: a formula's sign gets the spreadsheet's own mark for "this is text" before it.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text.into() }
}

/// A row of cells with quotes where they are needed, ending in CRLF as spreadsheets write it.
#[must_use]
pub fn row(cells: &[&str], separator: char) -> String {
    let quoted = cells.iter().map(|text| {
        let text = cell(text);
        let plain = !text.contains([separator, '"', '\r', '\n']);
        if plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")).into() }
    });
    let mut line = quoted.collect::<Vec<_>>().join(&separator.to_string());
    line.push_str("\r\n");
    line
}

/// A NIP with its usual blanks: a spreadsheet takes it for text, where it would round 18 bare digits to 15.
#[must_use]
pub fn spaced(nip: &Nip) -> String {
    let digits = nip.digits();
    [&digits[..8], &digits[8..14], &digits[14..15], &digits[15..]].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        let table = [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+62", "'+62"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("Budi", "Budi"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(cell(text), expected);
        }
        assert_eq!(row(&["a;b", "say \"yes\"", "=1"], ';'), "\"a;b\";\"say \"\"yes\"\"\";'=1\r\n");
        assert_eq!(spaced(&Nip::parse("198609262015051001").unwrap()), "19860926 201505 1 001");
    }
}
