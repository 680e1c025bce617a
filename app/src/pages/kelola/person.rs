//! One person: where they are, how they came there, and the pen to change it.

use std::rc::Rc;

use shared::employee::Placement;
use shared::ids::{EmployeeId, UnitId};
use shared::people::{PersonPage, Tree};
use shared::words::Spoken;

use super::act::{Order, Right, give};
use super::tree::find;
use super::{coming, place};
use crate::components::away::{Pen, away};
use crate::components::career::placements;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// Where this person of this unit is shown.
#[must_use]
pub fn address(unit: UnitId, person: EmployeeId) -> String {
    ["/kelola?unit=", &unit.to_string(), "&orang=", &person.to_string()].concat()
}

/// The half with this person. Each part follows the page by itself: what is typed in one stays when another has done something.
#[must_use]
pub fn person(here: Here, id: EmployeeId, tree: Rc<Tree>) -> View {
    let door: Door<PersonPage> = Door::open(here, ["/api/people/", &id.to_string()].concat());
    door.hold(move |page| {
        let units = Rc::clone(&tree);
        view! {
            {move || door.now().map(|page| head(here, &page))}
            {move || door.now().and_then(|page| coming::coming(here, &page, door))}
            {place::place(here, &page, &tree, door)}
            {move || door.now().map(|page| history(here, &page.career))}
            {days_away(here, &page, &tree, door)}
            {move || door.now().and_then(|page| rights(here, &page, &units, door))}
        }
    })
}

fn head(here: Here, page: &PersonPage) -> View {
    let employee = &page.employee;
    let rank = [employee.position.as_str(), employee.rank.as_str()];
    let rank = rank.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(here.w.dot);
    let none = page.superior_name.is_empty().then(|| people(here.w.language).no_superior.to_owned());
    let superior = none.unwrap_or_else(|| page.superior_name.clone());
    let back = ["/kelola?unit=", &employee.unit.to_string()].concat();
    view! {
        <p><a class="button quiet flush" href={back} data-noscroll="">{icon("left")}{page.unit_name.clone()}</a></p>
        <div class="me-head">
            <h2 class="name words">{employee.name.clone()}</h2>
            <p class="small soft">{rank}</p>
            <p class="small soft">{here.w.superior}": "{superior}</p>
        </div>
    }
}

fn history(here: Here, career: &[Placement]) -> View {
    frame::section("riwayat", people(here.w.language).history, "", placements(here, career, None))
}

/// Days away, written by the admin as well: for somebody who is ill, or has no phone.
fn days_away(here: Here, page: &PersonPage, tree: &Tree, door: Door<PersonPage>) -> View {
    let zone = find(tree, page.employee.unit).map_or(here.zone, |unit| unit.zone);
    let again = StoredValue::new_local(Rc::new(move || door.again()) as Rc<dyn Fn()>);
    let (person, answers) = (page.employee.id, page.may_place && page.employee.id != here.me);
    let pen = Pen { here, person, zone, takes_back: true, answers, again };
    let list = move || door.now().and_then(|page| page.absences.clone());
    away(pen, people(here.w.language).away_about_them, page.may_place, list)
}

/// The right over the person's own unit, given and taken by an admin of a unit above it.
fn rights(here: Here, page: &PersonPage, tree: &Tree, door: Door<PersonPage>) -> Option<View> {
    let (w, p) = (here.w, people(here.w.language));
    let unit = find(tree, page.employee.unit)?;
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
