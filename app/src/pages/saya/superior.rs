//! My superior, and what I do when it is the wrong one: ask, see how far the wish is, take it back. Works without a network.

use shared::command::Action;
use shared::ids::SuperiorRequestId;
use shared::superior::{Asked, RequestState, RequestSuperior, SuperiorRequest, WithdrawSuperior};
use shared::words::Spoken;
use uuid::Uuid;

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::components::state::stamp;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The section.
#[must_use]
pub fn superior(here: Here) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let name = move || {
        here.desk.person.with(|person| {
            let superior = person.as_ref().and_then(|person| person.superior.as_ref());
            superior.map_or_else(|| w.no_superior.to_owned(), |one| one.name.clone())
        })
    };
    let about = move || {
        here.desk.person.with(|person| {
            let superior = person.as_ref().and_then(|person| person.superior.as_ref());
            superior.map(|one| view! { <p class="small soft">{one.position.clone()}</p> })
        })
    };
    let (open, form) = (RwSignal::new(false), Form::new());
    let asked = Memo::new(move |_| here.desk.view.with(|rows| rows.asked(Asked::of(here.me)).cloned()));
    let below = move || match asked.get().as_ref().and_then(Asked::waiting) {
        Some(request) => waiting(here, request),
        None if open.get() => form.view(here, open),
        None => {
            view! {
                <p>
                    <button class="button" type="button" on:click={move |_| open.set(true)}>
                        {icon("question")}{p.superior_wrong}
                    </button>
                </p>
            }
        }
    };
    let answered = move || {
        let list = asked.get().map(|asked| asked.list).unwrap_or_default();
        let lines: Vec<View> =
            list.iter().rev().filter(|one| one.state != RequestState::Waiting).map(|one| past(here, one)).collect();
        (!lines.is_empty()).then(|| view! { <ul class="away-list">{lines}</ul> })
    };
    let body = view! { <p class="words">{name}</p> {about} {below} {answered} };
    frame::section("atasan", w.superior, "", body)
}

fn waiting(here: Here, request: &SuperiorRequest) -> View {
    let p = people(here.w.language);
    let id = request.id;
    let withdraw = move |_| {
        spawn(async move {
            let action = Action::WithdrawSuperior(WithdrawSuperior { id });
            match here.desk.save(action, Vec::new()).await {
                Ok(_) => here.toasts.say(p.withdrawn),
                Err(reason) => here.toasts.say(reason.in_language(here.w.language)),
            }
        });
    };
    view! {
        <div class="after">
            <p>{stamp("state is-sent", "clock", p.superior_waits)}</p>
            <p class="words">{fill(p.asked_for, &[&request.wanted_name])}</p>
            <p class="small soft">{request.reason.clone()}</p>
            <p>
                <button class="button quiet flush" type="button" on:click={withdraw}>
                    {icon("close")}{p.withdraw_request}
                </button>
            </p>
        </div>
    }
}

fn past(here: Here, request: &SuperiorRequest) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let (class, name, word) = match request.state {
        RequestState::Approved => ("state is-approved", "approved", p.superior_approved),
        RequestState::Refused => ("state is-returned", "back", p.superior_refused),
        RequestState::Withdrawn | RequestState::Waiting => ("state is-sent", "back", p.superior_withdrawn),
    };
    let date = request.answered_at.map(|at| format::date_year(w, here.zone.local_date(at)));
    let about = [request.wanted_name.clone()].into_iter().chain(date).collect::<Vec<_>>().join(w.dot);
    let answer =
        (!request.answer.is_empty()).then(|| view! { <p class="small soft">{fill(w.quoted, &[&request.answer])}</p> });
    view! { <li class="away"><div><p>{about}</p>{answer}</div>{stamp(class, name, word)}</li> }
}

#[derive(Clone, Copy)]
struct Form {
    search: PersonSearch,
    reason: RwSignal<String>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new() -> Self {
        Self {
            search: PersonSearch::new(),
            reason: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    fn view(self, here: Here, open: RwSignal<bool>) -> View {
        let (w, p) = (here.w, people(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            self.ask(here, open);
        };
        let busy = move || self.busy.get().then_some("true");
        view! {
            <form class="propose" method="post" novalidate={true} on:submit={submit}>
                <p class="note soft">{p.superior_wrong_about}</p>
                {refusal(w, w.not_saved, self.refused)}
                {self.search.field(here, "atasan-baru", p.superior_should_be, p.superior_search_hint)}
                <div class="field">
                    <label for="alasan">{p.superior_reason}</label>
                    <textarea
                        class="input" id="alasan" rows="2" required={true} maxlength="500"
                        aria-describedby="alasan-hint" bind:value={self.reason}
                    ></textarea>
                    <p class="hint" id="alasan-hint">{p.superior_reason_hint}</p>
                </div>
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{icon("send")}{p.superior_ask}</button>
                    <button class="button quiet" type="button" on:click={move |_| open.set(false)}>{w.cancel}</button>
                </div>
            </form>
        }
    }

    fn ask(self, here: Here, open: RwSignal<bool>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refused.set(None);
        let chosen = self.search.chosen.get_untracked();
        let request = RequestSuperior {
            id: SuperiorRequestId(Uuid::now_v7()),
            wanted: chosen.as_ref().map(|found| found.id),
            wanted_name: chosen.map_or_else(|| self.search.typed.get_untracked(), |found| found.name),
            reason: self.reason.get_untracked(),
        };
        spawn(async move {
            let saved = here.desk.save(Action::RequestSuperior(request), Vec::new()).await;
            let _ = self.busy.try_set(false);
            match saved {
                Ok(_) => {
                    let _ = open.try_set(false);
                    let _ = self.reason.try_set(String::new());
                    self.search.clear();
                    here.toasts.say(people(here.w.language).superior_asked);
                }
                Err(reason) => {
                    let _ = self.refused.try_set(Some(reason));
                }
            }
        });
    }
}
