//! The language switch: English is one tap away.

use shared::words::Language;

use crate::desk::Desk;
use crate::view::prelude::*;
use crate::words::Words;

/// Both languages, the current one pressed. `group` is the class around and `button` the class of each.
#[must_use]
pub fn langs(desk: Desk, w: &'static Words, group: &'static str, button: &'static str) -> View {
    let missing = RwSignal::new(false);
    let choose = move |language: Language| {
        crate::browser::spawn(async move {
            let speaks = desk.set_language(language).await;
            missing.try_set(!speaks);
        });
    };
    let one = move |language: Language, code: &'static str, name: &'static str| {
        let pressed = if w.language == language { "true" } else { "false" };
        view! {
            <button type="button" class={button} lang={code} aria-pressed={pressed} on:click={move |_| choose(language)}>
                {name}
            </button>
        }
    };
    view! {
        <div class={group} role="group" aria-label={w.choose_language}>
            {one(Language::Id, "id", "Indonesia")} {one(Language::En, "en", "English")}
        </div>
        {move || missing.get().then(|| view! { <p class="note soft" role="status">{w.english_missing}</p> })}
    }
}
