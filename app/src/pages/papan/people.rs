//! Semua orang: everyone by alphabet, with the latest entry of the day, ten days, progress and what waits.
//! A row is one target: the name, which opens the panel. On a phone each row is a small stack with its own labels.

use shared::board::Line;
use shared::rollup::seen::Seen;

use super::team::Team;
use super::ten::ten;
use crate::components::icon::icon;
use crate::components::source::of_columns;
use crate::components::state;
use crate::components::take;
use crate::format;
use crate::view::prelude::*;
use crate::words::people::people as words_of_people;
use crate::words::{board_words, fill};

/// The section.
#[must_use]
pub fn people(team: Team) -> View {
    let w = team.here.w;
    let count = move || fill(w.team.by_alphabet, &[&team.board.get().lines.len().to_string()]);
    let rows = move || {
        let board = team.board.get();
        let filter = team.here.asked("saring").unwrap_or_default();
        let wanted = team.here.asked("cari").unwrap_or_default().to_ascii_lowercase();
        let fits = |line: &&Line| {
            Seen::of_day(line).fits(&filter) && line.employee.name.to_ascii_lowercase().contains(&wanted)
        };
        let shown = board.lines.iter().filter(fits);
        let rows: Vec<View> = shown.map(|line| row(team, line)).collect();
        if rows.is_empty() {
            return view! { <tr role="row"><td role="cell" colspan="5" class="soft">{w.team.nobody_matches}</td></tr> };
        }
        rows.into_view()
    };
    let fitting = move |filter: &str| {
        team.board.with(|board| board.lines.iter().filter(|line| Seen::of_day(line).fits(filter)).count())
    };
    view! {
        <section class="everyone" aria-labelledby="semua">
            <div class="section-head"><h2 id="semua">{w.team.everyone}" "<span class="count">{count}</span></h2></div>
            {(!team.assessed).then(|| team.days())}
            {filters(team, fitting)}
            <table class="board team" role="table">
                <caption class="aloud">{w.team.everyone_caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{w.team.name}</th>
                        <th scope="col" role="columnheader">{w.team.latest}</th>
                        <th scope="col" role="columnheader">{w.team.ten_days}</th>
                        <th scope="col" role="columnheader" class="num">{w.team.progress}</th>
                        <th scope="col" role="columnheader" class="num">{w.team.waiting}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {from(team)}
            {(!team.assessed).then(|| take::table(team.here, team.unit, "team", &[("saring", "filter"), ("cari", "search")]))}
        </section>
    }
}

/// Where the columns come from.
fn from(team: Team) -> View {
    let w = team.here.w;
    let b = board_words(w.language);
    let columns =
        [(w.team.ten_days, b.rule_ten), (w.team.progress, b.rule_progress), (w.team.waiting, b.rule_waiting_team)];
    let n = move || fill(b.n_people, &[&team.board.with(|board| board.lines.len()).to_string()]);
    of_columns(b, &columns, n, move || [b.day, ", ", &format::date_year(w, team.board.get().day)].concat())
}

/// Whom to show, and how many these are.
pub(super) fn filters(team: Team, count: impl Fn(&str) -> usize + Copy + 'static) -> View {
    let here = team.here;
    let w = here.w;
    let chip = move |filter: &'static str, word: &'static str| {
        let chosen = Memo::new(move |_| here.asked("saring").unwrap_or_default() == filter);
        let tick = move || chosen.get().then(|| icon("tick"));
        let number = (!filter.is_empty()).then(|| view! { " "<span class="count">{move || count(filter)}</span> });
        view! {
            <a
                class="chip" href={move || team.address("saring", filter)} data-noscroll=""
                aria-current={move || chosen.get().then_some("true")}
            >{tick}{word}{number}</a>
        }
    };
    let search = move |event| here.ask_again(&team.address("cari", &event_target_value(&event)));
    view! {
        <form class="filters" role="search" on:submit={move |event| event.prevent_default()}>
            <div class="chips">{chip("", w.all)}{chip("belum", w.team.not_recorded)}{chip("menunggu", w.waits_for_you)}{chip("revisi", w.team.returned_filter)}{chip("terhambat", w.team.stuck_filter)}{chip("terlambat", w.team.late_filter)}{chip("tidak-masuk", w.team.away_filter)}</div>
            <span class="search">
                <label class="aloud" for="cari">{w.team.search_name}</label>
                {icon("search")}
                <input
                    class="input compact" id="cari" name="cari" type="search" placeholder={w.team.search_name}
                    value={here.asked_once("cari")} on:input={search}
                />
            </span>
        </form>
    }
}

fn row(team: Team, line: &Line) -> View {
    let w = team.here.w;
    let person = &line.employee;
    let id = person.id;
    let is_open = move || (team.person.get() == Some(id)).then_some("true");
    let class = move || if team.person.get() == Some(id) { "is-open" } else { "" };
    let address = move || team.address("orang", &id.to_string());
    let waiting = line.waiting.len();
    let waiting_class = if waiting == 0 { "faint" } else { "" };
    let blank = if line.progress.plans == 0 { "num is-blank" } else { "num" };
    let progress = (line.progress.plans > 0).then(|| {
        let percent = format::percent(w, line.progress.percent);
        let name = [w.team.progress, ": ", &percent].concat();
        view! {
            <span class="meter">
                <progress max="100" value={line.progress.percent.to_string()} aria-label={name}></progress><span class="digits">{percent}</span>
            </span>
        }
    });
    view! {
        <tr role="row" class={class}>
            <th scope="row" role="rowheader">
                <a class="who" id={anchor(&id.to_string())} href={address} data-noscroll="" aria-current={is_open}>{person.name.clone()}</a>
                <span class="about one-line">{person.position.clone()}</span>
            </th>
            <td role="cell">{latest(team, line)}</td>
            <td role="cell">{ten(w, &line.days, team.board.with_untracked(|board| board.day))}</td>
            <td role="cell" class={blank} data-label={w.team.progress}>{progress}</td>
            <td role="cell" class="num" data-label={w.team.waiting}><span class={waiting_class}>{waiting}</span></td>
        </tr>
    }
}

/// The id of a person's link in the table, where the focus comes back to.
#[must_use]
pub fn anchor(person: &str) -> String {
    ["orang-", person].concat()
}

fn latest(team: Team, line: &Line) -> View {
    let here = team.here;
    match line.today.first() {
        None => {
            let words = words_of_people(here.w.language);
            let away = line.away.map_or(here.w.team.no_entry_today, |kind| words.away(kind));
            view! { <span class="line soft">{away}</span> }
        }
        Some(entry) => {
            let time = here.clock(entry.received_at.unwrap_or(entry.claimed_at));
            view! {
                <span class="words one-line">{entry.text.clone()}</span>
                <span class="line">{state::of(here.w, entry)}<span class="note faint">{time}</span></span>
            }
        }
    }
}
