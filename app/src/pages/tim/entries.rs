//! What was done for the team, newest first, each with what was said about it; the leader answers in place.

use shared::board::thread;
use shared::entry::Entry;
use shared::ids::{EntryId, TeamId};

use super::day;
use super::open::{Open, name_of, newest_first};
use crate::components::browser::focus_id_soon;
use crate::components::entry_line::entry_line;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::photo::at_office;
use crate::components::rest::rest;
use crate::components::thread::remarks;
use crate::components::{frame, state};
use crate::pages::papan::react::{Hand, Writing, react};
use crate::view::prelude::*;
use crate::words::{fill, teams_words};

/// Entries shown at first, and with each *Tampilkan lagi*.
const SHOWN: usize = 20;

/// The leader's section.
#[must_use]
pub fn entries(open: Open) -> View {
    let (w, t) = (open.here.w, teams_words(open.here.w.language));
    let shown = RwSignal::new(SHOWN);
    let ids = Memo::new(move |_| open.entries.with(|entries| entries.iter().map(|entry| entry.id).collect::<Vec<_>>()));
    let count = move || match ids.with(Vec::len) {
        0 => String::new(),
        count => fill(t.entries_days, &[&w.entries(count)]),
    };
    // Outside the list: what is being written stays when something new arrives in it.
    let writing: Written = Memo::new(move |_| open.chosen.get().map(|id| (id, Writing::about(open.here, id))));
    let led_to = Memo::new(move |_| open.chosen.get().filter(|id| ids.with(|ids| ids.contains(id))));
    // Whoever comes from an exception or from the news is led to the entry, as soon as it is here.
    Effect::new(move || {
        if let Some(id) = led_to.get() {
            focus_id_soon(anchor(id));
        }
    });
    let body = move || {
        let all = ids.get();
        if all.is_empty() {
            return view! { <p class="after soft">{t.entries_none}</p> };
        }
        // An entry that was asked for is shown however far down it is.
        let asked = open.chosen.get().and_then(|id| all.iter().position(|known| *known == id)).map_or(0, |at| at + 1);
        let upto = shown.get().max(asked);
        let items: Vec<View> = all.iter().take(upto).map(|id| item(open, *id, writing)).collect();
        let rest = all.len().saturating_sub(upto);
        let more = (rest > 0).then(|| {
            let next = rest.min(SHOWN).to_string();
            view! { <p class="after"><button class="button" type="button" on:click={move |_| shown.set(upto + SHOWN)}>{fill(t.more, &[&next])}</button></p> }
        });
        view! { <ul class="journal team-entries">{items}</ul> {more} }
    };
    let beside = view! { <span class="count">{count}</span> };
    frame::section_beside("catatan", t.entries.to_owned(), beside, body.into_view())
}

/// The entry that is being answered, and the answer.
type Written = Memo<Option<(EntryId, Writing)>>;

/// Where an entry stands on the page.
fn anchor(id: EntryId) -> String {
    ["catatan-", &id.to_string()].concat()
}

fn item(open: Open, id: EntryId, writing: Written) -> View {
    let here = open.here;
    let entry = Memo::new(move |_| open.live.rows.with(|rows| rows.entry(id).cloned()));
    let owner = Memo::new(move |_| {
        let who = entry.get().map(|entry| entry.owner);
        open.live
            .rows
            .with(|rows| who.zip(rows.team(open.id)).map(|(who, team)| name_of(team, who)))
            .unwrap_or_default()
    });
    let answers = Memo::new(move |_| {
        let (chosen, writing) = writing.get()?;
        let is_others = || entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.owner != here.me));
        (chosen == id && is_others()).then_some(writing)
    });
    let content = move || entry.get().map(|entry| content(open, &entry, &owner.get()));
    let answer = move || answers.get().map(|writing| answer(open, writing, entry, owner));
    let below = move || {
        let ways = || entry.get().map(|entry| ways(open, &entry, &owner.get()));
        answers.get().is_none().then(|| view! { {said(open, id)}{ways()} })
    };
    view! { <li id={anchor(id)} tabindex="-1">{content}{answer}{below}</li> }
}

fn content(open: Open, entry: &Entry, owner: &str) -> View {
    let here = open.here;
    let w = here.w;
    let name = if entry.owner == here.me { w.you } else { owner };
    let head = [name, w.dot, &day(here, entry.work_date)].concat();
    let photos: Vec<View> = at_office(w, entry)
        .into_iter()
        .map(|(address, words)| {
            view! { <figure class="evidence"><img src={address} alt={words.clone()} loading="lazy" decoding="async" /><figcaption class="note soft">{words}</figcaption></figure> }
        })
        .collect();
    let more = shared::entry::More { team: None, ..(*entry.more).clone() };
    // That it is for this team is what the page is about.
    let plain = Entry { more: Box::new(more), ..entry.clone() };
    view! {
        <p class="team-who"><strong>{head}</strong></p>
        <p class="words">{entry.text.clone()}</p>
        <p class="line">{state::mark(w, entry.state())}</p>
        {rest(here, &plain)}
        {photos}
    }
}

fn said(open: Open, id: EntryId) -> Option<View> {
    open.live.rows.with(|rows| remarks(open.here, &thread(rows, id), None))
}

/// The way to answer; one's own entry is answered on its own page.
fn ways(open: Open, entry: &Entry, owner: &str) -> View {
    let here = open.here;
    let t = teams_words(here.w.language);
    if entry.owner == here.me {
        return ().into_view();
    }
    let address = open.address(Some(entry.id));
    let spoken = fill(t.react_to, &[owner]);
    view! {
        <div class="button-row">
            <a class="button quiet flush" href={address} data-noscroll="" aria-label={spoken}>{icon("reply")}{t.react}</a>
        </div>
    }
}

fn answer(open: Open, writing: Writing, entry: Memo<Option<Entry>>, owner: Memo<String>) -> View {
    let t = teams_words(open.here.w.language);
    let back = open.address(None);
    view! {
        {react(open.here, Hand::Leader, writing, entry, owner, open.live.rows)}
        <p class="note soft">{t.leader_note}</p>
        <div class="button-row"><a class="button quiet flush" href={back} data-noscroll="">{icon("close")}{t.react_close}{aloud(" ")}{move || aloud(owner.get())}</a></div>
    }
}

/// A member's own entries for the team, from this phone.
#[must_use]
pub fn mine(here: Here, id: TeamId) -> View {
    let t = teams_words(here.w.language);
    let view = move || {
        here.desk.view.with(|rows| {
            let own = newest_first(rows, id, Some(here.me));
            let count = if own.is_empty() { String::new() } else { own.len().to_string() };
            let lines: Vec<View> = own.iter().take(SHOWN).map(|entry| dated(here, entry, rows)).collect();
            let body = if lines.is_empty() {
                view! { <p class="after soft">{t.entries_mine_none}</p> }
            } else {
                view! { <ol class="notebook">{lines}</ol> }
            };
            frame::section("catatan", t.entries_mine, count, body)
        })
    };
    view.into_view()
}

fn dated(here: Here, entry: &Entry, rows: &shared::row::Rows) -> View {
    entry_line(here, entry, rows)
}
