//! Requests for another superior that wait for this admin: who, from whom to whom, why; yes or no, with words for the person.

use std::rc::Rc;

use shared::people::{Found, RequestLine, Requests};
use shared::superior::{AnswerSuperior, Decision};
use shared::words::Spoken;

use super::act::{Door, Order, give};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The part of the page.
#[must_use]
pub fn asks(here: Here) -> View {
    let p = people(here.w.language);
    let door: Door<Requests> = Door::open(here, "/api/requests".to_owned());
    door.show(move |requests| {
        if requests.waiting.is_empty() {
            let again =
                view! { <button class="button" type="button" on:click={move |_| door.again()}>{p.reload}</button> };
            return frame::empty(p.requests_none, again);
        }
        let cards: Vec<View> = requests.waiting.iter().filter_map(|line| card(here, line, door)).collect();
        frame::section("menunggu", p.requests_waiting, cards.len().to_string(), view! { <ul class="asks">{cards}</ul> })
    })
}

fn card(here: Here, line: &RequestLine, door: Door<Requests>) -> Option<View> {
    let (w, p) = (here.w, people(here.w.language));
    let request = line.asked.waiting()?;
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let (answer, search) = (RwSignal::new(String::new()), PersonSearch::new());
    search.chosen.set(line.wanted.clone());
    let only_name = line.wanted.is_none();
    let base = AnswerSuperior {
        person: line.asked.person,
        request: request.id,
        base: line.asked.rev,
        decision: Decision::Refuse,
        answer: String::new(),
    };
    let name: Rc<str> = line.asked.person_name.as_str().into();
    let decide = move |decision: Decision, said: &'static str| {
        let answered = AnswerSuperior { decision, answer: answer.get_untracked(), ..base.clone() };
        let name = Rc::clone(&name);
        give(here, Order::Answer(answered), busy, refused, move || {
            here.toasts.say(fill(said, &[&name]));
            door.again();
        });
    };
    let yes = decide.clone();
    let approve = move |_| {
        let superior = search.chosen.with_untracked(|found: &Option<Found>| found.as_ref().map(|found| found.id));
        if let Some(superior) = superior {
            yes(Decision::Approve { superior }, p.did_approve);
        }
    };
    let who = [line.asked.position.as_str(), w.dot, &line.unit_name].concat();
    let present = if request.present_name.is_empty() { p.no_superior } else { &request.present_name };
    let id = ["jawab-", &line.asked.person.to_string()].concat();
    let (for_id, pick) = (id.clone(), ["pilih-", &line.asked.person.to_string()].concat());
    let disabled = move || search.chosen.with(Option::is_none);
    let hint = only_name.then(|| view! { <p class="note soft">{p.by_name_only}</p> });
    Some(view! {
        <li class="ask">
            <h3 class="words">{line.asked.person_name.clone()}</h3>
            <p class="small soft">{who}</p>
            <p>{fill(p.present_superior, &[present])}</p>
            <p><strong>{fill(p.wanted_superior, &[&request.wanted_name])}</strong></p>
            <blockquote class="words">{fill(w.quoted, &[&request.reason])}</blockquote>
            <p class="note soft">{here.moment(request.at)}</p>
            {hint}
            {search.field(here, &pick, w.superior, "")}
            <div class="field">
                <label for={for_id}>{p.answer}</label>
                <input class="input" id={id} type="text" maxlength="500" autocomplete="off" bind:value={answer} />
                <p class="hint">{p.answer_hint}</p>
            </div>
            {refusal(w, w.not_accepted, refused)}
            <div class="button-row">
                <button
                    class="button primary" type="button" disabled={disabled} on:click={approve}
                    aria-busy={move || busy.get().then_some("true")}
                >{icon("tick")}{p.approve}</button>
                <button class="button" type="button" on:click={move |_| decide(Decision::Refuse, p.did_refuse)}>{p.refuse}</button>
            </div>
        </li>
    })
}
