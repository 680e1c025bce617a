//! Requests for another superior that wait for this admin: who, from whom to whom, why; yes or no, with words for the person.

use std::rc::Rc;

use shared::ids::SuperiorRequestId;
use shared::people::{RequestLine, Requests};
use shared::superior::{AnswerSuperior, Decision, SuperiorRequest};
use shared::words::Spoken;

use super::act::{Order, give};
use super::coming;
use crate::components::door::Door;
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
    door.hold(move |_| {
        let count = Memo::new(move |_| door.now().map_or(0, |now| waiting(&now).count()));
        let waits = Memo::new(move |_| count.get() > 0);
        let moves = Memo::new(move |_| door.now().is_some_and(|now| !now.coming.is_empty()));
        // Wishes that were seen, in the order in which they came; an answered one keeps its place, so that the others keep theirs.
        let seen = Memo::new(move |before: Option<&Vec<SuperiorRequestId>>| {
            let mut seen = before.cloned().unwrap_or_default();
            let now = door.now();
            let new = now.iter().flat_map(|now| waiting(now)).map(|(_, request)| request.id);
            let new: Vec<SuperiorRequestId> = new.filter(|id| !seen.contains(id)).collect();
            seen.extend(new);
            seen
        });
        let list = move || {
            waits.get().then(|| {
                let count = view! { <span class="count">{move || count.get()}</span> };
                let cards = view! { <ul class="asks">{cards(here, door, seen, 0)}</ul> };
                frame::section_beside("menunggu", p.requests_waiting.to_owned(), count, cards)
            })
        };
        let none = move || {
            (!waits.get() && !moves.get()).then(|| {
                let again =
                    view! { <button class="button" type="button" on:click={move |_| door.again()}>{p.reload}</button> };
                frame::empty(p.requests_none, again)
            })
        };
        let coming = move || door.now().and_then(|now| coming::people_to_come(here, &now.coming));
        view! { {none} {list} {coming} }
    })
}

/// The wishes that wait, each with its line.
fn waiting(requests: &Requests) -> impl Iterator<Item = (&RequestLine, &SuperiorRequest)> {
    requests.waiting.iter().filter_map(|line| Some((line, line.asked.waiting()?)))
}

/// The cards from this place on. Each is drawn once and stands until its wish is answered, so that what is typed and chosen in it stays
/// while others come and go.
fn cards(here: Here, door: Door<Requests>, seen: Memo<Vec<SuperiorRequestId>>, at: usize) -> View {
    let wish = Memo::new(move |_| seen.with(|seen| seen.get(at).copied()));
    let view = move || wish.get().map(|wish| view! { {one(here, door, wish)} {cards(here, door, seen, at + 1)} });
    view.into_view()
}

fn one(here: Here, door: Door<Requests>, wish: SuperiorRequestId) -> View {
    let waits = Memo::new(move |_| door.now().is_some_and(|now| waiting(&now).any(|(_, request)| request.id == wish)));
    let view = move || {
        if !waits.get() {
            return None;
        }
        let now = door.now_once()?;
        let (line, request) = waiting(&now).find(|(_, request)| request.id == wish)?;
        Some(card(here, line, request, door))
    };
    view.into_view()
}

fn card(here: Here, line: &RequestLine, request: &SuperiorRequest, door: Door<Requests>) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let (answer, search) = (RwSignal::new(String::new()), PersonSearch::new());
    search.chosen.set(line.wanted.clone());
    let only_name = line.wanted.is_none();
    let (person, wish, seen) = (line.asked.person, request.id, line.asked.rev);
    let name: Rc<str> = line.asked.person_name.as_str().into();
    let decide = move |decision: Decision, said: &'static str| {
        // The person may have read an earlier answer since the card was drawn, which counts the row up.
        let base = door.now_once().and_then(|now| Some(waiting(&now).find(|(_, one)| one.id == wish)?.0.asked.rev));
        let answer = answer.get_untracked();
        let answered = AnswerSuperior { person, request: wish, base: base.unwrap_or(seen), decision, answer };
        let name = Rc::clone(&name);
        give(here, Order::Answer(answered), busy, refused, move || {
            here.toasts.say(fill(said, &[&name]));
            door.again();
        });
    };
    let yes = decide.clone();
    let approve = move |_| {
        let superior = search.chosen.with_untracked(|found| found.as_ref().map(|found| found.id));
        if let Some(superior) = superior {
            yes(Decision::Approve { superior }, p.did_approve);
        }
    };
    let who = [line.asked.position.as_str(), w.dot, &line.unit_name].concat();
    let present = if request.present_name.is_empty() { p.no_superior } else { &request.present_name };
    let id = ["jawab-", &person.to_string()].concat();
    let (for_id, pick) = (id.clone(), ["pilih-", &person.to_string()].concat());
    let disabled = move || search.chosen.with(Option::is_none);
    let hint = only_name.then(|| view! { <p class="note soft">{p.by_name_only}</p> });
    view! {
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
    }
}
