//! The form that changes a person's place: unit, position, superior, from which day, and on what ground.

use shared::employee::{Employee, PlaceEmployee};
use shared::people::{Found, PersonPage, Tree};
use shared::stamp::{day_text, parse_day};
use shared::words::Spoken;

use super::act::{Order, give};
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// A button, and the form behind it; nothing where the reader may not.
#[must_use]
pub fn place(here: Here, page: &PersonPage, tree: &Tree, door: Door<PersonPage>) -> Option<View> {
    let p = people(here.w.language);
    if !page.may_place {
        return None;
    }
    let open = RwSignal::new(false);
    let mut units: Vec<(String, String)> =
        tree.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect();
    units.sort_by(|a, b| a.1.cmp(&b.1));
    // The form begins with the place as it is when it is opened, and stands until it is closed.
    let view = fresh(move || {
        if open.get()
            && let Some(page) = door.now_once()
        {
            return Form::new(here, &page).view(here, &units, door, open);
        }
        view! {
            <p class="after">
                <button class="button" type="button" on:click={move |_| open.set(true)}>{icon("edit")}{p.place_change}</button>
            </p>
        }
    });
    Some(view)
}

#[derive(Clone, Copy)]
struct Form {
    person: StoredValue<Employee>,
    unit: RwSignal<String>,
    position: RwSignal<String>,
    superior: PersonSearch,
    from: RwSignal<String>,
    reason: RwSignal<String>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new(here: Here, page: &PersonPage) -> Self {
        let superior = PersonSearch::new();
        superior.chosen.set(page.employee.superior.map(|id| Found {
            id,
            name: page.superior_name.clone(),
            position: String::new(),
            unit: String::new(),
        }));
        Self {
            person: StoredValue::new(page.employee.clone()),
            unit: RwSignal::new(page.employee.unit.to_string()),
            position: RwSignal::new(page.employee.position.clone()),
            superior,
            from: RwSignal::new(day_text(here.today.get_untracked())),
            reason: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    fn view(self, here: Here, units: &[(String, String)], door: Door<PersonPage>, open: RwSignal<bool>) -> View {
        let (w, p) = (here.w, people(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            self.give(here, door, open);
        };
        let option = |(id, name): &(String, String)| {
            let chosen = self.unit.with_untracked(|unit| unit == id);
            view! { <option value={id.clone()} selected={chosen}>{name.clone()}</option> }
        };
        let options: Vec<View> = units.iter().map(option).collect();
        let busy = move || self.busy.get().then_some("true");
        let body = view! {
            <form class="propose" method="post" novalidate={true} on:submit={submit}>
                {refusal(w, w.not_saved, self.refused)}
                <div class="field">
                    <label for="tempat-unit">{p.place_unit}</label>
                    <span class="select"><select class="input" id="tempat-unit" on:change={move |event| self.unit.set(event_target_value(&event))}>{options}</select>{icon("down")}</span>
                </div>
                <div class="field">
                    <label for="tempat-jabatan">{p.place_position}</label>
                    <input class="input" id="tempat-jabatan" type="text" maxlength="200" bind:value={self.position} />
                </div>
                {self.superior.field(here, "tempat-atasan", w.superior, "")}
                <div class="field">
                    <label for="tempat-sejak">{p.place_from}</label>
                    <input
                        class="input" id="tempat-sejak" type="date" aria-describedby="tempat-sejak-hint" bind:value={self.from}
                    />
                    <p class="hint" id="tempat-sejak-hint">{p.place_from_hint}</p>
                </div>
                <div class="field">
                    <label for="tempat-dasar">{p.place_reason}</label>
                    <input
                        class="input" id="tempat-dasar" type="text" maxlength="200" aria-describedby="tempat-dasar-hint"
                        bind:value={self.reason}
                    />
                    <p class="hint" id="tempat-dasar-hint">{p.place_reason_hint}</p>
                </div>
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{w.save}</button>
                    <button class="button quiet" type="button" on:click={move |_| open.set(false)}>{w.cancel}</button>
                </div>
            </form>
        };
        frame::section("penempatan", p.place_change, "", body)
    }

    fn give(self, here: Here, door: Door<PersonPage>, open: RwSignal<bool>) {
        if self.superior.refuses_typed() {
            return;
        }
        let (id, base, unit) = self.person.with_value(|person| (person.id, person.rev, person.unit));
        let place = PlaceEmployee {
            id,
            base,
            from: self.from.with_untracked(|text| parse_day(text)).unwrap_or(here.today.get_untracked()),
            unit: self.unit.with_untracked(|text| text.parse().ok()).unwrap_or(unit),
            position: self.position.get_untracked(),
            superior: self.superior.chosen.with_untracked(|found| found.as_ref().map(|found| found.id)),
            reason: self.reason.get_untracked(),
        };
        let (p, from) = (people(here.w.language), place.from);
        let later = from > here.today.get_untracked();
        let said =
            if later { fill(p.place_later, &[&format::date_year(here.w, from)]) } else { p.place_did.to_owned() };
        give(here, Order::Place(place), self.busy, self.refused, move || {
            here.toasts.say(said);
            let _ = open.try_set(false);
            door.again();
        });
    }
}
