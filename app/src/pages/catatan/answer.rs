//! What is said about one's own entry, and what its owner says: an answer, a question to the superior, a mark for the dialogue.
//! All of it works offline.

use shared::board::thread;
use shared::command::Action;
use shared::entry::FlagEntry;
use shared::ids::{EntryId, RemarkId};
use shared::remark::WriteRemark;
use shared::words::Spoken;
use uuid::Uuid;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::remember::{let_go, remember};
use crate::components::thread::{Reply, answering, kind_of, remarks};
use crate::view::prelude::*;
use crate::words::{FeedbackWords, feedback_words, fill};

/// What is being written.
#[derive(Clone, Copy)]
struct Answer {
    here: Here,
    f: &'static FeedbackWords,
    entry: EntryId,
    text: RwSignal<String>,
    reply: Reply,
    asks: RwSignal<bool>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Answer {
    /// Saves a command; `done` is said when it is on the phone.
    fn save(self, action: Action, done: &'static str, then: impl FnOnce() + 'static) {
        let here = self.here;
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        crate::browser::spawn(async move {
            let saved = here.desk.save(action, Vec::new()).await;
            let _ = self.busy.try_set(false);
            match saved {
                Ok(_) => {
                    let _ = self.reason.try_set(None);
                    here.toasts.say(done);
                    then();
                }
                Err(refused) => {
                    let _ = self.reason.try_set(Some(refused));
                }
            }
        });
    }

    fn send(self) {
        let words = self.text.get_untracked();
        let asks = self.asks.get_untracked();
        let sent = words.clone();
        let plain = WriteRemark::plain(RemarkId(Uuid::now_v7()), self.entry, kind_of(&words), words);
        let remark = WriteRemark { asks, reply_to: self.reply.get_untracked(), ..plain };
        let done = if asks { self.f.did_ask } else { self.here.w.message_saved };
        self.save(Action::WriteRemark(remark), done, move || {
            // What was typed meanwhile is the next message.
            let_go(self.text, &sent);
            let _ = self.reply.try_set(None);
            let _ = self.asks.try_set(false);
        });
    }
}

/// The conversation and the form below it.
pub(super) fn conversation(here: Here, entry: EntryId) -> View {
    let f = feedback_words(here.w.language);
    let (text, reply, asks) = (RwSignal::new(String::new()), RwSignal::new(None), RwSignal::new(false));
    let answer = Answer { here, f, entry, text, reply, asks, busy: RwSignal::new(false), reason: RwSignal::new(None) };
    remember(here, ["pesan/", &entry.to_string()].concat(), vec![text]);
    view! { {flag(answer)} {move || said(answer)} {form(answer)} }
}

fn said(answer: Answer) -> View {
    let (here, w) = (answer.here, answer.here.w);
    here.desk.view.with(|rows| {
        let all = thread(rows, answer.entry);
        let count = if all.is_empty() { String::new() } else { all.len().to_string() };
        let empty = all.is_empty().then(|| view! { <p class="after soft">{w.thread_empty}</p> });
        frame::section("percakapan", w.thread, count, view! { {empty} {remarks(here, &all, Some(answer.reply))} })
    })
}

fn flag(answer: Answer) -> View {
    let (here, f) = (answer.here, answer.f);
    let id = answer.entry;
    let flagged =
        Memo::new(move |_| here.desk.view.with(|rows| rows.entry(id).is_some_and(|entry| entry.flag.is_some())));
    let press = move |_| {
        let on = !flagged.get_untracked();
        let done = if on { f.did_flag } else { f.did_unflag };
        answer.save(Action::FlagEntry(FlagEntry { entry: id, on }), done, || {});
    };
    let word = move || if flagged.get() { f.flagged } else { f.flag };
    view! {
        <p class="after">
            <button class="button quiet flush" type="button" aria-busy={move || answer.busy.get().then_some("true")} aria-pressed={move || flagged.get().to_string()} on:click={press}>
                {icon("flag")}{word}
            </button>
        </p>
    }
}

fn form(answer: Answer) -> View {
    let Answer { here, f, text, reply, asks, .. } = answer;
    let w = here.w;
    let submit = move |event: Event| {
        event.prevent_default();
        answer.send();
    };
    let superior = here.superior();
    let superior = superior.as_deref().unwrap_or(w.your_superior);
    let (says, asks_so) = (fill(w.message_hint, &[superior]), fill(f.ask_hint, &[superior]));
    let hint = move || if asks.get() { asks_so.clone() } else { says.clone() };
    let answers = move || here.desk.view.with(|rows| answering(here, &thread(rows, answer.entry), reply));
    view! {
        <form class="section field" on:submit={submit}>
            {refusal(w, w.not_saved, answer.reason)}
            {answers}
            <label for="pesan">{w.message}</label>
            <textarea class="input" id="pesan" rows="3" aria-describedby="pesan-hint" bind:value={text}></textarea>
            <p class="hint" id="pesan-hint">{hint}</p>
            <label class="choice">
                <input type="checkbox" prop:checked={move || asks.get()} on:change={move |_| asks.set(!asks.get_untracked())} />
                <span class="choice-text">{f.ask}</span>
            </label>
            <div class="button-row">
                <button class="button" type="submit" aria-busy={move || answer.busy.get().then_some("true")}>{icon("send")}{w.send_message}</button>
            </div>
        </form>
    }
}
