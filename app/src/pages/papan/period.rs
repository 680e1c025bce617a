//! Everyone over a period: the sums that the office keeps, person by person, live like the day. What needs attention stays what it is
//! now, above.

use shared::rollup::board::{Figures, PersonLine, UnitBoard, of_team};
use shared::rollup::percent;
use shared::rollup::period::Asked;
use shared::rollup::seen::Seen;

use super::people::{anchor, filters};
use super::team::Team;
use crate::components::days;
use crate::components::source::{Source, of_columns, source};
use crate::components::take;
use crate::desk::{Freshness, Whose};
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::people::people as words_of_people;
use crate::words::{board_words, fill};

/// The section.
#[must_use]
pub fn period(team: Team, asked: Asked) -> View {
    let (here, w) = (team.here, team.here.w);
    let b = board_words(w.language);
    let live = here.desk.open_sums(Whose::Unit(team.unit), asked);
    let board = live.board;
    let lines = Memo::new(move |_| {
        let head = team.live.rows.with(|rows| rows.unit(team.unit).and_then(|unit| unit.head));
        board.with(|board| board.as_ref().map(|board| of_team(board, head)).unwrap_or_default())
    });
    let unknown = Memo::new(move |_| board.with(|board| board.as_ref().and_then(|board| board.unknown_year)));
    let days =
        Memo::new(move |_| board.with(|board| board.as_ref().map(|board| said(team, board)).unwrap_or_default()));
    let total = Memo::new(move |_| {
        lines.with(|lines| {
            lines.iter().fold(Figures::default(), |mut all, line| {
                all.add(&line.figures);
                all
            })
        })
    });
    let number = move |value: i64| format::number(w, value);
    let sentence = move || {
        let total = total.get();
        let [entries, written, expected] = [total.counts.entries, total.written_days, total.expected_days].map(number);
        if let Some(year) = unknown.get() {
            let unknown = fill(day(w.language).calendar_unknown, &[&year.to_string()]);
            return [&fill(b.in_period_entries, &[&days.get(), &entries]), " ", &unknown].concat();
        }
        fill(b.in_period, &[&days.get(), &entries, &written, &expected])
    };
    let from = move || {
        let total = total.get();
        let [written, expected, away] = [total.written_days, total.expected_days, total.away_days].map(number);
        Source {
            rule: b.rule_entries,
            working_days: true,
            inputs: fill(b.input_person_days, &[&written, &expected, &away]),
            n: fill(b.input_entries, &[&number(total.counts.entries)]),
            period: days.get(),
            rows: lines.with(|lines| {
                lines.iter().map(|line| (line.name.clone(), number(line.figures.counts.entries))).collect()
            }),
        }
    };
    let count =
        move |filter: &str| lines.with(|lines| lines.iter().filter(|line| Seen::of_sums(line).fits(filter)).count());
    let rows = move || {
        let filter = here.asked("saring").unwrap_or_default();
        let wanted = here.asked("cari").unwrap_or_default().to_lowercase();
        let fits = |line: &&PersonLine| Seen::of_sums(line).fits(&filter) && line.name.to_lowercase().contains(&wanted);
        let rows: Vec<View> = lines.with(|lines| lines.iter().filter(fits).map(|line| row(team, line)).collect());
        if rows.is_empty() {
            let words = match live.freshness.get() {
                Freshness::Loading => w.loading,
                Freshness::Live | Freshness::Stale { .. } | Freshness::NotFound => b.nobody_matches,
            };
            return view! { <tr role="row"><td role="cell" colspan="6" class="soft">{words}</td></tr> };
        }
        rows.into_view()
    };
    let columns = [
        (b.entries, b.rule_entries),
        (b.days_written, b.rule_days_written),
        (b.waiting_short, b.rule_waiting),
        (b.returned_short, b.rule_returned),
        (b.late_short, b.rule_late),
    ];
    let people = move || fill(b.everyone_in, &[&lines.with(Vec::len).to_string()]);
    view! {
        <section class="everyone" aria-labelledby="semua">
            <div class="section-head"><h2 id="semua">{w.team.everyone}" "<span class="count">{people}</span></h2></div>
            {team.days()}
            <p class="words">{sentence}</p>
            {source(b, from)}
            {filters(team, count)}
            <table class="board units" role="table">
                <caption class="aloud">{w.team.everyone_caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{w.team.name}</th>
                        <th scope="col" role="columnheader" class="num">{b.entries}</th>
                        <th scope="col" role="columnheader">{b.days_written}</th>
                        <th scope="col" role="columnheader" class="num">{b.waiting_short}</th>
                        <th scope="col" role="columnheader" class="num">{b.returned_short}</th>
                        <th scope="col" role="columnheader" class="num">{b.late_short}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {take::table(here, team.unit, "team", &[("saring", "filter"), ("cari", "search")])}
            {of_columns(b, &columns, move || fill(b.n_people, &[&lines.with(Vec::len).to_string()]), move || days.get())}
        </section>
    }
}

/// "Minggu ini, 23 November sampai 26 November 2026"
fn said(team: Team, board: &UnitBoard) -> String {
    let (w, b) = (team.here.w, board_words(team.here.w.language));
    let days = fill(b.from_until, &[&format::date(w, board.from), &format::date_year(w, board.until)]);
    [days::name(b, board.period), ", ", &days].concat()
}

fn row(team: Team, line: &PersonLine) -> View {
    let w = team.here.w;
    let b = board_words(w.language);
    let (id, counts) = (line.who, &line.figures.counts);
    let number = |value: i64| format::number(w, value);
    let is_open = move || (team.person.get() == Some(id)).then_some("true");
    let class = move || if team.person.get() == Some(id) { "is-open" } else { "" };
    let address = move || team.address("orang", &id.to_string());
    let expected = line.figures.expected_days;
    let of = fill(w.of, &[&number(line.figures.written_days), &number(expected)]);
    let share = percent(line.figures.written_days, expected).map(|share| {
        let name = [b.days_written, ": ", &of].concat();
        view! { <progress max="100" value={share.to_string()} aria-label={name}></progress> }
    });
    let away = line.away.map(|kind| {
        let words = words_of_people(w.language).away(kind);
        view! { <span class="about">{words}</span> }
    });
    view! {
        <tr role="row" class={class}>
            <th scope="row" role="rowheader">
                <a class="who" id={anchor(&id.to_string())} href={address} data-noscroll="" aria-current={is_open}>{line.name.clone()}</a>
                <span class="about">{line.position.clone()}</span>{away}
            </th>
            <td role="cell" class="num" data-label={b.entries}>{number(counts.entries)}</td>
            <td role="cell" data-label={b.days_written}><span class="meter">{share}<span class="digits">{of}</span></span></td>
            <td role="cell" class="num" data-label={b.waiting_short}>{number(counts.waiting)}</td>
            <td role="cell" class="num" data-label={b.returned_short}>{number(counts.returned)}</td>
            <td role="cell" class="num" data-label={b.late_short}>{number(counts.late)}</td>
        </tr>
    }
}
