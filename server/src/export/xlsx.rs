//! Lines as a workbook of one sheet: dates are dates, and every other cell is a text that is marked as one.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{COLUMNS, ExportError, Line};
use chrono::{Datelike, NaiveDate};

/// Widths of the columns, in characters.
const WIDTHS: [u16; 4] = [12, 60, 44, 60];

/// The file.
///
/// # Errors
/// The workbook could not be made.
pub fn xlsx(lines: &[Line]) -> Result<Vec<u8>, ExportError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Progres harian")?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Top);
    // The mark goes with the cell: copied or saved as another kind of file, its text stays a text.
    let text = Format::new().set_quote_prefix().set_text_wrap().set_align(FormatAlign::Top);
    for ((name, width), column) in COLUMNS.iter().zip(WIDTHS).zip(0_u16..) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, *name, &head)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (line, row) in lines.iter().zip(1_u32..) {
        sheet.write_datetime_with_format(row, 0, date(line.date)?, &day)?;
        for (cell, column) in [&line.text, &line.result, &line.evidence].into_iter().zip(1_u16..) {
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// A date as a workbook has it.
pub(super) fn date(on: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(on.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(on.month()), part(on.day()))
}
