//! The folded part in which templates are kept, renamed, filled anew and removed. Each change is saved by itself, also without a network.

use std::sync::Arc;

use shared::command::Action;
use shared::ids::TemplateId;
use shared::template::{DropTemplate, KeepTemplate, NAME_CHARACTERS_MAX, TEMPLATES_MAX, Template};
use shared::words::Spoken;
use uuid::Uuid;

use super::super::form::Form;
use super::mine;
use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// The part.
#[must_use]
pub fn manage(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let mine = mine(here);
    let reason = RwSignal::new(None::<Spoken>);
    let full = Memo::new(move |_| mine.with(Vec::len) >= TEMPLATES_MAX);
    let add = move || (!full.get()).then(|| new(here, form, reason));
    let hint = move || if full.get() { d.template_full } else { d.template_hint };
    // A line stays while its template changes: whoever types in it keeps the place.
    let ids = Memo::new(move |_| mine.with(|mine| mine.iter().map(|template| template.id).collect::<Vec<_>>()));
    let listed = move || {
        let lines: Vec<View> = ids.get().into_iter().filter_map(|id| line(here, form, reason, mine, id)).collect();
        (!lines.is_empty()).then(|| view! { <ul class="templates" aria-label={d.templates}>{lines}</ul> })
    };
    view! {
        <details class="more" id="contoh">
            <summary>
                {icon("copy")}<span>{d.template_keep}<span class="choice-note">{d.template_about}</span></span>{icon("down")}
            </summary>
            <div class="more-body">
                {refusal(here.w, here.w.not_saved, reason)}
                <div class="field">
                    {add}
                    <p class="hint" id="nama-contoh-hint">{hint}</p>
                </div>
                {listed}
            </div>
        </details>
    }
}

/// What stands in the form, under this id and name; the rule takes what belongs into a template.
fn of_form(here: Here, form: Form, id: TemplateId, name: String) -> Template {
    form.take_link();
    Template { id, name, content: form.content(here) }
}

/// Saves a template and says so; a refusal is shown, and what was typed stays.
fn keep(
    here: Here,
    reason: RwSignal<Option<Spoken>>,
    template: Template,
    said: &'static str,
    done: impl FnOnce() + 'static,
) {
    // An undo may come when the form has gone.
    let _ = reason.try_set(None);
    crate::browser::spawn(async move {
        let name = template.name.trim().to_owned();
        match here.desk.save_beside(Action::KeepTemplate(Box::new(KeepTemplate(template))), Vec::new()).await {
            Ok(_) => {
                here.toasts.say(fill(said, &[&name]));
                done();
            }
            Err(refused) => reason.try_set(Some(refused)).map_or((), drop),
        }
    });
}

/// The name of a new one, and its button.
fn new(here: Here, form: Form, reason: RwSignal<Option<Spoken>>) -> View {
    let d = day(here.w.language);
    let name = RwSignal::new(String::new());
    let save = move || {
        let template = of_form(here, form, TemplateId(Uuid::now_v7()), name.get_untracked());
        keep(here, reason, template, d.template_kept, move || {
            let _ = name.try_set(String::new());
        });
    };
    view! {
        <label for="nama-contoh">{d.template_name}</label>
        <input
            class="input" id="nama-contoh" type="text" autocomplete="off" maxlength={NAME_CHARACTERS_MAX.to_string()}
            aria-describedby="nama-contoh-hint" bind:value={name} on:keydown={on_enter(save)}
        />
        <div class="button-row">
            <button type="button" class="button" on:click={move |_| save()}>{icon("plus")}{d.template_save}</button>
        </div>
    }
}

/// One that is there: its name, which can be typed over, what it says, and what can be done with it.
fn line(
    here: Here,
    form: Form,
    reason: RwSignal<Option<Spoken>>,
    mine: Memo<Vec<Template>>,
    id: TemplateId,
) -> Option<View> {
    let d = day(here.w.language);
    let first = mine.with_untracked(|mine| mine.iter().find(|template| template.id == id).cloned())?;
    let kept = Memo::new(move |_| {
        mine.with(|mine| mine.iter().find(|template| template.id == id).cloned()).unwrap_or_else(|| first.clone())
    });
    let known = Memo::new(move |_| kept.with(|template| template.name.clone()));
    let name = RwSignal::new(known.get_untracked());
    // Another device has given it another name.
    Effect::new(move || name.set(known.get()));
    let rename = move || {
        let typed = name.get_untracked();
        if known.with_untracked(|known| typed.trim() != known) {
            let renamed = Template { name: typed, ..kept.get_untracked() };
            keep(here, reason, renamed, d.template_renamed, || ());
        }
    };
    let replace = move |_| {
        let before = kept.get_untracked();
        let after = of_form(here, form, before.id, before.name.clone());
        let undo = move || keep(here, reason, before.clone(), d.template_kept, || ());
        let said = fill(d.template_replaced, &[&after.name]);
        reason.set(None);
        crate::browser::spawn(async move {
            match here.desk.save_beside(Action::KeepTemplate(Box::new(KeepTemplate(after))), Vec::new()).await {
                Ok(_) => here.toasts.offer(said, Arc::new(undo)),
                Err(refused) => reason.try_set(Some(refused)).map_or((), drop),
            }
        });
    };
    let remove = move |_| {
        let gone = kept.get_untracked();
        let said = fill(d.template_gone, &[&gone.name]);
        let drop_it = Action::DropTemplate(DropTemplate { id: gone.id });
        let undo = move || keep(here, reason, gone.clone(), d.template_kept, || ());
        crate::browser::spawn(async move {
            match here.desk.save_beside(drop_it, Vec::new()).await {
                Ok(_) => {
                    here.toasts.offer(said, Arc::new(undo));
                    focus_soon("#contoh summary");
                }
                Err(refused) => reason.try_set(Some(refused)).map_or((), drop),
            }
        });
    };
    let spoken = move || fill(d.template_rename, &[&known.get()]);
    let of = move || view! { <span class="aloud">{[": ", &known.get()].concat()}</span> };
    let text = move || kept.with(|template| template.content.text.clone());
    Some(view! {
        <li class="template">
            <input
                class="input compact" type="text" autocomplete="off" maxlength={NAME_CHARACTERS_MAX.to_string()} aria-label={spoken}
                bind:value={name} on:change={move |_| rename()} on:keydown={on_enter(rename)}
            />
            <p class="note soft words">{text}</p>
            <div class="button-row">
                <button type="button" class="button quiet" on:click={replace}>{icon("refresh")}{d.template_replace}{of}</button>
                <button type="button" class="button quiet" on:click={remove}>{icon("close")}{d.template_remove}{of}</button>
            </div>
        </li>
    })
}

/// Enter does this, and does not send the form around it.
fn on_enter(act: impl Fn() + Copy + 'static) -> impl Fn(Event) + 'static {
    move |event: Event| {
        use wasm_bindgen::JsCast;
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Enter") {
            event.prevent_default();
            act();
        }
    }
}
