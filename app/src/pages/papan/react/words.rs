//! The fields for words: one, or the three of a shape.

use super::Reaction;
use super::writing::Words;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// The open form.
pub(super) fn field(reaction: Reaction, words: Words) -> View {
    let (w, f, writing) = (reaction.here.w, reaction.f, reaction.writing);
    let submit = move |event: Event| {
        event.prevent_default();
        reaction.send_words();
    };
    let (fields, send) = match words {
        Words::Return => (free(reaction, writing.back, w.team.return_hint.to_owned()), w.send_message),
        Words::Note => {
            (free(reaction, writing.note, fill(w.message_hint, &[&reaction.owner.get_untracked()])), w.send_message)
        }
        Words::Shape => (shape(reaction), f.send_feedback),
    };
    view! {
        <form class="field" on:submit={submit}>
            {fields}
            <div class="button-row">
                <button class="button" type="submit" aria-busy={move || writing.busy.get().then_some("true")}>
                    {icon("send")}{send}
                </button>
                <button class="button quiet" type="button" on:click={move |_| writing.words.set(None)}>{w.cancel}</button>
            </div>
        </form>
    }
}

fn free(reaction: Reaction, text: RwSignal<String>, hint: String) -> View {
    view! {
        <label for="pesan">{reaction.here.w.message}</label>
        <textarea class="input" id="pesan" rows="3" aria-describedby="pesan-hint" bind:value={text}></textarea>
        <p class="hint" id="pesan-hint">{hint}</p>
    }
}

fn shape(reaction: Reaction) -> View {
    let f = reaction.f;
    let [behaviour, impact, next] = reaction.writing.parts;
    view! {
        {part("perilaku", "perilaku-hint", (f.behaviour, f.behaviour_hint), behaviour)}
        {part("dampak", "dampak-hint", (f.impact, f.impact_hint), impact)}
        {part("langkah", "langkah-hint", (f.next, f.next_hint), next)}
    }
}

fn part(id: &'static str, hint_id: &'static str, words: (&'static str, &'static str), text: RwSignal<String>) -> View {
    let (label, hint) = words;
    view! {
        <label for={id}>{label}</label>
        <textarea class="input short" id={id} rows="2" aria-describedby={hint_id} bind:value={text}></textarea>
        <p class="hint" id={hint_id}>{hint}</p>
    }
}
