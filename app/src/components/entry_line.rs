//! One entry in the notebook: the time in the margin, the words on the page, the truth about it below.

use shared::entry::Entry;
use shared::row::Rows;
use shared::stamp::moment_text;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::state;
use crate::view::prelude::*;

/// What an entry counts towards: its plan and amount, or that it is additional.
#[must_use]
pub fn counts_towards(here: Here, entry: &Entry, rows: &Rows) -> String {
    match entry.plan {
        None => here.w.additional_short.to_owned(),
        Some(id) => rows.plan(id).map_or_else(String::new, |plan| {
            [plan.result.as_str(), here.w.dot, &entry.quantity.to_string(), " ", &plan.measure].concat()
        }),
    }
}

/// "2 foto", if there are any.
#[must_use]
pub fn attached(here: Here, count: usize) -> Option<View> {
    (count > 0).then(|| view! { <span class="attached">{icon("photo")}{here.w.photos(count)}</span> })
}

/// An entry that leads to its page.
#[must_use]
pub fn entry_line(here: Here, entry: &Entry, rows: &Rows) -> View {
    entry_line_with(here, entry, rows, state::of(here.w, entry))
}

/// The same with other marks.
#[must_use]
pub fn entry_line_with(here: Here, entry: &Entry, rows: &Rows, mark: View) -> View {
    let time = here.clock(entry.claimed_at);
    let about = counts_towards(here, entry, rows);
    line(here, (time, moment_text(entry.claimed_at)), &entry.text, about, &address(entry), mark, entry.photos.len())
}

/// The page of an entry.
#[must_use]
pub fn address(entry: &Entry) -> String {
    ["/catatan/", &entry.id.to_string()].concat()
}

/// A line of the notebook, whatever it leads to.
#[must_use]
pub fn line(
    here: Here,
    (time, machine_time): (String, String),
    text: &str,
    about: String,
    address: &str,
    mark: View,
    photos: usize,
) -> View {
    let about = (!about.is_empty()).then(|| view! { <p class="entry-about">{about}</p> });
    view! {
        <li class="entry">
            <time class="entry-time" datetime={machine_time}>{time}</time>
            <div class="entry-body">
                <a class="entry-link entry-text" href={address.to_owned()}>{text.to_owned()}</a>
                {about}
                <div class="entry-foot">{mark}{attached(here, photos)}</div>
            </div>
        </li>
    }
}
