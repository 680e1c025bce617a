//! What a superior or an admin says of days that somebody wrote for themselves: known, or taken back with a reason.

use serde::Serialize;
use shared::absence::{Absence, AbsenceAnswer, AnswerAbsence};
use shared::ids::AbsenceId;
use shared::words::Spoken;

use super::Pen;
use crate::browser::spawn;
use crate::components::icon::{aloud, icon};
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::people::people;

/// Its rule is the office's alone, so this phone only knows how it is written.
#[derive(Serialize)]
enum Order {
    #[serde(rename = "absence.answer")]
    Answer(AnswerAbsence),
}

/// Reasons on their way: a field is open where one has been begun. They stand beside the list, which is drawn anew at every change.
#[derive(Clone, Copy)]
pub(super) struct Drafts(RwSignal<Vec<(AbsenceId, String)>>);

impl Drafts {
    /// None begun.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    fn is_begun(self, id: AbsenceId) -> bool {
        self.0.with(|all| all.iter().any(|(of, _)| *of == id))
    }

    fn words(self, id: AbsenceId) -> String {
        let find =
            |all: &Vec<(AbsenceId, String)>| all.iter().find(|(of, _)| *of == id).map(|(_, words)| words.clone());
        self.0.try_with_untracked(find).flatten().unwrap_or_default()
    }

    fn write(self, id: AbsenceId, words: Option<String>) {
        self.0.update(|all| {
            all.retain(|(of, _)| *of != id);
            all.extend(words.map(|words| (id, words)));
        });
    }
}

/// Two buttons, and the field for the reason behind the second. What is known already, or was written in time, asks for no answer,
/// but can be taken back all the same. `days` is heard after each button's own words.
pub(super) fn answer(pen: Pen, absence: &Absence, late: bool, days: &str, drafts: Drafts) -> View {
    let (w, p) = (pen.here.w, people(pen.here.w.language));
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let (id, person) = (absence.id, pen.person);
    let is_open = Memo::new(move |_| drafts.is_begun(id));
    let give = move |answer: AbsenceAnswer, said: &'static str| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refused.set(None);
        spawn(async move {
            let given = pen.here.desk.order(&Order::Answer(AnswerAbsence { id, person, answer })).await;
            let _ = busy.try_set(false);
            match given {
                Ok(()) => {
                    drafts.write(id, None);
                    pen.here.toasts.say(said);
                    if let Some(again) = pen.again.try_get_value() {
                        again();
                    }
                }
                Err(reason) => {
                    let _ = refused.try_set(Some(reason));
                }
            }
        });
    };
    let asks = late && absence.known_at.is_none();
    let days = days.to_owned();
    let field = ["alasan-", &id.to_string()].concat();
    fresh(move || {
        let working = move || busy.get().then_some("true");
        let heard = || aloud([" ", &days].concat());
        if is_open.get() {
            let write = move |event: Event| drafts.write(id, Some(event_target_value(&event)));
            let submit = move |event: Event| {
                event.prevent_default();
                give(AbsenceAnswer::TakeBack { reason: drafts.words(id) }, p.away_take_did);
            };
            return view! {
                <form class="propose" method="post" novalidate={true} on:submit={submit}>
                    {refusal(w, w.not_accepted, refused)}
                    <div class="field">
                        <label for={field.clone()}>{p.away_take_reason}</label>
                        <input class="input" id={field.clone()} type="text" maxlength="300" autocomplete="off" value={drafts.words(id)} on:input={write} />
                    </div>
                    <div class="button-row">
                        <button class="button" type="submit" aria-busy={working}>{icon("back")}{p.withdraw}{heard()}</button>
                        <button class="button quiet" type="button" on:click={move |_| drafts.write(id, None)}>{w.cancel}</button>
                    </div>
                </form>
            };
        }
        let know = asks.then(|| {
            let press = move |_| give(AbsenceAnswer::Keep, p.away_know_did);
            view! {
                <button class="button" type="button" aria-busy={working} on:click={press}>{icon("tick")}{p.away_know}{heard()}</button>
            }
        });
        view! {
            {refusal(w, w.not_accepted, refused)}
            <div class="button-row">
                {know}
                <button class="button quiet" type="button" on:click={move |_| drafts.write(id, Some(String::new()))}>{p.away_take}{heard()}</button>
            </div>
        }
    })
}
