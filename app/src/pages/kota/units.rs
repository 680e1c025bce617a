//! The units below as rows: those that need attention first, each group by alphabet. A row is one target: the name, which goes one
//! step down.

use shared::rollup::attention_first;
use shared::rollup::board::UnitLine;
use shared::rollup::percent;

use super::city::City;
use crate::components::icon::{icon, icon_in};
use crate::components::source::of_columns;
use crate::components::take;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The section; nothing for a unit without units below.
#[must_use]
pub fn units(city: City) -> View {
    let b = city.b;
    let lines = Memo::new(move |_| city.of(|board| board.units.clone()));
    let is_there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let rows = move || rows(city, &lines.get());
    let order = move || if by_alphabet(city) { b.by_alphabet } else { b.attention_first };
    let view = move || {
        is_there.get().then(|| {
            view! {
                <section class="everyone" aria-labelledby="unit">
                    <div class="section-head"><h2 id="unit">{b.units}" "<span class="count">{order}</span></h2></div>
                    {filters(city, lines)}
                    <table class="board units" role="table">
                        <caption class="aloud">{b.units_caption}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{b.unit_name}</th>
                                <th scope="col" role="columnheader" class="num">{b.staff}</th>
                                <th scope="col" role="columnheader">{b.recorded}</th>
                                <th scope="col" role="columnheader" class="num">{b.entries}</th>
                                <th scope="col" role="columnheader" class="num">{b.waiting_short}</th>
                                <th scope="col" role="columnheader" class="num">{b.returned_short}</th>
                                <th scope="col" role="columnheader">{b.progress_short}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                    {from(city, lines)}
                    {take::table(city.here, city.unit, "units", &[("saring", "filter"), ("urut", "order"), ("cari", "search")])}
                </section>
            }
        })
    };
    view.into_view()
}

/// Where the columns come from.
fn from(city: City, lines: Memo<Vec<UnitLine>>) -> View {
    let b = city.b;
    let columns = [
        (b.staff, b.rule_staff),
        (b.recorded, b.rule_recorded),
        (b.entries, b.rule_entries),
        (b.waiting_short, b.rule_waiting),
        (b.returned_short, b.rule_returned),
        (b.progress_short, b.rule_progress),
    ];
    of_columns(b, &columns, move || fill(b.n_units, &[&lines.with(Vec::len).to_string()]), move || city.days())
}

fn by_alphabet(city: City) -> bool {
    city.here.asked("urut").as_deref() == Some("abjad")
}

fn rows(city: City, lines: &[UnitLine]) -> View {
    let only = city.here.asked("saring").as_deref() == Some("perhatian");
    let wanted = city.here.asked("cari").unwrap_or_default().to_lowercase();
    let shown: Vec<&UnitLine> = lines
        .iter()
        .filter(|line| !only || city.care(&line.figures).is_some())
        .filter(|line| line.name.to_lowercase().contains(&wanted))
        .collect();
    let first = !by_alphabet(city);
    let shown = attention_first(&shown, |line| line.name.clone(), |line| first && city.care(&line.figures).is_some());
    if shown.is_empty() {
        return view! { <tr role="row"><td role="cell" colspan="7" class="soft">{city.b.none_matches}</td></tr> };
    }
    shown.into_iter().map(|line| row(city, line)).collect::<Vec<View>>().into_view()
}

fn filters(city: City, lines: Memo<Vec<UnitLine>>) -> View {
    let (here, b) = (city.here, city.b);
    let care = move || lines.with(|lines| lines.iter().filter(|line| city.care(&line.figures).is_some()).count());
    let chip = move |part: &'static str, value: &'static str, word: &'static str, count: Option<usize>| {
        let is_on = Memo::new(move |_| here.asked(part).unwrap_or_default() == value);
        let address = move || city.address(part, value);
        let tick = move || is_on.get().then(|| icon("tick"));
        let count = count.map(|_| view! { <span class="count">{care}</span> });
        view! {
            <a class="chip" href={address} data-noscroll="" aria-current={move || is_on.get().then_some("true")}>{tick}{word}{count}</a>
        }
    };
    let alphabet = move || {
        let address = if by_alphabet(city) { city.address("urut", "") } else { city.address("urut", "abjad") };
        let on = by_alphabet(city).then_some("true");
        let tick = by_alphabet(city).then(|| icon("tick"));
        view! { <a class="chip" href={address} data-noscroll="" aria-current={on}>{tick}{b.alphabet}</a> }
    };
    let search = move |event| here.ask_again(&city.address("cari", &event_target_value(&event)));
    view! {
        <form class="filters" role="search" on:submit={move |event| event.prevent_default()}>
            <div class="chips">
                {chip("saring", "", here.w.all, None)}{chip("saring", "perhatian", b.needs_attention, Some(0))}{alphabet}
            </div>
            <span class="search">
                <label class="aloud" for="cari">{b.search_unit}</label>
                {icon("search")}
                <input
                    class="input compact" id="cari" name="cari" type="search" placeholder={b.search_unit}
                    value={here.asked_once("cari")} on:input={search}
                />
            </span>
        </form>
    }
}

fn row(city: City, line: &UnitLine) -> View {
    let (w, b) = (city.here.w, city.b);
    let number = |value: i64| format::number(w, value);
    let figures = &line.figures;
    let why = city.care(figures).map(|why| {
        view! { <span class="about why">{icon_in("flag", "icon care")}{why}</span> }
    });
    let recorded = meter(city, percent(figures.today, figures.expected()), b.recorded);
    let progress = meter(city, figures.plans.mean_percent(), b.progress_short);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="who" href={city.to(line.unit)}>{line.name.clone()}</a>{why}</th>
            <td role="cell" class="num soft" data-label={b.staff}>{number(figures.staff)}</td>
            <td role="cell" data-label={b.recorded}>{recorded}</td>
            <td role="cell" class="num" data-label={b.entries}>{number(figures.counts.entries)}</td>
            <td role="cell" class="num" data-label={b.waiting_short}>{number(figures.counts.waiting)}</td>
            <td role="cell" class="num" data-label={b.returned_short}>{number(figures.counts.returned)}</td>
            <td role="cell" data-label={b.progress_short}>{progress}</td>
        </tr>
    }
}

/// A short bar with its figure; words where there is nothing to divide by.
#[must_use]
pub fn meter(city: City, percent: Option<u8>, label: &'static str) -> View {
    let Some(percent) = percent else { return view! { <span class="soft">{city.b.no_figure}</span> } };
    let words = format::percent(city.here.w, percent);
    let name = fill("{0}: {1}", &[label, &words]);
    view! {
        <span class="meter"><progress max="100" value={percent.to_string()} aria-label={name}></progress><span class="digits">{words}</span></span>
    }
}
