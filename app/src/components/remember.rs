//! Words that are half-written, kept on this device under a name until they are sent or emptied. Going elsewhere, a new session or a flat
//! battery costs none of them.

use std::time::Duration;

use crate::browser::spawn;
use crate::components::here::Here;
use crate::view::prelude::*;

/// Typing pauses this long before words are kept.
const PAUSE: Duration = Duration::from_millis(300);

/// Brings back what was typed into these fields before, if nothing has been typed yet, and keeps what is typed from now on. Emptied fields
/// are forgotten. The answer says when what was kept is there.
pub fn remember(here: Here, name: String, fields: Vec<RwSignal<String>>) -> RwSignal<bool> {
    let ready = RwSignal::new(false);
    let (wanted, into) = (name.clone(), fields.clone());
    let first: Vec<String> = fields.iter().map(|field| field.get_untracked()).collect();
    spawn(async move {
        let kept = here.desk.load_form(&wanted).await;
        // Gone with the page that they stood on.
        let typed: Option<Vec<String>> = into.iter().map(|field| field.try_get_untracked()).collect();
        let Some(typed) = typed else { return };
        let is_empty = typed.iter().all(String::is_empty);
        if is_empty {
            into.iter().zip(kept).for_each(|(field, text)| drop(field.try_set(text)));
        }
        let _ = ready.try_set(true);
        // What was typed while the disk was asked is no change any more when the fields are first looked at.
        if !is_empty && typed != first {
            here.desk.keep_form(&wanted, typed).await;
        }
    });
    keep(here, name, move || {
        let texts: Vec<String> = fields.iter().map(|field| field.get()).collect();
        let is_empty = texts.iter().all(String::is_empty);
        ready.get().then(|| if is_empty { Vec::new() } else { texts })
    });
    ready
}

/// Keeps `texts` under this name whenever they have changed and the hands rest, and when the page is left or put aside. While they are
/// none, nothing is kept, and what was about to be is not.
pub fn keep(here: Here, name: String, texts: impl Fn() -> Option<Vec<String>> + 'static) {
    let (due, name) = (StoredValue::new(None::<Vec<String>>), StoredValue::new(name));
    let write = move || {
        let Some(kept) = due.try_update_value(Option::take).flatten() else { return };
        let Some(name) = name.try_get_value() else { return };
        spawn(async move { here.desk.keep_form(&name, kept).await });
    };
    Effect::new(move |before: Option<Option<Vec<String>>>| {
        let now = texts();
        match (&now, before.flatten()) {
            (Some(now), Some(before)) if *now != before => {
                due.set_value(Some(now.clone()));
                set_timeout(write, PAUSE);
            }
            (None, _) => due.set_value(None),
            // The first look is what it starts with, and no change.
            (Some(_), _) => {}
        }
        now
    });
    when_put_aside(write);
}

/// Does this when the page is left, put aside or closed: it may never come back.
pub fn when_put_aside(act: impl Fn() + Clone + Send + Sync + 'static) {
    let listens = |event: &'static str| {
        let act = act.clone();
        window_event_listener_untyped(event, move |_| act())
    };
    let listeners = ["pagehide", "blur"].map(listens);
    on_cleanup(move || {
        listeners.into_iter().for_each(|listener| listener.remove());
        act();
    });
}

/// What was sent goes from its field; what has been typed there meanwhile stays. Tells whether the field is empty now.
pub fn let_go(field: RwSignal<String>, sent: &str) -> bool {
    let is_same = field.try_with_untracked(|now| now == sent).unwrap_or_default();
    if is_same {
        field.set(String::new());
    }
    is_same
}
