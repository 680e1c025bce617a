//! Teams across units in an admin's keeping: the list, and one of them with its members.

mod form;
mod members;

use shared::ids::TeamId;
use shared::people::Teams;
use shared::team::Team;

use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{icon, icon_in};
use crate::pages::tim::facts::term;
use crate::view::prelude::*;
use crate::words::{fill, teams_words};

/// The part of the page.
#[must_use]
pub fn teams(here: Here) -> View {
    let door: Door<Teams> = Door::open(here, "/api/teams".to_owned());
    door.hold(move |_| {
        let chosen = Memo::new(move |_| here.asked("tim").and_then(|id| id.parse::<TeamId>().ok()));
        // One that has just been made is known when the teams have been read again.
        let known = Memo::new(move |_| chosen.get().filter(|id| team(door, *id).is_some()));
        fresh(move || known.get().map_or_else(|| all(here, door), |id| one(here, id, door)))
    })
}

/// The team as it is now; whoever asks in a view is told of the next answer.
fn team(door: Door<Teams>, id: TeamId) -> Option<Team> {
    door.now()?.teams.iter().find(|team| team.id == id).cloned()
}

/// The list, which follows the office, and below it the form of a new one, which stands.
fn all(here: Here, door: Door<Teams>) -> View {
    let t = teams_words(here.w.language);
    let adds = RwSignal::new(false);
    let list = move || {
        let now = door.now()?;
        if now.teams.is_empty() {
            return Some(view! { <p class="after soft">{t.admin_none}</p> });
        }
        let lines: Vec<View> = now.teams.iter().map(|team| line(here, team)).collect();
        Some(view! { <ul>{lines}</ul> })
    };
    let below = fresh(move || {
        if adds.get() {
            let form = form::Form::of(here, None).view(here, door, move || adds.set(false));
            return frame::section("tim-baru", t.make_title, "", form);
        }
        view! {
            <p class="after"><button class="button" type="button" on:click={move |_| adds.set(true)}>{icon("plus")}{t.make}</button></p>
        }
    });
    let count = move || counted(door.now()?.teams.len());
    let body = view! { <p class="note soft">{t.admin_about}</p> {list} {below} };
    frame::section_beside("tim", t.tab.to_owned(), count.into_view(), body)
}

/// How many, at the end of a section's line; nothing for none.
fn counted(number: usize) -> Option<View> {
    (number > 0).then(|| view! { <span class="count">{number}</span> })
}

fn line(here: Here, team: &Team) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let today = here.today.get_untracked();
    let count = team.members.iter().filter(|member| member.from <= today && today <= member.until).count();
    let over = (team.until < today).then_some(t.over);
    let about = [fill(t.led_by, &[&team.leader_name]), fill(t.count_members, &[&count.to_string()])].join(w.dot);
    let when = [Some(term(here, team)), over.map(ToOwned::to_owned)];
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(w.dot);
    view! {
        <li class="row">
            {icon("team")}
            <div>
                <a class="row-title" href={["/kelola/tim?tim=", &team.id.to_string()].concat()}>{team.name.clone()}</a>
                <span class="row-about">{about}</span>
                <span class="row-about">{when}</span>
            </div>
            {icon_in("right", "icon go")}
        </li>
    }
}

/// One team. What is said of it follows the office; the forms stand, so that a new member does not empty the one beside it.
fn one(here: Here, id: TeamId, door: Door<Teams>) -> View {
    let t = teams_words(here.w.language);
    let (now, changes) = (Memo::new(move |_| team(door, id)), RwSignal::new(false));
    let name = Memo::new(move |_| now.with(|team| team.as_ref().map(|team| team.name.clone()).unwrap_or_default()));
    let body = move || {
        let edit = fresh(move || {
            if changes.get()
                && let Some(team) = now.get_untracked()
            {
                return form::Form::of(here, Some(&team)).view(here, door, move || changes.set(false));
            }
            view! {
                <p class="after"><button class="button" type="button" on:click={move |_| changes.set(true)}>{icon("edit")}{t.change}</button></p>
            }
        });
        view! { {move || now.get().map(|team| facts(here, &team))} {edit} }
    };
    view! {
        <p class="after"><a class="button quiet flush" href="/kelola/tim">{icon("left")}{t.back}</a></p>
        {move || frame::section("tim", name.get(), "", body())}
        {members::members(here, id, now, door)}
    }
}

fn facts(here: Here, team: &Team) -> View {
    let t = teams_words(here.w.language);
    let purpose = (!team.purpose.is_empty()).then(|| view! { <p class="words">{team.purpose.clone()}</p> });
    view! {
        <div class="team-facts">
            {purpose}
            <dl>
                <div><dt>{t.leader}</dt><dd>{team.leader_name.clone()}</dd></div>
                <div><dt>{t.term}</dt><dd>{term(here, team)}</dd></div>
            </dl>
        </div>
    }
}
