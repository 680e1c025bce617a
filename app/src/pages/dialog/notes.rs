//! The two notes: one's own is written, the other's is read. Each has its own field, so nobody overwrites anybody.

use shared::dialogue::{Dialogue, DialogueState, Talked};

use super::talk::Talk;
use crate::components::frame;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// Both notes; nothing before there is a dialogue.
pub(super) fn notes(talk: Talk) -> View {
    let d = talk.d;
    let is_there = Memo::new(move |_| talk.dialogue().is_some());
    let writes = Memo::new(move |_| talk.dialogue().is_some_and(|one| one.state != DialogueState::Closed));
    let mine = move || if writes.get() { own(talk) } else { read(talk, |talk, one| talk.both(one).0.text) };
    let view = move || {
        is_there.get().then(|| {
            let body = view! {
                <div class="talk-notes">
                    <div class="field"><h3 id="kata-saya">{d.your_words}</h3>{mine}</div>
                    <div class="field"><h3>{move || if talk.leads() { d.words_of_person } else { d.words_of_superior }}</h3>{move || read(talk, |talk, one| talk.both(one).1.text)}</div>
                </div>
            };
            frame::section("pembicaraan", d.notes, "", view! { {body} {move || earlier(talk)} })
        })
    };
    view.into_view()
}

/// What was said with those who had the dialogue before: for the person alone, and as it was.
fn earlier(talk: Talk) -> Vec<View> {
    let d = talk.d;
    let all = talk.dialogue().map(|one| one.earlier).unwrap_or_default();
    let one = |one: Talked| {
        let part = |name, words: String| {
            (!words.is_empty()).then(|| view! { <div class="field"><h3>{name}</h3>{lines(&words)}</div> })
        };
        view! {
            <details>
                <summary>{fill(d.said_before, &[&one.superior_name])}</summary>
                <div class="talk-notes">{part(d.your_words, one.person_note.text)}{part(d.words_of_superior, one.superior_note.text)}</div>
            </details>
        }
    };
    all.into_iter().map(one).collect()
}

fn own(talk: Talk) -> View {
    let d = talk.d;
    let submit = move |event: Event| {
        event.prevent_default();
        talk.save_note();
    };
    let changed = move || if talk.is_changed() { d.not_saved } else { d.saved };
    view! {
        <form class="field" on:submit={submit}>
            <textarea class="input" id="kata" rows="6" aria-labelledby="kata-saya" aria-describedby="kata-hint" bind:value={talk.note}></textarea>
            <p class="hint" id="kata-hint">{d.notes_hint}</p>
            <div class="button-row">
                <button class="button" type="submit" aria-busy={move || talk.busy.get().then_some("true")}>{icon("tick")}{d.save}</button>
                <span class="note soft line" role="status">{changed}</span>
            </div>
        </form>
    }
}

fn read(talk: Talk, of: fn(Talk, &Dialogue) -> String) -> View {
    let words = talk.dialogue().map(|one| of(talk, &one)).unwrap_or_default();
    if words.is_empty() {
        return view! { <p class="soft">{talk.d.nothing_written}</p> };
    }
    lines(&words)
}

fn lines(words: &str) -> View {
    let lines: Vec<View> = words.lines().map(|line| view! { <p class="words">{line.to_owned()}</p> }).collect();
    view! { <div class="talk-words">{lines}</div> }
}
