//! A person's entries in the shape of the daily progress of BKN's e-Kinerja (date, description, result, link to the evidence), so that
//! nobody types twice. Functions from values to bytes: they know no doors and no database.
//!
//! Text comes from people, and a spreadsheet takes a cell that begins like a formula for one. In a workbook every text is a text
//! and marked as such; in CSV, which has no types, such a cell begins with an apostrophe.

mod boards;
mod csv;
mod skp;
pub mod table;
mod xlsx;

use chrono::NaiveDate;
use shared::entry::Entry;
use shared::row::{Row, Rows};

pub use boards::{people, units};
pub use csv::csv;
pub use skp::skp;
pub use xlsx::xlsx;

/// The columns' names, as BKN's form has them.
pub const COLUMNS: [&str; 4] = ["Tanggal", "Uraian kegiatan", "Rencana hasil kerja", "Tautan bukti"];
/// What stands for the result of work outside the plans.
pub const ADDITIONAL: &str = "Tambahan";

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The workbook could not be made.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The lines could not be written.
    #[error("lines: {0}")]
    Lines(#[from] ::csv::Error),
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When the work was done.
    pub date: NaiveDate,
    /// What was done, and how much.
    pub text: String,
    /// The result it counts towards.
    pub result: String,
    /// Where the evidence can be seen, one address on a line.
    pub evidence: String,
}

/// The entries in these rows, oldest first. `address` is the outside address of this office, without a slash at its end.
#[must_use]
pub fn lines(rows: &Rows, (from, until): (NaiveDate, NaiveDate), address: &str) -> Vec<Line> {
    let entries = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
    let mut entries: Vec<&Entry> =
        entries.filter(|entry| from <= entry.work_date && entry.work_date <= until).collect();
    entries.sort_by_key(|entry| (entry.work_date, entry.claimed_at, entry.id));
    entries.into_iter().map(|entry| line(entry, rows, address)).collect()
}

fn line(entry: &Entry, rows: &Rows, address: &str) -> Line {
    let plan = entry.plan.and_then(|id| rows.plan(id));
    let text = match plan {
        Some(plan) => format!("{} ({} {})", entry.text, entry.quantity, plan.measure),
        None => entry.text.clone(),
    };
    let kept = |kind: &str, sha256: &str| format!("{address}/api/entry/{}/{kind}/{sha256}", entry.id);
    let mut evidence = entry.more.links.clone();
    evidence.extend(entry.more.files.iter().map(|file| kept("file", &file.sha256)));
    evidence.extend(entry.photos.iter().map(|photo| kept("photo", &photo.sha256)));
    let result = plan.map_or_else(|| ADDITIONAL.to_owned(), |plan| plan.result.clone());
    Line { date: entry.work_date, text, result, evidence: evidence.join("\n") }
}

#[cfg(test)]
mod tests;
