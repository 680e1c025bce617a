//! Sudah dicatat: today's page of the notebook. What the office refused stands here too, with the way to the queue.

use shared::board::notebook;
use shared::command::Action;
use shared::stamp::moment_text;

use crate::components::entry_line::{entry_line, line};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::state::stamp;
use crate::desk::Refused;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The section.
#[must_use]
pub fn section(here: Here) -> View {
    let w = here.w;
    let today = here.today.get();
    let mut lines = Vec::new();
    here.desk.queue.with(|queue| {
        lines.extend(queue.tray.iter().filter_map(|refused| failed(here, refused)));
        here.desk.view.with(|rows| {
            let entries = notebook(rows, here.me).into_iter().filter(|entry| entry.work_date == today);
            lines.extend(entries.map(|entry| entry_line(here, entry, rows)));
        });
    });
    let book = fill(w.open_book, &[format::month(w, today)]);
    let book = view! { <p class="after"><a href="/buku">{book}</a></p> };
    let count = if lines.is_empty() { String::new() } else { w.entries(lines.len()) };
    let body = if lines.is_empty() {
        let write = view! { <a class="button" href="/catat">{icon("plus")}{w.start_writing}</a> };
        frame::empty_list(here, w.nothing_today, write)
    } else {
        view! { <ol class="notebook">{lines}</ol> }
    };
    frame::section("tercatat", w.recorded, count, view! { {body} {book} })
}

/// A new entry of today that the office did not accept.
fn failed(here: Here, refused: &Refused) -> Option<View> {
    let Action::RecordEntry(record) = &refused.command.action else { return None };
    if record.content.work_date != here.today.get() {
        return None;
    }
    let at = refused.command.made_at;
    let why = fill(here.w.failed_because, &[refused.reason.in_language(here.w.language)]);
    let mark = stamp("state is-failed", "warn", why);
    let time = (here.clock(at), moment_text(at));
    Some(line(here, time, &record.content.text, String::new(), "/antrean", mark, record.content.photos.len()))
}
