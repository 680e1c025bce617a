//! What a sheet is made of: squares, shapes and words, at places in millimetres from the upper left corner.

/// Width of the sheet.
pub(super) const WIDTH_MM: f32 = 148.0;
/// Height of the sheet.
pub(super) const HEIGHT_MM: f32 = 210.0;
/// Millimetres in a typographic point.
pub(super) const POINT_MM: f32 = 25.4 / 72.0;

/// A place: from the left, from the top.
pub(super) type Point = (f32, f32);

/// The colours of the poster. Print has one theme, so these are the light one's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The ground of the cloth, and the counter's name.
    Indigo,
    /// The weft.
    Gold,
    /// Text, faces and the code itself.
    Night,
    /// Second voice.
    Soft,
    /// The skin of the faces.
    Cream,
    /// Paper.
    White,
}

impl Ink {
    /// Red, green, blue.
    pub(super) const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Indigo => [0x1b, 0x4f, 0x80],
            Self::Gold => [0xd9, 0xae, 0x57],
            Self::Night => [0x10, 0x18, 0x20],
            Self::Soft => [0x49, 0x53, 0x5f],
            Self::Cream => [0xfb, 0xf2, 0xdc],
            Self::White => [0xff, 0xff, 0xff],
        }
    }
}

/// The type of the poster: sans is the office, serif the question, mono what is typed letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    Sans,
    SansBold,
    Serif,
    MonoBold,
}

impl Font {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Sans, Self::SansBold, Self::Serif, Self::MonoBold];
}

/// Which part of a line stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// One step of a pen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Close,
}

impl Step {
    /// Moves it down.
    pub(super) const fn lower(&mut self, down: f32) {
        match self {
            Self::Move(to) | Self::Line(to) => to.1 += down,
            Self::Curve(a, b, to) => {
                a.1 += down;
                b.1 += down;
                to.1 += down;
            }
            Self::Close => {}
        }
    }
}

/// One thing on the sheet.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Whole squares of one colour, as x, y, width and height on a grid that starts at `at`.
    Squares { at: Point, unit_mm: f32, rects: Vec<[i32; 4]>, ink: Ink },
    /// An outline, filled, drawn or both.
    Shape { steps: Vec<Step>, fill: Option<Ink>, line: Option<(Ink, f32)> },
    /// One line of words; `at` is on the line they stand on.
    Words { at: Point, size_pt: f32, font: Font, anchor: Anchor, ink: Ink, text: String, english: bool },
}

/// A sheet, ready to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Name of the document.
    pub(super) title: String,
    /// What somebody hears who cannot see it.
    pub(super) aloud: String,
    /// What is on it, lowest first.
    pub(super) marks: Vec<Mark>,
}

/// How far a curve's handles reach to look like a quarter of a circle.
const ROUND: f32 = 0.552_285;

/// A circle, clockwise from the top.
pub(super) fn circle((x, y): Point, r: f32) -> Vec<Step> {
    let k = r * ROUND;
    vec![
        Step::Move((x, y - r)),
        Step::Curve((x + k, y - r), (x + r, y - k), (x + r, y)),
        Step::Curve((x + r, y + k), (x + k, y + r), (x, y + r)),
        Step::Curve((x - k, y + r), (x - r, y + k), (x - r, y)),
        Step::Curve((x - r, y - k), (x - k, y - r), (x, y - r)),
        Step::Close,
    ]
}

/// A square with round corners.
pub(super) fn rounded((x, y): Point, side: f32, r: f32) -> Vec<Step> {
    let (right, bottom, k) = (x + side, y + side, r * (1.0 - ROUND));
    vec![
        Step::Move((x + r, y)),
        Step::Line((right - r, y)),
        Step::Curve((right - k, y), (right, y + k), (right, y + r)),
        Step::Line((right, bottom - r)),
        Step::Curve((right, bottom - k), (right - k, bottom), (right - r, bottom)),
        Step::Line((x + r, bottom)),
        Step::Curve((x + k, bottom), (x, bottom - k), (x, bottom - r)),
        Step::Line((x, y + r)),
        Step::Curve((x, y + k), (x + k, y), (x + r, y)),
        Step::Close,
    ]
}
