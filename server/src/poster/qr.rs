//! The code itself: an address as dark squares, merged into as few rectangles as a simple sweep finds.

use fast_qr::{ECL, QRBuilder};

/// Longest address in bytes: above this (version 10) the squares become so small that cheap cameras miss them.
pub const ADDRESS_BYTES_MAX: usize = 151;

/// The address does not fit into a code that can be read from the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address has {bytes} bytes; a poster holds at most {ADDRESS_BYTES_MAX}")]
pub struct AddressTooLong {
    /// How long it is.
    pub bytes: usize,
}

/// A code on its grid, without the quiet zone around it.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// Squares along one side.
    pub(super) side: i32,
    /// The dark ones, as x, y, width and height.
    pub(super) rects: Vec<[i32; 4]>,
}

/// The code for this address. A quarter of it may be scratched or stained and it still reads.
pub(super) fn code(address: &str) -> Result<Code, AddressTooLong> {
    let too_long = AddressTooLong { bytes: address.len() };
    if address.len() > ADDRESS_BYTES_MAX {
        return Err(too_long);
    }
    let qr = QRBuilder::new(address).ecl(ECL::Q).build().map_err(|_| too_long)?;
    let mut rects: Vec<[i32; 4]> = Vec::new();
    for (y, row) in (0_i32..).zip(qr.data.chunks(qr.size).take(qr.size)) {
        let dark = row.iter().map(|module| module.value()).collect::<Vec<_>>();
        for (x, w) in runs(&dark) {
            // The same run one row higher only has to grow.
            match rects.iter_mut().find(|rect| rect[0] == x && rect[2] == w && rect[1] + rect[3] == y) {
                Some(rect) => rect[3] += 1,
                None => rects.push([x, y, w, 1]),
            }
        }
    }
    Ok(Code { side: i32::try_from(qr.size).unwrap_or(0), rects })
}

/// Where dark stands in a row: first square and length of each run.
pub(super) fn runs(row: &[bool]) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for (x, _) in (0_i32..).zip(row).filter(|(_, dark)| **dark) {
        match runs.last_mut() {
            Some((from, length)) if *from + *length == x => *length += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}
