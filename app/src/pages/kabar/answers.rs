//! Answers to wishes for another superior, and days away that were taken back, while they are news. Opening the page is reading them.

use std::time::Duration;

use chrono::Days;
use shared::absence::{Absences, TakenBack};
use shared::command::Action;
use shared::ids::SuperiorRequestId;
use shared::superior::{Asked, ReadSuperior, RequestState, SuperiorRequest};

use super::READING;
use crate::components::away::days;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// Days for which an answer stands among the news.
const DAYS: u64 = 30;

/// The answers, newest first; nothing where there is none.
pub(super) fn answers(here: Here) -> View {
    mark_as_read(here, READING);
    let list = Memo::new(move |_| {
        let since = here.today.get().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
        here.desk.view.with(|rows| {
            let list = rows.asked(Asked::of(here.me)).map(|asked| asked.list.clone()).unwrap_or_default();
            let fresh = |one: &SuperiorRequest| one.answered_at.is_some_and(|at| here.zone.local_date(at) >= since);
            list.into_iter().rev().filter(|one| one.is_answered() && fresh(one)).collect::<Vec<_>>()
        })
    });
    let taken = Memo::new(move |_| {
        let since = here.today.get().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
        here.desk.view.with(|rows| {
            let taken = rows.absences(Absences::of(here.me)).map(|list| list.taken.clone()).unwrap_or_default();
            taken.into_iter().rev().filter(|one| here.zone.local_date(one.at) >= since).collect::<Vec<_>>()
        })
    });
    let view = move || {
        let mut letters: Vec<View> = taken.with(|list| list.iter().map(|one| taken_back(here, one)).collect());
        letters.extend(list.with(|list| list.iter().map(|one| letter(here, one)).collect::<Vec<_>>()));
        (!letters.is_empty()).then(|| view! { <ol class="letters">{letters}</ol> })
    };
    view.into_view()
}

fn letter(here: Here, request: &SuperiorRequest) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let (class, name, title) = if request.state == RequestState::Approved {
        ("letter is-thanks", "approved", fill(p.superior_becomes, &[&request.wanted_name]))
    } else {
        ("letter is-revise", "back", p.superior_stays.to_owned())
    };
    let words = (!request.answer.is_empty())
        .then(|| view! { <blockquote class="words">{fill(w.quoted, &[&request.answer])}</blockquote> });
    let by = Some(&request.answered_by).filter(|by| !by.is_empty()).map(|by| fill(p.answered_by, &[by]));
    let about = by.into_iter().chain(request.answered_at.map(|at| here.moment(at))).collect::<Vec<_>>().join(w.dot);
    let fresh = request.read_at.is_none().then(|| view! { <span class="fresh">{w.fresh}</span> });
    view! {
        <li class={class}>
            {icon(name)}
            <article>
                <p class="letter-head"><span class="letter-kind">{title}</span>{fresh}</p>
                {words}
                <p class="entry-about">{about}</p>
                <div class="button-row"><a class="button quiet flush" href="/saya">{icon("person")}{w.superior}</a></div>
            </article>
        </li>
    }
}

/// Days away that somebody else has taken back, with the reason.
fn taken_back(here: Here, taken: &TakenBack) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let title = fill(p.away_taken_letter, &[&days(here, taken.absence.from, taken.absence.until)]);
    let by = Some(&taken.by_name).filter(|by| !by.is_empty()).map(|by| fill(p.away_taken_by, &[by]));
    let about = by.into_iter().chain([here.moment(taken.at)]).collect::<Vec<_>>().join(w.dot);
    view! {
        <li class="letter is-revise">
            {icon("back")}
            <article>
                <p class="letter-head"><span class="letter-kind">{title}</span></p>
                <blockquote class="words">{fill(w.quoted, &[&taken.reason])}</blockquote>
                <p class="entry-about">{about}</p>
                <div class="button-row"><a class="button quiet flush" href="/saya">{icon("person")}{p.away_title}</a></div>
            </article>
        </li>
    }
}

/// Saves that the answers have been read, after they have been on the screen for a while. It works offline.
fn mark_as_read(here: Here, reading: Duration) {
    let ids: Vec<SuperiorRequestId> = here.desk.view.with_untracked(|rows| {
        rows.asked(Asked::of(here.me)).map(|asked| asked.unread().map(|one| one.id).collect()).unwrap_or_default()
    });
    if ids.is_empty() {
        return;
    }
    let open = StoredValue::new(true);
    on_cleanup(move || {
        open.try_set_value(false);
    });
    let save = move || {
        if open.try_get_value() == Some(true) {
            crate::browser::spawn(async move {
                for id in ids {
                    let _ = here.desk.save(Action::ReadSuperior(ReadSuperior { id }), Vec::new()).await;
                }
            });
        }
    };
    set_timeout(save, reading);
}
