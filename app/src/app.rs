//! The app: who is here decides between the sign-in page and the shell; the address decides which page lies in it.
//!
//! The router's own table of routes is left out: the tree is flat, and one `match` over [`Place`] costs a phone less.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::location::{BrowserUrl, LocationProvider};
use shared::words::Language;
use shared::zone::Zone;

use crate::components::browser::focus_soon;
use crate::components::here::{Here, Navigate};
use crate::components::nav::{bottom_nav, side_nav, unread};
use crate::components::place::Place;
use crate::components::toast::Toasts;
use crate::desk::{Desk, use_desk};
use crate::pages;
use crate::words::words;

/// The whole app. It expects a [`Desk`] in the context.
#[component]
pub fn App() -> impl IntoView {
    view! { <Router>{shell()}</Router> }
}

fn shell() -> AnyView {
    let desk = use_desk();
    let path = use_location().pathname;
    let place = Memo::new(move |_| path.with(|path| Place::of(path)));
    let (query, toasts) = (use_query_map(), Toasts::new());
    let navigate = use_navigate();
    let way: Navigate = Arc::new(move |address, options| navigate(address, options));
    let way = StoredValue::new(way);
    follow_the_address(place, path);
    tell_the_document(desk);

    let who = Memo::new(move |_| {
        desk.person.with(|person| {
            person
                .as_ref()
                .map(|person| (person.employee.id, person.unit.as_ref().map_or(Zone::default(), |unit| unit.zone)))
        })
    });
    let signs_in = Memo::new(move |_| who.get().is_none() || place.get() == Place::SignIn);
    let view = move || {
        let w = words(desk.language.get());
        if !desk.ready.get() {
            return ().into_any();
        }
        let Some((me, zone)) = who.get().filter(|_| !signs_in.get()) else {
            return pages::masuk::masuk(desk, w, place, way);
        };
        let today = Memo::new(move |_| zone.local_date(desk.now.get()));
        sheet(Here { desk, w, me, zone, today, query, toasts, way }, place)
    };
    view.into_any()
}

/// The shell around every page: cloth, navigation at the side and under the thumb, and the sheet between.
fn sheet(here: Here, place: Memo<Place>) -> AnyView {
    let unread = unread(here);
    let writes = Memo::new(move |_| place.get() == Place::Write);
    view! {
        <a class="skip" href="#isi" rel="external">{here.w.skip}</a>
        <div class="desk has-bottom-nav">
            <div class="spine" aria-hidden="true"></div>
            {side_nav(here, place, unread)}
            <div class="sheet">{move || page(here, place.get())}</div>
            {move || (!writes.get()).then(|| bottom_nav(here, place, unread))}
        </div>
        {here.toasts.view(here.w)}
    }
    .into_any()
}

fn page(here: Here, place: Place) -> AnyView {
    match place {
        Place::Today => pages::hari_ini::hari_ini(here),
        Place::Write => pages::catat::catat(here),
        Place::Entry(id) => pages::catatan::catatan(here, id),
        Place::Inbox => pages::kabar::kabar(here),
        Place::Queue => pages::antrean::antrean(here),
        Place::Book => pages::buku::buku(here),
        Place::Board => pages::papan::papan(here),
        Place::Me => pages::saya::saya(here),
        Place::SignIn | Place::Lost => pages::hilang::hilang(here),
    }
}

/// After each step: tells the router that the page stands, and moves the focus to its heading.
fn follow_the_address(place: Memo<Place>, path: Memo<String>) {
    let browser = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<Place>| {
        path.track();
        let now = place.get();
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
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
