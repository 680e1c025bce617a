//! An address that leads nowhere.

use crate::components::frame;
use crate::components::here::Here;
use crate::view::prelude::*;

/// The page.
#[must_use]
pub fn hilang(here: Here) -> View {
    let w = here.w;
    let back = view! { <a class="button" href="/">{w.today}</a> };
    frame::page(here, w.lost, frame::top(w.lost, None), frame::empty(w.lost_about, back))
}
