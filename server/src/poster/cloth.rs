//! The woven edge: stepped diamonds in whole squares, gold weft on indigo, as songket is woven.

use super::draw::{Ink, Mark, Step, WIDTH_MM};

/// Height of an edge.
pub(super) const HEIGHT_MM: f32 = 8.0;
/// One thread of the weave.
const THREAD_MM: f32 = HEIGHT_MM / ROWS.len() as f32;

/// One repeat of the pattern, thread by thread: a diamond with its heart, and the corners of its neighbours.
const ROWS: [&str; 12] = [
    "####................####",
    "##....................##",
    "...........##...........",
    ".........######.........",
    ".......####..####.......",
    "#....####..##..####....#",
    "#....####..##..####....#",
    ".......####..####.......",
    ".........######.........",
    "...........##...........",
    "##....................##",
    "####................####",
];

/// The edge whose upper side is at `top`, a diamond in the middle of the sheet.
pub(super) fn edge(top: f32) -> [Mark; 2] {
    let ground = vec![
        Step::Move((0.0, top)),
        Step::Line((WIDTH_MM, top)),
        Step::Line((WIDTH_MM, top + HEIGHT_MM)),
        Step::Line((0.0, top + HEIGHT_MM)),
        Step::Close,
    ];
    let repeat = 24;
    // Half a diamond to the left of the middle, and then as many as reach over both sides.
    let left = WIDTH_MM / 2.0 - THREAD_MM * 12.0;
    let rects = (-5..=5).flat_map(|at| runs().map(move |[x, y, w, h]| [x + at * repeat, y, w, h]));
    let seen =
        |[x, _, w, _]: &[i32; 4]| left + (*x + *w) as f32 * THREAD_MM > 0.0 && left + *x as f32 * THREAD_MM < WIDTH_MM;
    [
        Mark::Shape { steps: ground, fill: Some(Ink::Indigo), line: None },
        Mark::Squares { at: (left, top), unit_mm: THREAD_MM, rects: rects.filter(seen).collect(), ink: Ink::Gold },
    ]
}

/// The gold of one repeat, as runs along each thread.
fn runs() -> impl Iterator<Item = [i32; 4]> {
    (0_i32..).zip(ROWS).flat_map(|(y, row)| {
        let dark = row.bytes().map(|thread| thread == b'#').collect::<Vec<_>>();
        super::qr::runs(&dark).into_iter().map(move |(x, w)| [x, y, w, 1])
    })
}
