//! The form of a team: name, purpose, leader, term, and in whose keeping it is when the admin looks after several units.

use chrono::Months;
use shared::ids::{TeamId, UnitId};
use shared::people::{Found, Teams};
use shared::team::{PURPOSE_CHARACTERS_MAX, SetTeam, Team};
use shared::words::Spoken;
use uuid::Uuid;

use crate::components::door::Door;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::components::span::Span;
use crate::pages::kelola::act::{Order, give};
use crate::view::prelude::*;
use crate::words::teams_words;

/// Months that a new team lasts unless something else is said.
const MONTHS: u32 = 6;

/// What is typed.
#[derive(Clone, Copy)]
pub(super) struct Form {
    id: TeamId,
    /// The team as it was when the form was opened.
    was: StoredValue<Option<Team>>,
    name: RwSignal<String>,
    purpose: RwSignal<String>,
    unit: RwSignal<String>,
    leader: PersonSearch,
    span: Span,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    /// Of a team as it is; of a new one.
    pub(super) fn of(here: Here, team: Option<&Team>) -> Self {
        let today = here.today.get_untracked();
        let leader = PersonSearch::new();
        leader.chosen.set(team.map(|team| Found {
            id: team.leader,
            name: team.leader_name.clone(),
            position: String::new(),
            unit: String::new(),
        }));
        let kept = units(here).first().map(|(id, _)| id.clone()).unwrap_or_default();
        let until = today.checked_add_months(Months::new(MONTHS)).unwrap_or(today);
        Self {
            id: team.map_or_else(|| TeamId(Uuid::now_v7()), |team| team.id),
            was: StoredValue::new(team.cloned()),
            name: RwSignal::new(team.map(|team| team.name.clone()).unwrap_or_default()),
            purpose: RwSignal::new(team.map(|team| team.purpose.clone()).unwrap_or_default()),
            unit: RwSignal::new(team.map_or(kept, |team| team.unit.to_string())),
            leader,
            span: team.map_or_else(|| Span::of(today, until), |team| Span::of(team.from, team.until)),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    /// The form; `close` folds it.
    pub(super) fn view(self, here: Here, door: Door<Teams>, close: impl Fn() + Copy + 'static) -> View {
        let (w, t) = (here.w, teams_words(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            self.send(here, door, close);
        };
        let busy = move || self.busy.get().then_some("true");
        view! {
            <form class="propose" method="post" novalidate={true} on:submit={submit}>
                {refusal(w, w.not_saved, self.refused)}
                <div class="field">
                    <label for="tim-nama">{t.name}</label>
                    <input class="input" id="tim-nama" type="text" maxlength="120" autocomplete="off" aria-describedby="tim-nama-hint" bind:value={self.name} />
                    <p class="hint" id="tim-nama-hint">{t.name_hint}</p>
                </div>
                <div class="field">
                    <label for="tim-tujuan">{t.purpose}" "<span class="optional">{w.optional}</span></label>
                    <textarea class="input" id="tim-tujuan" rows="2" maxlength={PURPOSE_CHARACTERS_MAX.to_string()} aria-describedby="tim-tujuan-hint" bind:value={self.purpose}></textarea>
                    <p class="hint" id="tim-tujuan-hint">{t.purpose_hint}</p>
                </div>
                {self.leader.field(here, "tim-ketua", t.leader, t.leader_hint)}
                {self.span.fields(here, ["tim-mulai", "tim-sampai"])}
                {self.keeper(here)}
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{w.save}</button>
                    <button class="button quiet" type="button" on:click={move |_| close()}>{w.cancel}</button>
                </div>
            </form>
        }
    }

    /// In whose keeping; who looks after one unit alone is not asked.
    fn keeper(self, here: Here) -> Option<View> {
        let units = units(here);
        if units.len() < 2 {
            return None;
        }
        let option = |(id, name): &(String, String)| {
            let chosen = self.unit.with_untracked(|unit| unit == id);
            view! { <option value={id.clone()} selected={chosen}>{name.clone()}</option> }
        };
        let options: Vec<View> = units.iter().map(option).collect();
        let change = move |event| self.unit.set(event_target_value(&event));
        Some(view! {
            <div class="field">
                <label for="tim-unit">{teams_words(here.w.language).keeper}</label>
                <span class="select"><select class="input" id="tim-unit" on:change={change}>{options}</select>{icon("down")}</span>
            </div>
        })
    }

    /// The revision that was seen. A member who has come or gone since counts it up as well, and is no reason to say no.
    fn base(self, door: Door<Teams>) -> u32 {
        let Some(was) = self.was.get_value() else { return 0 };
        let same = |now: &&Team| Team { members: now.members.clone(), rev: now.rev, ..was.clone() } == **now;
        let now = door.now_once();
        let now = now.as_ref().and_then(|list| list.teams.iter().find(|team| team.id == self.id).filter(same));
        now.map_or(was.rev, |now| now.rev)
    }

    fn send(self, here: Here, door: Door<Teams>, close: impl Fn() + 'static) {
        let t = teams_words(here.w.language);
        let unit = self.unit.with_untracked(|text| text.parse::<UnitId>().ok());
        let leader = self.leader.chosen.with_untracked(|found| found.as_ref().map(|found| found.id));
        let (Some(unit), Some(leader), (Some(from), Some(until))) = (unit, leader, self.span.picked()) else {
            return self.refused.set(Some(incomplete()));
        };
        let (id, base) = (self.id, self.base(door));
        let (name, purpose) = (self.name.get_untracked(), self.purpose.get_untracked());
        let order = SetTeam { id, base, name, purpose, unit, leader, from, until };
        give(here, Order::Team(order), self.busy, self.refused, move || {
            here.toasts.say(if base == 0 { t.made } else { t.changed });
            close();
            door.again();
            here.go(&["/kelola/tim?tim=", &id.to_string()].concat());
        });
    }
}

/// Units that the admin looks after.
fn units(here: Here) -> Vec<(String, String)> {
    here.desk.person.with_untracked(|person| {
        let admin = person.as_ref().map(|person| person.admin.clone()).unwrap_or_default();
        admin.into_iter().map(|link| (link.unit.to_string(), link.name)).collect()
    })
}

/// What is still to be chosen.
fn incomplete() -> Spoken {
    Spoken {
        code: "team_incomplete".to_owned(),
        id: "Pilih dulu ketua tim dan kedua tanggalnya.".to_owned(),
        en: "Choose the leader and both dates first.".to_owned(),
    }
}
