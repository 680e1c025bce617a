//! Agreed actions: those that came along first. Each is marked done, or not met with the reason.

use chrono::Days;
use shared::dialogue::{ActionState, Agreed, DialogueState, Doer, Step};
use shared::ids::AgreedId;
use shared::stamp::{day_text, parse_day};
use uuid::Uuid;

use super::name_of;
use super::talk::Talk;
use crate::components::frame;
use crate::components::icon::icon;
use crate::components::state;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Days from today to the day that is offered for a new action.
const DUE_DAYS: u64 = 28;

/// Why an action was not met, while it is being written. It stands outside the list, which is drawn again when the other one writes.
#[derive(Clone, Copy)]
struct Explains {
    of: RwSignal<Option<AgreedId>>,
    text: RwSignal<String>,
}

impl Explains {
    fn open(self, id: AgreedId) {
        if self.of.get_untracked() != Some(id) {
            self.text.set(String::new());
        }
        self.of.set(Some(id));
    }

    fn close(self) {
        let _ = self.of.try_set(None);
        let _ = self.text.try_set(String::new());
    }
}

/// The list and the form; nothing before the dialogue is open.
pub(super) fn actions(talk: Talk) -> View {
    let d = talk.d;
    let explains = Explains { of: RwSignal::new(None), text: RwSignal::new(String::new()) };
    let state = Memo::new(move |_| talk.dialogue().map(|dialogue| dialogue.state));
    let list = move || {
        let actions = talk.dialogue().map(|dialogue| dialogue.actions).unwrap_or_default();
        if actions.is_empty() {
            return view! { <p class="after soft">{d.no_actions}</p> };
        }
        let open = state.get() == Some(DialogueState::Open);
        let items: Vec<View> = actions.iter().map(|action| item(talk, action, open, explains)).collect();
        view! { <ol class="talk-actions">{items}</ol> }
    };
    let form = move || (state.get() == Some(DialogueState::Open)).then(|| form(talk));
    let view = move || {
        let shown = !matches!(state.get(), None | Some(DialogueState::Asked));
        shown.then(|| frame::section("tindak-lanjut", d.actions, "", view! { {list} {form} }))
    };
    view.into_view()
}

fn item(talk: Talk, action: &Agreed, open: bool, explains: Explains) -> View {
    let (here, d) = (talk.here, talk.d);
    let (mark, carried) = (
        mark(talk, action),
        action.since.map(|quarter| state::stamp("state is-sent", "swap", fill(d.carried, &[&name_of(here, quarter)]))),
    );
    let doer = match action.doer {
        Doer::Person => d.by_person,
        Doer::Superior => d.by_superior,
        Doer::Both => d.by_both,
    };
    let about = [fill(d.due, &[&format::date_year(here.w, action.due)]).as_str(), here.w.dot, doer].concat();
    let why = (!action.explanation.is_empty()).then(|| {
        let words = if action.state == ActionState::Open { d.last_time } else { d.because };
        view! { <p class="note">{fill(words, &[&action.explanation])}</p> }
    });
    let id = action.id;
    let buttons = open.then(|| buttons(talk, action, explains));
    let field = move || (explains.of.get() == Some(id)).then(|| explanation(talk, id, explains));
    view! {
        <li class="talk-action">
            <p class="line">{mark}{carried}</p>
            <p class="words">{action.text.clone()}</p>
            <p class="note soft">{about}</p>
            {why}
            {buttons}
            {field}
        </li>
    }
}

fn mark(talk: Talk, action: &Agreed) -> View {
    let d = talk.d;
    match action.state {
        ActionState::Done => state::stamp("state is-approved", "approved", d.done),
        ActionState::NotMet => state::stamp("state is-revise", "back", d.not_met),
        ActionState::Open if action.is_overdue(talk.here.today.get()) => {
            state::stamp("state is-revise", "clock", d.overdue)
        }
        ActionState::Open => state::stamp("state is-phone", "circle", d.to_do),
    }
}

fn buttons(talk: Talk, action: &Agreed, explains: Explains) -> View {
    let d = talk.d;
    let (id, text) = (action.id, action.text.clone());
    let settle = move |_| {
        talk.step(Step::Settle { action: id, done: true, explanation: String::new() }, d.did_settle, || {});
    };
    let done = (action.state != ActionState::Done).then(|| {
        let name = fill(d.mark_done, &[&text]);
        view! { <button class="button quiet flush" type="button" aria-label={name} aria-busy={move || talk.busy.get().then_some("true")} on:click={settle}>{icon("tick")}{d.done}</button> }
    });
    let unmet = (action.state != ActionState::NotMet).then(|| {
        let name = fill(d.mark_not_met, &[&text]);
        view! {
            <button class="button quiet" type="button" aria-label={name} on:click={move |_| explains.open(id)}>
                {icon("back")}{d.not_met}
            </button>
        }
    });
    let take_back = (action.since.is_none() && action.state == ActionState::Open).then(|| {
        let name = fill(d.withdraw_it, &[&text]);
        let press = move |_| talk.step(Step::Withdraw { action: id }, d.did_withdraw, || {});
        view! { <button class="button quiet" type="button" aria-label={name} aria-busy={move || talk.busy.get().then_some("true")} on:click={press}>{icon("trash")}{d.withdraw}</button> }
    });
    view! { <div class="button-row">{done}{unmet}{take_back}</div> }
}

fn explanation(talk: Talk, id: AgreedId, explains: Explains) -> View {
    let (w, d) = (talk.here.w, talk.d);
    let submit = move |event: Event| {
        event.prevent_default();
        let settle = Step::Settle { action: id, done: false, explanation: explains.text.get_untracked() };
        talk.step(settle, d.did_settle, move || explains.close());
    };
    view! {
        <form class="field" on:submit={submit}>
            <label for="sebab">{d.why_not}</label>
            <textarea class="input short" id="sebab" rows="2" bind:value={explains.text}></textarea>
            <div class="button-row">
                <button class="button" type="submit" aria-busy={move || talk.busy.get().then_some("true")}>{icon("back")}{d.mark_it}</button>
                <button class="button quiet" type="button" on:click={move |_| explains.close()}>{w.cancel}</button>
            </div>
        </form>
    }
}

/// What the field for the day begins with.
fn in_a_month(talk: Talk) -> String {
    let today = talk.here.today.get_untracked();
    day_text(today.checked_add_days(Days::new(DUE_DAYS)).unwrap_or(today))
}

fn form(talk: Talk) -> View {
    let d = talk.d;
    let (text, due, doer) =
        (RwSignal::new(String::new()), RwSignal::new(in_a_month(talk)), RwSignal::new(Doer::Person));
    let id = StoredValue::new(AgreedId(Uuid::now_v7()));
    let submit = move |event: Event| {
        event.prevent_default();
        let due_day = due.with_untracked(|due| parse_day(due)).unwrap_or_else(|| talk.here.today.get_untracked());
        let (text_now, doer) = (text.get_untracked(), doer.get_untracked());
        let agree = Step::Agree { action: id.get_value(), text: text_now, due: due_day, doer };
        talk.step(agree, d.did_agree, move || {
            id.set_value(AgreedId(Uuid::now_v7()));
            text.set(String::new());
        });
    };
    let choice = move |value: Doer, word: &'static str| {
        let pressed = move || (doer.get() == value).to_string();
        view! { <button class="chip" type="button" aria-pressed={pressed} on:click={move |_| doer.set(value)}>{word}</button> }
    };
    view! {
        <form class="field talk-form" on:submit={submit}>
            <h3>{d.add}</h3>
            <label for="tindakan">{d.what}</label>
            <textarea class="input short" id="tindakan" rows="2" bind:value={text}></textarea>
            <label for="tenggat">{d.until}</label>
            <input class="input" id="tenggat" type="date" bind:value={due} />
            <p class="field-label" id="pelaku">{d.who}</p>
            <div class="chips" role="group" aria-labelledby="pelaku">
                {choice(Doer::Person, d.by_person)}{choice(Doer::Superior, d.by_superior)}{choice(Doer::Both, d.by_both)}
            </div>
            <div class="button-row"><button class="button" type="submit" aria-busy={move || talk.busy.get().then_some("true")}>{icon("plus")}{d.agree}</button></div>
        </form>
    }
}
