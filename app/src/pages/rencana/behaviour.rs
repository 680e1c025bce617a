//! Perilaku kerja: the seven values with their guides, and what the superior expects beside them.

use chrono::Datelike;
use shared::behaviour::{VALUES, Value};
use shared::expectation::{Expectation, ExpectationId};

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// The section.
#[must_use]
pub fn behaviour(here: Here) -> View {
    let p = here.w.plan;
    let year = u16::try_from(here.today.get().year()).unwrap_or_default();
    here.desk.view.with(|rows| {
        let expected = rows.expectation(ExpectationId { employee: here.me, year });
        let values: Vec<View> = VALUES.iter().map(|value| one(here, value, expected)).collect();
        let about = view! { <p class="note soft after">{p.behaviour_about}</p> };
        frame::section("perilaku", p.behaviour, "", view! { {about} <ul class="values">{values}</ul> })
    })
}

fn one(here: Here, value: &'static Value, expected: Option<&Expectation>) -> View {
    let w = here.w;
    let guides = value.guides_in(w.language).map(|guide| view! { <li>{guide}</li> });
    let doubt = (!value.is_verified).then(|| view! { <p class="note soft">{w.plan.unverified}</p> });
    let special = expected.and_then(|expected| {
        let special = expected.special.iter().find(|one| one.value == value.key)?;
        let by = fill(w.plan.special_of, &[&expected.by]);
        Some(view! { <p class="words special"><span class="note soft">{by}</span>{special.text.clone()}</p> })
    });
    view! {
        <li>
            <details class="value">
                <summary>{value.name}{icon("down")}</summary>
                <ul class="guides">{Vec::from(guides)}</ul>{doubt}
            </details>
            {special}
        </li>
    }
}
