//! Missions of the region and the programmes below them: what the plans of those who lead are tied to. Read by every admin,
//! written by an admin of the whole.

use std::rc::Rc;

use shared::goal::{Goal, Goals};
use shared::ids::GoalId;
use shared::words::Spoken;
use uuid::Uuid;

use super::act::{self, Order, give};
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::manage::{ManageWords, manage};

/// The part of the page.
#[must_use]
pub fn goals(here: Here) -> View {
    let door: Door<Goals> = Door::open(here, "/api/goals".to_owned());
    let form = Form::new();
    door.show(move |goals| list(here, form, &goals, door))
}

fn list(here: Here, form: Form, goals: &Rc<Goals>, door: Door<Goals>) -> View {
    let m = manage(here.w.language);
    let may = goals.may_write;
    let mut missions: Vec<&Goal> = goals.goals.iter().filter(|goal| goal.parent.is_none()).collect();
    missions.sort_by(|a, b| (a.closed, &a.name).cmp(&(b.closed, &b.name)));
    let total = missions.len().to_string();
    let drawn: Vec<View> = missions.iter().map(|mission| self::mission(here, form, mission, goals, door)).collect();
    let empty = drawn.is_empty().then(|| {
        let words = if may { m.goals_none } else { m.goals_none_read };
        view! { <p class="soft">{words}</p> }
    });
    let new = may.then(|| form.place(here, door, Place { id: None, parent: None }, None));
    let read = (!may).then(|| view! { <p class="note soft">{m.goals_read}</p> });
    // What a form says no to stands in it; closing and opening have none.
    let w = here.w;
    let refused = move || form.open.get().is_none().then(|| refusal(w, w.not_saved, form.refused));
    let body = view! { <p class="note soft">{m.goals_about}</p> {read} {refused} {empty} <ul class="goals">{drawn}</ul> {new} };
    frame::section("tujuan", m.tab_goals, total, body)
}

fn mission(here: Here, form: Form, mission: &Goal, goals: &Rc<Goals>, door: Door<Goals>) -> View {
    let m = manage(here.w.language);
    let mut below: Vec<&Goal> = goals.goals.iter().filter(|goal| goal.parent == Some(mission.id)).collect();
    below.sort_by(|a, b| (a.closed, &a.name).cmp(&(b.closed, &b.name)));
    let lines: Vec<View> = below
        .iter()
        .map(|one| view! { <li class="goal">{goal(here, form, one, goals.may_write, door)}</li> })
        .collect();
    let lines = if lines.is_empty() {
        view! { <p class="small soft">{m.programmes_none}</p> }
    } else {
        view! { <ul class="programmes">{lines}</ul> }
    };
    let new = goals.may_write.then(|| {
        let place = Place { id: None, parent: Some(mission.id) };
        form.place(here, door, place, Some(mission))
    });
    view! { <li class="mission">{goal(here, form, mission, goals.may_write, door)} {lines} {new}</li> }
}

/// One mission or programme: its words, its years, and the pen.
fn goal(here: Here, form: Form, goal: &Goal, may: bool, door: Door<Goals>) -> View {
    let m = manage(here.w.language);
    let years = years(m, goal);
    let closed = goal.closed.then(|| {
        view! { <span class="state is-returned" title={m.goal_closed_about}>{icon("lock")}{m.goal_closed}</span> }
    });
    let place = Place { id: Some(goal.id), parent: goal.parent };
    let pen = may.then(|| form.place(here, door, place, Some(goal)));
    let name = if goal.parent.is_none() {
        view! { <h3 class="words">{goal.name.clone()}</h3> }
    } else {
        view! { <p class="row-title">{goal.name.clone()}</p> }
    };
    view! { {name} <p class="line small soft">{years}{closed}</p> {pen} }
}

fn years(m: &ManageWords, goal: &Goal) -> Option<String> {
    match (goal.from, goal.until) {
        (Some(from), Some(until)) => Some(fill(m.goal_years, &[&from.to_string(), &until.to_string()])),
        (Some(from), None) => Some(fill(m.goal_since, &[&from.to_string()])),
        (None, Some(until)) => Some(fill(m.goal_to, &[&until.to_string()])),
        (None, None) => None,
    }
}

/// Where a form stands: at a goal, or where a new one goes.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    id: Option<GoalId>,
    parent: Option<GoalId>,
}

/// One form for the page; it is open at one place at most.
#[derive(Clone, Copy)]
struct Form {
    open: RwSignal<Option<Place>>,
    name: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        let (open, busy, refused) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(None));
        Self { open, name: text(), from: text(), until: text(), busy, refused }
    }

    /// The buttons of a place, or the form when it is open there. A new programme begins with the years of its mission.
    fn place(self, here: Here, door: Door<Goals>, place: Place, like: Option<&Goal>) -> View {
        let m = manage(here.w.language);
        let like = like.cloned();
        fresh(move || {
            if self.open.get() == Some(place) {
                return self.view(here, door, place, like.as_ref().is_some_and(|goal| goal.closed));
            }
            let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
            let (from, until) = like.as_ref().map_or((None, None), |goal| (goal.from, goal.until));
            let name = like.as_ref().filter(|_| place.id.is_some()).map(|goal| goal.name.clone()).unwrap_or_default();
            let spoken = aloud([" ", &name].concat());
            let press = move |_| {
                self.name.set(name.clone());
                self.from.set(year(from));
                self.until.set(year(until));
                self.refused.set(None);
                self.open.set(Some(place));
            };
            let Some(goal) = like.clone().filter(|_| place.id.is_some()) else {
                let word = if place.parent.is_some() { m.programme_new } else { m.mission_new };
                return view! {
                    <p class="after"><button class="button" type="button" on:click={press}>{icon("plus")}{word}{spoken}</button></p>
                };
            };
            let word = if goal.closed { m.goal_open } else { m.goal_close };
            let turned = aloud([" ", &goal.name].concat());
            let turn = move |_| {
                let Goal { id, name, parent, from, until, closed, .. } = goal.clone();
                self.give(here, door, act::Goal { id, name, parent, from, until, closed: !closed }, || {});
            };
            view! {
                <div class="button-row">
                    <button class="button quiet flush" type="button" on:click={press}>{icon("edit")}{m.goal_change}{spoken}</button>
                    <button class="button quiet" type="button" on:click={turn}>{word}{turned}</button>
                </div>
            }
        })
    }

    fn view(self, here: Here, door: Door<Goals>, place: Place, closed: bool) -> View {
        let (w, m) = (here.w, manage(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            let year = |text: RwSignal<String>| text.with_untracked(|text| text.trim().parse::<u16>().ok());
            let id = place.id.unwrap_or_else(|| GoalId(Uuid::now_v7()));
            let (name, from, until) = (self.name.get_untracked(), year(self.from), year(self.until));
            let closed = closed && place.id.is_some();
            let goal = act::Goal { id, name, parent: place.parent, from, until, closed };
            self.give(here, door, goal, move || {
                let _ = self.open.try_set(None);
            });
        };
        let title = match (place.id, place.parent) {
            (None, None) => m.mission_new,
            (None, Some(_)) => m.programme_new,
            (Some(_), None) => m.mission,
            (Some(_), Some(_)) => m.programme,
        };
        let busy = move || self.busy.get().then_some("true");
        view! {
            <form class="propose" method="post" novalidate={true} aria-label={title} on:submit={submit}>
                <p><strong>{title}</strong></p>
                {refusal(w, w.not_saved, self.refused)}
                <div class="field">
                    <label for="tujuan-bunyi">{m.goal_name}</label>
                    <textarea class="input" id="tujuan-bunyi" rows="2" maxlength="300" aria-describedby="tujuan-hint" bind:value={self.name}></textarea>
                    <p class="hint" id="tujuan-hint">{m.goal_name_hint}</p>
                </div>
                <div class="pair">
                    <div class="field">
                        <label for="tujuan-mulai">{m.goal_from}" "<span class="optional">{w.optional}</span></label>
                        <input class="input" id="tujuan-mulai" type="text" inputmode="numeric" maxlength="4" autocomplete="off" bind:value={self.from} />
                    </div>
                    <div class="field">
                        <label for="tujuan-akhir">{m.goal_until}" "<span class="optional">{w.optional}</span></label>
                        <input class="input" id="tujuan-akhir" type="text" inputmode="numeric" maxlength="4" autocomplete="off" bind:value={self.until} />
                    </div>
                </div>
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{w.save}</button>
                    <button class="button quiet" type="button" on:click={move |_| self.open.set(None)}>{w.cancel}</button>
                </div>
            </form>
        }
    }

    /// `done` comes after a yes. Only the form that was sent is folded: closing a goal leaves what is being typed elsewhere.
    fn give(self, here: Here, door: Door<Goals>, goal: act::Goal, done: impl FnOnce() + 'static) {
        give(here, Order::Goal(goal), self.busy, self.refused, move || {
            here.toasts.say(manage(here.w.language).goal_did);
            done();
            door.again();
        });
    }
}
