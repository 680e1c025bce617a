//! Asking the office: a superior's step happens there or not at all. What it answered is said in words.

use shared::command::Action;
use shared::words::Spoken;

use crate::components::here::Here;
use crate::view::prelude::*;

/// Asks; says `done` when it has happened, and puts the reason into `reason` when it may not.
pub fn ask(
    here: Here,
    action: Action,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
    done: String,
    then: impl FnOnce() + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    reason.set(None);
    crate::browser::spawn(async move {
        let answer = here.desk.ask(action).await;
        let _ = busy.try_set(false);
        match answer {
            Ok(()) => {
                here.toasts.say(done);
                then();
            }
            Err(refused) => {
                // The page may have gone on; then it is said where it can still be heard.
                if let Some(refused) = reason.try_set(Some(refused)).flatten() {
                    here.toasts.say(refused.in_language(here.w.language));
                }
            }
        }
    });
}
