//! How complete the person's notebook is this month, and the file of it: what the person sees in their own notebook.

use chrono::{Datelike, NaiveDate};

use super::Page;
use crate::components::{complete, export};
use crate::format;
use crate::view::prelude::*;

fn month(page: Page) -> (NaiveDate, NaiveDate) {
    let today = page.here.today.get();
    (today.with_day(1).unwrap_or(today), today)
}

/// The figure and the map.
pub(super) fn figure(page: Page) -> View {
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        view! { {complete::figure(page.here, rows, page.id, month(page))} {complete::map(page.here, rows, page.id)} }
    })
}

/// The file of this month.
pub(super) fn file(page: Page) -> View {
    let days = month(page);
    export::export(page.here, page.id, days, &format::month_year(page.here.w, days.0))
}
