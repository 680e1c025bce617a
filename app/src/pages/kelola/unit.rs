//! The form of a unit: a new one below the chosen one, or another name, place, head or time zone for it.

use shared::ids::UnitId;
use shared::people::{Found, Tree};
use shared::unit::{Unit, UnitWas};
use shared::words::Spoken;
use shared::zone::Zone;
use uuid::Uuid;

use super::act::{Order, UnitSet, give};
use super::tree::find;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::manage::manage;

/// Which form is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Neither,
    Change,
    Below,
}

/// Two buttons, and the form behind each.
#[must_use]
pub fn unit(here: Here, id: UnitId, units: Door<Tree>) -> View {
    let m = manage(here.w.language);
    let open = RwSignal::new(Open::Neither);
    // A form begins with the unit as it is when it is opened, and stands until it is closed.
    fresh(move || {
        let (which, tree) = (open.get(), units.now_once());
        let now = tree.as_deref().and_then(|tree| Some((find(tree, id)?, tree)));
        match (which, now) {
            (Open::Change, Some((unit, tree))) => Form::of(unit, tree).view(here, unit, tree, units, open),
            (Open::Below, Some((unit, tree))) => Form::below(unit).view(here, unit, tree, units, open),
            (Open::Neither, _) | (Open::Change | Open::Below, None) => {
                view! {
                    <div class="after button-row">
                        <button class="button" type="button" on:click={move |_| open.set(Open::Change)}>{icon("edit")}{m.unit_change}</button>
                        <button class="button" type="button" on:click={move |_| open.set(Open::Below)}>{icon("plus")}{m.unit_below}</button>
                    </div>
                }
            }
        }
    })
}

#[derive(Clone, Copy)]
struct Form {
    id: UnitId,
    /// What it began with; none for a new one.
    was: StoredValue<Option<UnitWas>>,
    name: RwSignal<String>,
    parent: RwSignal<Option<UnitId>>,
    head: PersonSearch,
    zone: RwSignal<Zone>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new(id: UnitId, name: String, parent: Option<UnitId>, zone: Zone) -> Self {
        Self {
            id,
            was: StoredValue::new(None),
            name: RwSignal::new(name),
            parent: RwSignal::new(parent),
            head: PersonSearch::new(),
            zone: RwSignal::new(zone),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    fn of(unit: &Unit, tree: &Tree) -> Self {
        let form = Self::new(unit.id, unit.name.clone(), unit.parent, unit.zone);
        form.was.set_value(Some(UnitWas::of(unit)));
        let name = |id| tree.heads.iter().find(|name| name.id == id).map(|name| name.name.clone()).unwrap_or_default();
        let found = |id| Found { id, name: name(id), position: String::new(), unit: String::new() };
        form.head.chosen.set(unit.head.map(found));
        form
    }

    fn below(unit: &Unit) -> Self {
        Self::new(UnitId(Uuid::now_v7()), String::new(), Some(unit.id), unit.zone)
    }

    fn is_new(self) -> bool {
        self.was.with_value(Option::is_none)
    }

    fn view(self, here: Here, unit: &Unit, tree: &Tree, units: Door<Tree>, open: RwSignal<Open>) -> View {
        let (w, m) = (here.w, manage(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            self.give(here, units, open);
        };
        let zone = move |of: Zone| {
            let pressed = move || if self.zone.get() == of { "true" } else { "false" };
            view! {
                <button type="button" class="chip" aria-pressed={pressed} on:click={move |_| self.zone.set(of)}>{of.letters()}</button>
            }
        };
        let busy = move || self.busy.get().then_some("true");
        let title = if self.is_new() { m.unit_new } else { m.unit_change };
        let body = view! {
            <form class="propose" method="post" novalidate={true} on:submit={submit}>
                {refusal(w, w.not_saved, self.refused)}
                <div class="field">
                    <label for="unit-nama">{m.unit_name}</label>
                    <input class="input" id="unit-nama" type="text" maxlength="200" autocomplete="off" bind:value={self.name} />
                </div>
                {self.above(here, unit, tree)}
                {self.head.field(here, "unit-pimpinan", m.unit_leader, m.unit_leader_hint)}
                <fieldset class="field">
                    <legend>{m.unit_zone}</legend>
                    <div class="chips">{zone(Zone::Wib)}{zone(Zone::Wita)}{zone(Zone::Wit)}</div>
                    <p class="hint">{m.unit_zone_hint}</p>
                </fieldset>
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{w.save}</button>
                    <button class="button quiet" type="button" on:click={move |_| open.set(Open::Neither)}>{w.cancel}</button>
                </div>
            </form>
        };
        frame::section("unit-ini", title, "", body)
    }

    /// The unit above: any of one's own but itself. One that is not one's own stays.
    fn above(self, here: Here, unit: &Unit, tree: &Tree) -> View {
        let m = manage(here.w.language);
        let is_mine = self.is_new() || unit.parent.is_some_and(|parent| tree.units.iter().any(|one| one.id == parent));
        if !is_mine {
            return view! { <p class="note soft">{m.unit_parent_stays}</p> };
        }
        let mut others: Vec<&Unit> = tree.units.iter().filter(|one| one.id != self.id).collect();
        others.sort_by(|a, b| a.name.cmp(&b.name));
        let option = |one: &Unit| {
            let chosen = self.parent.with_untracked(|parent| *parent == Some(one.id));
            view! { <option value={one.id.to_string()} selected={chosen}>{one.name.clone()}</option> }
        };
        let options: Vec<View> = others.into_iter().map(option).collect();
        let change = move |event| {
            if let Ok(parent) = event_target_value(&event).parse() {
                self.parent.set(Some(parent));
            }
        };
        view! {
            <div class="field">
                <label for="unit-induk">{m.unit_parent}</label>
                <span class="select"><select class="input" id="unit-induk" on:change={change}>{options}</select>{icon("down")}</span>
            </div>
        }
    }

    fn give(self, here: Here, units: Door<Tree>, open: RwSignal<Open>) {
        if self.head.refuses_typed() {
            return;
        }
        let is_new = self.is_new();
        let set = UnitSet {
            id: self.id,
            name: self.name.get_untracked(),
            parent: self.parent.get_untracked(),
            head: self.head.chosen.with_untracked(|found| found.as_ref().map(|found| found.id)),
            zone: self.zone.get_untracked(),
            was: self.was.get_value(),
        };
        give(here, Order::Unit(set), self.busy, self.refused, move || {
            here.toasts.say(manage(here.w.language).unit_did);
            // Who has gone elsewhere meanwhile stays there.
            let stands = open.try_set(Open::Neither).is_none();
            units.again();
            if is_new && stands {
                here.ask_again(&["/kelola?unit=", &self.id.to_string()].concat());
            }
        });
    }
}
