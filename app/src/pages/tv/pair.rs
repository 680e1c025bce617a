//! The code that makes this browser a television. It is typed, or comes behind the `#` of a link, which no server is sent.

use shared::words::Spoken;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::BoardWords;

/// In the address: those first that need attention.
pub(super) const ATTENTION: &str = "perhatian";

/// The form.
pub(super) fn pair(here: Here, b: &'static BoardWords, tries: RwSignal<u32>) -> View {
    let given = window().location().hash().unwrap_or_default();
    let code = RwSignal::new(given.trim_start_matches('#').to_owned());
    let (busy, reason) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let attention = RwSignal::new(here.asked_once("urut").as_deref() == Some(ATTENTION));
    let chip = move |first: bool, word: &'static str| {
        let pressed = move || (attention.get() == first).to_string();
        view! { <button class="chip" type="button" aria-pressed={pressed} on:click={move |_| attention.set(first)}>{word}</button> }
    };
    let submit = move |event: Event| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        reason.set(None);
        crate::browser::spawn(async move {
            match here.desk.pair_tv(code.get_untracked()).await {
                Ok(()) => {
                    // The address keeps the order: whoever sets the screen up can keep it as its first page.
                    here.ask_again(if attention.get_untracked() { "/tv?urut=perhatian" } else { "/tv" });
                    let _ = tries.try_update(|tries| *tries += 1);
                }
                Err(refused) => reason.try_set(Some(refused)).map_or((), drop),
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <main id="isi" class="tv-pair">
            <h1 tabindex="-1">{b.tv_pair}</h1>
            <p>{b.tv_pair_about}</p>
            {refusal(here.w, b.tv_not_connected, reason)}
            <form class="field" on:submit={submit}>
                <label for="kode">{b.tv_pair_code}</label>
                <input
                    class="input" id="kode" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="16" bind:value={code}
                />
                <p class="field-label" id="urutan">{b.tv_order_of}</p>
                <div class="chips" role="group" aria-labelledby="urutan">{chip(false, b.tv_alphabet)}{chip(true, b.tv_attention)}</div>
                <button class="button primary" type="submit" aria-busy={move || busy.get().then_some("true")}>{icon("tick")}{b.tv_connect}</button>
            </form>
        </main>
    }
}
