//! The panel: one person's entries, read one at a time. It opens beside the table, takes the focus and gives it back.

use shared::board::Line;
use shared::command::Action;
use shared::entry::{Entry, SeeEntry};
use shared::ids::{EmployeeId, EntryId};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::people::anchor;
use super::plans::plans;
use super::reading::reading;
use super::team::Team;
use crate::components::browser::{focus_id_soon, focus_soon};
use crate::components::icon::{aloud, icon};
use crate::components::state;
use crate::desk::Freshness;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The focus goes into the panel when it opens, and back to the person's row when it closes.
pub fn move_focus(team: Team) {
    Effect::new(move |before: Option<Option<EmployeeId>>| {
        let now = team.person.get();
        match (before, now) {
            (Some(before), Some(_)) if before != now => focus_soon("#orang"),
            (Some(Some(before)), None) => focus_id_soon(anchor(&before.to_string())),
            _ => {}
        }
        now
    });
}

/// The panel of the person in the address.
#[must_use]
pub fn panel(team: Team) -> View {
    let is_there = Memo::new(move |_| {
        team.person.get().filter(|id| team.board.get().lines.iter().any(|line| line.employee.id == *id))
    });
    let view = move || is_there.get().map(|id| of(team, id));
    view.into_view()
}

fn line_of(team: Team, id: EmployeeId) -> Option<Line> {
    team.board.get().lines.iter().find(|line| line.employee.id == id).cloned()
}

fn of(team: Team, id: EmployeeId) -> View {
    let here = team.here;
    let w = here.w;
    let line = Memo::new(move |_| line_of(team, id));
    // A letter or the queue may lead to an entry that neither waits nor is of today.
    let named = here.asked_once("catatan").and_then(|id| id.parse::<EntryId>().ok());
    let entries = Memo::new(move |_| {
        let mut entries = line.get().map(|line| to_read(&line)).unwrap_or_default();
        let is_there = |id: EntryId| entries.iter().any(|entry| entry.id == id);
        let missing = named.filter(|id| !is_there(*id));
        let entry = missing.and_then(|named| team.live.rows.with(|rows| rows.entry(named).cloned()));
        entries.extend(entry.filter(|entry| entry.owner == id));
        entries
    });
    let chosen = RwSignal::new(named);
    // What was opened stays open, also when it no longer waits; at first it is the newest that waits.
    let open = Memo::new(move |before: Option<&Option<EntryId>>| {
        entries.with(|entries| {
            let still = |id: &EntryId| entries.iter().any(|entry| entry.id == *id);
            let before = before.copied().flatten().filter(still);
            chosen.get().filter(still).or(before).or_else(|| first_to_read(entries))
        })
    });
    see(team, line, open);
    let name = move || line.get().map(|line| line.employee.name);
    let position = move || line.get().map(|line| line.employee.position);
    let content = move || match open.get() {
        Some(entry) => reading(team, line, entry),
        None => view! { <p class="soft">{w.team.nothing_to_read}</p> },
    };
    let others = move || others(team, entries.get(), open.get(), chosen);
    let mine = Memo::new(move |_| line.get().is_some_and(|line| team.is_mine(&line.employee)));
    let knows = move || {
        mine.get().then(|| {
            let words = fill(w.team.knows, &[&name().unwrap_or_default()]);
            view! { <p class="note soft panel-foot">{icon("eye")}{words}</p> }
        })
    };
    let close = move |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            here.ask_again(&team.address("orang", ""));
        }
    };
    view! {
        <aside class="panel" aria-labelledby="orang" on:keydown={close}>
            <div class="panel-head">
                <div><h2 id="orang" tabindex="-1">{name}</h2><p class="note soft">{position}</p></div>
                <a class="button quiet icon-only" href={move || team.address("orang", "")} data-noscroll="">
                    {icon("close")}{aloud(w.team.close_panel)}
                </a>
            </div>
            <p class="note"><a href={["/orang/", &id.to_string()].concat()}>{w.team.person_page}</a></p>
            {plans(team, line)}
            {content}
            {others}
            {knows}
        </aside>
    }
}

/// What waits, newest first, then the rest of today.
fn to_read(line: &Line) -> Vec<Entry> {
    let mut entries: Vec<Entry> = line.waiting.iter().rev().cloned().collect();
    entries.extend(line.today.iter().filter(|entry| !entry.waits()).cloned());
    entries
}

fn first_to_read(entries: &[Entry]) -> Option<EntryId> {
    entries.first().map(|entry| entry.id)
}

/// Tells the office, once for each version, that the open entry has been seen. Only its superior's look counts.
fn see(team: Team, line: Memo<Option<Line>>, open: Memo<Option<EntryId>>) {
    let told = StoredValue::new(Vec::<(EntryId, u32)>::new());
    Effect::new(move || {
        let is_live = team.live.freshness.get() == Freshness::Live;
        let mine = line.get().is_some_and(|line| team.is_mine(&line.employee));
        let Some(id) = open.get().filter(|_| is_live && mine) else { return };
        let unseen = team.live.rows.with(|rows| {
            rows.entry(id).filter(|entry| entry.seen_at.is_none() && entry.waits()).map(|entry| entry.version)
        });
        let Some(base) = unseen.filter(|base| told.with_value(|told| !told.contains(&(id, *base)))) else { return };
        told.update_value(|told| told.push((id, base)));
        crate::browser::spawn(async move {
            if team.here.desk.ask(Action::SeeEntry(SeeEntry { entry: id, base })).await.is_err() {
                let _ = told.try_update_value(|told| told.retain(|one| *one != (id, base)));
            }
        });
    });
}

fn others(team: Team, entries: Vec<Entry>, open: Option<EntryId>, chosen: RwSignal<Option<EntryId>>) -> Option<View> {
    let here = team.here;
    let w = here.w;
    let rows: Vec<View> = entries
        .into_iter()
        .filter(|entry| Some(entry.id) != open)
        .map(|entry| {
            let about = format::day(w, entry.work_date, team.today.get());
            let mark = state::of(w, &entry);
            let press = move |_| {
                chosen.set(Some(entry.id));
                focus_soon("#orang");
            };
            view! {
                <li class="row">
                    {icon("doc")}
                    <div>
                        <button class="row-title words clamp" type="button" on:click={press}>{entry.text}</button>
                        <span class="row-about"><span class="line">{mark}{about}</span></span>
                    </div>
                </li>
            }
        })
        .collect();
    let count = rows.len();
    (count > 0).then(|| {
        view! {
            <section class="waiting" aria-labelledby="lain">
                <div class="section-head"><h3 id="lain">{w.team.others}</h3><span class="count">{count}</span></div>
                <ul>{rows}</ul>
            </section>
        }
    })
}
