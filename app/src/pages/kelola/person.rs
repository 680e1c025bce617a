//! One person: where they are, how they came there, and the pen to change it.

use std::rc::Rc;

use shared::employee::Placement;
use shared::ids::EmployeeId;
use shared::people::{PersonPage, Tree};
use shared::words::Spoken;

use super::act::{Door, Order, Right, give};
use super::place;
use crate::components::away::{Pen, away};
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// The half with this person.
#[must_use]
pub fn person(here: Here, id: EmployeeId, tree: Rc<Tree>) -> View {
    let door: Door<PersonPage> = Door::open(here, ["/api/people/", &id.to_string()].concat());
    door.show(move |page| {
        let p = people(here.w.language);
        let employee = &page.employee;
        let rank = [employee.position.as_str(), employee.rank.as_str()];
        let rank = rank.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(here.w.dot);
        let superior =
            if page.superior_name.is_empty() { p.no_superior.to_owned() } else { page.superior_name.clone() };
        let back = ["/kelola?unit=", &employee.unit.to_string()].concat();
        view! {
            <p><a class="button quiet flush" href={back} data-noscroll="">{icon("left")}{page.unit_name.clone()}</a></p>
            <div class="me-head">
                <h2 class="name words">{employee.name.clone()}</h2>
                <p class="small soft">{rank}</p>
                <p class="small soft">{here.w.superior}": "{superior}</p>
            </div>
            {place::place(here, &page, &tree, door)}
            {history(here, &page.career)}
            {days_away(here, &page, door)}
            {rights(here, &page, &tree, door)}
        }
    })
}

fn history(here: Here, career: &[Placement]) -> View {
    let p = people(here.w.language);
    let one = |placement: &Placement| {
        let since = placement
            .from
            .map_or_else(|| p.since_before.to_owned(), |from| fill(p.since, &[&format::date_year(here.w, from)]));
        let place = [placement.position.as_str(), here.w.dot, &placement.unit_name].concat();
        let superior = if placement.superior_name.is_empty() { p.no_superior } else { &placement.superior_name };
        let superior = [here.w.superior, ": ", superior].concat();
        let by = (!placement.by_name.is_empty()).then(|| fill(p.written_by, &[&placement.by_name]));
        let reason = Some(placement.reason.clone()).filter(|reason| !reason.is_empty());
        let about = reason.into_iter().chain(by).collect::<Vec<_>>().join(here.w.dot);
        let about = (!about.is_empty()).then(|| view! { <p class="small soft">{about}</p> });
        view! {
            <li class="away"><div><p><strong>{since}</strong></p><p>{place}</p><p>{superior}</p>{about}</div></li>
        }
    };
    let lines: Vec<View> = career.iter().rev().map(one).collect();
    let body = if lines.is_empty() {
        view! { <p class="soft">{p.history_none}</p> }
    } else {
        view! { <ul class="away-list">{lines}</ul> }
    };
    frame::section("riwayat", p.history, "", body)
}

/// Days away, written by the admin as well: for somebody who is ill, or has no phone.
fn days_away(here: Here, page: &PersonPage, door: Door<PersonPage>) -> View {
    let again = StoredValue::new_local(Rc::new(move || door.again()) as Rc<dyn Fn()>);
    let pen = Pen { here, person: page.employee.id, takes_back: true, again };
    let list = page.absences.clone();
    away(pen, people(here.w.language).away_about_them, page.may_place, move || list.clone())
}

/// The right over the person's own unit, given and taken by an admin of a unit above it.
fn rights(here: Here, page: &PersonPage, tree: &Tree, door: Door<PersonPage>) -> Option<View> {
    let (w, p) = (here.w, people(here.w.language));
    let unit = tree.units.iter().find(|unit| unit.id == page.employee.unit)?;
    let parent_is_mine = unit.parent.is_some_and(|parent| tree.units.iter().any(|one| one.id == parent));
    if !parent_is_mine || page.employee.id == here.me {
        return None;
    }
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let has = page.admin_of.contains(&unit.id);
    let (person, id) = (page.employee.id, unit.id);
    let press = move |_| {
        let right = Right { person, unit: id };
        let order = if has { Order::Take(right) } else { Order::Give(right) };
        give(here, order, busy, refused, move || {
            here.toasts.say(p.saved);
            door.again();
        });
    };
    let word = fill(if has { p.take_admin } else { p.give_admin }, &[&unit.name]);
    Some(view! {
        <div class="after">
            {refusal(w, w.not_accepted, refused)}
            <button class="button" type="button" on:click={press}>{icon("lock")}{word}</button>
        </div>
    })
}
