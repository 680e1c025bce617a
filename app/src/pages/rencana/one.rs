//! One plan: how far it is, what is offered, its indicators, what it is good for, and how it was agreed.

use shared::ids::PlanId;
use shared::plan::{Plan, PlanState, Side, Terms};
use shared::row::Rows;

use super::figures::{figures, reports};
use super::list::{state, tied};
use super::offer::{Talk, new_offer, open_offer};
use super::tie::change_tie;
use super::trail::trail;
use crate::components::climb::climb;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The page.
#[must_use]
pub fn satu(here: Here, id: PlanId) -> View {
    let w = here.w;
    let base = Memo::new(move |_| with(here, id, |_, terms| terms.version).unwrap_or_default());
    let talk = Talk::new(here, id, base);
    let is_here = Memo::new(move |_| with(here, id, |_, _| ()).is_some());
    // Forms are begun anew when something was said about the plan, and not when an entry moves it.
    let forms = move || {
        fresh(move || {
            base.get();
            untrack(|| with(here, id, |plan, terms| steps(here, talk, plan, terms, base))).into_view()
        })
    };
    let body = move || {
        if !is_here.get() {
            return frame::empty(w.plan.gone, view! { <a class="button" href="/rencana">{w.plans}</a> });
        }
        view! {
            {move || here.desk.view.with(|rows| mine(here, rows, id).map(|plan| head(here, plan, rows)))}
            {move || with(here, id, |plan, terms| open_offer(talk, plan, terms)).flatten()}
            {move || with(here, id, |plan, terms| figures(here, plan, terms))}
            {forms()}
            {move || with(here, id, |_, terms| trail(here, terms)).flatten()}
        }
    };
    let top = frame::top_back(here, w.plan.title, ("/rencana", w.plans), View::None);
    frame::page(here, w.plan.title, top, body)
}

fn mine(here: Here, rows: &Rows, id: PlanId) -> Option<&Plan> {
    rows.plan(id).filter(|plan| plan.owner == here.me)
}

/// Something made of the plan and its terms, if they are on this phone.
fn with<T>(here: Here, id: PlanId, make: impl Fn(&Plan, &Terms) -> T) -> Option<T> {
    here.desk.view.with(|rows| mine(here, rows, id).map(|plan| make(plan, &Terms::of(plan, rows))))
}

fn head(here: Here, plan: &Plan, rows: &Rows) -> View {
    let w = here.w;
    let dates = fill(w.from_until, &[&format::date(w, plan.from), &format::date_year(w, plan.until)]);
    let write = (plan.state == PlanState::Agreed && plan.runs_on(here.today.get())).then(|| {
        let address = ["/catat?rencana=", &plan.id.to_string()].concat();
        view! { <div class="button-row"><a class="button" href={address}>{icon("plus")}{w.write}</a></div> }
    });
    view! {
        <article class="reading">
            <p class="big-words words">{plan.result.clone()}</p>
            <p class="plan-meta">{state(here, plan)}<span>{dates}</span>{tied(here, plan, rows)}</p>
            {write}
        </article>
    }
}

/// What the person can do about it, each behind its name.
fn steps(here: Here, talk: Talk, plan: &Plan, terms: &Terms, base: Memo<u32>) -> View {
    let countered = terms.offer.as_ref().is_some_and(|offer| offer.by == Side::Superior);
    let asked = terms.offer.as_ref().is_some_and(|offer| offer.by == Side::Owner);
    let begin = terms.offer.as_ref().map_or_else(|| terms.deal(plan), |offer| offer.deal.clone());
    let offer = (!asked).then(|| new_offer(talk, plan, begin, countered));
    view! {
        <div class="steps">
            {reports(here, plan, terms)}
            {climb(here, plan.id)}
            {change_tie(here, plan.id, base)}
            {offer}
        </div>
    }
}
