//! The poster of a counter: one sheet of A5 with the code that a citizen scans, as SVG for the screen and PDF for the printer.
//!
//! [`layout`] decides what stands where, in millimetres; [`svg`](svg()) and [`pdf`](pdf()) only draw it, so both are the
//! same sheet. The same counter and address give the same bytes. Knows nothing of HTTP, files or the database.

mod cloth;
mod draw;
mod face;
mod layout;
mod letters;
mod measure;
mod pdf;
mod qr;
mod svg;

use shared::counter::Counter;

pub use qr::{ADDRESS_BYTES_MAX, AddressTooLong};

/// The poster as a picture that stands alone: no font, image or style from elsewhere.
///
/// `address` is what the code says, letter for letter: `https://teladan.example.go.id/f/DUK-3`.
///
/// # Errors
/// The address is longer than a phone can read from this sheet.
pub fn svg(counter: &Counter, address: &str) -> Result<String, AddressTooLong> {
    Ok(svg::written(&layout::sheet(counter, address)?))
}

/// The poster as a document for the printer: one page of A5 in the fonts that every reader and printer has.
///
/// # Errors
/// As [`svg`](svg()).
pub fn pdf(counter: &Counter, address: &str) -> Result<Vec<u8>, AddressTooLong> {
    Ok(pdf::written(&layout::sheet(counter, address)?))
}
