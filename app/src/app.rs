//! The app: who is here decides between the sign-in page and the shell; the address decides which page lies in it.
//!
//! The tree of addresses is flat: one `match` over [`Place`] is the whole table of routes.

use shared::ids::EmployeeId;
use shared::words::Language;
use shared::zone::Zone;
use uuid::Uuid;

use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::nav::{bottom_nav, side_nav, unread};
use crate::components::place::Place;
use crate::components::toast::Toasts;
use crate::components::way::Way;
use crate::desk::{Desk, use_desk};
use crate::view::prelude::*;
use crate::words::words;
use crate::{pages, rooms};

/// The whole app. It expects a [`Desk`] in the context.
#[must_use]
pub fn app() -> View {
    let desk = use_desk();
    let (way, toasts) = (Way::start(), Toasts::new());
    let place = Memo::new(move |_| way.path.with(|path| Place::of(path)));
    follow_the_address(place);
    tell_the_document(desk);

    let who = Memo::new(move |_| {
        desk.person.with(|person| {
            person
                .as_ref()
                .map(|person| (person.employee.id, person.unit.as_ref().map_or(Zone::default(), |unit| unit.zone)))
        })
    });
    // A television is nobody: it has a key of its own and sees nothing else.
    let is_tv = Memo::new(move |_| place.get() == Place::Tv);
    let signs_in = Memo::new(move |_| who.get().is_none() || place.get() == Place::SignIn);
    // It outlives a change of the language: what was typed and what was refused stay.
    let door = pages::masuk::Door::closed();
    fresh(move || {
        let w = words(desk.language.get());
        if !desk.ready.get() {
            return ().into_view();
        }
        if is_tv.get() {
            let (me, zone) = (EmployeeId(Uuid::nil()), Zone::default());
            let today = Memo::new(move |_| zone.local_date(desk.now.get()));
            return rooms::open(Here { desk, w, me, zone, today, toasts, way }, Place::Tv);
        }
        let Some((me, zone)) = who.get().filter(|_| !signs_in.get()) else {
            return pages::masuk::masuk(desk, w, place, way, door);
        };
        let today = Memo::new(move |_| zone.local_date(desk.now.get()));
        sheet(Here { desk, w, me, zone, today, toasts, way }, place)
    })
}

/// The shell around every page: cloth, navigation at the side and under the thumb, and the sheet between.
fn sheet(here: Here, place: Memo<Place>) -> View {
    let unread = unread(here);
    let writes = Memo::new(move |_| place.get() == Place::Write);
    rooms::fetch_form(here, writes);
    view! {
        <a class="skip" href="#isi" rel="external">{here.w.skip}</a>
        <div class="desk has-bottom-nav">
            <div class="spine" aria-hidden="true"></div>
            {side_nav(here, place, unread)}
            <div class="sheet">{fresh(move || page(here, place.get()))}</div>
            {move || (!writes.get()).then(|| bottom_nav(here, place, unread))}
        </div>
        {here.toasts.view(here.w)}
    }
}

fn page(here: Here, place: Place) -> View {
    match place {
        Place::Today => pages::hari_ini::hari_ini(here),
        Place::SignIn | Place::Lost => pages::hilang::hilang(here),
        Place::Write
        | Place::Entry(_)
        | Place::Inbox
        | Place::Queue
        | Place::Book
        | Place::Plans
        | Place::Propose
        | Place::Plan(_)
        | Place::Board
        | Place::Review
        | Place::Dialogues
        | Place::Dialogue(_)
        | Place::Teams
        | Place::Team(_)
        | Place::Manage
        | Place::Me => rooms::open(here, place),
        Place::Units | Place::Person(_) | Place::Tv => rooms::open(here, place),
    }
}

/// After each step to another page the focus moves to its heading.
fn follow_the_address(place: Memo<Place>) {
    Effect::new(move |before: Option<Place>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            focus_soon("h1");
        }
        now
    });
}

/// The document says which language it speaks, and that the app stands.
fn tell_the_document(desk: Desk) {
    Effect::new(move || {
        let code = match desk.language.get() {
            Language::Id => "id",
            Language::En => "en",
        };
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("lang", code);
        }
    });
    Effect::new(move || {
        if desk.ready.get()
            && let Some(body) = document().body()
        {
            let _ = body.class_list().add_1("is-ready");
        }
    });
}
