//! One entry that waits: who, what, since when, its evidence, and what stands in the way of a decision.

use shared::entry::Entry;
use shared::feedback::Wait;

use super::changed::changed;
use super::desk::{Review, can_be_decided};
use crate::components::entry_line::counts_towards;
use crate::components::icon::icon;
use crate::components::photo::at_office;
use crate::components::state;
use crate::components::times::apart;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The id of the place where the focus stands in a row.
pub(super) fn anchor(at: usize) -> String {
    ["tinjau-", &at.to_string()].concat()
}

/// A row.
pub(super) fn row(review: Review, at: usize, wait: Wait) -> View {
    let (team, f) = (review.team, review.f);
    let here = team.here;
    let w = here.w;
    let Wait { entry, owner, asks } = wait;
    let entry = StoredValue::new(entry);
    let get = move || entry.get_value();
    let one = get();
    let decided = can_be_decided(&one);
    let chosen = Memo::new(move |_| review.is_chosen(&get()));
    let name = fill(f.choose, &[&owner, &one.text]);
    let toggle = move |_| review.choose(&get(), !chosen.get_untracked());
    let mark = if decided {
        view! {
            <input
                class="review-mark" type="checkbox" id={anchor(at)} aria-label={name} prop:checked={move || chosen.get()} on:change={toggle}
            />
        }
    } else {
        view! { <span class="review-mark" id={anchor(at)} tabindex="-1"></span> }
    };
    let about = team.live.rows.with_untracked(|rows| counts_towards(here, &one, rows));
    let day = format::day(w, one.work_date, here.today.get_untracked());
    let since = fill(f.waits_since, &[&here.moment_inside(one.received_at.unwrap_or(one.claimed_at))]);
    let open =
        ["/papan?unit=", &team.unit.to_string(), "&orang=", &one.owner.to_string(), "&catatan=", &one.id.to_string()]
            .concat();
    let way = if asks.is_some() { f.answer_it } else { f.open };
    let class = move || if chosen.get() { "review-row is-chosen" } else { "review-row" };
    let difference = move || review.before(&get()).map(|before| changed(review, &before, &get()));
    view! {
        <li class={class} data-at={at.to_string()}>
            {mark}
            <div class="review-body">
                <p class="review-head"><strong>{owner}</strong><span class="note soft">{since}</span></p>
                {question(review, asks)}
                <p class="entry-text">{one.text.clone()}</p>
                <p class="entry-about">{[day.as_str(), w.dot, &about].concat()}</p>
                {apart(here, &one)}
                {evidence(review, &one)}
                {difference}
                {refused(review, &one)}
                <div class="entry-foot">{marks(review, &one)}<a class="button quiet" href={open}>{way}{icon("right")}</a></div>
            </div>
        </li>
    }
}

fn question(review: Review, asks: Option<String>) -> Option<View> {
    let w = review.team.here.w;
    asks.map(|words| {
        let words = (!words.is_empty()).then(|| view! { <span class="words">{fill(w.quoted, &[&words])}</span> });
        view! { <p class="review-ask">{icon("ask")}<span><strong>{review.f.asks}</strong>" "{words}</span></p> }
    })
}

/// The photos, small; each opens large.
fn evidence(review: Review, entry: &Entry) -> Option<View> {
    let all: Vec<View> = at_office(review.team.here.w, entry)
        .into_iter()
        .map(|(address, words)| {
            view! {
                <li><a href={address.clone()} target="_blank" rel="external">
                    <img class="thumb" src={address} alt={words} loading="lazy" decoding="async" />
                </a></li>
            }
        })
        .collect();
    (!all.is_empty()).then(|| view! { <ul class="thumbs">{all}</ul> })
}

fn refused(review: Review, entry: &Entry) -> View {
    let (id, w) = (entry.id, review.team.here.w);
    let words = move || {
        let reason =
            review.refused.with(|all| all.iter().find(|(one, _)| *one == id).map(|(_, reason)| reason.clone()));
        reason.map(|reason| {
            let words = reason.in_language(w.language).to_owned();
            view! { <p class="field-error" data-code={reason.code}>{icon("warn")}{words}</p> }
        })
    };
    words.into_view()
}

fn marks(review: Review, entry: &Entry) -> View {
    let (w, f) = (review.team.here.w, review.f);
    let late = entry.is_late().then(|| state::stamp("state is-revise", "clock", f.late));
    let answered = (!entry.waits()).then(|| view! { <span class="note soft">{f.approved_asks}</span> });
    view! { <span class="line">{state::of(w, entry)}{late}{answered}</span> }
}
