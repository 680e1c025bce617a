//! What a superior does with an entry they have read. Each step names the version that was read; three of them need words.

mod words;

use shared::board::thread;
use shared::command::Action;
use shared::entry::{ApproveEntry, Entry, FlagEntry, ReturnEntry, Review};
use shared::ids::RemarkId;
use shared::remark::{RemarkKind, Shape, WriteRemark};
use shared::row::Rows;
use shared::words::Spoken;
use std::sync::Arc;
use uuid::Uuid;

use super::ask::ask;
use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::thread::{Reply, answering, kind_of, remarks};
use crate::view::prelude::*;
use crate::words::{FeedbackWords, feedback_words, fill};

/// What the words are for.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Return,
    Note,
    Shape,
}

#[derive(Clone, Copy)]
struct Reaction {
    here: Here,
    f: &'static FeedbackWords,
    entry: Memo<Option<Entry>>,
    owner: Memo<String>,
    words: RwSignal<Option<Words>>,
    text: RwSignal<String>,
    /// Behaviour, impact, next step.
    parts: [RwSignal<String>; 3],
    reply: Reply,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Reaction {
    fn ask(self, action: Action, done: &str) {
        let done = fill(done, &[&self.owner.get_untracked()]);
        ask(self.here, action, self.busy, self.reason, done, move || {
            let _ = self.words.try_set(None);
            let _ = self.reply.try_set(None);
            for text in self.parts.into_iter().chain([self.text]) {
                let _ = text.try_set(String::new());
            }
        });
    }

    fn approve(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        self.ask(
            Action::ApproveEntry(ApproveEntry { entry: entry.id, base: entry.version }),
            self.here.w.team.did_approve,
        );
    }

    fn remark(self, kind: RemarkKind, text: String, shape: Option<Shape>, done: &str) {
        let Some(entry) = self.entry.get_untracked() else { return };
        let plain = WriteRemark::plain(RemarkId(Uuid::now_v7()), entry.id, kind, text);
        self.ask(Action::WriteRemark(WriteRemark { shape, reply_to: self.reply.get_untracked(), ..plain }), done);
    }

    fn flag(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        let on = entry.flag.is_none();
        let done = if on { self.f.did_flag } else { self.f.did_unflag };
        self.ask(Action::FlagEntry(FlagEntry { entry: entry.id, on }), done);
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
            (Some(Words::Note), Some(_)) => self.remark(kind_of(&text), text, None, w.team.did_write),
            (Some(Words::Shape), Some(_)) => {
                let [behaviour, impact, next] = self.parts.map(|part| part.get_untracked());
                let shape = Shape { behaviour, impact, next };
                self.remark(RemarkKind::Note, String::new(), Some(shape), self.f.did_feedback);
            }
            _ => {}
        }
    }

    fn write(self, words: Words) {
        self.words.set(Some(words));
        focus_soon(if words == Words::Shape { "#perilaku" } else { "#pesan" });
    }
}

/// What was said, and what can be done: buttons, the fields for words, and what the office refused.
#[must_use]
pub fn react(here: Here, entry: Memo<Option<Entry>>, owner: Memo<String>, rows: RwSignal<Arc<Rows>>) -> View {
    let f = feedback_words(here.w.language);
    let reaction = Reaction {
        here,
        f,
        entry,
        owner,
        words: RwSignal::new(None),
        text: RwSignal::new(String::new()),
        parts: [(); 3].map(|()| RwSignal::new(String::new())),
        reply: RwSignal::new(None),
        busy: RwSignal::new(false),
        reason: RwSignal::new(None),
    };
    // Whoever answers a remark writes words.
    Effect::new(move || {
        if reaction.reply.get().is_some() && reaction.words.get_untracked().is_none() {
            reaction.write(Words::Note);
        }
    });
    let id = move || entry.get().map(|entry| entry.id);
    let said = move || id().and_then(|id| rows.with(|rows| remarks(here, &thread(rows, id), Some(reaction.reply))));
    let answers = move || id().and_then(|id| rows.with(|rows| answering(here, &thread(rows, id), reaction.reply)));
    let w = here.w;
    let unsettled = Memo::new(move |_| entry.get().is_some_and(|entry| !entry.asides.is_empty()));
    let hint = move || unsettled.get().then(|| view! { <p class="note soft">{icon("swap")}{w.merge.not_settled}</p> });
    view! {
        {said}
        {refusal(w, w.not_accepted, reaction.reason)}
        {hint}
        {buttons(reaction, unsettled)}
        {answers}
        {move || reaction.words.get().map(|words| words::field(reaction, words))}
    }
}

fn buttons(reaction: Reaction, unsettled: Memo<bool>) -> View {
    let (here, f, entry) = (reaction.here, reaction.f, reaction.entry);
    let w = here.w;
    let approved = Memo::new(move |_| entry.get().is_none_or(|entry| entry.review == Review::Approved));
    let flagged = Memo::new(move |_| entry.get().is_some_and(|entry| entry.flag.is_some()));
    let busy = move || reaction.busy.get().then_some("true");
    let approve = move || {
        (!approved.get() && !unsettled.get()).then(|| {
            view! {
                <button class="button primary" type="button" aria-busy={busy} on:click={move |_| reaction.approve()}>
                    {icon("approved")}{w.team.approve}
                </button>
            }
        })
    };
    let opens = move |words: Words, name: &'static str, label: &'static str| {
        let open = move || (reaction.words.get() == Some(words)).to_string();
        view! {
            <button class="button" type="button" aria-expanded={open} on:click={move |_| reaction.write(words)}>
                {icon(name)}{label}
            </button>
        }
    };
    let thank = move |_| reaction.remark(RemarkKind::Thanks, String::new(), None, w.team.did_thank);
    let flag_word = move || if flagged.get() { f.flagged } else { f.flag };
    view! {
        <div class="react">
            {approve}
            <button class="button" type="button" aria-busy={busy} on:click={thank}>{icon("thanks")}{w.thanks}</button>
            {move || (!approved.get()).then(|| opens(Words::Return, "back", w.returned))}
            {opens(Words::Shape, "star", f.feedback)}
            {opens(Words::Note, "chat", w.team.write_message)}
            <button
                class="button" type="button" aria-busy={busy} aria-pressed={move || flagged.get().to_string()}
                on:click={move |_| reaction.flag()}
            >{icon("flag")}{flag_word}</button>
        </div>
    }
}
