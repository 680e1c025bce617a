//! A person's entries as a file, in the shape of BKN's daily progress: two links, for the person and for those above.

use chrono::NaiveDate;
use shared::ids::EmployeeId;
use shared::stamp::day_text;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::day::day;

/// The section; `of` names the days.
#[must_use]
pub fn export(here: Here, person: EmployeeId, (first, last): (NaiveDate, NaiveDate), of: &str) -> View {
    let d = day(here.w.language);
    let address = |shape: &str| {
        let parts =
            ["/api/person/", &person.to_string(), "/export?from=", &day_text(first), "&until=", &day_text(last)];
        [&parts.concat(), "&shape=", shape].concat()
    };
    let link = |shape: &'static str, word: &'static str| {
        view! { <a class="button" href={address(shape)} download="">{icon("download")}{word}</a> }
    };
    let title = [d.export, here.w.dot, of].concat();
    let body = view! {
        <p class="note soft after">{d.export_about}</p>
        <div class="button-row">{link("xlsx", d.export_xlsx)}{link("csv", d.export_csv)}</div>
    };
    frame::section("unduh", title, "", body)
}
