//! What a superior, or the leader of a team across units, does with an entry they have read. Each step names the version that was
//! read; three of them need words.

mod words;
mod writing;

use shared::board::thread;
use shared::command::Action;
use shared::entry::{ApproveEntry, Entry, FlagEntry, ReturnEntry, Review};
use shared::ids::RemarkId;
use shared::remark::{RemarkKind, Shape, WriteRemark};
use shared::row::Rows;
use std::sync::Arc;
use uuid::Uuid;

use super::ask::ask;
use crate::components::browser::focus_soon;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::thread::{answering, kind_of, remarks};
use crate::view::prelude::*;
use crate::words::{FeedbackWords, feedback_words, fill};
use writing::Words;
pub use writing::Writing;

/// Whose hand it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The assessor's: everything.
    Assessor,
    /// That of whoever leads the team for which the work was done: words and thanks.
    Leader,
}

#[derive(Clone, Copy)]
struct Reaction {
    here: Here,
    hand: Hand,
    f: &'static FeedbackWords,
    entry: Memo<Option<Entry>>,
    owner: Memo<String>,
    writing: Writing,
}

impl Reaction {
    fn ask(self, action: Action, done: &str, then: impl FnOnce() + 'static) {
        let done = fill(done, &[&self.owner.get_untracked()]);
        ask(self.here, action, self.writing.busy, self.writing.reason, done, then);
    }

    fn approve(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        let approve = ApproveEntry { entry: entry.id, base: entry.version };
        self.ask(Action::ApproveEntry(approve), self.here.w.team.did_approve, || {});
    }

    fn thank(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        let thanks = WriteRemark::plain(RemarkId(Uuid::now_v7()), entry.id, RemarkKind::Thanks, String::new());
        self.ask(Action::WriteRemark(thanks), self.here.w.team.did_thank, || {});
    }

    fn flag(self) {
        let Some(entry) = self.entry.get_untracked() else { return };
        let on = entry.flag.is_none();
        let done = if on { self.f.did_flag } else { self.f.did_unflag };
        self.ask(Action::FlagEntry(FlagEntry { entry: entry.id, on }), done, || {});
    }

    fn send_words(self) {
        let Self { writing, f, .. } = self;
        let team = &self.here.w.team;
        let Some((words, entry)) = writing.words.get_untracked().zip(self.entry.get_untracked()) else { return };
        let (sent, remark) = (writing.sent(words), RemarkId(Uuid::now_v7()));
        let mut texts = sent.iter().map(|(_, text)| text.clone());
        let mut next = || texts.next().unwrap_or_default();
        let note = |kind, text, shape| {
            let plain = WriteRemark::plain(remark, entry.id, kind, text);
            Action::WriteRemark(WriteRemark { shape, reply_to: writing.reply.get_untracked(), ..plain })
        };
        let (action, done) = match words {
            Words::Return => {
                let back = ReturnEntry { entry: entry.id, base: entry.version, remark, reason: next() };
                (Action::ReturnEntry(back), team.did_return)
            }
            Words::Note => {
                let text = next();
                (note(kind_of(&text), text, None), team.did_write)
            }
            Words::Shape => {
                let shape = Shape { behaviour: next(), impact: next(), next: next() };
                (note(RemarkKind::Note, String::new(), Some(shape)), f.did_feedback)
            }
        };
        self.ask(action, done, move || writing.arrived(sent));
    }

    fn write(self, words: Words) {
        self.writing.words.set(Some(words));
        focus_soon(if words == Words::Shape { "#perilaku" } else { "#pesan" });
    }
}

/// What was said, and what can be done: buttons, the fields for words, and what the office refused.
#[must_use]
pub fn react(
    here: Here,
    hand: Hand,
    writing: Writing,
    entry: Memo<Option<Entry>>,
    owner: Memo<String>,
    rows: RwSignal<Arc<Rows>>,
) -> View {
    let f = feedback_words(here.w.language);
    let reaction = Reaction { here, hand, f, entry, owner, writing };
    // Whoever answers a remark writes words.
    Effect::new(move || {
        if writing.reply.get().is_some() && writing.words.get_untracked().is_none() {
            reaction.write(Words::Note);
        }
    });
    let id = move || entry.get().map(|entry| entry.id);
    let said = move || id().and_then(|id| rows.with(|rows| remarks(here, &thread(rows, id), Some(writing.reply))));
    let answers = move || id().and_then(|id| rows.with(|rows| answering(here, &thread(rows, id), writing.reply)));
    let w = here.w;
    let decides = hand == Hand::Assessor;
    let unsettled = Memo::new(move |_| decides && entry.get().is_some_and(|entry| !entry.asides.is_empty()));
    let hint = move || unsettled.get().then(|| view! { <p class="note soft">{icon("swap")}{w.merge.not_settled}</p> });
    view! {
        {said}
        {refusal(w, w.not_accepted, writing.reason)}
        {hint}
        {buttons(reaction, unsettled)}
        {answers}
        {move || writing.words.get().map(|words| words::field(reaction, words))}
    }
}

fn buttons(reaction: Reaction, unsettled: Memo<bool>) -> View {
    let (here, f, entry) = (reaction.here, reaction.f, reaction.entry);
    let w = here.w;
    let decides = reaction.hand == Hand::Assessor;
    // Whoever does not decide finds nothing left to decide.
    let approved = Memo::new(move |_| !decides || entry.get().is_none_or(|entry| entry.review == Review::Approved));
    let flagged = Memo::new(move |_| entry.get().is_some_and(|entry| entry.flag.is_some()));
    let busy = move || reaction.writing.busy.get().then_some("true");
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
        let open = move || (reaction.writing.words.get() == Some(words)).to_string();
        view! {
            <button class="button" type="button" aria-expanded={open} on:click={move |_| reaction.write(words)}>
                {icon(name)}{label}
            </button>
        }
    };
    let flag_word = move || if flagged.get() { f.flagged } else { f.flag };
    let flag = decides.then(|| {
        view! {
            <button
                class="button" type="button" aria-busy={busy} aria-pressed={move || flagged.get().to_string()}
                on:click={move |_| reaction.flag()}
            >{icon("flag")}{flag_word}</button>
        }
    });
    view! {
        <div class="react">
            {approve}
            <button class="button" type="button" aria-busy={busy} on:click={move |_| reaction.thank()}>{icon("thanks")}{w.thanks}</button>
            {move || (!approved.get()).then(|| opens(Words::Return, "back", w.returned))}
            {opens(Words::Shape, "star", f.feedback)}
            {opens(Words::Note, "chat", w.team.write_message)}
            {flag}
        </div>
    }
}
