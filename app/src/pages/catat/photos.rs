//! Evidence: the camera first. A photo is made small and loses its position before anything else sees it.

use shared::entry::{PHOTOS_MAX, Photo};

use super::form::{Form, Shot};
use crate::components::browser::chosen_file;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::view::prelude::*;
use crate::words::fill;

/// The photos so far, and the place to take one more.
#[must_use]
pub fn photos(here: Here, form: Form) -> View {
    let w = here.w;
    let busy = RwSignal::new(false);
    let thumbs = move || {
        let shots = form.photos.get();
        shots.iter().enumerate().map(|(at, shot)| thumb(here, form, at, shot)).collect::<Vec<View>>()
    };
    let full = Memo::new(move |_| form.photos.with(Vec::len) >= PHOTOS_MAX);
    let hint = move || {
        form.photos.with(|shots| {
            let bytes: u32 = shots.iter().map(|shot| shot.photo.bytes).sum();
            let kilobytes = bytes.div_ceil(1000).to_string();
            (!shots.is_empty()).then(|| fill(w.photos_hint, &[&w.photos(shots.len()), &kilobytes]))
        })
    };
    let add = move || {
        (!full.get()).then(|| {
            let take = move |event: Event| take(here, form, busy, &event);
            view! {
                <li>
                    <label class="add-photo" aria-busy={move || busy.get().then_some("true")}>
                        {icon("camera")}{w.take_photo}
                        <input class="aloud" id="foto" type="file" accept="image/*" capture="environment" on:change={take} />
                    </label>
                </li>
            }
        })
    };
    let elsewhere = move || {
        let draft = form.known.get().pad;
        let count = here.desk.view.with(|rows| draft.photos_elsewhere(draft.id.and_then(|id| rows.draft(id))));
        let words = || fill(w.merge.photos_elsewhere, &[&w.photos(usize::try_from(count).unwrap_or_default())]);
        (count > 0).then(|| view! { <p class="hint merged">{icon("device")}{words()}</p> })
    };
    view! {
        <section class="field" id="bukti" aria-labelledby="bukti-judul">
            <h2 class="field-label" id="bukti-judul">{w.evidence}" "<span class="optional">{w.optional}</span></h2>
            <ul class="thumbs">{thumbs}{add}</ul>
            <p class="hint" role="status">{hint}</p>
            {elsewhere}
        </section>
    }
}

fn thumb(here: Here, form: Form, at: usize, shot: &Shot) -> View {
    let w = here.w;
    let number = (at + 1).to_string();
    let name = fill(w.photo_number, &[&number]);
    let picture = if shot.address.is_empty() {
        view! { <span class="thumb skeleton" role="img" aria-label={name}></span> }
    } else {
        view! { <img class="thumb" src={shot.address.clone()} alt={name} /> }
    };
    let sha256 = shot.photo.sha256.clone();
    let remove = move |_| form.photos.update(|shots| shots.retain(|shot| shot.photo.sha256 != sha256));
    view! {
        <li>
            {picture}
            <button type="button" class="button icon-only remove" on:click={remove}>
                {icon("close")}{aloud(fill(w.remove_photo, &[&number]))}
            </button>
        </li>
    }
}

fn take(here: Here, form: Form, busy: RwSignal<bool>, event: &Event) {
    let Some(file) = chosen_file(&event_target(event)) else { return };
    busy.set(true);
    crate::browser::spawn(async move {
        let taken = here.desk.take_photo(file).await;
        let _ = busy.try_set(false);
        match taken {
            Ok(taken) => {
                let bytes = u32::try_from(taken.bytes.len()).unwrap_or(u32::MAX);
                let photo = Photo { sha256: taken.sha256.clone(), bytes };
                let shot = Shot { photo, address: taken.url.clone(), taken: Some(taken) };
                let _ = form.photos.try_update(|shots| {
                    if shots.iter().all(|known| known.photo.sha256 != shot.photo.sha256) {
                        shots.push(shot);
                    }
                });
            }
            Err(reason) => {
                let _ = form.reason.try_set(Some(reason));
            }
        }
    });
}
