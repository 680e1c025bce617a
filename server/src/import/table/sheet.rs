//! Workbooks: XLSX, ODS, XLS.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use super::Line;

/// From here on a floating number no longer holds every integer, and a spreadsheet (15 digits) has lost some already.
const EXACT_BELOW: f64 = 1e15;

/// A ZIP archive (XLSX, ODS) or an OLE document (XLS)?
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The sheets in the order of their tabs.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Vec<Line>>, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| error.to_string())?;
        let (top, left) = range.start().unwrap_or_default();
        let left = usize::try_from(left).unwrap_or(0);
        let lines = range.rows().zip(1..).map(|(cells, row)| {
            let mut line = vec![String::new(); left];
            line.extend(cells.iter().map(text));
            (row + usize::try_from(top).unwrap_or(0), line)
        });
        sheets.push(lines.collect());
    }
    Ok(sheets)
}

/// What the cell says. A number too long to be exact is written as `1.98609262015051E17`, so that it is seen for what it is.
fn text(cell: &Data) -> String {
    let Data::Float(number) = cell else {
        return cell.to_string();
    };
    if number.abs() >= EXACT_BELOW {
        format!("{number:E}")
    } else if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}
