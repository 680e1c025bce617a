//! The four answers of a superior. Each names the version that was read; two of them need words.

use shared::command::Action;
use shared::entry::{ApproveEntry, Entry, ReturnEntry, Review};
use shared::ids::RemarkId;
use shared::remark::{RemarkKind, WriteRemark};
use shared::words::Spoken;
use uuid::Uuid;

use super::ask::ask;
use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::thread::kind_of;
use crate::view::prelude::*;
use crate::words::fill;

/// What the words are for.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Return,
    Note,
}

#[derive(Clone, Copy)]
struct Reaction {
    here: Here,
    entry: Memo<Option<Entry>>,
    owner: Memo<String>,
    words: RwSignal<Option<Words>>,
    text: RwSignal<String>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Reaction {
    fn ask(self, action: Action, done: &str) {
        let done = fill(done, &[&self.owner.get_untracked()]);
        ask(self.here, action, self.busy, self.reason, done, move || {
            let _ = self.words.try_set(None);
            let _ = self.text.try_set(String::new());
        });
    }

    fn approve(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        self.ask(
            Action::ApproveEntry(ApproveEntry { entry: entry.id, base: entry.version }),
            self.here.w.team.did_approve,
        );
    }

    fn remark(self, kind: RemarkKind, text: String, done: &str) {
        let Some(entry) = self.entry.get_untracked() else { return };
        self.ask(Action::WriteRemark(WriteRemark::plain(RemarkId(Uuid::now_v7()), entry.id, kind, text)), done);
    }

    fn send_words(self) {
        let w = self.here.w;
        let text = self.text.get_untracked();
        match (self.words.get_untracked(), self.entry.get_untracked()) {
            (Some(Words::Return), Some(entry)) => {
                let remark = RemarkId(Uuid::now_v7());
                let back = ReturnEntry { entry: entry.id, base: entry.version, remark, reason: text };
                self.ask(Action::ReturnEntry(back), w.team.did_return);
            }
            (Some(Words::Note), Some(_)) => self.remark(kind_of(&text), text, w.team.did_write),
            _ => {}
        }
    }

    fn write(self, words: Words) {
        self.words.set(Some(words));
        focus_soon("#pesan");
    }
}

/// Buttons, the field for words, and what the office refused.
#[must_use]
pub fn react(here: Here, entry: Memo<Option<Entry>>, owner: Memo<String>) -> View {
    let reaction = Reaction {
        here,
        entry,
        owner,
        words: RwSignal::new(None),
        text: RwSignal::new(String::new()),
        busy: RwSignal::new(false),
        reason: RwSignal::new(None),
    };
    let w = here.w;
    let approved = Memo::new(move |_| entry.get().is_none_or(|entry| entry.review == Review::Approved));
    let unsettled = Memo::new(move |_| entry.get().is_some_and(|entry| !entry.asides.is_empty()));
    let hint = move || unsettled.get().then(|| view! { <p class="note soft">{icon("swap")}{w.merge.not_settled}</p> });
    let busy = move || reaction.busy.get().then_some("true");
    let pressed = move |words: Words| (reaction.words.get() == Some(words)).to_string();
    let approve = move || {
        (!approved.get() && !unsettled.get()).then(|| {
            view! {
                <button class="button primary" type="button" aria-busy={busy} on:click={move |_| reaction.approve()}>
                    {icon("approved")}{w.team.approve}
                </button>
            }
        })
    };
    let back = move || {
        (!approved.get()).then(|| {
            view! {
                <button
                    class="button" type="button" aria-expanded={move || pressed(Words::Return)}
                    on:click={move |_| reaction.write(Words::Return)}
                >{icon("back")}{w.returned}</button>
            }
        })
    };
    let thank = move |_| reaction.remark(RemarkKind::Thanks, String::new(), w.team.did_thank);
    view! {
        {refusal(w, w.not_accepted, reaction.reason)}
        {hint}
        <div class="react">
            {approve}
            <button class="button" type="button" aria-busy={busy} on:click={thank}>{icon("thanks")}{w.thanks}</button>
            {back}
            <button
                class="button" type="button" aria-expanded={move || pressed(Words::Note)}
                on:click={move |_| reaction.write(Words::Note)}
            >{icon("chat")}{w.team.write_message}</button>
        </div>
        {move || reaction.words.get().map(|words| field(reaction, words))}
    }
}

fn field(reaction: Reaction, words: Words) -> View {
    let w = reaction.here.w;
    let hint = match words {
        Words::Return => w.team.return_hint.to_owned(),
        Words::Note => fill(w.message_hint, &[&reaction.owner.get_untracked()]),
    };
    let submit = move |event: Event| {
        event.prevent_default();
        reaction.send_words();
    };
    view! {
        <form class="field" on:submit={submit}>
            <label for="pesan">{w.message}</label>
            <textarea class="input" id="pesan" rows="3" aria-describedby="pesan-hint" bind:value={reaction.text}></textarea>
            <p class="hint" id="pesan-hint">{hint}</p>
            <div class="button-row">
                <button class="button" type="submit" aria-busy={move || reaction.busy.get().then_some("true")}>
                    {icon("send")}{w.send_message}
                </button>
                <button class="button quiet" type="button" on:click={move |_| reaction.words.set(None)}>{w.cancel}</button>
            </div>
        </form>
    }
}
