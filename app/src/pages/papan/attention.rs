//! Perlu perhatian sekarang, in this order: who has written nothing, who wrote days away
//! afterwards, what was sent back and not revised, where something stands
//! in the way, what was written late, what has waited too long, and plans that wait for agreement.

use chrono::Days;
use shared::absence::Absences;
use shared::board::{Exception, Line, Many, exceptions};
use shared::calendar::Calendar;
use shared::ids::EmployeeId;
use shared::plan::{Plan, Side};
use shared::row::Row;

use super::team::Team;
use crate::components::away::days;
use crate::components::icon::{aloud, icon, icon_in};
use crate::components::source::{Source, source};
use crate::format;
use crate::view::prelude::*;
use crate::words::{board_words, fill};

/// Days for which days away that were written afterwards stand here, if nobody answers.
const AFTERWARDS_DAYS: u64 = 31;

/// The section.
#[must_use]
pub fn attention(team: Team) -> View {
    let w = team.here.w;
    let proposed = Memo::new(move |_| proposed(team));
    let others = Memo::new(move |_| told(team));
    let items = move || proposed.with(Vec::len) + others.with(Vec::len);
    let count = move || fill(w.items, &[&items().to_string()]);
    let alerts = move || {
        let mut alerts: Vec<View> = others.get().into_iter().map(alert).collect();
        alerts.extend(proposed.get().into_iter().map(|(plan, owner)| plan_waits(team, plan, owner)));
        if alerts.is_empty() {
            return view! { <p class="after soft">{w.team.nothing_urgent}</p> };
        }
        view! { <ul class="alerts">{alerts}</ul> }
    };
    let b = board_words(w.language);
    let from = move || {
        let board = team.board.get();
        let returned: usize = board.lines.iter().map(|line| line.returned.len()).sum();
        let numbers = [board.lines.len(), board.waiting(), returned].map(|number| number.to_string());
        let mut rows: Vec<(String, String)> = others.get().into_iter().map(|one| (one.what, one.about)).collect();
        rows.extend(proposed.get().into_iter().map(|(plan, owner)| (fill(w.team.plan_waits, &[&plan.result]), owner)));
        Source {
            rule: b.rule_attention,
            working_days: true,
            inputs: fill(b.input_attention, &numbers.each_ref().map(String::as_str)),
            n: fill(b.n_items, &[&rows.len().to_string()]),
            period: b.days_16.to_owned(),
            rows,
        }
    };
    view! {
        <section aria-labelledby="perhatian">
            <div class="section-head"><h2 id="perhatian">{w.team.attention}</h2><span class="count">{count}</span></div>
            {alerts}
            {source(b, from)}
        </section>
    }
}

/// What is told of an exception: icon, what, about whom, since when, where it leads and what that is called.
#[derive(Clone, PartialEq)]
struct Told {
    icon: &'static str,
    what: String,
    about: String,
    since: String,
    address: String,
    way: String,
}

fn told(team: Team) -> Vec<Told> {
    let (here, board) = (team.here, team.board.get());
    let now = (team.zone.get(), here.desk.now.get());
    let mut all = exceptions(&board, now, Calendar::official(), &|person| team.is_mine(person));
    let rest = all.split_off(all.partition_point(|one| matches!(one, Exception::Silent { .. })));
    let silent = all.into_iter().map(|one| tell(team, one));
    silent.chain(afterwards(team)).chain(rest.into_iter().map(|one| tell(team, one))).collect()
}

fn tell(team: Team, one: Exception) -> Told {
    let w = team.here.w;
    let filtered = |icon, what: String, many: Option<Many>, filter| {
        let about = many.map(|many| fill(w.team.from_people, &[&many.people.to_string()])).unwrap_or_default();
        let (address, way) = (team.address("saring", filter), w.team.show_them.to_owned());
        Told { icon, what, about, since: String::new(), address, way }
    };
    let counted = |words, many: Many| fill(words, &[&w.entries(many.entries)]);
    match one {
        Exception::Silent { who, days } => {
            let person = team.live.rows.with_untracked(|rows| rows.employee(who).cloned());
            let (name, about) = person.map(|person| (person.name, person.position)).unwrap_or_default();
            let what = fill(w.team.silent, &[&name, &days.to_string()]);
            let (address, way) = (["/orang/", &who.to_string()].concat(), w.team.open_page.to_owned());
            Told { icon: "day", what, about, since: String::new(), address, way }
        }
        Exception::NothingToday(people) => {
            filtered("day", fill(w.team.nothing_today, &[&people.to_string()]), None, "belum")
        }
        Exception::Returned(many) => filtered("back", counted(w.team.not_revised, many), Some(many), "revisi"),
        Exception::Blocked(many) => filtered("block", counted(w.team.stuck, many), Some(many), "terhambat"),
        Exception::Late(many) => filtered("clock", counted(w.team.written_late, many), Some(many), "terlambat"),
        Exception::WaitsLong { many, since } => Told {
            since: fill(w.since, &[&format::date(w, since)]),
            address: ["/tinjau?unit=", &team.unit.to_string(), "&saring=lama"].concat(),
            way: fill(w.team.review_them, &[&w.entries(many.entries)]),
            ..filtered("clock", counted(w.team.waits_long, many), Some(many), "")
        },
    }
}

/// Who has written days away for themselves after they had passed, and is mine to answer: with the days.
fn afterwards(team: Team) -> Vec<Told> {
    let (here, zone) = (team.here, team.zone.get());
    let since = team.today.get().checked_sub_days(Days::new(AFTERWARDS_DAYS)).unwrap_or_default();
    let board = team.board.get();
    let tell = |person: EmployeeId, name: &str, about: String| {
        let (what, address) = (fill(here.w.team.away_afterwards, &[name]), ["/orang/", &person.to_string()].concat());
        Told { icon: "leave", what, about, since: String::new(), address, way: here.w.team.away_look.to_owned() }
    };
    team.live.rows.with(|rows| {
        let of = |line: &Line| {
            let list = rows.absences(Absences::of(line.employee.id)).filter(|_| team.is_mine(&line.employee))?;
            let fresh = list.unanswered(zone).filter(|one| zone.local_date(one.at) >= since);
            let dates: Vec<String> = fresh.map(|one| days(here, one.from, one.until)).collect();
            (!dates.is_empty()).then(|| tell(line.employee.id, &line.employee.name, dates.join(here.w.dot)))
        };
        board.lines.iter().filter_map(of).collect()
    })
}

fn alert(one: Told) -> View {
    let stays = one.address.starts_with("/papan").then_some("");
    view! {
        <li class="alert">
            {icon_in(one.icon, "icon care")}
            <p><strong>{one.what}</strong>" "<span>{one.about}</span></p>
            <span class="note soft since">{one.since}</span>
            <a class="button quiet" href={one.address} data-noscroll={stays}>{one.way}{icon("right")}</a>
        </li>
    }
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
            <a class="button quiet" href={address} data-noscroll="">{w.plan.review}{aloud([" ", &owner].concat())}{icon("right")}</a>
        </li>
    }
}
