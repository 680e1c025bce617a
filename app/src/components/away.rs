//! Days away of a person: what is written, one more, and taking one back. The person does it also without a network; a superior and an
//! admin ask the office.

use std::rc::Rc;

use chrono::NaiveDate;
use shared::absence::{Absence, AbsenceKind, Absences, AddAbsence, WithdrawAbsence};
use shared::command::Action;
use shared::ids::{AbsenceId, EmployeeId};
use shared::stamp::{day_text, parse_day};
use shared::words::Spoken;
use uuid::Uuid;

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::refusal::refusal;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// Entries of the list that are shown: what is to come, and some of what was.
const SHOWN_MAX: usize = 12;

/// Whose days, by whose hand, and what happens after a change.
#[derive(Clone, Copy)]
pub struct Pen {
    /// What every page knows.
    pub here: Here,
    /// Whose days.
    pub person: EmployeeId,
    /// May whoever reads this take back what they have written themselves? On a page that says the same to everybody they may not.
    pub takes_back: bool,
    /// Reads the list anew after a change at the office; one's own is followed anyway.
    pub again: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl Pen {
    /// One's own days, among what is one's own.
    #[must_use]
    pub fn own(here: Here) -> Self {
        Self { here, person: here.me, takes_back: true, again: StoredValue::new_local(Rc::new(|| {})) }
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
    let (open, form) = (RwSignal::new(false), Form::new(pen));
    let list = move || {
        let list = list().map(|absences| absences.list).unwrap_or_default();
        let lines: Vec<View> = list.iter().rev().take(SHOWN_MAX).map(|absence| line(pen, absence)).collect();
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

/// "20 Juli" or "20 Juli sampai 22 Juli 2026".
#[must_use]
pub fn days(here: Here, from: NaiveDate, until: NaiveDate) -> String {
    let w = here.w;
    if from == until {
        return format::date_year(w, from);
    }
    fill(w.from_until, &[&format::date(w, from), &format::date_year(w, until)])
}

fn line(pen: Pen, absence: &Absence) -> View {
    let here = pen.here;
    let (w, p) = (here.w, people(here.w.language));
    let dates = days(here, absence.from, absence.until);
    let mine = absence.by == Some(here.me);
    let by =
        (absence.by != Some(pen.person) && !absence.by_name.is_empty()).then(|| fill(p.away_by, &[&absence.by_name]));
    let note = Some(absence.note.clone()).filter(|note| !note.is_empty());
    let about = note.into_iter().chain(by).collect::<Vec<_>>().join(w.dot);
    let about = (!about.is_empty()).then(|| view! { <p class="small soft">{about}</p> });
    let (id, spoken) = (absence.id, dates.clone());
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
    view! {
        <li class="away">
            <div><p><strong>{p.away(absence.kind)}</strong>{w.dot}{dates}</p>{about}</div>
            {take_back}
        </li>
    }
}

#[derive(Clone, Copy)]
struct Form {
    pen: Pen,
    kind: RwSignal<AbsenceKind>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    note: RwSignal<String>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
}

impl Form {
    fn new(pen: Pen) -> Self {
        let today = day_text(pen.here.today.get_untracked());
        Self {
            pen,
            kind: RwSignal::new(AbsenceKind::Leave),
            from: RwSignal::new(today.clone()),
            until: RwSignal::new(today),
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
                <div class="pair">
                    <div class="field">
                        <label for="tidak-mulai">{w.first_day}</label>
                        <input class="input" id="tidak-mulai" type="date" bind:value={self.from} />
                    </div>
                    <div class="field">
                        <label for="tidak-sampai">{w.last_day}</label>
                        <input class="input" id="tidak-sampai" type="date" bind:value={self.until} />
                    </div>
                </div>
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
        let picked = |text: RwSignal<String>, none| text.with_untracked(|text| parse_day(text)).unwrap_or(none);
        let today = here.today.get_untracked();
        let far = today.checked_sub_days(chrono::Days::new(4_000)).unwrap_or(today);
        let add = AddAbsence {
            id: AbsenceId(Uuid::now_v7()),
            person: self.pen.person,
            kind: self.kind.get_untracked(),
            from: picked(self.from, today),
            until: picked(self.until, far),
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
