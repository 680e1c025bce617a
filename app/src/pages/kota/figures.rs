//! The figures of everything together. Each says what it is out of and where it comes from.

use shared::rollup::board::{Figures, UnitBoard};
use shared::rollup::period::Period;
use shared::rollup::{PlanSums, percent};

use super::city::City;
use crate::components::plan_source::name;
use crate::components::source::{Source, source};
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Seconds of an hour and of a day, for times that are said in words.
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// All of them.
#[must_use]
pub fn figures(city: City) -> View {
    view! {
        <section class="figures" aria-label={city.b.entries}>
            {recorded(city)}
            {entries(city)}
            {waiting(city)}
            {progress(city)}
            {due(city)}
            {answers(city)}
        </section>
    }
}

fn number(city: City, value: i64) -> String {
    format::number(city.here.w, value)
}

/// The rows that a figure is made of: the units below, or the people where there are none.
fn rows(city: City, board: &UnitBoard, value: impl Fn(&Figures) -> String) -> Vec<(String, String)> {
    if board.units.is_empty() {
        return board.people.iter().map(|line| (line.name.clone(), value(&line.figures))).collect();
    }
    let mut rows: Vec<(String, String)> =
        board.units.iter().map(|line| (line.name.clone(), value(&line.figures))).collect();
    let here = board.people.iter().fold(Figures::default(), |mut all, line| {
        all.add(&line.figures);
        all
    });
    if !board.people.is_empty() {
        rows.push((city.b.own_people.to_owned(), value(&here)));
    }
    rows
}

/// One figure: its name, itself, what it is out of, and its source.
fn figure(
    city: City,
    label: &'static str,
    value: impl Fn(&UnitBoard) -> (String, String) + Send + Sync + 'static,
    about: impl Fn(&UnitBoard) -> String + Send + Sync + 'static,
    from: impl Fn(&UnitBoard) -> Source + Send + Sync + 'static,
) -> View {
    let shown = Memo::new(move |_| city.of(|board| (value(board), about(board))));
    let made = move || {
        let days = city.days();
        city.of(|board| {
            let made = from(board);
            if made.period.is_empty() { Source { period: days.clone(), ..made } } else { made }
        })
    };
    view! {
        <div class="stat">
            <p class="stat-label">{label}</p>
            <p class="stat-value">{move || shown.with(|shown| shown.0.0.clone())}" "<small>{move || shown.with(|shown| shown.0.1.clone())}</small></p>
            <p class="stat-context">{move || shown.with(|shown| shown.1.clone())}</p>
            {source(city.b, made)}
        </div>
    }
}

fn recorded(city: City) -> View {
    let (w, b) = (city.here.w, city.b);
    figure(
        city,
        b.recorded,
        move |board| (number(city, board.total.today), fill(b.out_of, &[&number(city, board.total.expected())])),
        move |board| {
            let total = &board.total;
            if let Some(closed) = city.closed(board) {
                return closed;
            }
            let share = percent(total.today, total.expected())
                .map(|percent| fill(b.percent_of_people, &[&format::percent(w, percent)]));
            let away = (total.away > 0).then(|| fill(b.away_not_counted, &[&number(city, total.away)]));
            let parts: Vec<String> = share.into_iter().chain(away).collect();
            if parts.is_empty() { b.nobody_yet.to_owned() } else { parts.join(w.dot) }
        },
        move |board| Source {
            rule: b.rule_recorded,
            working_days: false,
            inputs: fill(
                b.input_recorded,
                &[board.total.today, board.total.staff, board.total.away]
                    .map(|value| number(city, value))
                    .each_ref()
                    .map(String::as_str),
            ),
            n: fill(b.n_people, &[&number(city, board.total.expected())]),
            period: [b.day, ", ", &format::date_year(w, board.today())].concat(),
            rows: rows(city, board, |figures| {
                fill(w.of, &[&number(city, figures.today), &number(city, figures.expected())])
            }),
        },
    )
}

fn entries(city: City) -> View {
    let b = city.b;
    figure(
        city,
        b.entries,
        move |board| (number(city, board.total.counts.entries), String::new()),
        move |board| {
            let days = [board.total.written_days, board.total.expected_days].map(|value| number(city, value));
            let late = fill(b.late_entries, &[&number(city, board.total.counts.late)]);
            // Today counts once something is written: of today alone it says nothing.
            let is_today = city.asked.period == Period::Hari;
            if is_today || board.unknown_year.is_some() || board.total.expected_days == 0 {
                return late;
            }
            [&fill(b.person_days, &[&days[0], &days[1]]), city.here.w.dot, &late].concat()
        },
        move |board| Source {
            rule: b.rule_entries,
            working_days: true,
            inputs: fill(
                b.input_person_days,
                &[
                    &number(city, board.total.written_days),
                    &number(city, board.total.expected_days),
                    &number(city, board.total.away_days),
                ],
            ),
            n: fill(b.input_entries, &[&number(city, board.total.counts.entries)]),
            period: String::new(),
            rows: rows(city, board, |figures| number(city, figures.counts.entries)),
        },
    )
}

fn waiting(city: City) -> View {
    let b = city.b;
    figure(
        city,
        b.waiting,
        move |board| (number(city, board.total.counts.waiting), String::new()),
        move |board| fill(b.returned_count, &[&number(city, board.total.counts.returned)]),
        move |board| {
            let counts = &board.total.counts;
            let parts = [counts.waiting, counts.approved, counts.returned].map(|value| number(city, value));
            Source {
                rule: b.rule_waiting,
                working_days: false,
                inputs: fill(b.input_waiting, &[&parts[0], &parts[1], &parts[2]]),
                n: fill(b.input_entries, &[&number(city, counts.entries)]),
                period: String::new(),
                rows: rows(city, board, |figures| number(city, figures.counts.waiting)),
            }
        },
    )
}

fn progress(city: City) -> View {
    let (w, b) = (city.here.w, city.b);
    let mean = move |figures: &Figures| match figures.plans.mean_percent() {
        Some(percent) => format::percent(w, percent),
        None => b.no_figure.to_owned(),
    };
    figure(
        city,
        b.progress,
        move |board| (mean(&board.total), String::new()),
        move |board| {
            let plans = &board.total.plans;
            let said = if plans.plans == 0 {
                b.no_plans.to_owned()
            } else {
                fill(b.progress_about, &[&number(city, plans.plans), &number(city, plans.reached)])
            };
            and_left_out(city, said, b.left_out, plans)
        },
        move |board| Source {
            rule: b.rule_progress,
            working_days: false,
            inputs: fill(b.input_plans, &[&number(city, board.total.plans.percent)]),
            n: fill(b.n_plans, &[&number(city, board.total.plans.plans)]),
            period: [b.day, ", ", &format::date_year(w, board.today())].concat(),
            rows: rows(city, board, mean),
        },
    )
}

/// The agreed plans against their share of a month or a quarter (BNY-3).
fn due(city: City) -> View {
    let (w, b) = (city.here.w, city.b);
    let mean = move |figures: &Figures| match figures.due.mean_percent() {
        Some(percent) => format::percent(w, percent),
        None => b.no_figure.to_owned(),
    };
    figure(
        city,
        b.due,
        move |board| (mean(&board.total), String::new()),
        move |board| {
            let (due, name) = (&board.total.due, name(w, b, board.part()));
            let said = if due.plans == 0 {
                fill(b.due_none, &[&name])
            } else {
                fill(b.due_about, &[&name, &number(city, due.plans), &number(city, due.reached)])
            };
            and_left_out(city, said, b.due_left_out, due)
        },
        move |board| Source {
            rule: b.rule_due,
            working_days: false,
            inputs: fill(b.input_plans, &[&number(city, board.total.due.percent)]),
            n: fill(b.n_plans, &[&number(city, board.total.due.plans)]),
            period: name(w, b, board.part()),
            rows: rows(city, board, mean),
        },
    )
}

/// What is said of plans, and how many of them have no figure.
fn and_left_out(city: City, said: String, words: &str, plans: &PlanSums) -> String {
    match plans.left_out {
        0 => said,
        count => [&said, city.here.w.dot, &fill(words, &[&number(city, count)])].concat(),
    }
}

fn answers(city: City) -> View {
    let b = city.b;
    let mean = move |figures: &Figures| {
        figures.counts.mean_answer_seconds().map_or_else(|| b.no_figure.to_owned(), |seconds| duration(city, seconds))
    };
    figure(
        city,
        b.answer_mean,
        move |board| (mean(&board.total), String::new()),
        move |board| {
            let counts = &board.total.counts;
            fill(b.answer_about, &[&number(city, counts.answered), &number(city, counts.entries)])
        },
        move |board| Source {
            rule: b.rule_answer,
            working_days: false,
            inputs: fill(b.input_answer, &[&number(city, board.total.counts.answer_seconds / HOUR)]),
            n: fill(b.n_answered, &[&number(city, board.total.counts.answered)]),
            period: String::new(),
            rows: rows(city, board, mean),
        },
    )
}

/// "40 mnt", "6 jam", "3 hari": the largest whole unit that says enough.
fn duration(city: City, seconds: i64) -> String {
    let (sentence, value) = match seconds {
        ..HOUR => (city.b.minutes, seconds / 60),
        HOUR..=172_800 => (city.b.hours, seconds / HOUR),
        _ => (city.b.days, seconds / DAY),
    };
    fill(sentence, &[&number(city, value)])
}
