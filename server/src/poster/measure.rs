//! How wide words are, and where their lines end. Widths are those of the printer's own fonts, in thousandths of the size.

use super::draw::{Font, POINT_MM};
use super::letters::{as_wide_as, win_ansi};

/// Width of a line in the printer's font.
pub(super) fn width_mm(text: &str, font: Font, size_pt: f32) -> f32 {
    let thousandths: u32 = win_ansi(text).into_iter().map(|byte| u32::from(letter(byte, font))).sum();
    thousandths as f32 / 1000.0 * size_pt * POINT_MM
}

/// The text in lines that fit, also on a screen, and about equally long, so that no word stands alone in the last one.
pub(super) fn wrap(text: &str, font: Font, size_pt: f32, width: f32) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lines = filled(&words, " ", font, size_pt, width);
    let narrower = (50_u8..100).step_by(2).map(|part| width * f32::from(part) / 100.0);
    let mut balanced = narrower.map(|width| filled(&words, " ", font, size_pt, width));
    balanced.find(|narrow| narrow.len() <= lines.len()).unwrap_or(lines)
}

/// The text in the largest of these sizes that needs no more than `lines_max` lines; else in the smallest.
pub(super) fn fit(text: &str, font: Font, sizes_pt: &[f32], width: f32, lines_max: usize) -> (f32, Vec<String>) {
    largest(sizes_pt, lines_max, |size_pt| wrap(text, font, size_pt, width))
}

/// An address in the largest size that needs one line. If none does: lines that end after a dot and before the path.
pub(super) fn fit_address(address: &str, font: Font, sizes_pt: &[f32], width: f32) -> (f32, Vec<String>) {
    let (house, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    let mut parts: Vec<&str> = house.split_inclusive('.').collect();
    parts.push(path);
    largest(sizes_pt, 1, |size_pt| filled(&parts, "", font, size_pt, width))
}

fn largest(sizes_pt: &[f32], lines_max: usize, lines: impl Fn(f32) -> Vec<String>) -> (f32, Vec<String>) {
    let mut fitted = (0.0, Vec::new());
    for size_pt in sizes_pt {
        fitted = (*size_pt, lines(*size_pt));
        if fitted.1.len() <= lines_max {
            break;
        }
    }
    fitted
}

/// Every line as full as can be. Nothing is ever cut off: a word that is too long goes on in the next line.
fn filled(words: &[&str], between: &str, font: Font, size_pt: f32, width: f32) -> Vec<String> {
    let fits = |line: &str| width_mm(line, font, size_pt) * slack(font) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words {
        let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line}{between}{word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Browsers may have wider letters than the printer (Noto, Roboto), so lines end that much earlier. Typewriter letters are
/// equally wide nearly everywhere.
const fn slack(font: Font) -> f32 {
    match font {
        Font::Sans | Font::SansBold | Font::Serif => 1.12,
        Font::MonoBold => 1.03,
    }
}

fn letter(byte: u8, font: Font) -> u16 {
    let table = match font {
        Font::Sans => &HELVETICA,
        Font::SansBold => &HELVETICA_BOLD,
        Font::Serif => &TIMES,
        Font::MonoBold => return 600,
    };
    table.get(usize::from(as_wide_as(byte)).saturating_sub(0x20)).copied().unwrap_or(556)
}

/// Adobe's published widths of the standard fonts, from the space to the tilde.
#[rustfmt::skip]
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

#[rustfmt::skip]
const HELVETICA_BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
    611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_lost_at_the_end_of_a_line() {
        let long = "Dinas Kependudukandanpencatatansipilkotamuarakencana Kota";
        let lines = wrap(long, Font::Sans, 17.0, 50.0);
        assert!(lines.iter().all(|line| width_mm(line, Font::Sans, 17.0) <= 50.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), long.replace(' ', ""));
    }

    #[test]
    fn an_address_breaks_where_one_can_read_it() {
        let fitted = |address| fit_address(address, Font::MonoBold, &[17.0, 12.0], 128.0);
        assert_eq!(fitted("teladan.muarakencana.go.id/f/DUK-7").0, 17.0);
        let (_, lines) = fitted("teladan.pelayanan-publik.kepulauanmuarakencanakab.go.id/f/DUK-LANSIA-7");
        assert_eq!(lines, ["teladan.pelayanan-publik.", "kepulauanmuarakencanakab.go.id/f/DUK-LANSIA-7"]);
    }

    #[test]
    fn a_size_is_found_that_fits() {
        assert_eq!(fit("Loket 3", Font::SansBold, &[18.0, 14.0], 60.0, 2).0, 18.0);
        assert_eq!(fit(&"Loket ".repeat(9), Font::SansBold, &[18.0, 14.0], 60.0, 2).0, 14.0);
    }
}
