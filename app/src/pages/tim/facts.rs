//! What a team is: what it is for, who leads it, until when, and who is in it.

use std::sync::Arc;

use chrono::Datelike;
use shared::ids::{EmployeeId, TeamId};
use shared::people::Found;
use shared::team::{Member, Team};

use super::open::{Open, present};
use crate::components::away::days;
use crate::components::frame;
use crate::components::here::Here;
use crate::format;
use crate::view::prelude::*;
use crate::words::{fill, teams_words};

/// "1 Juli sampai 31 Desember 2026"; both years where they differ.
#[must_use]
pub fn term(here: Here, team: &Team) -> String {
    let w = here.w;
    if team.from.year() == team.until.year() {
        return days(here, team.from, team.until);
    }
    fill(w.from_until, &[&format::date_year(w, team.from), &format::date_year(w, team.until)])
}

/// Purpose, leader, term.
#[must_use]
pub fn facts(here: Here, id: TeamId) -> View {
    let t = teams_words(here.w.language);
    let view = move || {
        here.desk.view.with(|rows| {
            let team = rows.team(id)?;
            let purpose = if team.purpose.is_empty() {
                view! { <p class="soft">{t.no_purpose}</p> }
            } else {
                view! { <p class="words big-words">{team.purpose.clone()}</p> }
            };
            let leader = if team.leader == here.me { t.you_lead.to_owned() } else { team.leader_name.clone() };
            Some(view! {
                <div class="team-facts">
                    {purpose}
                    <dl>
                        <div><dt>{t.leader}</dt><dd>{leader}</dd></div>
                        <div><dt>{t.term}</dt><dd>{term(here, team)}</dd></div>
                    </dl>
                </div>
            })
        })
    };
    view.into_view()
}

/// Who is in it today. Position and unit come from the office; without a network the names stand alone.
#[must_use]
pub fn members(here: Here, id: TeamId, open: Option<Open>) -> View {
    let t = teams_words(here.w.language);
    let found = RwSignal::new(None::<Arc<Vec<Found>>>);
    crate::browser::spawn(async move {
        let path = ["/api/teams/", &id.to_string(), "/people"].concat();
        if let Ok(people) = here.desk.read::<Vec<Found>>(&path).await {
            let _ = found.try_set(Some(Arc::new(people)));
        }
    });
    let view = move || {
        let today = here.today.get();
        here.desk.view.with(|rows| {
            let team = rows.team(id)?;
            let members = present(team, today);
            let count = if members.is_empty() { String::new() } else { members.len().to_string() };
            let lines: Vec<View> = members.iter().map(|member| line(here, team, member, &found.get(), open)).collect();
            let body = if lines.is_empty() {
                view! { <p class="after soft">{t.no_members}</p> }
            } else {
                view! { <ul class="team-members">{lines}</ul> }
            };
            Some(frame::section("anggota", t.members, count, body))
        })
    };
    view.into_view()
}

fn line(here: Here, team: &Team, member: &Member, found: &Option<Arc<Vec<Found>>>, open: Option<Open>) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let known = found.as_ref().and_then(|people| people.iter().find(|one| one.id == member.person));
    let place = known.map(|one| {
        [one.position.as_str(), &one.unit]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(w.dot)
    });
    let place = place.filter(|place| !place.is_empty()).map(|place| view! { <p class="small soft">{place}</p> });
    // Only those whose time in it is not the team's own are told with their days.
    let own_days = (member.from > team.from || member.until < team.until)
        .then(|| fill(t.in_it, &[&days(here, member.from, member.until)]));
    let wrote = open.map(|open| wrote(open, member.person));
    let about: Vec<String> = wrote.into_iter().chain(own_days).collect();
    let about = (!about.is_empty()).then(|| view! { <p class="note soft">{about.join(w.dot)}</p> });
    view! { <li><p><strong>{member.name.clone()}</strong></p>{place}{about}</li> }
}

/// When somebody last wrote for the team, within the days of its board.
fn wrote(open: Open, person: EmployeeId) -> String {
    let (w, t) = (open.here.w, teams_words(open.here.w.language));
    let last =
        open.entries.with(|entries| entries.iter().find(|entry| entry.owner == person).map(|entry| entry.work_date));
    last.map_or_else(|| t.wrote_never.to_owned(), |day| fill(t.wrote_last, &[&format::date(w, day)]))
}
