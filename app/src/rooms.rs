//! Rooms whose code is fetched when somebody opens them: the board, boards of units, what an admin does, and the pages around the
//! notebook. Their style sheet comes with them. The first screen stands in the main module. The form for writing is fetched right
//! after it, unasked, because it must open without a network from the first minute; the service worker keeps all parts on the phone.
//!
//! What is fetched is only a function's address; the page itself is then drawn in its place, under its own owner.

use futures::future::join;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::place::Place;
use crate::view::prelude::*;
use crate::{dress, pages};

type Draw = fn(Here, Place) -> View;

/// A room's code: on its way, here, or not to be had.
#[derive(Clone, Copy)]
enum Code {
    Coming,
    Here(Draw),
    Missing,
}

#[wasm_split(board, fallible, wasm_split_path = leptos::wasm_split)]
fn board() -> Result<Draw, SplitLoaderError> {
    fn draw(here: Here, place: Place) -> View {
        if let Place::Team(team) = place {
            return pages::tim::tim(here, team);
        }
        if place == Place::Teams {
            return pages::tim::list(here);
        }
        if place == Place::Review { pages::tinjau::tinjau(here) } else { pages::papan::papan(here) }
    }
    Ok(draw)
}

/// The form's code: its page, and what goes on while none is open.
#[derive(Clone, Copy)]
struct Form {
    draw: Draw,
    send_left: fn(Here, Memo<bool>),
}

#[wasm_split(write, fallible, wasm_split_path = leptos::wasm_split)]
fn write() -> Result<Form, SplitLoaderError> {
    fn draw(here: Here, _: Place) -> View {
        pages::catat::catat(here)
    }
    Ok(Form { draw, send_left: pages::catat::between::send_left })
}

/// Fetches the form for writing as soon as the app stands: it must open without a network from the first minute. Once it is here,
/// what a form has left on the disk is sent while none is open (`writes`).
pub(crate) fn fetch_form(here: Here, writes: Memo<bool>) {
    let form = RwSignal::new_local(None);
    Effect::new(move || {
        // Asked again when a form is opened or left: then it may be here.
        writes.track();
        if form.with_untracked(Option::is_none) {
            spawn(async move {
                // If it does not come now, the page asks again and says so.
                dress::put_on().await;
                if let Ok(code) = write().await
                    && form.try_with_untracked(Option::is_none) == Some(true)
                {
                    form.set(Some(code.send_left));
                }
            });
        }
    });
    Effect::new(move || {
        if let Some(send_left) = form.get() {
            here.desk.mind_rules();
            send_left(here, writes);
        }
    });
}

#[wasm_split(notebook, fallible, wasm_split_path = leptos::wasm_split)]
fn notebook() -> Result<Draw, SplitLoaderError> {
    fn draw(here: Here, place: Place) -> View {
        match place {
            Place::Entry(id) => pages::catatan::catatan(here, id),
            Place::Inbox => pages::kabar::kabar(here),
            Place::Queue => pages::antrean::antrean(here),
            Place::Book => pages::buku::buku(here),
            Place::Plans => pages::rencana::rencana(here),
            Place::Propose => pages::rencana::usul(here),
            Place::Plan(id) => pages::rencana::satu(here, id),
            Place::Me => pages::saya::saya(here),
            Place::Today | Place::Write | Place::Board | Place::Units | Place::Person(_) | Place::Tv => {
                pages::hilang::hilang(here)
            }
            Place::Manage | Place::SignIn | Place::Lost | Place::Review => pages::hilang::hilang(here),
            Place::Dialogues | Place::Dialogue(_) | Place::Teams | Place::Team(_) => pages::hilang::hilang(here),
        }
    }
    Ok(draw)
}

#[wasm_split(units, fallible, wasm_split_path = leptos::wasm_split)]
fn units() -> Result<Draw, SplitLoaderError> {
    fn draw(here: Here, place: Place) -> View {
        match place {
            Place::Units => pages::kota::kota(here),
            Place::Person(id) => pages::orang::orang(here, id),
            Place::Tv => pages::tv::tv(here),
            Place::Today | Place::Write | Place::Entry(_) | Place::Inbox | Place::Queue | Place::Book => {
                pages::hilang::hilang(here)
            }
            Place::Plans | Place::Propose | Place::Plan(_) => pages::hilang::hilang(here),
            Place::Board | Place::Me | Place::Manage => pages::hilang::hilang(here),
            Place::SignIn | Place::Lost | Place::Review => pages::hilang::hilang(here),
            Place::Dialogues | Place::Dialogue(_) | Place::Teams | Place::Team(_) => pages::hilang::hilang(here),
        }
    }
    Ok(draw)
}

#[wasm_split(manage, fallible, wasm_split_path = leptos::wasm_split)]
fn manage() -> Result<Draw, SplitLoaderError> {
    fn draw(here: Here, _: Place) -> View {
        pages::kelola::kelola(here)
    }
    Ok(draw)
}

#[wasm_split(talk, fallible, wasm_split_path = leptos::wasm_split)]
fn talk() -> Result<Draw, SplitLoaderError> {
    fn draw(here: Here, place: Place) -> View {
        if let Place::Dialogue(person) = place {
            pages::dialog::dialog(here, person)
        } else {
            pages::dialog::list(here)
        }
    }
    Ok(draw)
}

/// The page at `place`, drawn when its code is here.
pub(crate) fn open(here: Here, place: Place) -> View {
    let code = RwSignal::new_local(Code::Coming);
    spawn(async move {
        let code_of = async || match place {
            Place::Board | Place::Review | Place::Teams | Place::Team(_) => board().await,
            Place::Dialogues | Place::Dialogue(_) => talk().await,
            Place::Write => write().await.map(|form| form.draw),
            Place::Manage => manage().await,
            Place::Units | Place::Person(_) | Place::Tv => units().await,
            Place::Today | Place::Entry(_) | Place::Inbox | Place::Queue | Place::Book => notebook().await,
            Place::Plans | Place::Propose | Place::Plan(_) => notebook().await,
            Place::Me | Place::SignIn | Place::Lost => notebook().await,
        };
        let (loaded, dressed) = join(code_of(), dress::put_on()).await;
        code.try_set(loaded.ok().filter(|_| dressed).map_or(Code::Missing, Code::Here));
    });
    fresh(move || match code.get() {
        Code::Here(draw) => draw(here, place),
        Code::Coming => ().into_view(),
        Code::Missing => missing(here),
    })
}

/// The code could not be fetched: the network went away before the service worker had kept it.
fn missing(here: Here) -> View {
    let w = here.w;
    let back = view! { <a class="button" href="/">{w.today}</a> };
    frame::page(here, w.part_missing, frame::top(w.part_missing, None), frame::empty(w.part_missing_about, back))
}
