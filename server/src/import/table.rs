//! From the bytes of a file to its rows of cells. Knows the columns of a staff list, not what a good value is.
//!
//! What an office sends is whatever its spreadsheet wrote: comma, semicolon or tab; UTF-8 with or without a mark,
//! UTF-16, Windows-1252; XLSX, ODS or XLS. The content decides, never the file's name.

mod claims;
mod header;
mod measure;
mod open;
mod sheet;
mod text;

use std::sync::Arc;

use shared::words::Spoken;

pub use header::Column;
pub use open::{Mapping, Table};

/// Rows of the file looked at when searching for the header; letterheads and titles stand above it.
const HEADER_ROWS_MAX: usize = 10;

/// One row as it stands in the file: its number, counted from 1, and its cells from column A on.
type Line = (usize, Vec<String>);

/// Where a column stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Counted from 0.
    index: usize,
    /// The header as written.
    header: String,
}

impl Place {
    /// The column of this index (from 0) under this header.
    #[must_use]
    pub fn new(index: usize, header: impl Into<String>) -> Self {
        Self { index, header: header.into() }
    }
}

impl std::fmt::Display for Place {
    /// `B (Nama)`, as the spreadsheet shows it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.index + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        write!(f, "{} ({})", letters.iter().rev().collect::<String>(), self.header)
    }
}

/// One cell, cleaned of blanks at its ends, doubled blanks and invisible characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Its column.
    pub place: Arc<Place>,
}

/// One row with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// Its number in the file, from 1, as the spreadsheet shows it.
    pub row: usize,
    /// The cells of the known columns, in the order of [`Column::ALL`]; none for an optional column that the file lacks.
    cells: Vec<Option<Cell>>,
}

impl RawRow {
    /// The cell of this column; none when the file has no such column.
    #[must_use]
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells.get(column as usize).and_then(Option::as_ref)
    }

    /// What the cell says; empty when there is none.
    #[must_use]
    pub fn text(&self, column: Column) -> &str {
        self.cell(column).map_or("", |cell| &cell.text)
    }
}

/// Why a file is no staff list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("{name}: empty")]
    Empty {
        /// The file.
        name: String,
    },
    /// It looks like a workbook, but cannot be opened as one.
    #[error("{name}: unreadable workbook: {cause}")]
    Workbook {
        /// The file.
        name: String,
        /// What the reader said.
        cause: String,
    },
    /// It is larger inside than a staff list can be, or of a kind that may be.
    #[error("{name}: too large")]
    TooLarge {
        /// The file.
        name: String,
    },
    /// No row among the first ones looks like a header.
    #[error("{name}: no header among the first {HEADER_ROWS_MAX} rows")]
    NoHeader {
        /// The file.
        name: String,
    },
    /// The header lacks columns.
    #[error("{name}: row {row} lacks {}", columns.iter().map(|column| column.title()).collect::<Vec<_>>().join(", "))]
    MissingColumns {
        /// The file.
        name: String,
        /// Row of the header.
        row: usize,
        /// What is not there.
        columns: Vec<Column>,
    },
    /// A header and nothing below it.
    #[error("{name}: no rows below the header")]
    NoRows {
        /// The file.
        name: String,
    },
}

impl FileError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn spoken(&self) -> Spoken {
        let wanted = Column::titles(Column::WANTED);
        let (code, id, en) = match self {
            Self::Empty { name } => ("file_empty", format!("{name} kosong."), format!("{name} is empty.")),
            Self::Workbook { name, cause } => (
                "file_unreadable",
                format!(
                    "{name} tidak dapat dibuka sebagai lembar kerja ({cause}). Simpan ulang sebagai .xlsx atau .csv."
                ),
                format!("{name} cannot be opened as a workbook ({cause}). Save it again as .xlsx or .csv."),
            ),
            Self::TooLarge { name } => (
                "file_too_large",
                format!(
                    "Isi {name} lebih besar dari daftar pegawai mana pun (20.000 baris, 100 kolom), atau jenisnya lama. Simpan lembar pegawainya saja sebagai .xlsx atau .csv."
                ),
                format!(
                    "{name} holds more than any staff list (20,000 rows, 100 columns), or is of an old kind. Save only the sheet with the staff as .xlsx or .csv."
                ),
            ),
            Self::NoHeader { name } => (
                "header_missing",
                format!("{name} tidak punya judul kolom di {HEADER_ROWS_MAX} baris pertama. Yang dicari: {wanted}."),
                format!("{name} has no header among its first {HEADER_ROWS_MAX} rows. Wanted: {wanted}."),
            ),
            Self::MissingColumns { name, row, columns } => {
                let missing = Column::titles(columns);
                (
                    "columns_missing",
                    format!(
                        "{name}, baris {row}: kolom berikut tidak ada: {missing}. Tambahkan; isinya boleh kosong kecuali NIP, Nama dan Unit Kerja."
                    ),
                    format!(
                        "{name}, row {row}: these columns are missing: {missing}. Add them; cells may be empty except NIP, name and unit."
                    ),
                )
            }
            Self::NoRows { name } => (
                "rows_missing",
                format!("{name} hanya berisi judul kolom, tanpa pegawai."),
                format!("{name} has a header but nobody below it."),
            ),
        };
        Spoken { code: code.to_owned(), id, en }
    }
}

/// Reads a staff list. `name` is only used to speak of the file.
///
/// # Errors
/// The file is no table, or its header lacks columns. What stands in the cells is not judged here.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<RawRow>, FileError> {
    let name = || name.to_owned();
    if bytes.is_empty() {
        return Err(FileError::Empty { name: name() });
    }
    let candidates = match sheet::is_workbook(bytes) {
        true => sheet::sheets(bytes).map_err(|cause| FileError::Workbook { name: name(), cause })?,
        false => text::readings(bytes),
    };
    if candidates.iter().all(Vec::is_empty) {
        return Err(FileError::Empty { name: name() });
    }
    let mut found: Vec<_> = candidates.iter().filter_map(|lines| Some((header::find(lines)?, lines))).collect();
    // The most columns win, and among equals the first sheet or the commonest separator; the sort is stable.
    found.sort_by_key(|(header, _)| std::cmp::Reverse(header.count()));
    let Some((header, lines)) = found.first() else {
        return Err(FileError::NoHeader { name: name() });
    };
    let columns = header.missing();
    if !columns.is_empty() {
        return Err(FileError::MissingColumns { name: name(), row: header.row, columns });
    }
    let rows = header.rows(lines);
    if rows.is_empty() { Err(FileError::NoRows { name: name() }) } else { Ok(rows) }
}

/// Text as people see it: blanks of every kind become one space, invisible characters go.
fn clean(text: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let plain: String = text.chars().filter(visible).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    // A spreadsheet's mark for "this is text", and the one our own exports put before a formula's sign.
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)) => rest.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests;
