//! The four faces of the answer. Ornament: the word beside each one says it, so they are hidden from screen readers.

use maud::{Markup, html};
use shared::response::Score;

/// The face for this answer.
pub(super) fn face(score: Score) -> Markup {
    html! {
        svg.face viewBox="0 0 48 48" aria-hidden="true" {
            circle cx="24" cy="24" r="21" {}
            circle.eye cx="17.5" cy="21" r="2" {}
            circle.eye cx="30.5" cy="21" r="2" {}
            @match score.get() {
                4 => path.smile d="M14 27.5h20a10 10 0 0 1-20 0z" {},
                3 => path d="M16 29.5q8 5.5 16 0" {},
                2 => path d="M16.5 32.5q7.5-3.5 15 0" {},
                _ => path d="M15.5 34.5q8.5-9 17 0M12.5 17l5.5-2.5M35.5 17L30 14.5" {},
            }
        }
    }
}

/// A stepped diamond, gold on indigo: thanks.
pub(super) fn flower() -> Markup {
    html! {
        svg.bunga viewBox="0 0 28 28" aria-hidden="true" {
            path.a d="M14 0l14 14-14 14L0 14z" {}
            path.b d="M13 5h2v2h-2zM11 7h6v2h-6zM9 9h4v2H9zM15 9h4v2h-4zM7 11h4v2H7zM17 11h4v2h-4zM5 13h4v2H5zM13 13h2v2h-2zM19 13h4v2h-4zM7 15h4v2H7zM17 15h4v2h-4zM9 17h4v2H9zM15 17h4v2h-4zM11 19h6v2h-6zM13 21h2v2h-2z" {}
        }
    }
}
