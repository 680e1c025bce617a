//! The draft: what is typed is kept after every change, so that a call or an empty battery costs nothing.
//! Only new entries have one; a revision can be begun again from its entry.

use std::time::Duration;

use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::desk::Draft;
use crate::view::prelude::*;
use crate::words::fill;

/// Typing pauses this long before the draft is kept.
const PAUSE: Duration = Duration::from_millis(300);

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
    Effect::new(move |last: Option<Option<Draft>>| {
        let draft = form.draft();
        let keeps = form.keeps.get();
        // The first look after the start is what it starts with, and no change.
        let changed = keeps && last.flatten().is_some_and(|last| last != draft);
        if changed {
            due.set_value(Some(draft.clone()));
            set_timeout(write, PAUSE);
        }
        keeps.then_some(draft)
    });
    // A page that is closed or put aside may never come back.
    let aside = window_event_listener_untyped("pagehide", move |_| write());
    let hidden = window_event_listener_untyped("blur", move |_| write());
    on_cleanup(move || {
        aside.remove();
        hidden.remove();
        write();
    });
}

/// "Draf 14.31", at the end of the head.
#[must_use]
pub fn saved(here: Here, form: Form) -> View {
    let words =
        move || form.kept_at.get().map(|at| view! { {icon("clock")}{fill(here.w.draft_at, &[&here.clock(at)])} });
    view! { <p class="saved">{words}</p> }
}
