//! Workbooks: XLSX, ODS, XLS.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, Reader, Xlsx, XlsxCellReader, open_workbook_auto_from_rs};

use super::{Line, measure};

/// Bytes that a workbook may hold when it is unpacked.
const UNPACKED_BYTES_MAX: u64 = 80_000_000;
/// Sheets of a workbook from a stranger.
const SHEETS_MAX: u64 = 64;
/// Bytes that are unpacked for its sheets, should each be the whole of it.
const READ_BYTES_MAX: u64 = 8 * UNPACKED_BYTES_MAX;
/// Cells of all its sheets, those left empty before others included: two sheets as large as one may be.
const CELLS_MAX: usize = 2 * ROWS_MAX * COLUMNS_MAX;
/// Bytes of text in them; many cells may share one long text.
const TEXT_BYTES_MAX: usize = 80_000_000;
/// Rows of a sheet from a stranger.
pub(super) const ROWS_MAX: usize = 20_000;
/// Columns of a sheet from a stranger.
pub(super) const COLUMNS_MAX: usize = 100;

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

/// The sheets of an XLSX that a stranger sent; none when it is larger inside than a staff list can be.
///
/// A workbook is a ZIP archive: 5 MB can hold gigabytes. A sheet may name a cell in its last row and column, for which a reader
/// of whole ranges would lay out seventeen thousand million cells. And thousands of sheets may be one and the same part. So the
/// archive is measured first, and then only the cells that there are, are taken, up to a limit for all sheets together.
pub(super) fn guarded(bytes: &[u8]) -> Result<Option<Vec<Vec<Line>>>, String> {
    let Some(unpacked) = measure::unpacked(bytes, UNPACKED_BYTES_MAX) else { return Ok(None) };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let names = book.sheet_names();
    let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
    if count > SHEETS_MAX || count.saturating_mul(unpacked) > READ_BYTES_MAX {
        return Ok(None);
    }
    let mut room = Room { cells: CELLS_MAX, bytes: TEXT_BYTES_MAX };
    let mut sheets = Vec::new();
    for name in names {
        let reader = book.worksheet_cells_reader(&name).map_err(|error| error.to_string())?;
        let Some(lines) = taken(reader, &mut room)? else { return Ok(None) };
        sheets.push(lines);
    }
    Ok(Some(sheets))
}

/// What a workbook may still lay out.
struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    /// Takes so much of it, if it is there.
    fn take(&mut self, cells: usize, bytes: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.bytes = self.bytes.checked_sub(bytes)?;
        Some(())
    }
}

/// The cells of a sheet; none when they are too many.
fn taken<R: Read + Seek>(mut reader: XlsxCellReader<'_, R>, room: &mut Room) -> Result<Option<Vec<Line>>, String> {
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        let (row, column) = (usize::try_from(row).unwrap_or(usize::MAX), usize::try_from(column).unwrap_or(usize::MAX));
        let text = text(&Data::from(cell.get_value().clone()));
        if room.take(1, text.len()).is_none() {
            return Ok(None);
        }
        if text.is_empty() {
            continue;
        }
        if column >= COLUMNS_MAX || lines.len() > ROWS_MAX {
            return Ok(None);
        }
        if lines.last().is_none_or(|(last, _)| *last != row + 1) {
            lines.push((row + 1, Vec::new()));
        }
        let Some((_, cells)) = lines.last_mut() else { continue };
        if room.take(column.saturating_sub(cells.len()), 0).is_none() {
            return Ok(None);
        }
        cells.resize(cells.len().max(column + 1), String::new());
        cells[column] = text;
    }
    Ok(Some(lines))
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

#[cfg(test)]
mod tests;
