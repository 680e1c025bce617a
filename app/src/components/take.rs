//! A table to take away: two links to the same lines as on the screen, of the same days, with the same filters.

use shared::ids::{EmployeeId, UnitId};

use crate::components::days::PARTS;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;

/// What the office calls the parts of an address that say which days.
const DAYS: [&str; 3] = ["period", "from", "until"];

/// The table of a unit's board. `filters` are parts of this page's address and what the office calls them.
#[must_use]
pub fn table(here: Here, unit: UnitId, of: &'static str, filters: &'static [(&'static str, &'static str)]) -> View {
    let address = move |shape: &str| {
        let mut address = ["/api/units/", &unit.to_string(), "/table?of=", of, "&shape=", shape].concat();
        for (page, office) in PARTS.into_iter().zip(DAYS).chain(filters.iter().copied()) {
            if let Some(value) = here.asked(page).filter(|value| !value.is_empty()) {
                address = [&address, "&", office, "=", &String::from(js_sys::encode_uri_component(&value))].concat();
            }
        }
        address
    };
    links(here.w.take_table, address)
}

/// Somebody's plans, indicator by indicator.
#[must_use]
pub fn plans(here: Here, person: EmployeeId) -> View {
    links(here.w.plan.take, move |shape: &str| {
        ["/api/employee/", &person.to_string(), "/plans/table?shape=", shape].concat()
    })
}

fn links(words: &'static str, address: impl Fn(&str) -> String + Copy + 'static) -> View {
    view! {
        <p class="take">
            {icon("download")}<span>{words}</span>
            <a href={move || address("xlsx")} download="">"Excel"</a>
            <a href={move || address("csv")} download="">"CSV"</a>
        </p>
    }
}
