//! Hari ini: what I planned, what I did, what waits for me. At most four actions.

mod recorded;
mod waiting;

use shared::board::{notebook, plans_on};
use shared::plan::PlanState;
use shared::row::Row;
use shared::template::Templates;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::plan_line::{is_reached, plan_line, plans_source};
use crate::components::waits::Waits;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The page.
#[must_use]
pub fn hari_ini(here: Here) -> View {
    let body = view! {
        {actions(here)}
        {contact(here)}
        {move || waiting::section(here)}
        {move || plans(here)}
        {move || recorded::section(here)}
    };
    let head = move || frame::top(format::date_long(here.w, here.today.get()), who(here));
    frame::page(here, here.w.today, head.into_view(), body)
}

fn who(here: Here) -> Option<String> {
    here.desk.person.with(|person| {
        let person = &person.as_ref()?.employee;
        let dot = if person.position.is_empty() { "" } else { here.w.dot };
        Some([person.name.as_str(), dot, &person.position].concat())
    })
}

fn actions(here: Here) -> View {
    let w = here.w;
    let earlier = Memo::new(move |_| {
        let today = here.today.get();
        here.desk.view.with(|rows| notebook(rows, here.me).iter().any(|entry| entry.work_date < today))
    });
    let copy = move || {
        earlier.get().then(|| view! { <li><a href="/catat?kemarin=1">{icon("copy")}{w.copy_yesterday}</a></li> })
    };
    let has_template = Memo::new(move |_| {
        let mine = Templates::of(here.me);
        here.desk.view.with(|rows| rows.templates(mine).is_some_and(|mine| !mine.list.is_empty()))
    });
    let template = move || {
        has_template.get().then(|| view! { <li><a href="/catat?contoh=1">{icon("list")}{w.from_template}</a></li> })
    };
    view! {
        <div class="actions">
            <a class="button primary roomy wide" href="/catat">{icon("plus")}{w.write}</a>
            <ul class="quick">
                <li><a href="/catat?foto=1">{icon("camera")}{w.photo_first}</a></li>
                {copy}
                {template}
            </ul>
        </div>
    }
}

/// One quiet line: what is unsent, and when this device last spoke with the office.
fn contact(here: Here) -> View {
    let w = here.w;
    let words = move || {
        here.desk.queue.with(|queue| {
            let waits = Waits::of(queue);
            let waits = if waits.is_none() {
                w.all_arrived.to_owned()
            } else {
                [&fill(w.still_on_phone, &[&waits.in_words(w)]), "."].concat()
            };
            [waits.as_str(), " ", &here.contact(queue.heard_at)].concat()
        })
    };
    view! { <p class="contact">{words}" "<a href="/antrean">{w.queue}</a></p> }
}

fn plans(here: Here) -> View {
    let w = here.w;
    here.desk.view.with(|rows| {
        let plans = plans_on(rows, here.me, here.today.get());
        let agreed = plans.iter().filter(|plan| plan.state == PlanState::Agreed).count();
        let done = plans.iter().filter(|plan| plan.state == PlanState::Agreed && is_reached(plan)).count();
        let count = if plans.is_empty() {
            String::new()
        } else {
            fill(w.plans_done, &[&done.to_string(), &agreed.to_string()])
        };
        let has_any = rows.iter().any(|row| matches!(row, Row::Plan(plan) if plan.owner == here.me));
        let body = if !has_any {
            frame::empty_list(
                here,
                w.no_plan_yet,
                view! { <a class="button" href="/rencana">{icon("flag")}{w.propose_plan}</a> },
            )
        } else if plans.is_empty() {
            view! { <p class="after soft">{w.no_plans}</p> }
        } else {
            let lines: Vec<View> = plans.iter().map(|plan| plan_line(here, plan)).collect();
            view! { <ul>{lines}</ul>{plans_source(here)} }
        };
        let count = (!count.is_empty()).then(|| view! { <span class="count">{count}</span> });
        let beside = view! { <span class="beside">{count}<a href="/rencana">{w.plans}</a></span> };
        frame::section_beside("rencana", w.plans_today.to_owned(), beside, body)
    })
}
