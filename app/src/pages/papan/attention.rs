//! Perlu perhatian sekarang, in this order: who has written nothing, what was sent back and not revised, where something stands
//! in the way, what was written late, what has waited too long, and plans that wait for agreement.

use chrono::{NaiveDate, Timelike};
use shared::board::Line;
use shared::ids::EmployeeId;
use shared::plan::{Plan, Side};
use shared::rollup::period::{is_weekday, weekdays};
use shared::row::Row;

use super::team::Team;
use crate::components::icon::{icon, icon_in};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// An entry waits too long after this many working days.
const DAYS_MAX: i64 = 2;
/// The hour from which somebody who has not written today is missed.
const MISSED_FROM_HOUR: u32 = 12;
/// So many working days without an entry are told by name.
const SILENT_DAYS: usize = 3;

/// The section.
#[must_use]
pub fn attention(team: Team) -> View {
    let w = team.here.w;
    let late = Memo::new(move |_| late(team));
    let proposed = Memo::new(move |_| proposed(team));
    let others = Memo::new(move |_| exceptions(team));
    let items = move || usize::from(late.get().is_some()) + proposed.with(Vec::len) + others.with(Vec::len);
    let count = move || fill(w.items, &[&items().to_string()]);
    let alerts = move || {
        let mut alerts: Vec<View> = others.get().into_iter().map(exception).collect();
        alerts.extend(late.get().into_iter().map(|late| waits_long(team, late)));
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

/// Something that is not as it should be: icon, what, about whom, where it leads and what that is called.
#[derive(Clone, PartialEq)]
struct Exception {
    icon: (&'static str, &'static str),
    what: String,
    about: String,
    address: String,
    way: &'static str,
}

fn exceptions(team: Team) -> Vec<Exception> {
    let (here, w) = (team.here, team.here.w);
    let board = team.board.get();
    let mut all = Vec::new();
    let mut tell = |icon, what: String, about: String, address: String, way| {
        all.push(Exception { icon, what, about, address, way });
    };
    for line in board.lines.iter().filter(|line| line.silent_days(board.day) >= SILENT_DAYS) {
        let days = line.silent_days(board.day).to_string();
        let what = fill(w.team.silent, &[&line.employee.name, &days]);
        let address = ["/orang/", &line.employee.id.to_string()].concat();
        tell(("day", "icon care"), what, line.employee.position.clone(), address, w.team.open_page);
    }
    let hour = here.zone.local(here.desk.now.get()).hour();
    let silent = board.lines.iter().filter(|line| line.is_missed()).count();
    if silent > 0 && is_weekday(board.day) && hour >= MISSED_FROM_HOUR {
        let what = fill(w.team.nothing_today, &[&silent.to_string()]);
        tell(("day", "icon care"), what, String::new(), team.address("saring", "belum"), w.team.show_them);
    }
    let mut group = |icon, words, filter, of: fn(&Line) -> usize| {
        let counts = board.lines.iter().map(of);
        let (entries, people) =
            counts.fold((0, 0), |(entries, people), of| (entries + of, people + usize::from(of > 0)));
        if entries > 0 {
            let (what, about) = (fill(words, &[&w.entries(entries)]), fill(w.team.from_people, &[&people.to_string()]));
            tell((icon, "icon care"), what, about, team.address("saring", filter), w.team.show_them);
        }
    };
    group("back", w.team.not_revised, "revisi", |line| line.returned.len());
    group("block", w.team.stuck, "terhambat", |line| line.blocked().count());
    group("clock", w.team.written_late, "terlambat", |line| line.late().count());
    all
}

fn exception(one: Exception) -> View {
    let (name, class) = one.icon;
    let stays = one.address.starts_with("/papan").then_some("");
    view! {
        <li class="alert">
            {icon_in(name, class)}
            <p><strong>{one.what}</strong>" "<span>{one.about}</span></p>
            <span class="note soft since"></span>
            <a class="button quiet" href={one.address} data-noscroll={stays}>{one.way}{icon("right")}</a>
        </li>
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
            .filter(|entry| weekdays(entry.work_date, board.day) - 1 > DAYS_MAX)
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
