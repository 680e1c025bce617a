//! The form between the devices of one person: what it takes in from the office, and when it sends what was typed.
//!
//! The disk has every change at once (`keep`). The office is told when the hands rest, when the page is put aside, and when the
//! form is left; only while there is a line, and never a second time before the first has its verdict. So a day without a
//! network is one command. What may be sent is decided by [`shared::draft::Pad`].

use shared::command::Action;
use shared::draft::{Draft as Row, News, Pad, Spent, Typed, speaks_of};
use shared::entry::Content;
use shared::ids::{DraftId, EmployeeId, PlanId};
use shared::merge::{ADDITIONAL, Field};
use shared::row::Rows;
use shared::stamp::day_text;
use shared::sync::line::Line;
use uuid::Uuid;

use super::form::Form;
use crate::components::here::Here;
use crate::desk::{Draft, Queue};
use crate::view::prelude::*;

/// What a field of the form holds, as a draft says it; follows it.
#[must_use]
pub fn value(form: Form, field: Field) -> String {
    match field {
        Field::Text => form.text.get(),
        Field::Plan => plan_value(form.plan.get()),
        Field::Quantity => form.quantity.get(),
        Field::WorkDate => form.date.get(),
    }
}

fn plan_value(plan: Option<PlanId>) -> String {
    plan.map_or_else(|| ADDITIONAL.to_owned(), |plan| plan.to_string())
}

/// Puts a value into a field of the form.
pub fn put(here: Here, form: Form, field: Field, value: &str) {
    match field {
        Field::Text => form.text.set(value.to_owned()),
        Field::Plan if value == ADDITIONAL => form.plan.set(None),
        Field::Plan => form.plan.update(|plan| *plan = value.parse().ok().or(*plan)),
        Field::Quantity => form.quantity.set(value.to_owned()),
        Field::WorkDate if value.is_empty() => form.date.set(day_text(here.today.get_untracked())),
        Field::WorkDate => form.date.set(value.to_owned()),
    }
}

fn typed(draft: &Draft) -> Typed {
    [draft.text.clone(), plan_value(draft.plan), draft.quantity.clone(), draft.work_date.clone()]
}

/// The office's row of the draft in the form.
#[must_use]
pub fn row(form: Form, rows: &Rows) -> Option<Row> {
    form.known.with_untracked(|known| known.pad.id).and_then(|id| rows.draft(id)).cloned()
}

/// Does a command about this draft wait, or one that nobody here can read?
fn is_in_the_air(queue: &Queue, draft: Option<DraftId>) -> bool {
    let speaks = |draft| queue.waiting.iter().any(|command| speaks_of(&command.action, draft));
    draft.is_some_and(|draft| queue.sealed > 0 || speaks(draft))
}

/// The draft of another device with which an opened form goes on: the newest that says something, if what lies on this device
/// has nothing that the office does not have, or is older.
#[must_use]
pub fn newest(me: EmployeeId, local: &Draft, has_draft: bool, rows: &Rows) -> Option<Row> {
    let all = rows.iter().filter_map(|row| if let shared::row::Row::Draft(draft) = row { Some(draft) } else { None });
    let mut newest: Option<&Row> = None;
    for draft in all.filter(|draft| draft.owner == me && draft.says_something() && Some(draft.id) != local.pad.id) {
        if newest.is_none_or(|known| known.at < draft.at) {
            newest = Some(draft);
        }
    }
    let newest = newest?;
    let own = local.pad.id.and_then(|id| rows.draft(id));
    let at_the_office = own.is_some_and(|own| {
        let typed = typed(local);
        Field::ALL.into_iter().zip(&typed).all(|(field, value)| own.value(field) == value)
    });
    let older = local.saved_at.is_none_or(|at| at < newest.at) && local.photos.is_empty() && local.more.is_empty();
    (!has_draft || (at_the_office && older)).then(|| newest.clone())
}

/// The form goes on with a draft that another device began.
pub fn go_on(here: Here, form: Form, row: &Row) {
    let (pad, typed) = Pad::take_up(row);
    for (field, value) in Field::ALL.into_iter().zip(&typed) {
        put(here, form, field, value);
    }
    form.continued.set(Some(row.at));
    form.known.update(|known| known.pad = pad);
}

/// Takes in what other devices write, while the form is open; sends what has come to rest as soon as it may.
pub fn follow(here: Here, form: Form) {
    Effect::new(move || {
        let keeps = form.keeps.get() && !form.offering.get();
        let draft = form.known.with_untracked(|known| known.pad.id);
        let in_the_air = here.desk.queue.with(|queue| is_in_the_air(queue, draft));
        let row = here.desk.view.with(|rows| draft.and_then(|id| rows.draft(id)).cloned());
        if keeps && !in_the_air && !form.busy.get_untracked() {
            take_in(here, form, row.as_ref());
            if form.rests.get() {
                offer(here, form);
            }
        }
    });
}

fn take_in(here: Here, form: Form, row: Option<&Row>) {
    let known = form.known.with_untracked(|known| known.pad.clone());
    let (mut pad, before) = (known.clone(), untrack(|| typed(&form.draft())));
    let mut now = before.clone();
    let News { fields, finished } = pad.take_in(row, &mut now);
    for (place, field) in Field::ALL.into_iter().enumerate() {
        if now[place] != before[place] {
            put(here, form, field, &now[place]);
        }
    }
    if finished {
        form.continued.set(None);
        here.toasts.say(here.w.merge.finished);
    }
    if pad != known || !fields.is_empty() {
        form.known.update(|known| {
            known.pad = pad;
            if !fields.is_empty() {
                known.news = fields;
            }
        });
    }
}

/// Sends what is due, if there is a line and nothing about the draft waits.
pub fn offer(here: Here, form: Form) {
    let may =
        form.keeps.try_get_untracked() == Some(true) && !form.offering.get_untracked() && !form.busy.get_untracked();
    if !may {
        return;
    }
    let draft = untrack(|| form.draft());
    let Some((draft, action)) = due(here, draft) else { return };
    let _ = form.offering.try_set(true);
    let _ = form.rests.try_set(false);
    let _ = form.known.try_update(|known| known.pad = draft.pad.clone());
    crate::browser::spawn(async move {
        send(here, draft, action).await;
        let _ = form.offering.try_set(false);
        if form.saves_next.try_get_untracked() == Some(true) {
            form.saves_next.set(false);
            super::save::save(here, form);
        }
    });
}

/// The command that is due for a draft as it lies on this device.
fn due(here: Here, mut draft: Draft) -> Option<(Draft, Action)> {
    let is_free = |queue: &Queue| queue.line == Line::Up && !queue.sending && !is_in_the_air(queue, draft.pad.id);
    if !here.desk.queue.with_untracked(is_free) {
        return None;
    }
    let row = here.desk.view.with_untracked(|rows| draft.pad.id.and_then(|id| rows.draft(id)).cloned());
    let photos = u32::try_from(draft.photos.len()).unwrap_or(u32::MAX);
    let typed = typed(&draft);
    let action = draft.pad.due(row.as_ref(), &typed, photos, DraftId(Uuid::now_v7()))?;
    Some((draft, action))
}

/// The disk knows what was sent before it is in the queue: knowing too much is harmless, knowing too little would take one's own
/// words for another's.
async fn send(here: Here, draft: Draft, action: Action) {
    if here.desk.keep_draft(draft).await.is_ok() {
        // If the phone says no, it all lies in the form, and is said when the entry is saved.
        let _ = here.desk.save(action, Vec::new()).await;
    }
}

/// The draft that goes when `content` is recorded.
#[must_use]
pub fn spent(here: Here, form: Form, content: &Content) -> Option<Spent> {
    let row = here.desk.view.with_untracked(|rows| row(form, rows));
    let typed = untrack(|| typed(&form.draft()));
    form.known.with_untracked(|known| known.pad.spent(row.as_ref(), &typed, content))
}

/// Sends what a form left on the disk when there was no line, while none is open.
pub fn send_left(here: Here, writes: Memo<bool>) {
    let ready = Memo::new(move |_| {
        let in_the_air = |queue: &Queue| queue.waiting.iter().any(|command| command.action.is_draft());
        !writes.get() && here.desk.queue.with(|queue| queue.line == Line::Up && !queue.sending && !in_the_air(queue))
    });
    Effect::new(move || {
        if ready.get() {
            crate::browser::spawn(left(here, writes));
        }
    });
}

async fn left(here: Here, writes: Memo<bool>) {
    let mut draft = here.desk.load_draft().await;
    let row = here.desk.view.with_untracked(|rows| draft.pad.id.and_then(|id| rows.draft(id)).cloned());
    let mut now = typed(&draft);
    let before = draft.pad.clone();
    let _ = draft.pad.take_in(row.as_ref(), &mut now);
    let [text, plan, quantity, work_date] = now;
    (draft.text, draft.plan, draft.quantity, draft.work_date) = (text, plan.parse().ok(), quantity, work_date);
    if writes.try_get_untracked() != Some(false) {
        return;
    }
    let taken_in = draft.pad != before;
    let kept = draft.clone();
    if let Some((draft, action)) = due(here, draft) {
        send(here, draft, action).await;
    } else if taken_in {
        let _ = here.desk.keep_draft(kept).await;
    }
}
