//! How complete the person's notebook is, over the last working days and this month, and the file of it: by the same rule, and what the
//! person sees in their own notebook.

use chrono::{Datelike, NaiveDate};
use shared::calendar::Calendar;
use shared::complete::{Kind, Sum, last_working_days};

use super::Page;
use crate::components::complete::{self, Whose};
use crate::components::{export, frame};
use crate::format;
use crate::pages::papan::ten::ten;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// Working days in the chart.
const DAYS: usize = 20;

fn whose(page: Page) -> Whose {
    Whose { person: page.id, first: page.first.get() }
}

fn month(page: Page) -> (NaiveDate, NaiveDate) {
    let today = page.here.today.get();
    (today.with_day(1).unwrap_or(today), today)
}

/// The last working days: a mark for each.
pub(super) fn days(page: Page) -> View {
    let w = page.here.w;
    let today = page.here.today.get();
    let dates = last_working_days(today, DAYS, Calendar::official());
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let first = dates.first().copied().unwrap_or(today);
        let asked = match complete::asked(page.here, rows, whose(page), (first, today)) {
            Ok(asked) => asked,
            Err(unknown) => return view! { <p class="note soft">{unknown}</p> },
        };
        // Work on a day off is in the map below; the chart has working days only.
        let days: Vec<_> = asked.days.into_iter().filter(|day| day.kind != Kind::Closed).collect();
        let sum = Sum::of(&days, today);
        let sentence = match sum.expected {
            0 => day(w.language).complete_none.to_owned(),
            expected => fill(page.b.last_days_sentence, &[&sum.written.to_string(), &expected.to_string()]),
        };
        let tens: Vec<View> = days.chunks(10).map(|days| ten(w, days, today)).collect();
        let body = view! { <p class="sentence words">{sentence}</p><div class="tens">{tens}</div> };
        frame::section("hari", page.b.last_days, String::new(), body)
    })
}

/// The figure of this month, and the map.
pub(super) fn figure(page: Page) -> View {
    let (here, days) = (page.here, month(page));
    page.rows.with(|rows| {
        let Some(rows) = rows else { return ().into_view() };
        let body = view! { {complete::figure(here, rows, whose(page), days)} {complete::map(here, rows, whose(page))} };
        let title = [day(here.w.language).complete, ", ", &format::month_year(here.w, days.0)].concat();
        frame::section("kelengkapan", title, String::new(), body)
    })
}

/// The file of this month.
pub(super) fn file(page: Page) -> View {
    let days = month(page);
    export::export(page.here, page.id, days, &format::month_year(page.here.w, days.0))
}
