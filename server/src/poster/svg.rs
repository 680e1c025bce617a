//! A sheet as SVG: attributes and generic fonts only, so that it looks the same in a browser, a viewer and a print shop.

use std::fmt::Write as _;

use super::draw::{Anchor, Font, HEIGHT_MM, Ink, Mark, POINT_MM, Sheet, Step, WIDTH_MM};

/// The sheet as an XML document.
pub(super) fn written(sheet: &Sheet) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH_MM}mm\" height=\"{HEIGHT_MM}mm\" viewBox=\"0 0 {WIDTH_MM} {HEIGHT_MM}\" \
         role=\"img\" xml:lang=\"id\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>{}</title>\n<desc>{}</desc>\n\
         <path fill=\"#ffffff\" d=\"M0 0h{WIDTH_MM}v{HEIGHT_MM}h-{WIDTH_MM}z\"/>\n",
        escaped(&sheet.title),
        escaped(&sheet.aloud),
    );
    for mark in &sheet.marks {
        out.push_str(&drawn(mark));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn drawn(mark: &Mark) -> String {
    match mark {
        Mark::Squares { at, unit_mm, rects, ink } => {
            let mut path = String::new();
            for [x, y, w, h] in rects {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{x} {y}h{w}v{h}h-{w}z");
            }
            format!(
                "<path transform=\"translate({} {}) scale({})\" fill=\"{}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>",
                number(at.0),
                number(at.1),
                number(*unit_mm),
                colour(*ink),
            )
        }
        Mark::Shape { steps, fill, line } => {
            let fill = fill.map_or("none".to_owned(), colour);
            let line = line.map_or(String::new(), |(ink, width)| {
                format!(" stroke=\"{}\" stroke-width=\"{}\"", colour(ink), number(width))
            });
            format!("<path fill=\"{fill}\"{line} d=\"{}\"/>", path(steps))
        }
        Mark::Words { at, size_pt, font, anchor, ink, text, english } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let (x, y, size, fill) = (number(at.0), number(at.1), number(size_pt * POINT_MM), colour(*ink));
            let (family, language) = (family(*font), if *english { " xml:lang=\"en\"" } else { "" });
            let text = escaped(text);
            format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {family}{anchor} fill=\"{fill}\"{language}>{text}</text>"
            )
        }
    }
}

/// Families end in a generic one, so that nothing has to be sent along.
const fn family(font: Font) -> &'static str {
    match font {
        Font::Sans => "font-family=\"Roboto, Arial, Helvetica, sans-serif\"",
        Font::SansBold => "font-family=\"Roboto, Arial, Helvetica, sans-serif\" font-weight=\"bold\"",
        Font::Serif => "font-family=\"Noto Serif, Times, serif\"",
        Font::MonoBold => "font-family=\"Roboto Mono, Courier, monospace\" font-weight=\"bold\"",
    }
}

fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    let point = |(x, y): (f32, f32)| format!("{} {}", number(x), number(y));
    for step in steps {
        match step {
            Step::Move(to) => path.push_str(&format!("M{}", point(*to))),
            Step::Line(to) => path.push_str(&format!("L{}", point(*to))),
            Step::Curve(a, b, to) => path.push_str(&format!("C{} {} {}", point(*a), point(*b), point(*to))),
            Step::Close => path.push('z'),
        }
    }
    path
}

/// A thousandth of a millimetre is finer than any printer.
fn number(value: f32) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn colour(ink: Ink) -> String {
    let [r, g, b] = ink.rgb();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Text for XML, without the characters that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => out.push(' '),
            plain => out.push(plain),
        }
    }
    out
}
