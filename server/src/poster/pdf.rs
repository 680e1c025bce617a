//! A sheet as PDF: one page, the fonts that every reader has, no date, so that the same poster is the same bytes.

use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::draw::{Anchor, Font, HEIGHT_MM, Ink, Mark, POINT_MM, Point, Sheet, Step, WIDTH_MM};
use super::letters::win_ansi;
use super::measure::width_mm;

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const INFO: Ref = Ref::new(5);
const FIRST_FONT: i32 = 6;

/// The sheet as a document.
pub(super) fn written(sheet: &Sheet) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES).lang(TextStr("id"));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.finish();
    pdf.pages(PAGES).kids([PAGE]).count(1);
    pdf.document_info(INFO).title(TextStr(&sheet.title)).subject(TextStr(&sheet.aloud)).creator(TextStr("Teladan"));
    let mut page = pdf.page(PAGE);
    page.media_box(Rect::new(0.0, 0.0, points(WIDTH_MM), points(HEIGHT_MM))).parent(PAGES).contents(CONTENT);
    let mut resources = page.resources();
    let mut fonts = resources.fonts();
    for (at, font) in (FIRST_FONT..).zip(Font::ALL) {
        fonts.pair(name(font), Ref::new(at));
    }
    fonts.finish();
    resources.finish();
    page.finish();
    for (at, font) in (FIRST_FONT..).zip(Font::ALL) {
        pdf.type1_font(Ref::new(at)).base_font(base(font)).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    pdf.stream(CONTENT, &content(sheet));
    pdf.finish()
}

fn content(sheet: &Sheet) -> Vec<u8> {
    let mut out = Content::new();
    out.set_line_cap(LineCapStyle::RoundCap).set_line_join(LineJoinStyle::RoundJoin);
    for mark in &sheet.marks {
        match mark {
            Mark::Squares { at, unit_mm, rects, ink } => squares(&mut out, *at, *unit_mm, rects, *ink),
            Mark::Shape { steps, fill, line } => shape(&mut out, steps, *fill, *line),
            Mark::Words { at, size_pt, font, anchor, ink, text, .. } => {
                let width = width_mm(text, *font, *size_pt);
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - width / 2.0,
                    Anchor::End => at.0 - width,
                };
                let (x, y) = place((left, at.1));
                fill_with(&mut out, *ink);
                out.begin_text().set_font(name(*font), *size_pt).next_line(x, y);
                out.show(Str(&win_ansi(text))).end_text();
            }
        }
    }
    out.finish().into_vec()
}

/// All squares are one path with one fill: where two touch, no hairline of paper can show.
fn squares(out: &mut Content, at: Point, unit_mm: f32, rects: &[[i32; 4]], ink: Ink) {
    let mm = |squares: i32| squares as f32 * unit_mm;
    fill_with(out, ink);
    for [x, y, w, h] in rects {
        let (left, bottom) = place((at.0 + mm(*x), at.1 + mm(y + h)));
        out.rect(left, bottom, points(mm(*w)), points(mm(*h)));
    }
    out.fill_nonzero();
}

fn shape(out: &mut Content, steps: &[Step], fill: Option<Ink>, line: Option<(Ink, f32)>) {
    if let Some(ink) = fill {
        fill_with(out, ink);
    }
    if let Some((ink, width)) = line {
        let [r, g, b] = parts(ink);
        out.set_stroke_rgb(r, g, b).set_line_width(points(width));
    }
    for step in steps {
        match step {
            Step::Move(to) => {
                let (x, y) = place(*to);
                out.move_to(x, y);
            }
            Step::Line(to) => {
                let (x, y) = place(*to);
                out.line_to(x, y);
            }
            Step::Curve(a, b, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (place(*a), place(*b), place(*to));
                out.cubic_to(ax, ay, bx, by, x, y);
            }
            Step::Close => {
                out.close_path();
            }
        }
    }
    match (fill, line) {
        (Some(_), Some(_)) => out.fill_nonzero_and_stroke(),
        (Some(_), None) => out.fill_nonzero(),
        (None, Some(_)) => out.stroke(),
        (None, None) => out.end_path(),
    };
}

fn fill_with(out: &mut Content, ink: Ink) {
    let [r, g, b] = parts(ink);
    out.set_fill_rgb(r, g, b);
}

fn parts(ink: Ink) -> [f32; 3] {
    ink.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0)
}

/// Millimetres from the upper left to points from the lower left, rounded to what a printer can tell apart.
fn place((x, y): Point) -> Point {
    (points(x), points(HEIGHT_MM - y))
}

fn points(mm: f32) -> f32 {
    (mm / POINT_MM * 1000.0).round() / 1000.0
}

const fn name(font: Font) -> Name<'static> {
    Name(match font {
        Font::Sans => b"S",
        Font::SansBold => b"B",
        Font::Serif => b"T",
        Font::MonoBold => b"M",
    })
}

const fn base(font: Font) -> Name<'static> {
    Name(match font {
        Font::Sans => b"Helvetica",
        Font::SansBold => b"Helvetica-Bold",
        Font::Serif => b"Times-Roman",
        Font::MonoBold => b"Courier-Bold",
    })
}
