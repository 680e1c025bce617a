//! What stands where: two edges of cloth; between them the counter, the question, the code with the faces, the address and
//! the promise. Long names take more lines, then smaller type; the paper between the blocks gives way, the code last.

use shared::counter::Counter;
use shared::response::Score;

use super::cloth;
use super::draw::{Anchor, Font, HEIGHT_MM, Ink, Mark, POINT_MM, Sheet, WIDTH_MM, rounded};
use super::face::face;
use super::measure::{fit, fit_address, wrap};
use super::qr::{self, AddressTooLong, Code};

const EDGE_MM: f32 = 10.0;
const MIDDLE_MM: f32 = WIDTH_MM / 2.0;
/// Side of the code's frame, quiet zone included, when there is room.
const FRAME_MM: f32 = 86.0;
/// The code itself is never smaller than this: a cheap phone reads it at arm's length.
const CODE_MM_MIN: f32 = 60.0;
/// Empty squares around the code, as the standard wants them.
const QUIET: i32 = 4;
/// Paper between two blocks, at least.
const GAP_MM_MIN: f32 = 3.0;

/// The poster of this counter.
pub(super) fn sheet(counter: &Counter, address: &str) -> Result<Sheet, AddressTooLong> {
    let code = qr::code(address)?;
    let (head, head_mm) = heading(counter);
    let (title, title_mm) = question();
    let (address_lines, address_mm) = typed(address);
    let (foot, foot_mm) = promise();
    let room = HEIGHT_MM - 2.0 * cloth::HEIGHT_MM;
    let rest = room - head_mm - title_mm - address_mm - foot_mm;
    let frame_min = CODE_MM_MIN * (code.side + 2 * QUIET) as f32 / code.side as f32;
    let frame_mm = (rest - 6.0 * GAP_MM_MIN).clamp(frame_min, FRAME_MM.max(frame_min));
    let gap = (rest - frame_mm) / 6.0;

    let mut marks = cloth::edge(0.0).to_vec();
    let mut top = cloth::HEIGHT_MM + gap;
    let blocks = [
        (head, head_mm),
        (title, title_mm),
        (scan(&code, frame_mm), frame_mm),
        (address_lines, address_mm),
        (foot, foot_mm),
    ];
    for (block, height) in blocks {
        marks.extend(block.into_iter().map(|mark| lowered(mark, top)));
        top += height + gap;
    }
    marks.extend(cloth::edge(HEIGHT_MM - cloth::HEIGHT_MM));
    let place = format!("{} · {}", counter.name, counter.service_name);
    Ok(Sheet {
        title: format!("Poster {place}"),
        aloud: format!("{place}, {}. Bagaimana pelayanan kami? Kode QR ke {address}", counter.unit_name),
        marks,
    })
}

/// Which counter on the left, whose on the right.
fn heading(counter: &Counter) -> (Vec<Mark>, f32) {
    let (left_mm, right_mm) = (64.0, 60.0);
    let (name_pt, name) = fit(&counter.name, Font::SansBold, &[18.0, 15.0, 12.0], left_mm, 2);
    let (service_pt, service) = fit(&counter.service_name, Font::Sans, &[11.0, 9.5], left_mm, 3);
    let (unit_pt, unit) = fit(&counter.unit_name, Font::Sans, &[9.0, 8.0], right_mm, 3);
    let mut left = Block::at(EDGE_MM, Anchor::Start);
    left.lines(&name, Font::SansBold, name_pt, Ink::Indigo);
    left.lines(&service, Font::Sans, service_pt, Ink::Night);
    let mut right = Block::at(WIDTH_MM - EDGE_MM, Anchor::End);
    right.lines(&unit, Font::Sans, unit_pt, Ink::Soft);
    let height = left.height.max(right.height);
    let mut marks = left.centred(height);
    marks.extend(right.centred(height));
    (marks, height)
}

fn question() -> (Vec<Mark>, f32) {
    let mut block = Block::at(MIDDLE_MM, Anchor::Middle);
    block.lines(&["Bagaimana", "pelayanan kami?"], Font::Serif, 34.0, Ink::Night);
    block.space(1.5);
    block.english(&["How did we do?"], Font::Serif, 16.0);
    (block.marks, block.height)
}

/// The code in its frame, and beside it what waits behind it.
fn scan(code: &Code, frame_mm: f32) -> Vec<Mark> {
    let left = 17.0 + (FRAME_MM - frame_mm) / 2.0;
    let unit_mm = frame_mm / (code.side + 2 * QUIET) as f32;
    let quiet_mm = QUIET as f32 * unit_mm;
    let frame = rounded((left, 0.0), frame_mm, 3.0);
    let mut marks = vec![
        Mark::Shape { steps: frame, fill: Some(Ink::White), line: Some((Ink::Indigo, 0.6)) },
        Mark::Squares { at: (left + quiet_mm, quiet_mm), unit_mm, rects: code.rects.clone(), ink: Ink::Night },
    ];
    let (x, step) = (left + frame_mm + 18.5, frame_mm / 4.0);
    for (at, score) in (0_u8..).zip(Score::BEST_FIRST) {
        let top = f32::from(at) * step + step / 2.0;
        marks.extend(face(score, (x, top - 2.4), step * 0.68));
        let mut word = Block::at(x, Anchor::Middle);
        word.lines(&[score.words().0], Font::Sans, 9.0, Ink::Night);
        marks.extend(word.marks.into_iter().map(|mark| lowered(mark, top + step * 0.34 - 1.7)));
    }
    marks
}

/// What to do, and the address for who cannot scan.
fn typed(address: &str) -> (Vec<Mark>, f32) {
    let short = address.split_once("://").map_or(address, |(_, rest)| rest);
    let width = WIDTH_MM - 2.0 * EDGE_MM;
    let (size_pt, lines) = fit_address(short, Font::MonoBold, &[17.0, 15.5, 14.0, 12.5], width);
    let mut block = Block::at(MIDDLE_MM, Anchor::Middle);
    block.lines(&["Pindai dengan kamera HP, pilih satu wajah, selesai."], Font::SansBold, 13.0, Ink::Night);
    block.space(1.2);
    block.lines(&lines, Font::MonoBold, size_pt, Ink::Indigo);
    (block.marks, block.height)
}

fn promise() -> (Vec<Mark>, f32) {
    const HERE: &str = "Tanpa nama dan tanpa akun. Nomor HP dan lokasi Anda tidak disimpan.";
    const ENGLISH: &str = "Scan, choose a face, done. No name, no app, about 20 seconds.";
    let width = WIDTH_MM - 2.0 * EDGE_MM;
    let mut block = Block::at(MIDDLE_MM, Anchor::Middle);
    block.lines(&wrap(HERE, Font::Sans, 9.5, width), Font::Sans, 9.5, Ink::Soft);
    block.space(0.8);
    block.english(&wrap(ENGLISH, Font::Sans, 9.0, width), Font::Sans, 9.0);
    (block.marks, block.height)
}

/// Lines under each other, from the top of the block.
struct Block {
    x: f32,
    anchor: Anchor,
    marks: Vec<Mark>,
    height: f32,
}

impl Block {
    const fn at(x: f32, anchor: Anchor) -> Self {
        Self { x, anchor, marks: Vec::new(), height: 0.0 }
    }

    fn lines(&mut self, lines: &[impl AsRef<str>], font: Font, size_pt: f32, ink: Ink) {
        self.add(lines, font, size_pt, ink, false);
    }

    fn english(&mut self, lines: &[impl AsRef<str>], font: Font, size_pt: f32) {
        self.add(lines, font, size_pt, Ink::Soft, true);
    }

    fn add(&mut self, lines: &[impl AsRef<str>], font: Font, size_pt: f32, ink: Ink, english: bool) {
        for line in lines {
            let size_mm = size_pt * POINT_MM;
            let at = (self.x, self.height + size_mm * 0.95);
            let text = line.as_ref().to_owned();
            self.marks.push(Mark::Words { at, size_pt, font, anchor: self.anchor, ink, text, english });
            self.height += size_mm * 1.22;
        }
    }

    const fn space(&mut self, mm: f32) {
        self.height += mm;
    }

    fn centred(self, height: f32) -> Vec<Mark> {
        let down = (height - self.height) / 2.0;
        self.marks.into_iter().map(|mark| lowered(mark, down)).collect()
    }
}

/// The mark, further down the sheet.
fn lowered(mut mark: Mark, down: f32) -> Mark {
    match &mut mark {
        Mark::Squares { at, .. } | Mark::Words { at, .. } => at.1 += down,
        Mark::Shape { steps, .. } => steps.iter_mut().for_each(|step| step.lower(down)),
    }
    mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::counter::Tally;
    use shared::ids::{CounterId, ServiceId, UnitId};

    fn counter(name: &str, service: &str, unit: &str) -> Counter {
        let nobody = || "00000000-0000-0000-0000-000000000000".parse().unwrap();
        Counter {
            id: CounterId(nobody()),
            code: "DUK-7".into(),
            name: name.into(),
            service: ServiceId(nobody()),
            service_name: service.into(),
            unit: UnitId(nobody()),
            unit_name: unit.into(),
            all: Tally::default(),
            day: None,
            today: Tally::default(),
            last_at: None,
            last_words: String::new(),
            rev: 1,
        }
    }

    /// The side of the code and its lower edge, and the lines of words with their feet.
    fn seen(sheet: &Sheet) -> ((f32, f32), Vec<(f32, &str)>) {
        let mut code = (0.0, 0.0);
        let mut lines = Vec::new();
        for mark in &sheet.marks {
            match mark {
                Mark::Squares { at, unit_mm, rects, ink: Ink::Night } => {
                    let side = rects.iter().map(|[x, _, w, _]| x + w).max().unwrap_or(0) as f32 * unit_mm;
                    code = (side, at.1 + side);
                }
                Mark::Words { at, text, .. } => lines.push((at.1, text.as_str())),
                Mark::Squares { .. } | Mark::Shape { .. } => {}
            }
        }
        (code, lines)
    }

    #[test]
    fn the_code_stays_large_and_everything_stays_between_the_edges() {
        let long = "Pelayanan terpadu penyandang disabilitas dan lanjut usia ".repeat(2);
        let house = format!("https://{}.go.id/f/DUK-LANSIA-7", "pelayanan.kepulauanmuarakencana".repeat(2));
        let short = ("Loket 3", "Akta kelahiran", "Dinas Kependudukan dan Pencatatan Sipil");
        for (names, address) in [
            (short, "https://a.id/f/A-1"),
            (short, house.as_str()),
            ((&long[..60], &long[..], &long[..]), "https://teladan.muarakencana.go.id/f/DUK-7"),
            ((&long[..60], &long[..], &long[..]), house.as_str()),
        ] {
            let sheet = sheet(&counter(names.0, names.1, names.2), address).unwrap();
            let ((side, bottom), lines) = seen(&sheet);
            assert!(side >= CODE_MM_MIN, "{side} mm");
            assert!(bottom < HEIGHT_MM - 40.0, "{bottom}");
            assert!(lines.iter().all(|(foot, _)| (9.0..HEIGHT_MM - 9.0).contains(foot)), "{lines:?}");
            let all = lines.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" ");
            for name in [names.0, names.1, names.2] {
                assert!(all.contains(name.trim()), "{name} in {all}");
            }
        }
    }
}
