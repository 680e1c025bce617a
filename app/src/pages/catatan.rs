//! Catatan: one entry of mine, and what is said about it. Opening it is reading its messages; answering works offline.

mod answer;

use shared::board::thread;
use shared::command::Action;
use shared::entry::{Content, Entry, Review, SettleEntry};
use shared::ids::{EntryId, PlanId, RemarkId};
use shared::merge::Field;
use shared::row::Rows;

use crate::components::browser::focus_soon;
use crate::components::climb::climb;
use crate::components::entry_line::counts_towards;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::thread::read;
use crate::components::times::{apart, times};
use crate::components::versions::{Version, merged, versions};
use crate::components::{frame, photo, rest, state};
use crate::format;
use crate::view::prelude::*;

/// The page.
#[must_use]
pub fn catatan(here: Here, id: EntryId) -> View {
    let w = here.w;
    read_once(here, id);
    let is_here = Memo::new(move |_| here.desk.view.with(|rows| mine(here, rows, id).is_some()));
    let plan = Memo::new(move |_| here.desk.view.with(|rows| mine(here, rows, id).and_then(|entry| entry.plan)));
    let top = frame::top_back(here, w.entry, ("/", w.today), ().into_view());
    let body = move || {
        if is_here.get() {
            view! { {move || content(here, id)} {fresh(move || why(here, plan.get()))} {answer::conversation(here, id)} }
        } else {
            frame::empty(w.entry_gone, view! { <a class="button" href="/buku">{w.book}</a> })
        }
    };
    frame::page(here, w.entry, top, body)
}

fn mine(here: Here, rows: &Rows, id: EntryId) -> Option<&Entry> {
    rows.entry(id).filter(|entry| entry.owner == here.me)
}

fn content(here: Here, id: EntryId) -> Option<View> {
    let w = here.w;
    here.desk.view.with(|rows| {
        let entry = mine(here, rows, id)?;
        let revise = (entry.review != Review::Approved).then(|| {
            let address = ["/catat?ubah=", &id.to_string()].concat();
            let class = if entry.review == Review::Returned { "button primary" } else { "button" };
            view! { <div class="button-row"><a class={class} href={address}>{icon("edit")}{w.revise}</a></div> }
        });
        let day = format::day(w, entry.work_date, here.today.get());
        let about = [&day, w.dot, &counts_towards(here, entry, rows)].concat();
        let times = times(w, entry, &|at| here.moment_inside(at));
        Some(view! {
            <article class="reading">
                <p class="line">{state::of(w, entry)}<span class="note soft">{times}</span></p>
                {apart(here, entry)}
                <p class="words big-words">{entry.text.clone()}</p>
                <p class="entry-about">{about}</p>
                {(!entry.merged.is_empty()).then(|| merged(w))}
                {conflicts(here, entry)}
                {rest::rest(here, entry)}
                {photo::thumbs(here, entry)}
                {revise}
            </article>
        })
    })
}

/// Both values of each field in which two devices wrote something else.
fn conflicts(here: Here, entry: &Entry) -> Vec<View> {
    let id = entry.id;
    let one = |field: Field| {
        let now = Content::of(entry).value(field);
        let mut values = vec![now.clone()];
        values.extend(entry.asides.iter().filter(|aside| aside.field == field).map(|aside| aside.value.clone()));
        let from = |used| if used { here.w.merge.in_entry } else { here.w.merge.elsewhere };
        let version = |value: &String| Version { value: value.clone(), from: from(*value == now), used: *value == now };
        let all: Vec<Version> = values.iter().map(version).collect();
        let seen = StoredValue::new(values);
        let pick = move |value: String| {
            let settle = SettleEntry { entry: id, field, value, seen: seen.get_value() };
            crate::browser::spawn(async move {
                match here.desk.save(Action::SettleEntry(settle), Vec::new()).await {
                    Ok(_) => here.toasts.say(here.w.merge.chosen),
                    Err(reason) => here.toasts.say(reason.in_language(here.w.language)),
                }
                focus_soon("h1");
            });
        };
        (all.len() > 1).then(|| versions(here, field, all, pick))
    };
    Field::ALL.into_iter().filter_map(one).collect()
}

/// *Untuk apa ini?* From the entry's plan up to the mission.
fn why(here: Here, plan: Option<PlanId>) -> View {
    match plan {
        Some(plan) => climb(here, plan),
        None => view! { <p class="note soft">{here.w.plan.entry_additional}</p> },
    }
}

/// Saves that the messages about this entry have been read, once for each.
fn read_once(here: Here, entry: EntryId) {
    let asked = StoredValue::new(Vec::<RemarkId>::new());
    Effect::new(move || {
        let unread: Vec<RemarkId> = here.desk.view.with(|rows| {
            thread(rows, entry)
                .into_iter()
                .filter(|remark| remark.to == here.me && remark.read_at.is_none())
                .map(|remark| remark.id)
                .filter(|id| !asked.with_value(|asked| asked.contains(id)))
                .collect()
        });
        if !unread.is_empty() {
            asked.update_value(|asked| asked.extend(unread.iter().copied()));
            crate::browser::spawn(read(here, unread));
        }
    });
}
