//! The unit's own people, by alphabet. The name leads to the person's page, and the page tells the person who has opened it.

use shared::rollup::board::PersonLine;
use shared::rollup::seen::Seen;

use super::city::City;
use super::units::meter;
use crate::components::icon::icon;
use crate::components::source::of_columns;
use crate::components::take;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people as people_words;

/// The section; nothing where nobody sits.
#[must_use]
pub fn people(city: City) -> View {
    let b = city.b;
    let lines = Memo::new(move |_| city.of(|board| board.people.clone()));
    let is_there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let count = move || lines.with(Vec::len);
    let rows = move || {
        let filter = city.here.asked("status").unwrap_or_default();
        let fits = |line: &&PersonLine| seen(line, city).fits(&filter);
        let rows: Vec<View> = lines.with(|lines| lines.iter().filter(fits).map(|line| row(city, line)).collect());
        if rows.is_empty() {
            return view! { <tr role="row"><td role="cell" colspan="6" class="soft">{b.nobody_matches}</td></tr> };
        }
        rows.into_view()
    };
    let team = ["/papan?unit=", &city.unit.to_string()].concat();
    let view = move || {
        is_there.get().then(|| {
            view! {
                <section class="everyone" aria-labelledby="pegawai">
                    <div class="section-head link-end">
                        <h2 id="pegawai">{b.own_people}" "<span class="count">{count}</span></h2>
                        <a href={team.clone()}>{icon("people")}{b.team_board}</a>
                    </div>
                    <p class="note soft">{icon("eye")}{b.open_knows}</p>
                    {filters(city, lines)}
                    <table class="board units" role="table">
                        <caption class="aloud">{b.own_people_caption}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{city.here.w.team.name}</th>
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
                    {take::table(city.here, city.unit, "people", &[("status", "filter")])}
                </section>
            }
        })
    };
    view.into_view()
}

/// Where the columns come from.
fn from(city: City, lines: Memo<Vec<PersonLine>>) -> View {
    let b = city.b;
    let columns = [
        (b.recorded, b.rule_recorded),
        (b.entries, b.rule_entries),
        (b.waiting_short, b.rule_waiting),
        (b.returned_short, b.rule_returned),
        (b.progress_short, b.rule_progress),
    ];
    of_columns(b, &columns, move || fill(b.n_people, &[&lines.with(Vec::len).to_string()]), move || city.days())
}

fn seen(line: &PersonLine, city: City) -> Seen {
    Seen::of_unit(line, city.asked.period)
}

fn filters(city: City, lines: Memo<Vec<PersonLine>>) -> View {
    let (here, b) = (city.here, city.b);
    let chip = move |filter: &'static str, word: &'static str| {
        let is_on = Memo::new(move |_| here.asked("status").unwrap_or_default() == filter);
        let tick = move || is_on.get().then(|| icon("tick"));
        let count = move || lines.with(|lines| lines.iter().filter(|line| seen(line, city).fits(filter)).count());
        let count = (!filter.is_empty()).then(|| view! { " "<span class="count">{count}</span> });
        view! {
            <a
                class="chip" href={move || city.address("status", filter)} data-noscroll=""
                aria-current={move || is_on.get().then_some("true")}
            >{tick}{word}{count}</a>
        }
    };
    view! {
        <nav class="chips after" aria-label={b.status}>
            {chip("", here.w.all)}{chip("belum", b.not_recorded)}{chip("menunggu", b.waiting_short)}{chip("revisi", b.returned_short)}{chip("terlambat", b.late_short)}{chip("tidak-masuk", b.away)}
        </nav>
    }
}

fn row(city: City, line: &PersonLine) -> View {
    let (w, b) = (city.here.w, city.b);
    let number = |value: i64| format::number(w, value);
    let figures = &line.figures;
    let recorded = if figures.today > 0 {
        view! { <span class="state is-approved">{icon("tick")}{b.has_recorded}</span> }
    } else {
        // On a day off nobody is waited for.
        let none = if figures.off > 0 { b.no_figure } else { b.has_not };
        let words = line.away.map_or(none, |kind| people_words(w.language).away(kind));
        view! { <span class="soft">{words}</span> }
    };
    let address = ["/orang/", &line.who.to_string()].concat();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="who" href={address}>{line.name.clone()}</a><span class="about">{line.position.clone()}</span>
            </th>
            <td role="cell" data-label={b.recorded}>{recorded}</td>
            <td role="cell" class="num" data-label={b.entries}>{number(figures.counts.entries)}</td>
            <td role="cell" class="num" data-label={b.waiting_short}>{number(figures.counts.waiting)}</td>
            <td role="cell" class="num" data-label={b.returned_short}>{number(figures.counts.returned)}</td>
            <td role="cell" data-label={b.progress_short}>{meter(city, figures.plans.mean_percent(), b.progress_short)}</td>
        </tr>
    }
}
