//! Head of the board: its name, how old it is, one sentence that says how the day stands, and the team's progress.

use chrono::TimeDelta;

use super::team::Team;
use crate::components::frame::heading;
use crate::components::icon::icon;
use crate::desk::Freshness;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Said at once, and to a screen reader too, when the line breaks.
#[must_use]
pub fn stale(team: Team) -> View {
    let w = team.here.w;
    let banner = move || {
        if let Freshness::Stale { since } = team.live.freshness.get() {
            let lead = fill(w.team.stale, &[&team.here.clock(since)]);
            Some(view! { <div class="banner">{icon("clock")}<p><strong>{lead}</strong>{w.team.stale_about}</p></div> })
        } else {
            None
        }
    };
    view! { <div class="banners" role="status">{banner}</div> }
}

/// Title, unit, age.
#[must_use]
pub fn head(team: Team) -> View {
    let here = team.here;
    view! {
        <header class="desk-head">
            <div>{heading(here.w.board)}{unit(team)}</div>
            <div class="head-tools">{move || age(team)}</div>
        </header>
    }
}

/// The unit's name; a choice when there are several boards.
fn unit(team: Team) -> View {
    let here = team.here;
    let boards = here
        .desk
        .person
        .with_untracked(|person| person.as_ref().map(|person| person.boards.clone()).unwrap_or_default());
    if boards.len() < 2 {
        let name = move || team.live.rows.with(|rows| rows.unit(team.unit).map(|unit| unit.name.clone()));
        return view! { <p class="soft">{name}</p> };
    }
    let options: Vec<View> = boards
        .into_iter()
        .map(|board| {
            let chosen = board.unit == team.unit;
            view! { <option value={board.unit.to_string()} selected={chosen}>{board.name}</option> }
        })
        .collect();
    let change = move |event| here.go(&["/papan?unit=", &event_target_value(&event)].concat());
    view! {
        <span class="select">
            <label class="aloud" for="unit">{here.w.team.unit}</label>
            <select class="input compact" id="unit" on:change={change}>{options}</select>
            {icon("down")}
        </span>
    }
}

/// How old is what I see. It changes every few seconds, so it is not read aloud by itself.
fn age(team: Team) -> View {
    let here = team.here;
    let w = here.w;
    let (class, name, words) = match team.live.freshness.get() {
        Freshness::NotFound => return ().into_view(),
        Freshness::Loading => ("live", "clock", w.loading.to_owned()),
        Freshness::Stale { since } => ("live is-stale", "clock", fill(w.team.stale_short, &[&here.clock(since)])),
        Freshness::Live => {
            let age = (here.desk.now.get() - team.live.heard_at.get()).max(TimeDelta::zero());
            let words = match age.num_seconds() {
                0..2 => w.team.live_now.to_owned(),
                seconds @ 2..60 => fill(w.team.live_seconds, &[&seconds.to_string()]),
                seconds => fill(w.team.live_minutes, &[&(seconds / 60).to_string()]),
            };
            ("live", "live", words)
        }
    };
    view! { <p class={class}>{icon(name)}{words}</p> }
}

/// "19 dari 22 orang sudah mencatat hari ini. 17 catatan menunggu Anda."
#[must_use]
pub fn sentence(team: Team) -> View {
    let w = team.here.w;
    let words = move || {
        let board = team.board.get();
        let recorded = fill(w.team.have_recorded, &[&board.recorded().to_string(), &board.lines.len().to_string()]);
        let mine = board.lines.iter().filter(|line| team.is_mine(&line.employee));
        let waiting: usize = mine.map(|line| line.waiting.len()).sum();
        let (count, rest) =
            if waiting > 0 { (waiting, w.team.wait_for_you) } else { (board.waiting(), w.team.wait_for_superior) };
        if board.lines.is_empty() {
            return w.team.team_empty.into_view();
        }
        if count == 0 {
            return [recorded.as_str(), " ", w.team.none_waits].concat().into_view();
        }
        let address = team.address("saring", "menunggu");
        view! { {recorded}" "<a href={address} data-noscroll="">{w.entries(count)}</a>{rest} }
    };
    view! { <p class="sentence words">{words}</p> }
}

/// The team's progress, with where the number comes from.
#[must_use]
pub fn progress(team: Team) -> View {
    let w = team.here.w;
    let progress = Memo::new(move |_| team.board.get().progress);
    let shown = Memo::new(move |_| progress.get().plans > 0);
    let percent = move || format::percent(w, progress.get().percent);
    let value = move || progress.get().percent.to_string();
    let note = move || {
        let progress = progress.get();
        fill(w.team.team_progress_note, &[&progress.plans.to_string(), &progress.reached.to_string()])
    };
    let out_of = move || fill(w.team.team_out_of, &[&progress.get().plans.to_string()]);
    let view = move || {
        shown.get().then(|| {
            view! {
                <div class="team-progress-list">
                    <div class="team-progress">
                        <p class="team-progress-label"><span id="kemajuan">{w.team.team_progress}</span><strong>{percent}</strong></p>
                        <progress max="100" value={value} aria-labelledby="kemajuan"></progress>
                        <p class="note">{note}</p>
                        <details class="source">
                            <summary>{icon("ask")}{w.team.which_number}</summary>
                            <div class="source-body">
                                <dl><dt>{w.team.rule}</dt><dd>{w.team.team_rule}</dd><dt>{w.team.out_of}</dt><dd>{out_of}</dd></dl>
                            </div>
                        </details>
                    </div>
                </div>
            }
        })
    };
    view.into_view()
}
