//! A revision, or the mending of what was refused, while it is half-written. It lies on this device under its own name, beside the draft of
//! new work, with the version that was read: what was typed against an older one is merged like any other.

use std::sync::Arc;

use shared::entry::{Content, File, Photo};
use shared::ids::EntryId;

use super::form::Form;
use super::start;
use crate::browser::spawn;
use crate::components::here::Here;
use crate::components::remember::keep;
use crate::desk::Draft;
use crate::json::read;
use crate::view::prelude::*;

/// Under what name it is kept; none for new work.
#[must_use]
pub fn name(here: Here) -> Option<String> {
    let of = |kind: &str| here.asked_once(kind).map(|id| [kind, "/", &id].concat());
    of("tolak").or_else(|| of("ubah"))
}

/// Goes on with what was typed before, and keeps what is typed from now on. The way back is to how the form began.
pub fn unsaved(here: Here, form: Form) {
    let Some(name) = name(here) else { return };
    let begun = untrack(|| form.draft());
    let (wanted, first) = (name.clone(), begun.clone());
    spawn(async move {
        let kept = here.desk.load_form(&wanted).await;
        if form.text.try_get_untracked().is_none() {
            return;
        }
        let now = untrack(|| form.draft());
        if now != first {
            // What was typed while the disk was asked is no change any more when the form is first looked at.
            let _ = form.unsaved.try_set(true);
            here.desk.keep_form(&wanted, Kept::texts(form, &now)).await;
            return;
        }
        if let Some(kept) = Kept::of(&kept) {
            kept.take_up(here, form, first).await;
        }
        let _ = form.unsaved.try_set(true);
    });
    keep(here, name, move || {
        let draft = form.draft();
        let texts = || if draft == begun { Vec::new() } else { Kept::texts(form, &draft) };
        form.unsaved.get().then(texts)
    });
}

/// It has been saved: nothing of it is unfinished any more.
pub async fn spent(here: Here, form: Form, name: String) {
    let _ = form.unsaved.try_set(false);
    here.desk.keep_form(&name, Vec::new()).await;
}

/// What was typed, and against which version.
struct Kept {
    draft: Draft,
    revises: Option<(EntryId, u32)>,
    seen: Option<Content>,
}

impl Kept {
    fn texts(form: Form, draft: &Draft) -> Vec<String> {
        let known = form.known.with_untracked(|known| known.seen.clone());
        let texts = (
            serde_json::to_string(draft),
            serde_json::to_string(&form.origin.get_untracked().revises),
            serde_json::to_string(&known),
        );
        let (Ok(draft), Ok(revises), Ok(seen)) = texts else { return Vec::new() };
        vec![draft, revises, seen]
    }

    fn of(texts: &[String]) -> Option<Self> {
        let [draft, revises, seen] = texts else { return None };
        Some(Self { draft: read(draft)?, revises: read(revises)?, seen: read(seen)? })
    }

    /// Puts it into the form. A photo or a document whose bytes are gone by now is left out: it would never arrive.
    async fn take_up(self, here: Here, form: Form, begun: Draft) {
        let Self { mut draft, revises, seen } = self;
        let photos = draft.photos.iter().map(|photo| &photo.sha256);
        let mut gone = Vec::new();
        for sha256 in photos.chain(draft.more.files.iter().map(|file| &file.sha256)) {
            if !is_here(here, sha256, &begun).await {
                gone.push(sha256.clone());
            }
        }
        draft.photos.retain(|photo| !gone.contains(&photo.sha256));
        draft.more.files.retain(|file| !gone.contains(&file.sha256));
        let before = form.origin.get_untracked();
        let known = form.known.with_untracked(|known| known.seen.clone());
        let entry = before.revises.map(|(id, _)| id);
        if form.origin.try_update(|origin| origin.revises = revises).is_none() {
            return;
        }
        form.known.update(|known| known.seen = seen);
        start::put_typed(here, form, draft, entry);
        here.toasts.offer(
            here.w.unsaved_back,
            Arc::new(move || {
                if form.origin.try_set(before).is_none() {
                    form.known.update(|now| now.seen.clone_from(&known));
                    start::put_typed(here, form, begun.clone(), entry);
                }
            }),
        );
    }
}

/// Are these bytes on this device, or with the entry as it began?
async fn is_here(here: Here, sha256: &str, begun: &Draft) -> bool {
    let photo = |photo: &Photo| photo.sha256 == sha256;
    let file = |file: &File| file.sha256 == sha256;
    begun.photos.iter().any(photo)
        || begun.more.files.iter().any(file)
        || here.desk.photo(sha256.to_owned()).await.is_some()
}
