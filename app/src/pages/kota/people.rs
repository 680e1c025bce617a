//! The unit's own people, by alphabet. The name leads to the person's page, and the page tells the person who has opened it.

use shared::rollup::board::PersonLine;

use super::city::City;
use super::units::meter;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;

/// The section; nothing where nobody sits.
#[must_use]
pub fn people(city: City) -> View {
    let b = city.b;
    let lines = Memo::new(move |_| city.of(|board| board.people.clone()));
    let is_there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let count = move || lines.with(Vec::len);
    let rows = move || lines.with(|lines| lines.iter().map(|line| row(city, line)).collect::<Vec<View>>());
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
                </section>
            }
        })
    };
    view.into_view()
}

fn row(city: City, line: &PersonLine) -> View {
    let (w, b) = (city.here.w, city.b);
    let number = |value: i64| format::number(w, value);
    let figures = &line.figures;
    let recorded = if figures.today > 0 {
        view! { <span class="state is-approved">{icon("tick")}{b.has_recorded}</span> }
    } else {
        view! { <span class="soft">{b.has_not}</span> }
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
