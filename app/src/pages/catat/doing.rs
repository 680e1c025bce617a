//! How far the work has come: done unless something else is said. What is blocked wants a few words, because somebody is to help.

use shared::entry::{Doing, OBSTACLE_CHARACTERS_MAX};

use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::day::day;

/// The three answers, and what stands in the way.
#[must_use]
pub fn doing(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let now = Memo::new(move |_| form.more.with(|more| more.doing));
    let chip = move |doing: Doing| {
        let pressed = move || if now.get() == doing { "true" } else { "false" };
        let press = move |_| form.more.update(|more| more.doing = doing);
        view! {
            <button type="button" class="chip" aria-pressed={pressed} on:click={press}>
                {move || (now.get() == doing).then(|| icon("tick"))}{d.state(doing)}
            </button>
        }
    };
    let obstacle = move || {
        (now.get() == Doing::Blocked).then(|| {
            let text = RwSignal::new(form.more.with_untracked(|more| more.obstacle.clone()));
            Effect::new(move || {
                let text = text.get();
                if form.more.with_untracked(|more| more.obstacle != text) {
                    form.more.update(|more| more.obstacle = text);
                }
            });
            let invalid = move || form.is_refused(&["obstacle_missing"]);
            view! {
                <div class="field">
                    <label for="kendala">{d.obstacle}</label>
                    <input
                        class="input" id="kendala" type="text" maxlength={OBSTACLE_CHARACTERS_MAX.to_string()} required={true}
                        autocomplete="off" aria-describedby="kendala-hint" aria-invalid={invalid}
                        bind:value={text}
                    />
                    <p class="hint" id="kendala-hint">{d.obstacle_hint}</p>
                </div>
            }
        })
    };
    view! {
        <fieldset class="field" id="sampai">
            <legend>{d.doing}</legend>
            <div class="chips">{chip(Doing::Done)}{chip(Doing::Going)}{chip(Doing::Blocked)}</div>
            {obstacle}
        </fieldset>
    }
}
