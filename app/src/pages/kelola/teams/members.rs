//! Members of a team: who is in it or will be, who was, ending a membership, and adding one.

use chrono::NaiveDate;
use shared::ids::TeamId;
use shared::people::Teams;
use shared::team::{JoinTeam, LeaveTeam, Member, Team};
use shared::words::Spoken;

use super::counted;
use crate::components::away::days;
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::person_search::PersonSearch;
use crate::components::refusal::refusal;
use crate::components::span::Span;
use crate::pages::kelola::act::{Order, give};
use crate::view::prelude::*;
use crate::words::{fill, teams_words};

/// The section. The lists follow the team; the form of one more stands.
pub(super) fn members(here: Here, id: TeamId, team: Memo<Option<Team>>, door: Door<Teams>) -> View {
    let (w, t) = (here.w, teams_words(here.w.language));
    let today = here.today.get_untracked();
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let present = Memo::new(move |_| some_of(team, |member| member.until >= today));
    let past = Memo::new(move |_| some_of(team, |member| member.until < today));
    let list = move || {
        let lines: Vec<View> = present.get().iter().map(|one| line(here, id, one, door, busy, refused)).collect();
        if lines.is_empty() {
            return view! { <p class="after soft">{t.admin_no_members}</p> };
        }
        view! { <ul class="away-list">{lines}</ul> }
    };
    let past = move || {
        let line = |member: &Member| view! { <li class="away"><div>{about(here, member)}</div></li> };
        let lines: Vec<View> = past.get().iter().map(line).collect();
        (!lines.is_empty()).then(|| {
            view! { <details class="after"><summary>{t.were_members}</summary><ul class="away-list">{lines}</ul></details> }
        })
    };
    let runs = Memo::new(move |_| team.with(|team| team.as_ref().is_some_and(|team| team.until >= today)));
    let add = move || {
        let team = if runs.get() { team.get_untracked()? } else { return None };
        Some(add(here, id, Span::of(team.from.max(today), team.until), door, busy, refused))
    };
    let count = move || counted(present.with(Vec::len));
    let body = view! { {refusal(w, w.not_accepted, refused)} {list} {add} {past} };
    frame::section_beside("anggota", t.members.to_owned(), count.into_view(), body)
}

fn some_of(team: Memo<Option<Team>>, wanted: impl Fn(&Member) -> bool) -> Vec<Member> {
    let members = team.get().map(|team| team.members).unwrap_or_default();
    members.into_iter().filter(wanted).collect()
}

fn about(here: Here, member: &Member) -> View {
    view! { <p><strong>{member.name.clone()}</strong></p><p class="small soft">{days(here, member.from, member.until)}</p> }
}

fn line(
    here: Here,
    team: TeamId,
    member: &Member,
    door: Door<Teams>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
) -> View {
    let t = teams_words(here.w.language);
    let today = here.today.get_untracked();
    let begun = member.from < today || (member.from == today && member.until > today);
    // What has not begun never was; what has begun ends with today.
    let until = if begun { today } else { before(member.from) };
    let leave = LeaveTeam { team, person: member.person, from: member.from, until };
    let (word, spoken, done) =
        if begun { (t.end, t.end_of, t.ended) } else { (here.w.cancel, t.cancel_of, t.cancelled) };
    let (spoken, done) = (fill(spoken, &[&member.name]), fill(done, &[&member.name]));
    let press = move |_| {
        let done = done.clone();
        give(here, Order::Leave(leave.clone()), busy, refused, move || {
            here.toasts.say(done);
            door.again();
        });
    };
    let ends_today = begun && member.until == today;
    let button = (!ends_today).then(|| {
        view! { <button class="button quiet" type="button" aria-label={spoken} on:click={press}>{word}</button> }
    });
    view! { <li class="away"><div>{about(here, member)}</div>{button}</li> }
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

fn add(
    here: Here,
    team: TeamId,
    span: Span,
    door: Door<Teams>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
) -> View {
    let t = teams_words(here.w.language);
    let search = PersonSearch::new();
    let submit = move |event: Event| {
        event.prevent_default();
        let (Some(person), (Some(from), Some(until))) = (search.chosen.get_untracked(), span.picked()) else {
            return refused.set(Some(incomplete()));
        };
        let done = fill(t.added, &[&person.name]);
        let join = JoinTeam { team, person: person.id, from, until };
        give(here, Order::Join(join), busy, refused, move || {
            here.toasts.say(done);
            search.clear();
            door.again();
        });
    };
    view! {
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {search.field(here, "anggota-nama", t.member, "")}
            {span.fields(here, ["anggota-mulai", "anggota-sampai"])}
            <button class="button" type="submit" aria-busy={move || busy.get().then_some("true")}>{icon("plus")}{t.add_member}</button>
        </form>
    }
}

/// What is still to be chosen.
fn incomplete() -> Spoken {
    Spoken {
        code: "member_incomplete".to_owned(),
        id: "Pilih dulu orangnya dan kedua tanggalnya.".to_owned(),
        en: "Choose the person and both dates first.".to_owned(),
    }
}
