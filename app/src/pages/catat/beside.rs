//! What stands beside a field when two devices have written: that it was merged, or both values with a choice.

use shared::command::Action;
use shared::draft::SettleDraft;
use shared::entry::{Content, Entry};
use shared::merge::{Aside, Field};
use shared::row::Rows;

use super::between;
use super::form::Form;
use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::versions::{Version, merged, versions};
use crate::view::prelude::*;

/// The mark or the choice; nothing most of the time.
#[must_use]
pub fn beside(here: Here, form: Form, field: Field) -> View {
    let shown = Memo::new(move |_| look(here, form, field));
    let view = move || match shown.get() {
        (_, values) if values.len() > 1 => {
            Some(versions(here, field, values, move |value| pick(here, form, field, value)))
        }
        (true, _) => Some(merged(here.w)),
        (false, _) => None,
    };
    view.into_view()
}

/// Was it merged, and which values are there?
fn look(here: Here, form: Form, field: Field) -> (bool, Vec<Version>) {
    let typed = between::value(form, field);
    let (id, news) = form.known.with(|known| (known.pad.id, known.news.contains(&field)));
    here.desk.view.with(|rows| {
        if let Some(entry) = revised(form, rows) {
            let versions = listed(here, field, &typed, &Content::of(entry).value(field), &entry.asides, false);
            return (entry.merged.contains(&field), versions);
        }
        let draft = id.and_then(|id| rows.draft(id)).filter(|_| form.keeps.get());
        let Some(draft) = draft else { return (news, Vec::new()) };
        let marked = draft.fields.iter().any(|held| held.field == field && held.merged);
        (marked || news, listed(here, field, &typed, draft.value(field), &draft.asides, true))
    })
}

fn revised(form: Form, rows: &Rows) -> Option<&Entry> {
    form.origin.get().revises.and_then(|(id, _)| rows.entry(id))
}

/// The values, if there is more than one: what the office has in the field, the copies, and what is typed here.
fn listed(here: Here, field: Field, typed: &str, now: &str, asides: &[Aside], draft: bool) -> Vec<Version> {
    let w = here.w;
    let mut values: Vec<String> = vec![now.to_owned()];
    values.extend(asides.iter().filter(|aside| aside.field == field).map(|aside| aside.value.clone()));
    if values.len() == 1 {
        return Vec::new();
    }
    if draft && !typed.is_empty() && !values.iter().any(|value| value == typed) {
        // The copy that this device had sent has been typed on; the person chooses what stands here now.
        values.push(typed.to_owned());
    }
    let version = |value: String| {
        let used = value == typed;
        let from = match (draft, used) {
            (true, true) => w.merge.here,
            (false, _) if value == now => w.merge.in_entry,
            (true | false, _) => w.merge.elsewhere,
        };
        Version { value, from, used }
    };
    values.into_iter().map(version).collect()
}

/// The person has chosen. In a draft this is told to the other devices; a revision says it when it is saved.
fn pick(here: Here, form: Form, field: Field, value: String) {
    between::put(here, form, field, &value);
    let revises = form.origin.get_untracked().revises.is_some();
    let row = here.desk.view.with_untracked(|rows| between::row(form, rows));
    if let Some(row) = row.filter(|_| !revises) {
        let mut seen: Vec<String> = vec![row.value(field).to_owned()];
        seen.extend(row.asides.iter().filter(|aside| aside.field == field).map(|aside| aside.value.clone()));
        let action = Action::SettleDraft(SettleDraft { draft: row.id, field, value, seen });
        crate::browser::spawn(async move {
            if let Err(reason) = here.desk.save(action, Vec::new()).await {
                let _ = form.reason.try_set(Some(reason));
            }
        });
    }
    let place = match field {
        Field::Text => "#kerja",
        Field::Plan => "[name=rencana]:checked",
        Field::Quantity => "#jumlah",
        Field::WorkDate => "#tanggal button",
    };
    focus_soon(place);
}
