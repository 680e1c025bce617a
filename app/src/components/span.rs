//! Two days, the first and the last, as two fields side by side.

use chrono::NaiveDate;
use shared::stamp::{day_text, parse_day};

use crate::components::here::Here;
use crate::view::prelude::*;

/// What stands in the two fields, as the browser writes it.
#[derive(Clone, Copy)]
pub struct Span {
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl Span {
    /// These days to begin with.
    #[must_use]
    pub fn of(from: NaiveDate, until: NaiveDate) -> Self {
        Self { from: RwSignal::new(day_text(from)), until: RwSignal::new(day_text(until)) }
    }

    /// Both days, each if it is one.
    #[must_use]
    pub fn picked(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let day = |text: RwSignal<String>| text.with_untracked(|text| parse_day(text));
        (day(self.from), day(self.until))
    }

    /// The fields, under these ids.
    #[must_use]
    pub fn fields(self, here: Here, [first, last]: [&'static str; 2]) -> View {
        let w = here.w;
        view! {
            <div class="pair">
                <div class="field">
                    <label for={first}>{w.first_day}</label>
                    <input class="input" id={first} type="date" bind:value={self.from} />
                </div>
                <div class="field">
                    <label for={last}>{w.last_day}</label>
                    <input class="input" id={last} type="date" bind:value={self.until} />
                </div>
            </div>
        }
    }
}
