//! Masa: from when until when a plan runs. This quarter, this year, or two dates.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::span::Span;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// What was chosen.
#[derive(Clone, Copy)]
pub struct Period {
    kind: RwSignal<Kind>,
    span: Span,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Quarter,
    Year,
    Dates,
}

/// The months from `first` on, which counts from 0.
fn months(year: i32, first: u32, many: u32) -> Option<(NaiveDate, NaiveDate)> {
    let from = NaiveDate::from_ymd_opt(year, first + 1, 1)?;
    Some((from, from.checked_add_months(Months::new(many))?.checked_sub_days(Days::new(1))?))
}

/// The quarter of a day.
pub(super) fn quarter(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    months(today.year(), today.month0() / 3 * 3, 3).unwrap_or((today, today))
}

/// The year of a day.
pub(super) fn year(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    months(today.year(), 0, 12).unwrap_or((today, today))
}

impl Period {
    /// This quarter, to begin with.
    #[must_use]
    pub fn new(here: Here) -> Self {
        let (from, until) = quarter(here.today.get_untracked());
        Self { kind: RwSignal::new(Kind::Quarter), span: Span::of(from, until) }
    }

    /// The first and the last day; an empty date makes a period that the rule refuses in words.
    #[must_use]
    pub fn dates(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self.kind.get_untracked() {
            Kind::Quarter => quarter(today),
            Kind::Year => year(today),
            Kind::Dates => {
                let (from, until) = self.span.picked();
                (from.unwrap_or(NaiveDate::MAX), until.unwrap_or(NaiveDate::MIN))
            }
        }
    }

    /// The chips, and the two fields when other dates are wanted.
    #[must_use]
    pub fn field(self, here: Here, invalid: impl Fn() -> Option<&'static str> + 'static) -> View {
        let w = here.w;
        let chip = move |kind: Kind, name: Option<&'static str>, word: &'static str| {
            let pressed = move || if self.kind.get() == kind { "true" } else { "false" };
            let tick = move || {
                let name = if self.kind.get() == kind && kind != Kind::Dates { Some("tick") } else { name };
                name.map(icon)
            };
            view! {
                <button type="button" class="chip" aria-pressed={pressed} on:click={move |_| self.kind.set(kind)}>
                    {tick}{word}
                </button>
            }
        };
        let below = move || {
            let today = here.today.get();
            let (from, until) = match self.kind.get() {
                Kind::Quarter => quarter(today),
                Kind::Year => year(today),
                Kind::Dates => return self.span.fields(here, ["mulai", "sampai"]),
            };
            let dates = fill(w.from_until, &[&format::date(w, from), &format::date_year(w, until)]);
            view! { <p class="hint">{dates}</p> }
        };
        view! {
            <fieldset class="field" aria-invalid={invalid}>
                <legend>{w.period}</legend>
                <div class="chips">
                    {chip(Kind::Quarter, None, w.this_quarter)}
                    {chip(Kind::Year, None, w.this_year)}
                    {chip(Kind::Dates, Some("calendar"), w.other_period)}
                </div>
                {below}
            </fieldset>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_end_where_the_next_begins() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(quarter(day(2026, 7, 14)), (day(2026, 7, 1), day(2026, 9, 30)));
        assert_eq!(quarter(day(2026, 12, 31)), (day(2026, 10, 1), day(2026, 12, 31)));
        assert_eq!(year(day(2028, 2, 29)), (day(2028, 1, 1), day(2028, 12, 31)));
    }
}
