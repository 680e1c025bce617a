//! Who has opened this page, newest first; and what is not tracked.

use shared::opened::Opened;
use shared::order::sorted;
use shared::row::Row;

use super::Page;
use crate::components::frame;
use crate::components::icon::icon;
use crate::view::prelude::*;

/// The section.
pub(super) fn looks(page: Page) -> View {
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let looks: Vec<&Opened> = rows
            .iter()
            .filter_map(|row| if let Row::Opened(look) = row { Some(look) } else { None })
            .filter(|look| look.person == page.id)
            .collect();
        let looks = sorted(&looks, |look| [-look.at.timestamp_micros(), 0]);
        let items: Vec<View> = looks
            .into_iter()
            .map(|look| {
                let at = page.here.moment(look.at);
                view! {
                    <li class="row">
                        {icon("eye")}
                        <div>
                            <span class="row-title">{look.viewer_name.clone()}</span>
                            <span class="row-about">{look.viewer_position.clone()}</span>
                        </div>
                        <span class="note soft">{at}</span>
                    </li>
                }
            })
            .collect();
        let count = if items.is_empty() { String::new() } else { items.len().to_string() };
        let list = if items.is_empty() {
            view! { <p class="after soft">{page.b.looks_none}</p> }
        } else {
            view! { <ul>{items}</ul> }
        };
        let body = view! { {list}<p class="note soft">{page.b.looks_about}</p> };
        frame::section("pembuka", page.b.looks, count, body)
    })
}
