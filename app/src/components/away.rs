//! Days away of a person: what is written, one more, and taking one back. The person does it also without a network; a superior and an
//! admin ask the office.

mod answer;

use std::rc::Rc;

use chrono::NaiveDate;
use shared::absence::{Absence, AbsenceKind, Absences, AddAbsence, TakenBack, WithdrawAbsence};
use shared::command::Action;
use shared::ids::{AbsenceId, EmployeeId};
use shared::words::Spoken;
use shared::zone::Zone;
use uuid::Uuid;

use self::answer::Drafts;
use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::refusal::refusal;
use crate::components::span::Span;
use crate::components::state::stamp;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// Entries of the list that are shown: what is to come, and some of what was.
const SHOWN_MAX: usize = 12;
/// Of those that were taken back.
const TAKEN_MAX: usize = 3;

/// Whose days, by whose hand, and what happens after a change.
#[derive(Clone, Copy)]
pub struct Pen {
    /// What every page knows.
    pub here: Here,
    /// Whose days.
    pub person: EmployeeId,
    /// Where the clocks of that person's unit hang.
    pub zone: Zone,
    /// May whoever reads this take back what they have written themselves? On a page that says the same to everybody they may not.
    pub takes_back: bool,
    /// Does whoever reads this answer for the person's days: assesses them, or looks after them?
    pub answers: bool,
    /// Reads the list anew after a change at the office; one's own is followed anyway.
    pub again: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl Pen {
    /// One's own days, among what is one's own.
    #[must_use]
    pub fn own(here: Here) -> Self {
        let again = StoredValue::new_local(Rc::new(|| {}) as Rc<dyn Fn()>);
        Self { here, person: here.me, zone: here.zone, takes_back: true, answers: false, again }
    }

    /// The person's own hand saves on the phone; a superior's or an admin's asks the office.
    async fn give(self, action: Action) -> Result<&'static str, Spoken> {
        let p = people(self.here.w.language);
        let withdraws = matches!(action, Action::WithdrawAbsence(_));
        if self.person == self.here.me {
            self.here.desk.save(action, Vec::new()).await?;
            return Ok(if withdraws { p.away_withdrawn } else { p.away_saved });
        }
        self.here.desk.ask(action).await?;
        if let Some(again) = self.again.try_get_value() {
            again();
        }
        Ok(if withdraws { p.away_withdrawn } else { p.away_written })
    }
}

/// The list, and the form behind a button where the reader may write. `about` says what these days mean.
#[must_use]
pub fn away(pen: Pen, about: &'static str, may_write: bool, list: impl Fn() -> Option<Absences> + 'static) -> View {
    let p = people(pen.here.w.language);
    let (open, form, drafts) = (RwSignal::new(false), Form::new(pen), Drafts::new());
    let list = move || {
        let Absences { list, taken, .. } = list().unwrap_or_else(|| none(pen.person));
        let mut lines: Vec<View> =
            list.iter().rev().take(SHOWN_MAX).map(|absence| line(pen, absence, drafts)).collect();
        lines.extend(taken.iter().rev().take(TAKEN_MAX).map(|taken| taken_back(pen, taken)));
        if lines.is_empty() {
            return view! { <p class="soft">{p.away_none}</p> };
        }
        view! { <ul class="away-list">{lines}</ul> }
    };
    let below = move || {
        if open.get() {
            return form.view(open);
        }
        view! {
            <p>
                <button class="button" type="button" on:click={move |_| open.set(true)}>{icon("plus")}{p.away_add}{aloud(" ")}{aloud(p.away_title)}</button>
            </p>
        }
    };
    let below = may_write.then(|| below.into_view());
    let body = view! { <p class="note soft">{about}</p> {list} {below} };
    frame::section("tidak-masuk", p.away_title, "", body)
}

fn none(person: EmployeeId) -> Absences {
    Absences { id: Absences::of(person), person, list: Vec::new(), taken: Vec::new(), unit: None, rev: 0 }
}

/// "20 Juli" or "20 Juli sampai 22 Juli 2026".
#[must_use]
pub fn days(here: Here, from: NaiveDate, until: NaiveDate) -> String {
    let w = here.w;
    if from == until {
        return format::date_year(w, from);
    }
    fill(w.from_until, &[&format::date(w, from), &format::date_year(w, until)])
}

fn line(pen: Pen, absence: &Absence, drafts: Drafts) -> View {
    let here = pen.here;
    let (w, p) = (here.w, people(here.w.language));
    let dates = days(here, absence.from, absence.until);
    let mine = absence.by == Some(here.me);
    let by =
        (absence.by != Some(pen.person) && !absence.by_name.is_empty()).then(|| fill(p.away_by, &[&absence.by_name]));
    let note = Some(absence.note.clone()).filter(|note| !note.is_empty());
    let late = absence.is_afterwards(pen.person, absence.from, pen.zone);
    let known = absence.known_at.filter(|_| late).map(|at| fill(p.away_known, &[&here.moment_inside(at)]));
    let mark = late.then(|| stamp("state is-late", "clock", p.away_afterwards));
    let about = note.into_iter().chain(by).chain(known).collect::<Vec<_>>().join(w.dot);
    let about = (!about.is_empty()).then(|| view! { <p class="small soft">{about}</p> });
    let (id, spoken, spoken_again) = (absence.id, dates.clone(), dates.clone());
    let withdraw = move |_| {
        spawn(async move {
            let action = Action::WithdrawAbsence(WithdrawAbsence { id, person: pen.person });
            match pen.give(action).await {
                Ok(said) => here.toasts.say(said),
                Err(reason) => here.toasts.say(reason.in_language(w.language)),
            }
        });
    };
    let take_back = (mine && pen.takes_back).then(|| {
        view! {
            <button class="button quiet" type="button" on:click={withdraw}>{p.withdraw}{aloud([" ", &spoken].concat())}</button>
        }
    });
    let is_own = absence.by == Some(pen.person);
    let answer = (pen.answers && is_own).then(|| answer::answer(pen, absence, late, &spoken_again, drafts));
    view! {
        <li class="away">
            <div><p><strong>{p.away(absence.kind)}</strong>{w.dot}{dates}</p>{about}{mark}</div>
            {take_back}{answer}
        </li>
    }
}

/// What somebody else has taken back, with the reason.
fn taken_back(pen: Pen, taken: &TakenBack) -> View {
    let here = pen.here;
    let (w, p) = (here.w, people(here.w.language));
    let dates = days(here, taken.absence.from, taken.absence.until);
    let by = Some(&taken.by_name).filter(|by| !by.is_empty()).map(|by| fill(p.away_taken_by, &[by]));
    let about = [fill(w.quoted, &[&taken.reason])].into_iter().chain(by).collect::<Vec<_>>().join(w.dot);
    view! {
        <li class="away">
            <div><p><strong>{p.away(taken.absence.kind)}</strong>{w.dot}{dates}</p><p class="small soft">{about}</p></div>
            {stamp("state is-returned", "back", p.away_taken)}
        </li>
    }
}

#[derive(Clone, Copy)]
struct Form {
    pen: Pen,
    kind: RwSignal<AbsenceKind>,
    span: Span,
    note: RwSignal<String>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new(pen: Pen) -> Self {
        let today = pen.here.today.get_untracked();
        Self {
            pen,
            kind: RwSignal::new(AbsenceKind::Leave),
            span: Span::of(today, today),
            note: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    fn view(self, open: RwSignal<bool>) -> View {
        let here = self.pen.here;
        let (w, p) = (here.w, people(here.w.language));
        let submit = move |event: Event| {
            event.prevent_default();
            self.add(open);
        };
        let chip = move |kind: AbsenceKind| {
            let pressed = move || if self.kind.get() == kind { "true" } else { "false" };
            view! {
                <button type="button" class="chip" aria-pressed={pressed} on:click={move |_| self.kind.set(kind)}>
                    {move || (self.kind.get() == kind).then(|| icon("tick"))}{p.away(kind)}
                </button>
            }
        };
        let busy = move || self.busy.get().then_some("true");
        view! {
            <form class="propose" method="post" novalidate={true} on:submit={submit}>
                {refusal(w, w.not_saved, self.refused)}
                <fieldset class="field">
                    <legend>{p.away_kind}</legend>
                    <div class="chips">
                        {chip(AbsenceKind::Leave)}{chip(AbsenceKind::Sick)}{chip(AbsenceKind::Duty)}{chip(AbsenceKind::Other)}
                    </div>
                </fieldset>
                {self.span.fields(here, ["tidak-mulai", "tidak-sampai"])}
                <div class="field">
                    <label for="keterangan">{p.away_note}" "<span class="optional">{w.optional}</span></label>
                    <input class="input" id="keterangan" type="text" maxlength="200" autocomplete="off" bind:value={self.note} />
                </div>
                <div class="button-row">
                    <button class="button primary" type="submit" aria-busy={busy}>{w.save}</button>
                    <button class="button quiet" type="button" on:click={move |_| open.set(false)}>{w.cancel}</button>
                </div>
            </form>
        }
    }

    fn add(self, open: RwSignal<bool>) {
        let here = self.pen.here;
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refused.set(None);
        // An empty date makes a period that the rule refuses in words.
        let (from, until) = self.span.picked();
        let today = here.today.get_untracked();
        let far = today.checked_sub_days(chrono::Days::new(4_000)).unwrap_or(today);
        let add = AddAbsence {
            id: AbsenceId(Uuid::now_v7()),
            person: self.pen.person,
            kind: self.kind.get_untracked(),
            from: from.unwrap_or(today),
            until: until.unwrap_or(far),
            note: self.note.get_untracked(),
        };
        spawn(async move {
            let saved = self.pen.give(Action::AddAbsence(add)).await;
            let _ = self.busy.try_set(false);
            match saved {
                Ok(said) => {
                    let _ = open.try_set(false);
                    let _ = self.note.try_set(String::new());
                    here.toasts.say(said);
                }
                Err(reason) => {
                    let _ = self.refused.try_set(Some(reason));
                }
            }
        });
    }
}
