//! Salin kemarin: everything of the last day and what is not finished, offered at once. What was done again is chosen, amounts are
//! mended, and one button saves it all. Works without a network, like the form.

use shared::again::{copy, last_day, unfinished};
use shared::command::Action;
use shared::entry::{Entry, RecordEntry};
use shared::ids::EntryId;
use shared::quantity::Quantity;
use shared::row::Rows;
use shared::words::Spoken;
use uuid::Uuid;

use crate::components::entry_line::counts_towards;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::rest::marks;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// One entry that is offered.
#[derive(Clone)]
struct Offer {
    entry: Entry,
    chosen: RwSignal<bool>,
    amount: RwSignal<String>,
    /// What it is counted in; none when it does not count towards a plan that runs today.
    measure: Option<String>,
}

impl Offer {
    fn of(entry: &Entry, rows: &Rows, here: Here) -> Self {
        let copied = copy(entry, rows, here.today.get_untracked());
        let measure = copied.plan.and_then(|id| rows.plan(id)).map(|plan| plan.measure.clone());
        Self {
            entry: entry.clone(),
            // What goes on is a question; what was done is the likely answer.
            chosen: RwSignal::new(entry.more.doing.is_done()),
            amount: RwSignal::new(copied.quantity.to_string()),
            measure,
        }
    }
}

/// The page.
#[must_use]
pub fn yesterday(here: Here) -> View {
    let d = day(here.w.language);
    let today = here.today.get_untracked();
    let (last, open) = here.desk.view.with_untracked(|rows| {
        let last = last_day(rows, here.me, today);
        let open = unfinished(rows, here.me, today);
        let open = open.into_iter().filter(|entry| last.iter().all(|other| other.id != entry.id));
        let open: Vec<Offer> = open.map(|entry| Offer::of(entry, rows, here)).collect();
        (last.into_iter().map(|entry| Offer::of(entry, rows, here)).collect::<Vec<_>>(), open)
    });
    let top = frame::top_back(here, d.copy_title, ("/", here.w.today), ().into_view());
    if last.is_empty() && open.is_empty() {
        let write = view! { <a class="button" href="/catat">{icon("plus")}{here.w.start_writing}</a> };
        return frame::page(here, d.copy_title, top, frame::empty(d.copy_none, write));
    }
    frame::main(here, d.copy_title, top, "form-page", sheet(here, last, open))
}

fn sheet(here: Here, last: Vec<Offer>, open: Vec<Offer>) -> View {
    let (w, d) = (here.w, day(here.w.language));
    let (reason, busy) = (RwSignal::new(None::<Spoken>), RwSignal::new(false));
    let all = StoredValue::new([last.clone(), open.clone()].concat());
    let chosen = Memo::new(move |_| all.with_value(|all| all.iter().filter(|offer| offer.chosen.get()).count()));
    let label = move || match chosen.get() {
        0 => d.copy_nothing.to_owned(),
        count => fill(d.copy_save, &[&w.entries(count)]),
    };
    let submit = move |event: Event| {
        event.prevent_default();
        save(here, all, reason, busy);
    };
    let of = last.first().map(|offer| format::day(w, offer.entry.work_date, here.today.get_untracked()));
    let group = |id: &'static str, title: String, offers: &[Offer]| {
        let lines: Vec<View> = offers.iter().map(|offer| line(here, offer)).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <fieldset class="field" aria-labelledby={id}>
                    <legend id={id}>{title}</legend>
                    <div class="choices">{lines}</div>
                </fieldset>
            }
        })
    };
    view! {
        <form class="form" method="post" novalidate={true} on:submit={submit}>
            <div class="page">
                {refusal(w, w.not_saved, reason)}
                <p class="note soft">{d.copy_about}</p>
                {group("salin-hari", of.unwrap_or_default(), &last)}
                {group("salin-terbuka", d.copy_open.to_owned(), &open)}
            </div>
            <div class="action-bar">
                <button
                    class="button primary roomy wide" type="submit" aria-busy={move || busy.get().then_some("true")}
                    aria-disabled={move || (chosen.get() == 0).then_some("true")}
                >{label}</button>
            </div>
        </form>
    }
}

fn line(here: Here, offer: &Offer) -> View {
    let d = day(here.w.language);
    let Offer { entry, chosen, amount, measure } = offer.clone();
    let about = here.desk.view.with_untracked(|rows| counts_towards(here, &entry, rows));
    let toggle = move |_| chosen.update(|chosen| *chosen = !*chosen);
    let amount = measure.map(|measure| {
        let name = fill(d.copy_amount, &[&entry.text]);
        let shown = move || {
            let (name, measure) = (name.clone(), measure.clone());
            chosen.get().then(move || {
                view! {
                    <p class="copy-amount">
                        <input class="input compact" type="text" inputmode="decimal" autocomplete="off" aria-label={name} bind:value={amount} />{measure}
                    </p>
                }
            })
        };
        shown.into_view()
    });
    let marks = marks(here, &entry);
    let marks = (!marks.is_empty()).then(|| view! { <span class="line">{marks}</span> });
    view! {
        <div class="copy">
            <label class="choice">
                <input type="checkbox" prop:checked={move || chosen.get()} on:change={toggle} />
                <span class="choice-text words">{entry.text}<span class="choice-note">{about}</span>{marks}</span>
            </label>
            {amount}
        </div>
    }
}

/// Saves one after the other. What was saved is no longer chosen, so a second try after a refusal saves nothing twice.
fn save(here: Here, all: StoredValue<Vec<Offer>>, reason: RwSignal<Option<Spoken>>, busy: RwSignal<bool>) {
    if busy.get_untracked() {
        return;
    }
    let chosen: Vec<Offer> =
        all.with_value(|all| all.iter().filter(|offer| offer.chosen.get_untracked()).cloned().collect());
    if chosen.is_empty() {
        return;
    }
    busy.set(true);
    reason.set(None);
    crate::browser::spawn(async move {
        let w = here.w;
        let count = chosen.len();
        for offer in chosen {
            let today = here.today.get_untracked();
            let mut content = here.desk.view.with_untracked(|rows| copy(&offer.entry, rows, today));
            if content.plan.is_some() {
                // An amount that cannot be read is none, and the rule says what to do about it.
                content.quantity =
                    offer.amount.with_untracked(|typed| Quantity::parse(typed)).unwrap_or(Quantity::ZERO);
            }
            let id = EntryId(Uuid::now_v7());
            let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
            if let Err(refused) = here.desk.save_beside(record, Vec::new()).await {
                let _ = reason.try_set(Some(refused));
                let _ = busy.try_set(false);
                return;
            }
            let _ = offer.chosen.try_set(false);
        }
        here.toasts.say(fill(day(w.language).copy_saved, &[&w.entries(count)]));
        here.go("/");
    });
}
