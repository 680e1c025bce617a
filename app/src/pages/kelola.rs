//! Kelola: what an admin looks after. Units and their people, requests that wait, and the import. Read online; nothing of it is
//! kept on this device. What is asked stands in the address: `?unit=&orang=`.

mod act;
mod acting;
mod asks;
mod coming;
mod goals;
mod import;
mod kind;
mod person;
mod place;
mod teams;
mod tree;
mod unit;

use crate::components::frame;
use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::manage::manage;
use crate::words::people::people;
use crate::words::teams_words;

/// The page.
#[must_use]
pub fn kelola(here: Here) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let manages = here.desk.person.with_untracked(|person| person.as_ref().is_some_and(|one| !one.admin.is_empty()));
    if !manages {
        let back = view! { <a class="button" href="/">{w.today}</a> };
        return frame::page(here, w.manage, frame::top(w.manage, None), frame::empty(p.manage_none, back));
    }
    let path = Memo::new(move |_| here.way.path.get());
    let tab = move |address: &'static str, word: &'static str| {
        let current = move || (path.get().trim_end_matches('/') == address).then_some("page");
        view! { <a class="tab" href={address} aria-current={current}>{word}</a> }
    };
    let top = view! {
        {frame::top(w.manage, Some(p.manage_about.to_owned()))}
        <nav class="tabs page-tabs" aria-label={w.manage}>
            {tab("/kelola", p.tab_people)} {tab("/kelola/permintaan", p.tab_requests)} {tab("/kelola/tim", teams_words(w.language).tab)}
            {tab("/kelola/impor", p.tab_import)} {tab("/kelola/tujuan", manage(w.language).tab_goals)}
        </nav>
    };
    let body = fresh(move || match path.get().trim_end_matches('/') {
        "/kelola/permintaan" => asks::asks(here),
        "/kelola/tim" => teams::teams(here),
        "/kelola/impor" => import::import(here),
        "/kelola/tujuan" => goals::goals(here),
        _ => tree::tree(here),
    });
    frame::main(here, w.manage, top, "page manage", body)
}
