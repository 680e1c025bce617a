//! Masuk: the one page without a session. What waits on this phone is said before anybody types anything.

use shared::words::Spoken;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::components::frame::{heading, name_document};
use crate::components::icon::{icon, mark};
use crate::components::lang::langs;
use crate::components::place::Place;
use crate::components::refusal::refusal;
use crate::components::waits::Waits;
use crate::components::way::{Step, Way};
use crate::desk::Desk;
use crate::view::prelude::*;
use crate::words::{Words, fill};

/// What was typed at the door, and why it did not open.
#[derive(Clone, Copy)]
pub struct Door {
    nip: RwSignal<String>,
    reason: RwSignal<Option<Spoken>>,
}

impl Door {
    /// Nothing yet.
    #[must_use]
    pub fn closed() -> Self {
        Self { nip: RwSignal::new(String::new()), reason: RwSignal::new(None) }
    }
}

/// The page.
#[must_use]
pub fn masuk(desk: Desk, w: &'static Words, place: Memo<Place>, way: Way, door: Door) -> View {
    name_document(w.sign_in);
    let back = move || {
        let back = desk.person.with(Option::is_some);
        back.then(|| view! { <p class="help"><a href="/">{fill(w.back_to, &[w.today])}</a></p> })
    };
    view! {
        <div class="signin">
            <div class="cloth" aria-hidden="true"></div>
            <div class="spine" aria-hidden="true"></div>
            <main id="isi" class="signin-sheet">
                <div class="signin-head">
                    <p class="brand">{mark()}<span>"Teladan"</span></p>
                    {langs(desk, w, "langs", "")}
                </div>
                <div class="signin-title">{heading(w.sign_in)}<p class="soft">{w.sign_in_about}</p></div>
                <div role="status">{move || safe_on_phone(desk, w)}</div>
                {form(desk, w, place, way, door)}
                {back}
                <p class="watch">{icon("lock")}<span>{w.sign_in_watch}</span></p>
            </main>
        </div>
    }
}

fn safe_on_phone(desk: Desk, w: &'static Words) -> Option<View> {
    let waits = desk.queue.with(Waits::of);
    (!waits.is_none()).then(|| {
        let words = fill(w.safe_on_phone, &[&waits.in_words(w)]);
        view! { <div class="banner is-calm">{icon("lock")}<p>{words}</p></div> }
    })
}

fn form(desk: Desk, w: &'static Words, place: Memo<Place>, way: Way, door: Door) -> View {
    let (nip, password) = (NodeRef::new(), NodeRef::new());
    let (busy, shown) = (RwSignal::new(false), RwSignal::new(false));
    let reason = door.reason;
    // The values are read from the fields themselves, because a password manager may fill them without a word.
    let typed = |field: NodeRef| {
        let field: Option<HtmlInputElement> = field.get_untracked().and_then(|field| field.dyn_into().ok());
        field.map(|field| field.value()).unwrap_or_default()
    };
    let submit = move |event: Event| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        reason.set(None);
        let (nip, password) = (typed(nip), typed(password));
        door.nip.set(nip.clone());
        crate::browser::spawn(async move {
            let answer = desk.sign_in(nip, password).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    door.nip.set(String::new());
                    if place.get_untracked() == Place::SignIn {
                        way.go("/", Step::Forward);
                    }
                }
                Err(refused) => {
                    let _ = reason.try_set(Some(refused));
                }
            }
        });
    };
    let kind = move || if shown.get() { "text" } else { "password" };
    let toggle_word = move || if shown.get() { w.hide } else { w.show };
    let toggle_name = move || if shown.get() { w.hide_password } else { w.show_password };
    let invalid = move || reason.with(Option::is_some).then_some("true");
    view! {
        <form class="signin-form" method="post" on:submit={submit}>
            {refusal(w, w.sign_in_failed, reason)}
            <div class="field">
                <label for="nip">{w.nip}</label>
                <input
                    class="input code" id="nip" name="nip" type="text" inputmode="numeric" autocomplete="username"
                    required={true} aria-describedby="nip-hint" aria-invalid={invalid} node_ref={nip} bind:value={door.nip}
                />
                <p class="hint" id="nip-hint">{w.nip_hint}</p>
            </div>
            <div class="field">
                <label for="sandi">{w.password}</label>
                <div class="reveal">
                    <input
                        class="input" id="sandi" name="sandi" type={kind} autocomplete="current-password"
                        required={true} aria-invalid={invalid} node_ref={password}
                    />
                    <button class="button quiet" type="button" aria-label={toggle_name} on:click={move |_| shown.update(|on| *on = !*on)}>
                        {toggle_word}
                    </button>
                </div>
            </div>
            <button class="button primary roomy wide" type="submit" aria-busy={move || busy.get().then_some("true")}>
                {w.sign_in}
            </button>
        </form>
    }
}
