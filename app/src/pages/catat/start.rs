//! How the form starts: empty, with the draft, as a copy, as a revision, or as the mending of what was refused.

use std::sync::Arc;

use shared::again;
use shared::board::{notebook, plans_on};
use shared::command::Action;
use shared::entry::{Content, Entry, Photo, Review};
use shared::ids::{CommandId, DraftId, EntryId, PlanId};
use shared::plan::PlanState;
use shared::stamp::{day_text, parse_day};
use uuid::Uuid;

use super::between;
use super::form::{Form, Origin, Shot};
use crate::components::browser;
use crate::components::here::Here;
use crate::components::plan_line::is_reached;
use crate::components::waits;
use crate::desk::{Desk, Draft, Refused};
use crate::view::prelude::*;

fn entry_asked(here: Here, name: &str) -> Option<Entry> {
    let id: EntryId = here.asked_once(name)?.parse().ok()?;
    here.desk.view.with(|rows| rows.entry(id).filter(|entry| entry.owner == here.me).cloned())
}

fn refused_asked(here: Here) -> Option<Refused> {
    let id: CommandId = here.asked_once("tolak")?.parse().ok()?;
    here.desk.queue.with(|queue| queue.tray.iter().find(|refused| refused.command.id == id).cloned())
}

/// Is what the address speaks of on this phone, and may it still be changed?
#[must_use]
pub fn is_there(here: Here) -> bool {
    if here.asked("tolak").is_some() {
        // Once the mended command has left the tray, the page is on its way out and keeps what it shows.
        return untrack(|| refused_asked(here)).is_some();
    }
    here.asked("ubah").is_none() || entry_asked(here, "ubah").is_some_and(|entry| entry.review != Review::Approved)
}

/// Puts the beginning into the fields.
pub fn fill_in(here: Here, form: Form) {
    untrack(|| {
        if let Some(refused) = refused_asked(here) {
            mend(here, form, refused);
        } else if let Some(entry) = entry_asked(here, "ubah") {
            let counted = entry.plan.map(|plan| (plan, entry.quantity));
            form.origin.set(Origin { revises: Some((entry.id, entry.version)), mends: None, counted });
            form.known.update(|known| known.seen = Some(Content::of(&entry)));
            put_entry(here, form, entry);
        } else {
            begin(here, form);
        }
    });
}

fn put_entry(here: Here, form: Form, entry: Entry) {
    let id = entry.id;
    put(here, form, Content::of(&entry), Some(id));
}

fn put(here: Here, form: Form, content: Content, entry: Option<EntryId>) {
    form.text.set(content.text);
    form.plan.set(content.plan);
    form.quantity.set(if content.plan.is_some() { content.quantity.to_string() } else { String::new() });
    form.date.set(day_text(content.work_date));
    form.more.set(*content.more);
    show(here, form, content.photos, entry);
}

/// Puts photos into the form that are known by their hash, and finds out where they can be seen.
fn show(here: Here, form: Form, photos: Vec<Photo>, entry: Option<EntryId>) {
    let shots = photos.iter().map(|photo| Shot { photo: photo.clone(), taken: None, address: String::new() });
    form.photos.set(shots.collect());
    for Photo { sha256, .. } in photos {
        crate::browser::spawn(async move {
            let office = entry.map(|entry| Desk::photo_address(entry, &sha256));
            let Some(address) = here.desk.photo(sha256.clone()).await.or(office) else { return };
            let _ = form.photos.try_update(|shots| {
                if let Some(shot) = shots.iter_mut().find(|shot| shot.photo.sha256 == sha256) {
                    shot.address = address;
                }
            });
        });
    }
}

/// Puts what was typed before into the form.
pub(super) fn put_typed(here: Here, form: Form, draft: Draft, entry: Option<EntryId>) {
    form.text.set(draft.text);
    form.plan.set(draft.plan);
    form.quantity.set(draft.quantity);
    form.date.set(draft.work_date);
    form.more.set(draft.more);
    show(here, form, draft.photos, entry);
}

/// The refused words, with the reason beside them.
fn mend(here: Here, form: Form, refused: Refused) {
    let Some((id, content)) = waits::content(&refused.command.action) else { return };
    let (id, content) = (id, content.clone());
    let before = here.desk.view.with(|rows| rows.entry(id).cloned());
    // What was seen then is still what was seen: a revision of an older version is merged.
    let (revises, seen) = match (&refused.command.action, &before) {
        (Action::ReviseEntry(revise), Some(_)) if revise.seen.is_some() => {
            (Some((id, revise.base)), revise.seen.clone())
        }
        (Action::ReviseEntry(_), Some(entry)) => (Some((id, entry.version)), Some(Content::of(entry))),
        _ => (None, None),
    };
    form.known.update(|known| known.seen = seen);
    let counted = before.filter(|_| revises.is_some()).and_then(|entry| Some((entry.plan?, entry.quantity)));
    form.origin.set(Origin { revises, mends: Some(refused.command.id), counted });
    put(here, form, content, revises.map(|(id, _)| id));
    form.reason.set(Some(refused.reason));
}

/// A new entry: the draft if there is one, a copy if one is asked for, the likely plan otherwise.
fn begin(here: Here, form: Form) {
    let asked = here.asked_once("rencana").and_then(|id| id.parse::<PlanId>().ok());
    form.plan.set(asked.or_else(|| likely_plan(here)));
    if let Some(day) = here.asked_once("tanggal").filter(|day| parse_day(day).is_some()) {
        form.date.set(day);
    }
    let copied = entry_asked(here, "salin");
    if here.asked_once("contoh").is_some() {
        browser::focus_soon("#contoh button");
    }
    if here.asked_once("foto").is_some() {
        request_animation_frame(|| browser::press("foto"));
    }
    crate::browser::spawn(async move {
        let draft = here.desk.load_draft().await;
        let has_draft = !draft.text.trim().is_empty()
            || !draft.quantity.is_empty()
            || !draft.photos.is_empty()
            || !draft.more.is_empty();
        let other = here.desk.view.with_untracked(|rows| between::newest(here.me, &draft, has_draft, rows));
        match copied {
            Some(entry) => {
                copy(here, form, &entry);
                if has_draft {
                    here.toasts
                        .offer(here.w.draft_replaced, Arc::new(move || take_up(here, form, draft.clone(), None)));
                }
            }
            None if other.is_some() && form.text.try_with_untracked(String::is_empty) == Some(true) => {
                if let Some(other) = other {
                    between::go_on(here, form, &other);
                }
            }
            None if has_draft && form.text.try_with_untracked(String::is_empty) == Some(true) => {
                take_up(here, form, draft, asked);
            }
            None => {
                let typed = form.text.try_with_untracked(|text| !text.is_empty()) == Some(true);
                let _ = form.typed_early.try_set(typed);
            }
        }
        let _ = form.known.try_update(|known| known.pad.name(DraftId(Uuid::now_v7())));
        let _ = form.keeps.try_set(true);
    });
}

fn copy(here: Here, form: Form, entry: &Entry) {
    let today = here.today.get_untracked();
    let copied = here.desk.view.with_untracked(|rows| again::copy(entry, rows, today));
    if form.text.try_set(copied.text).is_some() {
        return;
    }
    form.quantity.set(copied.plan.map(|_| copied.quantity.to_string()).unwrap_or_default());
    form.plan.set(copied.plan);
    form.more.set(*copied.more);
}

fn take_up(here: Here, form: Form, draft: Draft, asked: Option<PlanId>) {
    if form.text.try_set(draft.text).is_some() {
        return;
    }
    form.plan.set(asked.or(draft.plan));
    form.quantity.set(draft.quantity);
    form.more.set(draft.more);
    if !draft.work_date.is_empty() {
        form.date.set(draft.work_date);
    }
    form.kept_at.set(draft.saved_at);
    form.known.update(|known| known.pad = draft.pad);
    show(here, form, draft.photos, None);
}

/// The plan of the newest entry if it still runs, else the first one that is not finished.
fn likely_plan(here: Here) -> Option<PlanId> {
    let today = here.today.get_untracked();
    here.desk.view.with_untracked(|rows| {
        let plans = plans_on(rows, here.me, today);
        let agreed = || plans.iter().filter(|plan| plan.state == PlanState::Agreed);
        let last = notebook(rows, here.me).first().and_then(|entry| entry.plan);
        agreed()
            .find(|plan| Some(plan.id) == last)
            .or_else(|| agreed().find(|plan| !is_reached(plan)))
            .or_else(|| agreed().next())
            .map(|plan| plan.id)
    })
}
