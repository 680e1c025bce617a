//! Papan unit: everything below one unit, from the city down to a person. A sentence first, then the figures with their sources,
//! then the units as rows; nobody is ranked.
//!
//! What is asked stands in the address: `?unit=&periode=&dari=&sampai=&saring=&urut=&status=&cari=`. It is read online and never stored.

pub mod city;
mod figures;
mod head;
mod people;
mod trend;
mod tv;
mod units;

use shared::ids::UnitId;

use crate::components::banner::banners;
use crate::components::browser::focus_soon;
use crate::components::days;
use crate::components::frame;
use crate::components::here::Here;
use crate::desk::Freshness;
use crate::view::prelude::*;
use crate::words::board_words;
use city::City;

/// The page.
#[must_use]
pub fn kota(here: Here) -> View {
    let b = board_words(here.w.language);
    frame::name_document(b.title);
    let asked = Memo::new(move |_| {
        let named = here.asked("unit").and_then(|unit| unit.parse::<UnitId>().ok());
        let first = || {
            here.desk
                .person
                .with(|person| person.as_ref()?.boards.iter().find(|board| !board.assessed).map(|board| board.unit))
        };
        named.or_else(first).map(|unit| (unit, days::sound(here, days::asked(here)).0))
    });
    // Another unit is like another page: whoever reads or listens begins at its heading.
    Effect::new(move |before: Option<Option<UnitId>>| {
        let now = asked.get().map(|(unit, _)| unit);
        if before.is_some_and(|before| before != now) {
            focus_soon("h1");
        }
        now
    });
    let view = move || match asked.get() {
        Some((unit, asked)) => board(City::open(here, b, unit, asked)),
        None => {
            let back = view! { <a class="button" href="/">{here.w.today}</a> };
            frame::page(here, b.title, frame::top(b.title, None), frame::empty(b.no_units, back))
        }
    };
    view.into_view()
}

fn board(city: City) -> View {
    let here = city.here;
    let state = Memo::new(move |_| match city.live.freshness.get() {
        Freshness::NotFound => Some(false),
        _ if city.board.with(Option::is_none) => None,
        Freshness::Loading | Freshness::Live | Freshness::Stale { .. } => Some(true),
    });
    let body = move || match state.get() {
        Some(true) => sections(city),
        Some(false) => {
            let back = view! { <a class="button" href="/papan/kota">{city.b.title}</a> };
            frame::empty(city.b.missing, back)
        }
        None => frame::skeleton(here.w.loading),
    };
    view! {
        {banners(here)}
        <main id="isi" class="board-main">
            {head::stale(city)}
            {head::path(city)}
            {head::head(city)}
            {body}
        </main>
    }
}

fn sections(city: City) -> View {
    view! {
        {head::sentence(city)}
        {figures::figures(city)}
        {trend::trend(city)}
        {units::units(city)}
        {people::people(city)}
        {tv::screens(city)}
    }
}
