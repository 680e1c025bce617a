//! A photo of an entry: from this phone if it is here, else from the office.

use shared::entry::{Entry, Photo};
use shared::ids::EntryId;

use crate::components::here::Here;
use crate::desk::Desk;
use crate::view::prelude::*;
use crate::words::{Words, fill};

/// Where a photo can be seen; empty until that is known.
#[must_use]
pub fn address(desk: Desk, entry: Option<EntryId>, sha256: String) -> RwSignal<String> {
    let found = RwSignal::new(String::new());
    crate::browser::spawn(async move {
        let here = desk.photo(sha256.clone()).await;
        let office = entry.map(|entry| Desk::photo_address(entry, &sha256));
        if let Some(address) = here.or(office) {
            let _ = found.try_set(address);
        }
    });
    found
}

/// A picture that appears when its address is known.
#[must_use]
pub fn picture(address: RwSignal<String>, class: &'static str, alt: String) -> View {
    let shown = move || {
        let alt = alt.clone();
        Some(address.get()).filter(|address| !address.is_empty()).map(|address| {
            view! { <img class={class} src={address} alt={alt} loading="lazy" decoding="async" /> }
        })
    };
    shown.into_view()
}

/// The photos of an entry at the office, for who reads it there: the address of each, and what it is called.
#[must_use]
pub fn at_office(w: &Words, entry: &Entry) -> Vec<(String, String)> {
    let total = entry.photos.len().to_string();
    let named = |(at, photo): (usize, &Photo)| {
        (Desk::photo_address(entry.id, &photo.sha256), fill(w.team.photo_of, &[&(at + 1).to_string(), &total]))
    };
    entry.photos.iter().enumerate().map(named).collect()
}

/// The photos of an entry on this phone.
#[must_use]
pub fn thumbs(here: Here, entry: &Entry) -> Option<View> {
    if entry.photos.is_empty() {
        return None;
    }
    let all: Vec<View> = entry
        .photos
        .iter()
        .enumerate()
        .map(|(at, photo)| {
            let alt = fill(here.w.photo_number, &[&(at + 1).to_string()]);
            let shown = picture(address(here.desk, Some(entry.id), photo.sha256.clone()), "thumb", alt);
            view! { <li>{shown}</li> }
        })
        .collect();
    Some(view! { <ul class="thumbs">{all}</ul> })
}
