//! Units on one side, the people of the chosen one on the other; a person's page in their place.

use std::rc::Rc;

use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::people::{Members, Name, Tree};
use shared::unit::{ActingKind, Unit};

use super::{acting, kind, person, unit};
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{icon, icon_in};
use crate::view::prelude::*;
use crate::words::count;
use crate::words::fill;
use crate::words::people::people;

/// The part of the page. What stands beside the units is drawn anew when another of them, or a person, is chosen, and not when the units
/// were read again: somebody may be typing there.
#[must_use]
pub fn tree(here: Here) -> View {
    let door: Door<Tree> = Door::open(here, "/api/units".to_owned());
    door.hold(move |first_read| {
        let first = first_read.tops.first().copied();
        let unit = Memo::new(move |_| here.asked("unit").and_then(|unit| unit.parse::<UnitId>().ok()).or(first));
        let one = Memo::new(move |_| here.asked("orang").and_then(|id| id.parse::<EmployeeId>().ok()));
        // One that has just been made is known when the units have been read again.
        let known =
            Memo::new(move |_| unit.get().filter(|id| door.now().is_some_and(|tree| find(&tree, *id).is_some())));
        let beside = fresh(move || match (one.get(), known.get()) {
            (Some(person), _) => {
                person::person(here, person, door.now_once().unwrap_or_else(|| Rc::clone(&first_read)))
            }
            (None, Some(unit)) => members(here, unit, door),
            (None, None) => view! { <p class="soft">{people(here.w.language).choose_unit}</p> },
        });
        view! {
            <div class="halves">
                {move || door.now().map(|tree| units(here, &tree, unit))}
                <div class="half">{beside}</div>
            </div>
        }
    })
}

/// The unit with this number.
#[must_use]
pub fn find(tree: &Tree, id: UnitId) -> Option<&Unit> {
    tree.units.iter().find(|unit| unit.id == id)
}

fn units(here: Here, tree: &Tree, chosen: Memo<Option<UnitId>>) -> View {
    let p = people(here.w.language);
    let mut lines = Vec::new();
    for top in &tree.tops {
        below(here, tree, *top, 0, chosen, &mut lines);
    }
    let total = count(lines.len(), "unit", "unit");
    frame::section("unit", p.units, total, view! { <ul class="tree">{lines}</ul> })
}

/// The unit and everything below it, by name, each a step further in.
fn below(here: Here, tree: &Tree, id: UnitId, depth: usize, chosen: Memo<Option<UnitId>>, lines: &mut Vec<View>) {
    let Some(unit) = find(tree, id).filter(|_| depth < 16) else { return };
    let p = people(here.w.language);
    let current = move || (chosen.get() == Some(id)).then_some("true");
    let address = ["/kelola?unit=", &id.to_string()].concat();
    let about = [p.kind(unit.kind), here.w.dot, &leader(here, unit, &tree.heads)].concat();
    let step = ["step-", &depth.min(5).to_string()].concat();
    lines.push(view! {
        <li class={step}>
            <a class="row-title" href={address} data-noscroll="" aria-current={current}>{unit.name.clone()}</a>
            <span class="row-about">{about}</span>
        </li>
    });
    let mut inside: Vec<&Unit> = tree.units.iter().filter(|one| one.parent == Some(id)).collect();
    inside.sort_by(|a, b| a.name.cmp(&b.name));
    for one in inside {
        below(here, tree, one.id, depth + 1, chosen, lines);
    }
}

/// Who leads the unit today: the head, or whoever stands in.
fn leader(here: Here, unit: &Unit, names: &[Name]) -> String {
    let p = people(here.w.language);
    if let Some(acting) = unit.acting_on(here.today.get_untracked()) {
        let kind = match acting.kind {
            ActingKind::Plt => p.plt,
            ActingKind::Plh => p.plh,
        };
        return [kind, " ", &acting.name].concat();
    }
    let head = unit.head.and_then(|head| names.iter().find(|name| name.id == head));
    head.map_or_else(|| p.no_head.to_owned(), |head| head.name.clone())
}

fn members(here: Here, id: UnitId, units: Door<Tree>) -> View {
    let p = people(here.w.language);
    let unit = Memo::new(move |_| units.now().and_then(|tree| find(&tree, id).cloned()));
    let name = Memo::new(move |_| unit.with(|unit| unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default()));
    let door: Door<Members> = Door::open(here, ["/api/unit/", &id.to_string(), "/people"].concat());
    let list = move || {
        let list = door.show(move |members| {
            if members.people.is_empty() {
                return view! { <p class="soft">{p.unit_empty}</p> };
            }
            let line = |person| member(here, id, person, &members.superiors);
            let lines: Vec<View> = members.people.iter().map(line).collect();
            view! { <ul>{lines}</ul> }
        });
        frame::section("orang", fill(p.people_of, &[&name.get()]), "", list)
    };
    let kind = unit.get_untracked().map(|unit| kind::kind(here, &unit, units));
    view! {
        {list}
        {unit::unit(here, id, units)}
        {kind}
        {acting::acting(here, id, unit, units)}
    }
}

fn member(here: Here, unit: UnitId, person: &Employee, superiors: &[Name]) -> View {
    let p = people(here.w.language);
    let superior = person.superior.and_then(|id| superiors.iter().find(|name| name.id == id));
    let superior = superior.map_or(p.no_superior, |name| name.name.as_str());
    let about = [person.position.as_str(), here.w.dot, here.w.superior, ": ", superior].concat();
    let address = person::address(unit, person.id);
    view! {
        <li class="row">
            {icon("person")}
            <div>
                <a class="row-title" href={address} data-noscroll="">{person.name.clone()}</a>
                <span class="row-about">{about}</span>
            </div>
            {icon_in("right", "icon go")}
        </li>
    }
}
