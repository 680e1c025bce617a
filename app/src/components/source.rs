//! "Dari mana angka ini?": under every figure of a board its rule, its inputs, how many, of which days, and its rows. One component
//! for all of them, so that no figure stands without it.

use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::BoardWords;
use crate::words::day::day;

/// Where a figure comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// How it is made.
    pub rule: &'static str,
    /// Does it count working days? Then their rule stands beside it, in the same words everywhere.
    pub working_days: bool,
    /// From which numbers.
    pub inputs: String,
    /// Of how many.
    pub n: String,
    /// Of which days.
    pub period: String,
    /// What it is made of, by name.
    pub rows: Vec<(String, String)>,
}

/// The source of a whole table: how each column is counted, of how many lines, of which days. Its rows are the table's own.
#[must_use]
pub fn of_columns(
    b: &'static BoardWords,
    columns: &[(&'static str, &'static str)],
    n: impl Fn() -> String + 'static,
    period: impl Fn() -> String + 'static,
) -> View {
    let columns: Vec<View> = columns.iter().map(|(name, rule)| view! { <dt>{*name}</dt><dd>{*rule}</dd> }).collect();
    view! {
        <details class="source">
            <summary>{icon("ask")}{b.which_number}</summary>
            <div class="source-body">
                <dl>
                    {columns}
                    <dt>{b.n}</dt><dd>{n}</dd>
                    <dt>{b.period}</dt><dd>{period}</dd>
                    <dt>{b.rows}</dt><dd>{b.columns_rows}</dd>
                </dl>
            </div>
        </details>
    }
}

/// The figure's source, closed at first. `make` is asked again whenever what it reads has changed.
#[must_use]
pub fn source(b: &'static BoardWords, make: impl Fn() -> Source + Send + Sync + 'static) -> View {
    let made = Memo::new(move |_| make());
    let rows = move || {
        let rows: Vec<View> = made.with(|made| {
            made.rows
                .iter()
                .map(|(name, value)| {
                    view! { <tr><th scope="row">{name.clone()}</th><td class="num">{value.clone()}</td></tr> }
                })
                .collect()
        });
        if rows.is_empty() {
            return view! { <p class="soft">{b.no_rows}</p> };
        }
        view! { <table class="source-rows"><caption class="aloud">{b.rows}</caption><tbody>{rows}</tbody></table> }
    };
    let working_days =
        move || made.with(|made| made.working_days).then(|| view! { " "{day(b.language).complete_rule} });
    view! {
        <details class="source">
            <summary>{icon("ask")}{b.which_number}</summary>
            <div class="source-body">
                <dl>
                    <dt>{b.rule}</dt><dd>{move || made.with(|made| made.rule)}{working_days}</dd>
                    <dt>{b.inputs}</dt><dd>{move || made.with(|made| made.inputs.clone())}</dd>
                    <dt>{b.n}</dt><dd>{move || made.with(|made| made.n.clone())}</dd>
                    <dt>{b.period}</dt><dd>{move || made.with(|made| made.period.clone())}</dd>
                    <dt>{b.rows}</dt><dd>{rows}</dd>
                </dl>
            </div>
        </details>
    }
}
