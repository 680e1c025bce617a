//! The draft: what is typed is kept after every change, so that a call or an empty battery costs nothing.
//! Only new entries have one here, which may go to the office; a revision is kept by [`super::unsaved`].

use std::time::Duration;

use super::between;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::remember::when_put_aside;
use crate::desk::Draft;
use crate::view::prelude::*;
use crate::words::fill;

/// Typing pauses this long before the draft is kept.
const PAUSE: Duration = Duration::from_millis(300);
/// And this long before the office is told of it.
const REST: Duration = Duration::from_secs(4);

/// Keeps the draft from now on, while the form is open.
pub fn keep(here: Here, form: Form) {
    let due = StoredValue::new(None::<Draft>);
    let write = move || {
        let Some(mut draft) = due.try_update_value(Option::take).flatten() else { return };
        if form.keeps.try_get_untracked() != Some(true) {
            return;
        }
        let now = here.desk.now.get_untracked();
        draft.saved_at = Some(now);
        crate::browser::spawn(async move {
            if here.desk.keep_draft(draft).await.is_ok() {
                let _ = form.kept_at.try_set(Some(now));
            }
        });
    };
    let changes = StoredValue::new(0_u32);
    let aside = move || {
        write();
        between::offer(here, form);
    };
    Effect::new(move |last: Option<Option<Draft>>| {
        let draft = form.draft();
        let keeps = form.keeps.get();
        // The first look after the start is what it starts with, and no change, unless somebody was faster than the disk.
        let changed = keeps && last.flatten().map_or_else(|| form.typed_early.get_untracked(), |last| last != draft);
        if changed {
            due.set_value(Some(draft.clone()));
            set_timeout(write, PAUSE);
            form.rests.set(false);
            changes.update_value(|changes| *changes = changes.wrapping_add(1));
            let change = changes.get_value();
            let rest = move || {
                if changes.try_get_value() == Some(change) {
                    let _ = form.rests.try_set(true);
                }
            };
            set_timeout(rest, REST);
        }
        keeps.then_some(draft)
    });
    when_put_aside(aside);
}

/// "Draf 14.31", at the end of the head.
#[must_use]
pub fn saved(here: Here, form: Form) -> View {
    let words =
        move || form.kept_at.get().map(|at| view! { {icon("clock")}{fill(here.w.draft_at, &[&here.clock(at)])} });
    view! { <p class="saved">{words}</p> }
}

/// "Dilanjutkan dari perangkat lain, 14.02."
#[must_use]
pub fn continued(here: Here, form: Form) -> View {
    let words = move || {
        form.continued.get().map(|at| {
            let words = fill(here.w.merge.continued, &[&here.moment_inside(at)]);
            view! { <p class="note soft line" role="status">{icon("device")}{words}</p> }
        })
    };
    words.into_view()
}
