//! Where the bars of somebody's plans come from, and the name of a month or a quarter.

use chrono::Datelike;
use shared::plan::Plan;
use shared::plan::part::Part;

use crate::components::here::Here;
use crate::components::plan_line::so_far;
use crate::components::source::Source;
use crate::format;
use crate::words::{BoardWords, Words, board_words, fill};

/// Of these plans, each over its whole term.
#[must_use]
pub fn of_plans(here: Here, plans: &[Plan]) -> Source {
    let w = here.w;
    let b = board_words(w.language);
    let first = plans.iter().map(|plan| plan.from).min().map(|day| format::date(w, day)).unwrap_or_default();
    let last = plans.iter().map(|plan| plan.until).max().map(|day| format::date_year(w, day)).unwrap_or_default();
    Source {
        rule: b.rule_plans,
        working_days: false,
        inputs: b.input_each_plan.to_owned(),
        n: fill(b.n_plans, &[&plans.len().to_string()]),
        period: if plans.is_empty() { b.no_figure.to_owned() } else { fill(b.from_until, &[&first, &last]) },
        rows: plans.iter().map(|plan| (plan.result.clone(), so_far(here, plan))).collect(),
    }
}

/// "November 2026", "Triwulan 4 2026"
#[must_use]
pub fn name(w: &Words, b: &BoardWords, part: Part) -> String {
    if part.is_quarter() {
        let quarter = part.from.month0() / 3 + 1;
        return fill(b.quarter_of, &[&quarter.to_string(), &part.from.year().to_string()]);
    }
    format::month_year(w, part.from)
}
