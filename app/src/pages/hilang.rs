//! An address that leads nowhere.

use leptos::prelude::*;

use crate::components::frame;
use crate::components::here::Here;

/// The page.
#[must_use]
pub fn hilang(here: Here) -> AnyView {
    let w = here.w;
    let back = view! { <a class="button" href="/">{w.today}</a> }.into_any();
    frame::page(here, w.lost, frame::top(w.lost, None), frame::empty(w.lost_about, back))
}
