//! Saving: the desk answers when it is durable on this phone, or says in words why not. Then what was typed stays.

use shared::command::Action;
use shared::entry::{Content, RecordEntry, ReviseEntry};
use shared::ids::EntryId;
use shared::words::Spoken;
use uuid::Uuid;

use super::form::Form;
use super::{between, unsaved};
use crate::components::here::Here;
use crate::desk::Snapshot;
use crate::view::prelude::*;

/// Said when the plan of a template has ended and none was chosen instead.
const PLAN_OPEN: [&str; 2] = [
    "Rencana contoh ini sudah berakhir. Pilih dulu rencana lain, atau tugas tambahan.",
    "The plan of this template has ended. Choose another plan first, or additional work.",
];

/// A new entry. What was a draft at the office goes with it, and gives it its name: saved on two devices it is one entry.
fn record(here: Here, form: Form, content: Content) -> Action {
    let draft = form.keeps.get_untracked().then(|| between::spent(here, form, &content)).flatten();
    let named = draft.as_ref().map(|spent| EntryId(spent.draft.0));
    let is_new = |id: &EntryId| here.desk.view.with_untracked(|rows| rows.entry(*id).is_none());
    let id = named.filter(is_new).unwrap_or_else(|| EntryId(Uuid::now_v7()));
    Action::RecordEntry(RecordEntry { id, content, draft })
}

/// Saves the form and goes home.
pub fn save(here: Here, form: Form) {
    if form.busy.get_untracked() {
        return;
    }
    if form.offering.get_untracked() {
        form.saves_next.set(true);
        return;
    }
    if untrack(|| form.lacks_plan()) {
        let [id, en] = PLAN_OPEN.map(str::to_owned);
        return form.reason.set(Some(Spoken { code: "plan_open".to_owned(), id, en }));
    }
    form.take_link();
    form.busy.set(true);
    form.reason.set(None);
    let (origin, unsaved) = (form.origin.get_untracked(), unsaved::name(here));
    let content = form.content(here);
    let action = match origin.revises {
        Some((entry, base)) => {
            Action::ReviseEntry(ReviseEntry { entry, base, content, seen: form.known.get_untracked().seen })
        }
        None => record(here, form, content),
    };
    let mut photos: Vec<Snapshot> =
        form.photos.with_untracked(|shots| shots.iter().filter_map(|shot| shot.taken.clone()).collect());
    photos.extend(form.documents.get_untracked());
    crate::browser::spawn(async move {
        let saved = match origin.mends {
            // The form's draft is another piece of work.
            Some(_) => here.desk.save_beside(action, photos).await,
            None => here.desk.save(action, photos).await,
        };
        let _ = form.busy.try_set(false);
        if let Err(reason) = saved {
            let _ = form.reason.try_set(Some(reason));
            return;
        }
        if form.keeps.try_get_untracked() == Some(true) {
            // From here on nothing of it is a draft any more.
            form.keeps.set(false);
            here.desk.clear_draft().await;
        }
        if let Some(name) = unsaved {
            unsaved::spent(here, form, name).await;
        }
        if let Some(refused) = origin.mends {
            // The words live on in the new command; the refused one may go.
            let _ = here.desk.discard(refused).await;
        }
        here.toasts.say(here.w.saved);
        here.go("/");
    });
}
