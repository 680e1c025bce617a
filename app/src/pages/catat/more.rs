//! The folded part of the form: links, documents, and the two kinds of work that an SKP asks for by name. Closed unless it holds
//! something, so that the form stays as short as it was.

use shared::entry::{FILES_MAX, LINK_CHARACTERS_MAX, LINKS_MAX, host};

use super::form::Form;
use super::special::special;
use crate::components::browser::{chosen_file, focus_soon};
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::rest::size;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// What may be attached.
const ACCEPT: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

/// The folded part.
#[must_use]
pub fn more(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let holds = Memo::new(move |_| {
        form.more.with(|more| !more.links.is_empty() || !more.files.is_empty() || more.special.is_some())
    });
    // It opens when something comes into it from a draft, and then stays as the person leaves it.
    let open = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || holds.get());
    view! {
        <details class="more" id="lainnya" prop:open={move || open.get()}>
            <summary>
                {icon("star")}<span>{d.more}<span class="choice-note">{d.more_about}</span></span>{icon("down")}
            </summary>
            <div class="more-body">
                {links(here, form)}
                {files(here, form)}
                {special(here, form)}
            </div>
        </details>
    }
}

fn links(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let listed = move || {
        let links = form.more.with(|more| more.links.clone());
        let lines: Vec<View> = links
            .into_iter()
            .map(|link| {
                let shown = host(&link).unwrap_or(&link).to_owned();
                let spoken = fill(d.link_remove, &[&shown]);
                let remove = move |_| form.more.update(|more| more.links.retain(|other| *other != link));
                view! {
                    <li class="attachment">{icon("globe")}<span>{shown}</span>
                        <button type="button" class="button quiet icon-only" on:click={remove}>{icon("close")}{aloud(spoken)}</button>
                    </li>
                }
            })
            .collect();
        (!lines.is_empty()).then(|| view! { <ul class="attachments">{lines}</ul> })
    };
    let add = move || {
        form.take_link();
        focus_soon("#tautan");
    };
    let key = move |event: Event| {
        use wasm_bindgen::JsCast;
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Enter") {
            event.prevent_default();
            add();
        }
    };
    let full = Memo::new(move |_| form.more.with(|more| more.links.len() >= LINKS_MAX));
    let field = move || {
        (!full.get()).then(|| {
            view! {
                <div class="with-button">
                    <input
                        class="input" id="tautan" type="url" inputmode="url" autocomplete="off" placeholder="https://"
                        maxlength={LINK_CHARACTERS_MAX.to_string()} aria-label={d.link} aria-describedby="tautan-hint"
                        bind:value={form.link} on:keydown={key}
                    />
                    <button type="button" class="button" on:click={move |_| add()}>{icon("plus")}{d.link_add}</button>
                </div>
            }
        })
    };
    let invalid = move || form.is_refused(&["link_unfit", "too_many_links"]);
    view! {
        <fieldset class="field" aria-invalid={invalid}>
            <legend>{d.links}</legend>
            {listed}
            {field}
            <p class="hint" id="tautan-hint">{d.link_hint}</p>
        </fieldset>
    }
}

fn files(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let busy = RwSignal::new(false);
    let listed = move || {
        let files = form.more.with(|more| more.files.clone());
        let lines: Vec<View> = files
            .into_iter()
            .map(|file| {
                let spoken = fill(d.file_remove, &[&file.name]);
                let remove = move |_| form.more.update(|more| more.files.retain(|other| other.sha256 != file.sha256));
                view! {
                    <li class="attachment">{icon("doc")}<span>{file.name.clone()}<span class="choice-note">{size(file.bytes)}</span></span>
                        <button type="button" class="button quiet icon-only" on:click={remove}>{icon("close")}{aloud(spoken)}</button>
                    </li>
                }
            })
            .collect();
        (!lines.is_empty()).then(|| view! { <ul class="attachments">{lines}</ul> })
    };
    let full = Memo::new(move |_| form.more.with(|more| more.files.len() >= FILES_MAX));
    let add = move || {
        (!full.get()).then(|| {
            let take = move |event: Event| take(here, form, busy, &event);
            let word = move || if busy.get() { d.file_reading } else { d.file_add };
            view! {
                <label class="button file-button" aria-busy={move || busy.get().then_some("true")}>
                    {icon("doc")}{word}
                    <input class="aloud" id="berkas" type="file" accept={ACCEPT} aria-describedby="berkas-hint" on:change={take} />
                </label>
            }
        })
    };
    view! {
        <fieldset class="field">
            <legend>{d.files}</legend>
            {listed}
            {add}
            <p class="hint" id="berkas-hint">{d.file_hint}</p>
        </fieldset>
    }
}

fn take(here: Here, form: Form, busy: RwSignal<bool>, event: &Event) {
    let Some(file) = chosen_file(&event_target(event)) else { return };
    busy.set(true);
    crate::browser::spawn(async move {
        let taken = here.desk.take_document(file).await;
        let _ = busy.try_set(false);
        match taken {
            Ok((file, taken)) => {
                let _ = form.documents.try_update(|all| all.push(taken));
                let _ = form.more.try_update(|more| {
                    if more.files.iter().all(|known| known.sha256 != file.sha256) {
                        more.files.push(file);
                    }
                });
                let _ = form.reason.try_set(None);
            }
            Err(reason) => {
                let _ = form.reason.try_set(Some(reason));
                focus_soon(".refusal");
            }
        }
    });
}
