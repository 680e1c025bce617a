//! The four faces, as on the citizen's page, on a grid of 48.

use shared::response::Score;

use super::draw::{Ink, Mark, Point, Step, circle};

/// Draws the face for `score` with its middle at `middle`.
pub(super) fn face(score: Score, middle: Point, size_mm: f32) -> Vec<Mark> {
    let pen = Pen { middle, scale: size_mm / 48.0 };
    let line = Some((Ink::Night, 2.0 * pen.scale));
    let shape = |steps, fill, line| Mark::Shape { steps, fill, line };
    let mut marks = vec![shape(circle(middle, 21.0 * pen.scale), Some(Ink::Cream), line)];
    for x in [17.5, 30.5] {
        marks.push(shape(circle(pen.at(x, 21.0), 2.0 * pen.scale), Some(Ink::Night), None));
    }
    match score.get() {
        4 => marks.push(shape(pen.laugh(), Some(Ink::Night), line)),
        3 => marks.push(shape(pen.bend((16.0, 29.5), (24.0, 35.0), (32.0, 29.5)), None, line)),
        2 => marks.push(shape(pen.bend((16.5, 32.5), (24.0, 29.0), (31.5, 32.5)), None, line)),
        _ => {
            marks.push(shape(pen.bend((15.5, 34.5), (24.0, 25.5), (32.5, 34.5)), None, line));
            let brows =
                [((12.5, 17.0), (18.0, 14.5)), ((35.5, 17.0), (30.0, 14.5))].map(|(from, to)| pen.straight(from, to));
            marks.push(shape(brows.concat(), None, line));
        }
    }
    marks
}

struct Pen {
    middle: Point,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        (self.middle.0 + (x - 24.0) * self.scale, self.middle.1 + (y - 24.0) * self.scale)
    }

    fn straight(&self, from: Point, to: Point) -> Vec<Step> {
        vec![Step::Move(self.at(from.0, from.1)), Step::Line(self.at(to.0, to.1))]
    }

    /// A bow from one corner of the mouth to the other; `pull` is where both sides point to.
    fn bend(&self, from: Point, pull: Point, to: Point) -> Vec<Step> {
        let third = |end: Point| self.at(end.0 + (pull.0 - end.0) * 2.0 / 3.0, end.1 + (pull.1 - end.1) * 2.0 / 3.0);
        vec![Step::Move(self.at(from.0, from.1)), Step::Curve(third(from), third(to), self.at(to.0, to.1))]
    }

    /// An open mouth: half a disc.
    fn laugh(&self) -> Vec<Step> {
        let at = |x, y| self.at(x, y);
        vec![
            Step::Move(at(14.0, 27.5)),
            Step::Line(at(34.0, 27.5)),
            Step::Curve(at(34.0, 33.02), at(29.52, 37.5), at(24.0, 37.5)),
            Step::Curve(at(18.48, 37.5), at(14.0, 33.02), at(14.0, 27.5)),
            Step::Close,
        ]
    }
}
