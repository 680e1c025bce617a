//! Perlu perhatian sekarang: what has waited too long, and plans that wait for agreement.

use chrono::NaiveDate;
use shared::ids::EmployeeId;
use shared::plan::{Plan, Side};
use shared::row::Row;

use super::team::Team;
use crate::components::icon::{icon, icon_in};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// An entry waits too long after this many days.
const DAYS_MAX: i64 = 2;

/// The section.
#[must_use]
pub fn attention(team: Team) -> View {
    let w = team.here.w;
    let late = Memo::new(move |_| late(team));
    let proposed = Memo::new(move |_| proposed(team));
    let items = move || usize::from(late.get().is_some()) + proposed.with(Vec::len);
    let count = move || fill(w.items, &[&items().to_string()]);
    let alerts = move || {
        let mut alerts: Vec<View> = late.get().into_iter().map(|late| waits_long(team, late)).collect();
        alerts.extend(proposed.get().into_iter().map(|(plan, owner)| plan_waits(team, plan, owner)));
        if alerts.is_empty() {
            return view! { <p class="after soft">{w.team.nothing_urgent}</p> };
        }
        view! { <ul class="alerts">{alerts}</ul> }
    };
    view! {
        <section aria-labelledby="perhatian">
            <div class="section-head"><h2 id="perhatian">{w.team.attention}</h2><span class="count">{count}</span></div>
            {alerts}
        </section>
    }
}

#[derive(Clone, PartialEq)]
struct Late {
    entries: usize,
    people: usize,
    first: EmployeeId,
    since: NaiveDate,
}

fn late(team: Team) -> Option<Late> {
    let board = team.board.get();
    let entries = || {
        board
            .lines
            .iter()
            .filter(|line| team.is_mine(&line.employee))
            .flat_map(|line| &line.waiting)
            .filter(|entry| (board.day - entry.work_date).num_days() > DAYS_MAX)
    };
    let oldest = entries().min_by_key(|entry| entry.work_date)?;
    let mut people: Vec<EmployeeId> = Vec::new();
    for entry in entries() {
        if !people.contains(&entry.owner) {
            people.push(entry.owner);
        }
    }
    Some(Late { entries: entries().count(), people: people.len(), first: oldest.owner, since: oldest.work_date })
}

fn proposed(team: Team) -> Vec<(Plan, String)> {
    team.live.rows.with(|rows| {
        rows.iter()
            .filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None })
            .filter(|plan| plan.waits_for() == Some(Side::Superior))
            .filter_map(|plan| rows.employee(plan.owner).map(|owner| (plan, owner)))
            .filter(|(_, owner)| team.is_mine(owner))
            .map(|(plan, owner)| (plan.clone(), owner.name.clone()))
            .collect()
    })
}

fn waits_long(team: Team, late: Late) -> View {
    let w = team.here.w;
    let entries = w.entries(late.entries);
    let address = team.address("orang", &late.first.to_string());
    view! {
        <li class="alert">
            {icon_in("clock", "icon care")}
            <p>
                <strong>{fill(w.team.waits_long, &[&entries])}</strong>" "
                <span>{fill(w.team.from_people, &[&late.people.to_string()])}</span>
            </p>
            <span class="note soft since">{fill(w.since, &[&format::date(w, late.since)])}</span>
            <a class="button quiet" href={address} data-noscroll="">{fill(w.team.review_them, &[&entries])}{icon("right")}</a>
        </li>
    }
}

fn plan_waits(team: Team, plan: Plan, owner: String) -> View {
    let w = team.here.w;
    let address = team.address("orang", &plan.owner.to_string());
    let about = [&owner, w.dot, &plan.target.to_string(), " ", &plan.measure].concat();
    let dates = [format::date(w, plan.from), format::date(w, plan.until)].join(" – ");
    view! {
        <li class="alert">
            {icon_in("flag", "icon accent")}
            <p><strong>{fill(w.team.plan_waits, &[&plan.result])}</strong>" "<span>{about}</span></p>
            <span class="note soft since">{dates}</span>
            <a class="button quiet" href={address} data-noscroll="">{fill(w.plan.review, &[&owner])}{icon("right")}</a>
        </li>
    }
}
