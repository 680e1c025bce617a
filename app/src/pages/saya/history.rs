//! How I came where I am: the same book that the admin reads. It is at the office, so it is asked for when somebody wants it.

use serde::Deserialize;
use shared::employee::{Coming, Placement};

use crate::components::career::placements;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::people::people;

/// What is read of one's own page at the office.
#[derive(Deserialize)]
struct Book {
    career: Vec<Placement>,
    coming: Option<Coming>,
}

/// The section: a button, and the book behind it.
#[must_use]
pub fn history(here: Here) -> View {
    let p = people(here.w.language);
    let open = RwSignal::new(false);
    let body = fresh(move || {
        if open.get() {
            let door: Door<Book> = Door::open(here, ["/api/people/", &here.me.to_string()].concat());
            return door.show(move |book| placements(here, &book.career, book.coming.as_ref()));
        }
        view! {
            <p><button class="button" type="button" on:click={move |_| open.set(true)}>{icon("book")}{p.history_show}</button></p>
        }
    });
    frame::section("riwayat", p.history, "", body)
}
