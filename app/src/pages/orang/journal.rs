//! The person's entries, newest first, with what was said about each.

use shared::board::{notebook, thread};
use shared::entry::Entry;
use shared::ids::EmployeeId;
use shared::row::Rows;

use uuid::Uuid;

use super::Page;
use crate::components::entry_line::counts_towards;
use crate::components::here::Here;
use crate::components::rest::rest;
use crate::components::thread::remarks;
use crate::components::{frame, state};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Entries shown.
const ENTRIES_MAX: usize = 30;

/// The section.
pub(super) fn journal(page: Page) -> View {
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let all = notebook(rows, page.id);
        let items: Vec<View> = all.iter().take(ENTRIES_MAX).map(|entry| item(page, rows, entry)).collect();
        let more = (all.len() > ENTRIES_MAX).then(|| view! { <p class="note soft">{page.b.journal_more}</p> });
        let body = if items.is_empty() {
            view! { <p class="after soft">{page.b.journal_none}</p> }
        } else {
            view! { <ul class="journal">{items}</ul>{more} }
        };
        let count = fill(page.b.journal_count, &[&page.here.w.entries(all.len())]);
        frame::section("catatan", page.b.journal, count, body)
    })
}

fn item(page: Page, rows: &Rows, entry: &Entry) -> View {
    // Nobody is "you" here: the page says the same to the person and to those above.
    let here = Here { me: EmployeeId(Uuid::nil()), ..page.here };
    let day = format::day(here.w, entry.work_date, here.today.get());
    let about = [&day, here.w.dot, &counts_towards(here, entry, rows)].concat();
    view! {
        <li>
            <p class="words">{entry.text.clone()}</p>
            <p class="entry-about">{about}</p>
            <p class="line">{state::mark(here.w, entry.state())}</p>
            {rest(here, entry)}
            {remarks(here, &thread(rows, entry.id), None)}
        </li>
    }
}
