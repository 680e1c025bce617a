//! Contoh: what a person keeps under a name of their own, before what is offered by itself. One tap fills the form and saves nothing.

mod manage;

use shared::ids::PlanId;
use shared::plan::Plan;
use shared::quantity::Quantity;
use shared::stamp::parse_day;
use shared::template::{Template, Templates};

use super::fields::joined;
use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::day::day;

pub use manage::manage;

/// The person's templates, as they were made.
fn mine(here: Here) -> Memo<Vec<Template>> {
    Memo::new(move |_| {
        here.desk.view.with(|rows| {
            rows.templates(Templates::of(here.me)).map(|templates| templates.list.clone()).unwrap_or_default()
        })
    })
}

/// One tap for each; nothing where there is none.
#[must_use]
pub fn chips(here: Here, form: Form) -> View {
    let name = day(here.w.language).templates;
    let mine = mine(here);
    let shown = move || {
        let chips: Vec<View> = mine
            .get()
            .into_iter()
            .map(|template| {
                let name = template.name.clone();
                let press = move |_| fill_in(here, form, &template);
                view! { <button type="button" class="chip" on:click={press}>{icon("copy")}{name}</button> }
            })
            .collect();
        (!chips.is_empty()).then(|| {
            view! { <p class="field-label-row note soft">{name}</p><div class="chips" id="contoh" role="group" aria-label={name}>{chips}</div> }
        })
    };
    shown.into_view()
}

/// In an empty form it brings its plan and amount along; words that were typed stay, and it comes after them.
fn fill_in(here: Here, form: Form, template: &Template) {
    let said = &template.content;
    if form.text.with_untracked(|typed| typed.trim().is_empty()) {
        let ended = said.plan.is_some_and(|plan| !runs(here, form, plan));
        form.plan.set(said.plan.filter(|_| !ended));
        form.plan_open.set(ended);
        let counts = said.plan.is_some() && !ended && said.quantity != Quantity::ZERO;
        form.quantity.set(if counts { said.quantity.to_string() } else { String::new() });
    }
    form.text.update(|typed| *typed = joined(typed, &said.text));
    form.more.update(|more| {
        let news = said.more.links.iter().filter(|link| !more.links.contains(link)).cloned().collect::<Vec<_>>();
        more.links.extend(news);
    });
}

/// Does the plan take an entry of the day in the form?
fn runs(here: Here, form: Form, plan: PlanId) -> bool {
    let date = form.date.with_untracked(|date| parse_day(date));
    let takes = |plan: &Plan| date.is_some_and(|date| plan.takes(date).is_ok());
    here.desk.view.with_untracked(|rows| rows.plan(plan).is_some_and(takes))
}
