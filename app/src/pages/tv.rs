//! Layar TV: one unit's sums on a wall, read from six metres. No names of persons, nothing to press. A browser without a key asks for
//! the code that the unit's board shows.

mod pair;
mod wall;

use crate::components::frame;
use crate::components::here::Here;
use crate::desk::{Freshness, Whose};
use crate::view::prelude::*;
use crate::words::board_words;
use shared::rollup::period::Asked;

/// The page.
#[must_use]
pub fn tv(here: Here) -> View {
    let b = board_words(here.w.language);
    frame::name_document(b.tv);
    // Each pairing opens the line anew.
    let tries = RwSignal::new(0_u32);
    let view = move || {
        tries.track();
        let live = here.desk.open_sums(Whose::Tv, Asked::default());
        let unknown = Memo::new(move |_| live.freshness.get() == Freshness::NotFound);
        let is_there = Memo::new(move |_| live.board.with(Option::is_some));
        let content = move || match (unknown.get(), is_there.get()) {
            (true, _) => pair::pair(here, b, tries),
            (false, true) => wall::wall(here, b, live),
            (false, false) => frame::skeleton(here.w.loading),
        };
        view! { {content} }
    };
    view.into_view()
}
