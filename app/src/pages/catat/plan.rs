//! Which plan the work counts towards, how much it is, and how far the plan is then.

use shared::again::amounts;
use shared::ids::PlanId;
use shared::merge::Field;
use shared::plan::{Plan, PlanState};
use shared::quantity::Quantity;
use shared::row::{Row, Rows};
use shared::stamp::parse_day;

use super::beside::beside;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::plan_line::so_far;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::fill;

/// Amounts offered for another use.
const AMOUNTS: usize = 4;

/// The agreed plans of the day, the chosen one even when it does not run on that day, and additional work.
#[must_use]
pub fn plans(here: Here, form: Form) -> View {
    let w = here.w;
    let choices = move || {
        let date = form.date.with(|date| parse_day(date));
        let chosen = form.plan.get();
        here.desk.view.with(|rows| {
            let mut choices: Vec<View> = mine(here, rows)
                .filter(|plan| Some(plan.id) == chosen || date.is_some_and(|date| plan.takes(date).is_ok()))
                .map(|plan| choice(form, Some(plan.id), plan.result.clone(), so_far(here, plan)))
                .collect();
            choices.push(choice(form, None, w.additional.to_owned(), w.additional_note.to_owned()));
            choices
        })
    };
    let invalid = move || form.is_refused(&["plan_not_agreed", "outside_plan", "plan_open"]);
    let ended = move || form.lacks_plan().then_some(day(w.language).template_ended);
    view! {
        <fieldset class="field" role="radiogroup" aria-labelledby="rencana-mana" aria-invalid={invalid}>
            <legend id="rencana-mana">{w.which_plan}</legend>
            <p class="hint" role="status">{ended}</p>
            <div class="choices">{choices}</div>
            {beside(here, form, Field::Plan)}
        </fieldset>
    }
}

fn mine(here: Here, rows: &Rows) -> impl Iterator<Item = &Plan> {
    rows.iter()
        .filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None })
        .filter(move |plan| plan.owner == here.me && plan.state == PlanState::Agreed)
}

fn choice(form: Form, id: Option<PlanId>, text: String, note: String) -> View {
    let checked = move || form.plan.get() == id && !(id.is_none() && form.lacks_plan());
    let choose = move |_| {
        form.plan.set(id);
        form.plan_open.set(false);
    };
    let value = id.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <label class="choice">
            <input type="radio" name="rencana" value={value} prop:checked={checked} on:change={choose} />
            <span class="choice-text">{text}<span class="choice-note">{note}</span></span>
        </label>
    }
}

/// How much, in the measure of the plan; additional work has no count.
#[must_use]
pub fn amount(here: Here, form: Form) -> View {
    let w = here.w;
    let measure = Memo::new(move |_| {
        let plan = form.plan.get()?;
        here.desk.view.with(|rows| rows.plan(plan).map(|plan| plan.measure.clone()))
    });
    let shown = move || {
        measure.get().map(|measure| {
            view! {
                <div class="pair">
                    <div class="field">
                        <label for="jumlah">{w.amount}</label>
                        {stepper(here, form)}
                    </div>
                    <div class="field">
                        <label for="satuan">{w.measure}</label>
                        <input class="input" id="satuan" type="text" readonly={true} tabindex="-1" value={measure} />
                    </div>
                    {then(here, form)}
                </div>
                {recent(here, form)}
            }
        })
    };
    view! { {shown} {beside(here, form, Field::Quantity)} }
}

/// The last amounts of this plan, one tap each; nothing where there is none.
fn recent(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let known = Memo::new(move |_| {
        let plan = form.plan.get();
        here.desk.view.with(|rows| plan.map(|plan| amounts(rows, here.me, plan, AMOUNTS)).unwrap_or_default())
    });
    let shown = move || {
        let chip = |much: Quantity| {
            let pressed = Memo::new(move |_| form.quantity.with(|typed| Quantity::parse(typed)) == Some(much));
            let tick = move || pressed.get().then(|| icon("tick"));
            let word = much.to_string();
            let press = move |_| form.quantity.set(much.to_string());
            view! {
                <button type="button" class="chip" aria-pressed={move || pressed.get().to_string()} on:click={press}>{tick}{word}</button>
            }
        };
        let chips: Vec<View> = known.get().into_iter().map(chip).collect();
        (!chips.is_empty()).then(|| {
            view! {
                <div class="recent">
                    <p class="note soft" id="jumlah-terakhir">{d.recent}</p>
                    <div class="chips" role="group" aria-labelledby="jumlah-terakhir">{chips}</div>
                </div>
            }
        })
    };
    shown.into_view()
}

fn stepper(here: Here, form: Form) -> View {
    let step = move |by: fn(Quantity) -> Quantity| {
        form.quantity.update(|typed| *typed = by(Quantity::parse(typed).unwrap_or_default()).to_string());
    };
    let invalid = move || form.is_refused(&["quantity_not_countable"]);
    view! {
        <div class="stepper">
            <button type="button" class="button" on:click={move |_| step(|much| much.minus(Quantity::whole(1)))}>
                {icon("minus")}{aloud(here.w.less)}
            </button>
            <input
                class="input" id="jumlah" name="jumlah" type="text" inputmode="decimal" autocomplete="off"
                aria-describedby="jumlah-lalu" aria-invalid={invalid} bind:value={form.quantity}
            />
            <button type="button" class="button" on:click={move |_| step(|much| much.plus(Quantity::whole(1)))}>
                {icon("plus")}{aloud(here.w.more)}
            </button>
        </div>
    }
}

/// One sentence that says how far the plan is when this is saved.
fn then(here: Here, form: Form) -> View {
    let w = here.w;
    let sentence = move || {
        let id = form.plan.get()?;
        here.desk.view.with(|rows| {
            let plan = rows.plan(id)?;
            let done = form.then_done(plan)?;
            let sentence = if done >= plan.target { w.then_reached } else { w.then };
            Some(fill(sentence, &[&done.to_string(), &plan.target.to_string(), &plan.measure]))
        })
    };
    view! { <p class="hint" id="jumlah-lalu" role="status">{sentence}</p> }
}
