//! Saving: the desk answers when it is durable on this phone, or says in words why not. Then what was typed stays.

use shared::command::Action;
use shared::entry::{RecordEntry, ReviseEntry};
use shared::ids::EntryId;
use uuid::Uuid;

use super::form::Form;
use crate::components::here::Here;
use crate::desk::Snapshot;
use crate::view::prelude::*;

/// Saves the form and goes home.
pub fn save(here: Here, form: Form) {
    if form.busy.get_untracked() {
        return;
    }
    form.busy.set(true);
    form.reason.set(None);
    let origin = form.origin.get_untracked();
    let content = form.content(here);
    let action = match origin.revises {
        Some((entry, base)) => Action::ReviseEntry(ReviseEntry { entry, base, content }),
        None => Action::RecordEntry(RecordEntry { id: EntryId(Uuid::now_v7()), content }),
    };
    let photos: Vec<Snapshot> =
        form.photos.with_untracked(|shots| shots.iter().filter_map(|shot| shot.taken.clone()).collect());
    crate::browser::spawn(async move {
        let saved = here.desk.save(action, photos).await;
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
        if let Some(refused) = origin.mends {
            // The words live on in the new command; the refused one may go.
            let _ = here.desk.discard(refused).await;
        }
        here.toasts.say(here.w.saved);
        here.go("/");
    });
}
