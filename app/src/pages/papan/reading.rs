//! One entry, read by the superior: its words in serif, its evidence, what was said, and the four answers.

use shared::board::{Line, thread};
use shared::entry::Entry;
use shared::ids::EntryId;

use super::react::{Hand, Writing, react};
use super::team::Team;
use crate::components::entry_line::counts_towards;
use crate::components::photo::at_office;
use crate::components::rest::rest;
use crate::components::state;
use crate::components::thread::remarks;
use crate::components::times::{apart, times};
use crate::format;
use crate::view::prelude::*;

/// The open entry.
#[must_use]
pub fn reading(team: Team, line: Memo<Option<Line>>, id: EntryId) -> View {
    let entry = Memo::new(move |_| team.live.rows.with(|rows| rows.entry(id).cloned()));
    let mine = Memo::new(move |_| line.get().is_some_and(|line| team.is_mine(&line.employee)));
    let owner = Memo::new(move |_| line.get().map(|line| line.employee.name).unwrap_or_default());
    let writing = Writing::about(team.here, id);
    let content = move || entry.get().map(|entry| content(team, &entry));
    let said = move || (!mine.get()).then(|| team.live.rows.with(|rows| remarks(team.here, &thread(rows, id), None)));
    view! {
        <article class="reading">
            {content}
            {said}
            {move || mine.get().then(|| react(team.here, Hand::Assessor, writing, entry, owner, team.live.rows))}
        </article>
    }
}

fn content(team: Team, entry: &Entry) -> View {
    let here = team.here;
    let w = here.w;
    let times = times(w, entry, &|at| team.moment_inside(at));
    let day = format::day(w, entry.work_date, team.today.get());
    let about = team.live.rows.with(|rows| [&day, w.dot, &counts_towards(here, entry, rows)].concat());
    let photos: Vec<View> = at_office(w, entry)
        .into_iter()
        .map(|(address, words)| {
            view! {
                <figure class="evidence">
                    <img src={address} alt={words.clone()} loading="lazy" decoding="async" />
                    <figcaption class="note soft">{words}</figcaption>
                </figure>
            }
        })
        .collect();
    view! {
        <p class="line">{state::of(w, entry)}<span class="note soft">{times}</span></p>
        {apart(here, entry)}
        <p class="words big-words">{entry.text.clone()}</p>
        <p class="entry-about">{about}</p>
        {rest(here, entry)}
        {photos}
    }
}
