//! Which column is which: our columns with a choice of the file's, and the first rows to see by.

use shared::people::import::Columns;

use super::Wizard;
use crate::components::frame;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The section, when there is a file.
pub(super) fn columns(wizard: Wizard) -> Option<View> {
    let here = wizard.here;
    let p = people(here.w.language);
    let columns = wizard.columns.get()?;
    let rows = fill(p.import_rows, &[&columns.count.to_string(), &wizard.name.get_untracked()]);
    let remembered = columns.remembered.then(|| view! { <p class="note soft">{p.import_remembered}</p> });
    let fields: Vec<View> =
        p.columns().iter().enumerate().map(|(at, title)| field(wizard, &columns, at, title)).collect();
    let busy = move || wizard.busy.get().then_some("true");
    let body = view! {
        <p>{rows}</p>
        {remembered}
        <div class="columns">{fields}</div>
        {sample(wizard, &columns)}
        <p class="after">
            <button class="button primary" type="button" aria-busy={busy} on:click={move |_| wizard.look()}>
                {icon("eye")}{p.import_check}
            </button>
        </p>
    };
    Some(frame::section("kolom", p.import_columns, "", body))
}

fn field(wizard: Wizard, columns: &Columns, at: usize, title: &'static str) -> View {
    let p = people(wizard.here.w.language);
    let id = ["kolom-", &at.to_string()].concat();
    let chosen = wizard.mapping.with_untracked(|mapping| mapping.get(at).copied().unwrap_or(-1));
    let option = |(place, header): (i64, &str)| {
        view! { <option value={place.to_string()} selected={place == chosen}>{header.to_owned()}</option> }
    };
    let headers = (0_i64..).zip(columns.headers.iter().map(String::as_str)).filter(|(_, header)| !header.is_empty());
    let options: Vec<View> = std::iter::once((-1, p.import_no_column)).chain(headers).map(option).collect();
    let change = move |event: Event| {
        let place = event_target_value(&event).parse().unwrap_or(-1);
        wizard.mapping.update(|mapping| {
            if let Some(one) = mapping.get_mut(at) {
                *one = place;
            }
        });
        wizard.check.set(None);
    };
    let for_id = id.clone();
    view! {
        <div class="field">
            <label for={for_id}>{title}</label>
            <span class="select"><select class="input compact" id={id} disabled={move || wizard.busy.get()} on:change={change}>{options}</select>{icon("down")}</span>
        </div>
    }
}

fn sample(wizard: Wizard, columns: &Columns) -> View {
    let p = people(wizard.here.w.language);
    let head: Vec<View> =
        columns.headers.iter().map(|header| view! { <th scope="col">{header.clone()}</th> }).collect();
    let width = columns.headers.len();
    let row = |cells: &Vec<String>| {
        let cell = |at: usize| view! { <td>{cells.get(at).cloned().unwrap_or_default()}</td> };
        let cells: Vec<View> = (0..width).map(cell).collect();
        view! { <tr>{cells}</tr> }
    };
    let rows: Vec<View> = columns.rows.iter().map(row).collect();
    view! {
        <div class="sample" tabindex="0" role="region" aria-label={p.import_sample}>
            <table class="board">
                <caption class="aloud">{p.import_sample}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
