//! Signing out. With unsent items it is a forced choice, because what is not sent is only here.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::waits::Waits;
use crate::view::prelude::*;
use crate::words::fill;

/// The button and its dialog.
#[must_use]
pub fn leave(here: Here) -> View {
    let w = here.w;
    let (dialog, leaving) = (NodeRef::new(), RwSignal::new(false));
    let ask = move |_| {
        if here.desk.queue.with_untracked(Waits::of).is_none() {
            sign_out(here, leaving);
        } else if let Some(dialog) = found(dialog) {
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = found(dialog) {
            dialog.close();
        }
    };
    let title = move || fill(w.sign_out_title, &[&here.desk.queue.with(Waits::of).in_words(w)]);
    let send = move |_| {
        close();
        here.desk.wake();
        here.go("/antrean");
    };
    let out = move |_| {
        close();
        sign_out(here, leaving);
    };
    let busy = move || leaving.get().then_some("true");
    view! {
        <div class="leave">
            <button class="button wide" type="button" aria-busy={busy} on:click={ask}>{icon("logout")}{w.sign_out}</button>
        </div>
        <dialog class="dialog" aria-labelledby="keluar" node_ref={dialog}>
            <h2 id="keluar">{title}</h2>
            <div class="dialog-body"><p>{w.sign_out_about}</p></div>
            <div class="button-row grow">
                <button class="button primary" type="button" on:click={send}>{w.send_first}</button>
                <button class="button" type="button" on:click={out}>{w.leave_queue}</button>
                <button class="button quiet" type="button" on:click={move |_| close()}>{w.cancel}</button>
            </div>
        </dialog>
    }
}

fn found(dialog: NodeRef) -> Option<HtmlDialogElement> {
    dialog.get_untracked()?.dyn_into().ok()
}

/// Without a line the goodbye waits some seconds for an answer; meanwhile the button says that it is under way, and is not heard twice.
fn sign_out(here: Here, leaving: RwSignal<bool>) {
    if leaving.get_untracked() {
        return;
    }
    leaving.set(true);
    crate::browser::spawn(async move {
        // The next person on this device hears nothing that was meant for this one.
        here.desk.silence().await;
        if let Err(reason) = here.desk.sign_out().await {
            here.toasts.say(reason.in_language(here.w.language));
        }
        let _ = leaving.try_set(false);
    });
}
