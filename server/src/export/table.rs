//! Any table as a workbook or as lines of CSV: what stands on a board, to take away. Numbers are numbers and texts are texts; no text is
//! ever a formula.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, FormatAlign, Workbook};
use shared::quantity::Quantity;

use super::ExportError;
use super::csv::{MARK, plain};
use super::xlsx::date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, of a person or of ours.
    Text(String),
    /// A count.
    Count(i64),
    /// An amount with at most two places.
    Amount(Quantity),
    /// A date.
    Day(NaiveDate),
    /// There is no figure. It is left empty and is not zero.
    None,
}

/// A column: what stands above it, and how wide it is, in characters.
pub type Column = (&'static str, u16);

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Name of the sheet: at most 31 characters, none of `[]:*?/\\`.
    pub name: String,
    /// Its columns.
    pub columns: &'static [Column],
    /// Its lines, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl From<Option<u8>> for Cell {
    fn from(percent: Option<u8>) -> Self {
        percent.map_or(Self::None, |percent| Self::Count(percent.into()))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The table as a workbook of one sheet.
///
/// # Errors
/// The workbook could not be made.
pub fn workbook(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.name)?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let text = Format::new().set_quote_prefix().set_text_wrap().set_align(FormatAlign::Top);
    for ((name, width), column) in table.columns.iter().zip(0_u16..) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *name, &head)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (cells, row) in table.rows.iter().zip(1_u32..) {
        for (cell, column) in cells.iter().zip(0_u16..) {
            match cell {
                Cell::Text(said) => sheet.write_string_with_format(row, column, said, &text)?,
                Cell::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &number)?,
                // Hundredths of at most a hundred million are exact in a double, and the quotient is the nearest one.
                Cell::Amount(amount) => {
                    sheet.write_number_with_format(row, column, amount.hundredths() as f64 / 100.0, &number)?
                }
                Cell::Day(on) => sheet.write_datetime_with_format(row, column, date(*on)?, &day)?,
                Cell::None => continue,
            };
        }
    }
    Ok(book.save_to_buffer()?)
}

/// The table as lines of CSV, the way Excel opens them in Indonesia.
///
/// # Errors
/// Writing to memory does not fail; the library has an error for it all the same.
pub fn sheet(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut writer =
        ::csv::WriterBuilder::new().delimiter(b';').terminator(::csv::Terminator::CRLF).from_writer(MARK.to_vec());
    writer.write_record(table.columns.iter().map(|(name, _)| *name))?;
    for cells in &table.rows {
        writer.write_record(cells.iter().map(said))?;
    }
    writer.into_inner().map_err(|error| ExportError::Lines(error.into_error().into()))
}

fn said(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => plain(text),
        Cell::Count(count) => count.to_string(),
        // Without dots between thousands, which a spreadsheet may take for another sign.
        Cell::Amount(amount) => amount.to_string().replace('.', ""),
        Cell::Day(on) => on.format("%d/%m/%Y").to_string(),
        Cell::None => String::new(),
    }
}
