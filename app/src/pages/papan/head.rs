//! Head of the board: its name, how old it is, one sentence that says how the day stands, and the team's progress.

use shared::board::{Line, Progress};
use shared::calendar::Calendar;
use shared::complete::is_working;

use super::team::Team;
use crate::components::age;
use crate::components::frame::heading;
use crate::components::icon::icon;
use crate::components::source::{Source, source};
use crate::desk::Freshness;
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::people::people;
use crate::words::{BoardWords, board_words, fill};

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
    // Sums of the unit are for whoever leads it.
    let units = (!team.assessed).then(|| {
        let address = ["/papan/kota?unit=", &team.unit.to_string()].concat();
        view! { <a class="button quiet" href={address}>{icon("office")}{here.w.units}</a> }
    });
    view! {
        <header class="desk-head">
            <div>{heading(here.w.board)}{unit(team, "/papan?unit=")}</div>
            <div class="head-tools">
                {move || age::age(here, team.live.freshness.get(), team.live.heard_at)}
                {units}
            </div>
        </header>
    }
}

/// The unit's name; a choice when there are several boards. `way` is the address up to the unit.
#[must_use]
pub fn unit(team: Team, way: &'static str) -> View {
    let here = team.here;
    let boards = here
        .desk
        .person
        .with_untracked(|person| person.as_ref().map(|person| person.boards.clone()).unwrap_or_default());
    if boards.len() < 2 {
        if team.assessed {
            return view! { <p class="soft">{here.w.team.assessed}</p> };
        }
        let name = move || team.live.rows.with(|rows| rows.unit(team.unit).map(|unit| unit.name.clone()));
        return view! { <p class="soft">{name}</p> };
    }
    let options: Vec<View> = boards
        .into_iter()
        .map(|board| {
            let chosen = board.unit == team.unit;
            let name = if board.assessed { here.w.team.assessed.to_owned() } else { board.name };
            view! { <option value={board.unit.to_string()} selected={chosen}>{name}</option> }
        })
        .collect();
    let change = move |event| here.go(&[way, &event_target_value(&event)].concat());
    view! {
        <span class="select">
            <label class="aloud" for="unit">{here.w.team.unit}</label>
            <select class="input compact" id="unit" on:change={change}>{options}</select>
            {icon("down")}
        </span>
    }
}

/// "19 dari 22 orang yang bertugas sudah mencatat hari ini. 2 tidak masuk. 17 catatan menunggu Anda."
#[must_use]
pub fn sentence(team: Team) -> View {
    let w = team.here.w;
    let b = board_words(w.language);
    let words = move || {
        let board = team.board.get();
        let (away, all) = (board.away(), board.lines.len());
        let works = is_working(board.day, Calendar::official());
        let written = board.recorded().to_string();
        let mut recorded = match works {
            Ok(true) => fill(w.team.have_recorded, &[&written, &(all - away).to_string()]),
            Ok(false) if board.recorded() == 0 => b.closed.to_owned(),
            Ok(false) => [b.closed, " ", &fill(b.closed_wrote, &[&written])].concat(),
            Err(missing) => fill(day(w.language).calendar_unknown, &[&missing.year.to_string()]),
        };
        if away > 0 {
            recorded = [&recorded, " ", &fill(w.team.are_away, &[&away.to_string()])].concat();
        }
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
        let address = if waiting > 0 { review(team) } else { team.address("saring", "menunggu") };
        let stays = (waiting == 0).then_some("");
        view! { {recorded}" "<a href={address} data-noscroll={stays}>{w.entries(count)}</a>{rest} }
    };
    view! { <p class="sentence words">{words}</p> {source(b, move || from_day(team, b))} }
}

/// Where the numbers of the day come from: what each person has written, and what of it waits.
fn from_day(team: Team, b: &'static BoardWords) -> Source {
    let w = team.here.w;
    let board = team.board.get();
    let (written, away, waiting) = (board.recorded(), board.away(), board.waiting());
    let said = |line: &Line| {
        let day = match (line.today.len(), line.away) {
            (0, Some(kind)) => people(w.language).away(kind).to_owned(),
            (0, None) if !line.asked => b.no_figure.to_owned(),
            (0, None) => b.has_not.to_owned(),
            (count, _) => fill(b.did_write, &[&count.to_string()]),
        };
        match line.waiting.len() {
            0 => day,
            waiting => [&day, ", ", &fill(b.and_waiting, &[&waiting.to_string()])].concat(),
        }
    };
    Source {
        rule: b.rule_team_day,
        working_days: false,
        inputs: fill(b.input_team_day, &[&written.to_string(), &away.to_string(), &waiting.to_string()]),
        n: fill(b.n_people, &[&(board.lines.len() - away).to_string()]),
        period: [b.day, ", ", &format::date_year(w, board.day)].concat(),
        rows: board.lines.iter().map(|line| (line.employee.name.clone(), said(line))).collect(),
    }
}

/// The queue of what waits for this superior.
fn review(team: Team) -> String {
    ["/tinjau?unit=", &team.unit.to_string()].concat()
}

/// The team's progress, with where the number comes from.
#[must_use]
pub fn progress(team: Team) -> View {
    let w = team.here.w;
    let b = board_words(w.language);
    let progress = Memo::new(move |_| team.board.get().progress);
    let shown = Memo::new(move |_| progress.get().plans > 0);
    let percent = move || format::percent(w, progress.get().percent);
    let value = move || progress.get().percent.to_string();
    let note = move || {
        let progress = progress.get();
        let mut note = fill(w.team.team_progress_note, &[&progress.plans.to_string(), &progress.reached.to_string()]);
        let without = team.board.get().without_plan();
        for (count, words) in [(without, b.without_plan), (progress.left_out as usize, b.left_out)] {
            if count > 0 {
                note = [&note, w.dot, &fill(words, &[&count.to_string()])].concat();
            }
        }
        note
    };
    let view = move || {
        shown.get().then(|| {
            view! {
                <div class="team-progress">
                    <p class="team-progress-label"><span id="kemajuan">{w.team.team_progress}</span><strong>{percent}</strong></p>
                    <progress max="100" value={value} aria-labelledby="kemajuan"></progress>
                    <p class="note">{note}</p>
                    {source(b, move || from_plans(team, b))}
                </div>
            }
        })
    };
    view.into_view()
}

/// Where the team's progress comes from: the plans of each person.
fn from_plans(team: Team, b: &'static BoardWords) -> Source {
    let w = team.here.w;
    let board = team.board.get();
    let percent = |progress: &Progress| match progress.plans {
        0 => b.no_figure.to_owned(),
        _ => format::percent(w, progress.percent),
    };
    Source {
        rule: b.rule_progress,
        working_days: false,
        inputs: fill(
            w.team.team_progress_note,
            &[&board.progress.plans.to_string(), &board.progress.reached.to_string()],
        ),
        n: fill(b.n_plans, &[&board.progress.plans.to_string()]),
        period: [b.day, ", ", &format::date_year(w, board.day)].concat(),
        rows: board.lines.iter().map(|line| (line.employee.name.clone(), percent(&line.progress))).collect(),
    }
}
