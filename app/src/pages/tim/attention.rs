//! Exceptions first: what is blocked, whose answer to the leader's question is missing, and who has written nothing this week.

use chrono::NaiveDate;
use shared::board::thread;
use shared::calendar::Calendar;
use shared::complete::{last_working_days, monday};
use shared::entry::{Doing, Entry};
use shared::ids::EntryId;
use shared::remark::{Remark, RemarkKind};
use shared::row::Rows;
use shared::team::Team;

use super::day;
use super::open::{Open, name_of, present};
use crate::components::frame;
use crate::components::icon::{icon, icon_in};
use crate::view::prelude::*;
use crate::words::{fill, teams_words};

/// Working days of a week after which nothing is missed yet.
const DAYS_EARLY: usize = 2;
/// Members who are named one by one; more are counted.
const NAMED_MAX: usize = 2;

/// Something that is not as it should be.
#[derive(Clone, PartialEq)]
struct Exception {
    icon: &'static str,
    what: String,
    about: String,
    entry: Option<EntryId>,
}

/// The section; nothing is said of a team without members and entries.
#[must_use]
pub fn attention(open: Open) -> View {
    let w = open.here.w;
    let all = Memo::new(move |_| exceptions(open));
    let count = move || {
        let count = all.with(Vec::len);
        if count == 0 { String::new() } else { fill(w.items, &[&count.to_string()]) }
    };
    let alerts = move || {
        let alerts: Vec<View> = all.get().into_iter().map(|one| alert(open, one)).collect();
        if alerts.is_empty() {
            return view! { <p class="after soft">{w.team.nothing_urgent}</p> };
        }
        view! { <ul class="alerts">{alerts}</ul> }
    };
    let beside = view! { <span class="count">{count}</span> };
    frame::section_beside("perhatian", w.team.attention.to_owned(), beside, alerts.into_view())
}

fn exceptions(open: Open) -> Vec<Exception> {
    let today = open.here.today.get();
    open.live.rows.with(|rows| {
        let Some(team) = rows.team(open.id) else { return Vec::new() };
        let mut all = Vec::new();
        open.entries.with(|entries| {
            all.extend(
                entries
                    .iter()
                    .filter(|entry| entry.more.doing == Doing::Blocked)
                    .map(|entry| blocked(open, team, entry)),
            );
            all.extend(entries.iter().flat_map(|entry| questions(open, rows, team, entry)));
            all.extend(silent(open, team, entries, today));
        });
        all
    })
}

fn blocked(open: Open, team: &Team, entry: &Entry) -> Exception {
    let t = teams_words(open.here.w.language);
    let what = fill(t.is_blocked, &[&name_of(team, entry.owner)]);
    Exception { icon: "block", what, about: entry.more.obstacle.clone(), entry: Some(entry.id) }
}

/// Questions of the leader about this entry that its owner has not answered.
fn questions(open: Open, rows: &Rows, team: &Team, entry: &Entry) -> Vec<Exception> {
    let here = open.here;
    let t = teams_words(here.w.language);
    let all = thread(rows, entry.id);
    let answered = |question: &Remark| all.iter().any(|one| one.reply_to == Some(question.id));
    let waits = |one: &&&Remark| one.kind == RemarkKind::Question && one.team == Some(team.id) && one.author == here.me;
    let waiting = all.iter().filter(waits).filter(|question| !answered(question));
    waiting
        .map(|question| Exception {
            icon: "ask",
            what: fill(t.not_answered, &[&name_of(team, entry.owner)]),
            about: fill(here.w.quoted, &[&question.text]),
            entry: Some(entry.id),
        })
        .collect()
}

/// Who has written nothing for the team since Monday; on the first working days of a week, and in a year without a list, nobody is missed.
fn silent(open: Open, team: &Team, entries: &[Entry], today: NaiveDate) -> Vec<Exception> {
    let t = teams_words(open.here.w.language);
    let monday = monday(today, 0);
    let worked = last_working_days(today, DAYS_EARLY + 1, Calendar::official());
    let is_early = worked.len() <= DAYS_EARLY || worked.first().is_some_and(|first| *first < monday);
    if is_early || today > team.until {
        return Vec::new();
    }
    let wrote = |who| entries.iter().any(|entry| entry.owner == who && entry.work_date >= monday);
    let missed: Vec<&str> = present(team, today)
        .into_iter()
        .filter(|member| member.from <= monday && !wrote(member.person))
        .map(|member| member.name.as_str())
        .collect();
    let one = |what, about| Exception { icon: "day", what, about, entry: None };
    if missed.len() > NAMED_MAX {
        return vec![one(fill(t.nothing_week, &[&missed.len().to_string()]), missed.join(", "))];
    }
    missed.iter().map(|name| one(fill(t.nothing_week_one, &[name]), String::new())).collect()
}

fn alert(open: Open, one: Exception) -> View {
    let t = teams_words(open.here.w.language);
    let date =
        one.entry.and_then(|id| open.live.rows.with_untracked(|rows| rows.entry(id).map(|entry| entry.work_date)));
    let date = date.map(|date| day(open.here, date));
    let way = one.entry.map(|id| {
        let address = open.address(Some(id));
        view! { <a class="button quiet" href={address} data-noscroll="">{t.read_it}{icon("right")}</a> }
    });
    view! {
        <li class="alert">
            {icon_in(one.icon, "icon care")}
            <p><strong>{one.what}</strong>" "<span>{one.about}</span></p>
            <span class="note soft since">{date}</span>
            {way}
        </li>
    }
}
