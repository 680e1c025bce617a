//! Places that begin later: of one person, with the way back, and of everybody whom this admin looks after.

use shared::employee::StayEmployee;
use shared::people::{ComingLine, PersonPage};
use shared::words::Spoken;

use super::act::{Order, give};
use super::person::address;
use crate::components::career::to_come;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::people::people;

/// What is to come for this person; nothing where nothing is.
#[must_use]
pub fn coming(here: Here, page: &PersonPage, door: Door<PersonPage>) -> Option<View> {
    let p = people(here.w.language);
    let coming = page.coming.as_ref()?;
    let cancel = coming.place.from.filter(|_| page.may_place).map(|from| {
        let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
        let person = page.employee.id;
        let press = move |_| {
            give(here, Order::Stay(StayEmployee { person, from }), busy, refused, move || {
                here.toasts.say(p.coming_cancelled);
                door.again();
            });
        };
        view! {
            {refusal(here.w, here.w.not_accepted, refused)}
            <p class="after"><button class="button" type="button" on:click={press}>{p.coming_cancel}</button></p>
        }
    });
    let body = view! {
        <p class="note soft">{p.coming_about}</p>
        <ul class="away-list"><li class="away">{to_come(here, coming)}</li></ul>
        {cancel}
    };
    Some(frame::section("nanti", p.coming, "", body))
}

/// Who is about to move, by the day, each with the way to their page; nothing where nobody is.
#[must_use]
pub fn people_to_come(here: Here, lines: &[ComingLine]) -> Option<View> {
    let p = people(here.w.language);
    if lines.is_empty() {
        return None;
    }
    let line = |line: &ComingLine| {
        let address = address(line.unit, line.person);
        view! {
            <li class="ask">
                <h3 class="words"><a href={address}>{line.name.clone()}</a></h3>
                <p class="small soft">{line.unit_name.clone()}</p>
                {to_come(here, &line.coming)}
            </li>
        }
    };
    let rows: Vec<View> = lines.iter().map(line).collect();
    let count = rows.len().to_string();
    Some(frame::section("nanti", p.coming_people, count, view! { <ul class="asks">{rows}</ul> }))
}
