//! Navigation: the bar under the thumb and the bar at the side. Both are in the page; the style shows one of them.

use shared::board::inbox;
use shared::row::Row;
use shared::superior::Asked;

use crate::components::echo;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon, mark};
use crate::components::place::Place;
use crate::view::prelude::*;

type Item = (Place, &'static str, &'static str, &'static str);

/// Messages that the person has not read yet.
#[must_use]
pub fn unread(here: Here) -> Memo<usize> {
    Memo::new(move |_| {
        here.desk.view.with(|rows| {
            let answers = rows.asked(Asked::of(here.me)).map_or(0, |asked| asked.unread().count());
            let remarks = inbox(rows, here.me).iter().filter(|remark| remark.read_at.is_none()).count();
            remarks + answers + echo::unread(rows)
        })
    })
}

fn link(here: Here, place: Memo<Place>, unread: Memo<usize>, item: Item) -> View {
    let (to, address, name, word) = item;
    let current = move || (place.get() == to).then_some("page");
    let badge = move || {
        let count = if to == Place::Inbox { unread.get() } else { 0 };
        (count > 0).then(|| view! { <span class="badge">{count}{aloud(here.w.fresh_count)}</span> })
    };
    view! {
        <a href={address} aria-current={current}>{icon(name)}<span class="nav-word">{word}</span>{badge}</a>
    }
}

fn has_boards(here: Here) -> Memo<bool> {
    Memo::new(move |_| here.desk.person.with(|person| person.as_ref().is_some_and(|person| !person.boards.is_empty())))
}

const fn board_item(word: &'static str) -> Item {
    (Place::Board, "/papan", "people", word)
}

/// The bar under the thumb.
#[must_use]
pub fn bottom_nav(here: Here, place: Memo<Place>, unread: Memo<usize>) -> View {
    let w = here.w;
    let boards = has_boards(here);
    let one = move |item| link(here, place, unread, item);
    view! {
        <nav class="bottom-nav" aria-label={w.nav}>
            {one((Place::Today, "/", "day", w.today))}
            {one((Place::Book, "/buku", "book", w.book))}
            {one((Place::Inbox, "/kabar", "inbox", w.inbox))}
            {move || boards.get().then(|| one(board_item(w.nav_board)))}
            {one((Place::Me, "/saya", "person", w.me))}
        </nav>
    }
}

/// The bar at the side.
#[must_use]
pub fn side_nav(here: Here, place: Memo<Place>, unread: Memo<usize>) -> View {
    let w = here.w;
    let boards = has_boards(here);
    let leads = Memo::new(move |_| {
        here.desk
            .person
            .with(|person| person.as_ref().is_some_and(|one| one.boards.iter().any(|board| !board.assessed)))
    });
    let manages = Memo::new(move |_| {
        here.desk.person.with(|person| person.as_ref().is_some_and(|person| !person.admin.is_empty()))
    });
    let teams = Memo::new(move |_| here.desk.view.with(|rows| rows.iter().any(|row| matches!(row, Row::Team(_)))));
    let one = move |item| view! { <li>{link(here, place, unread, item)}</li> };
    let who = move || {
        here.desk.person.with(|person| {
            person.as_ref().map(|person| {
                let (name, position) = (person.employee.name.clone(), person.employee.position.clone());
                view! { <p><strong>{name}</strong>{position}</p> }
            })
        })
    };
    view! {
        <nav class="side-nav" aria-label={w.nav}>
            <a class="brand" href="/">{mark()}<span class="nav-word">"Teladan"</span></a>
            <ul>
                {one((Place::Today, "/", "day", w.today))}
                {one((Place::Book, "/buku", "book", w.book))}
                {one((Place::Inbox, "/kabar", "inbox", w.inbox))}
                {move || boards.get().then(|| one(board_item(w.board)))}
                {move || leads.get().then(|| one((Place::Units, "/papan/kota", "office", w.units)))}
                {move || teams.get().then(|| one((Place::Teams, "/tim", "team", w.teams)))}
                {move || manages.get().then(|| one((Place::Manage, "/kelola", "office", w.manage)))}
                {one((Place::Queue, "/antrean", "clock", w.queue_short))}
                {one((Place::Me, "/saya", "person", w.me))}
            </ul>
            <div class="nav-foot">{who}</div>
        </nav>
    }
}
