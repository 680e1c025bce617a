//! Head of the board: where one is, how old it is, which days, and one sentence that says how the day stands.

use shared::rollup::period::Period;

use super::city::City;
use crate::components::age;
use crate::components::icon::icon;
use crate::desk::Freshness;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// Said at once, and to a screen reader too, when the line breaks.
#[must_use]
pub fn stale(city: City) -> View {
    let w = city.here.w;
    let banner = move || {
        if let Freshness::Stale { since } = city.live.freshness.get() {
            let lead = fill(w.team.stale, &[&city.here.clock(since)]);
            Some(view! { <div class="banner">{icon("clock")}<p><strong>{lead}</strong>{w.team.stale_about}</p></div> })
        } else {
            None
        }
    };
    view! { <div class="banners" role="status">{banner}</div> }
}

/// The unit's name, its age and its days.
#[must_use]
pub fn head(city: City) -> View {
    let b = city.b;
    let name = move || city.of(|board| board.name.clone());
    let title = move || {
        let name = name();
        if name.is_empty() { b.title.to_owned() } else { name }
    };
    let about = move || {
        city.of(|board| {
            let below: i64 = board.units.iter().map(|line| line.units + 1).sum();
            if below == 0 { b.one_team.to_owned() } else { fill(b.units_below, &[&below.to_string()]) }
        })
    };
    view! {
        <header class="desk-head">
            <div>
                <h1 tabindex="-1">{title}</h1>
                <p class="soft">{about}</p>
            </div>
            <div class="head-tools">{move || age::age(city.here, city.live.freshness.get(), city.live.heard_at)}{periods(city)}</div>
        </header>
    }
}

/// The units above, the highest first.
#[must_use]
pub fn path(city: City) -> View {
    let links = move || {
        let links: Vec<View> = city.of(|board| {
            let link = |unit: &shared::sync::wire::BoardLink| {
                view! { <li><a href={city.to(unit.unit)}>{unit.name.clone()}</a>{icon("chevron-right")}</li> }
            };
            board.path.iter().map(link).collect()
        });
        (!links.is_empty()).then(|| view! { <nav class="crumbs" aria-label={city.b.breadcrumb}><ol>{links}</ol></nav> })
    };
    links.into_view()
}

fn periods(city: City) -> View {
    let chips: Vec<View> = Period::ALL
        .into_iter()
        .map(|period| {
            let current = (period == city.period).then_some("true");
            let address = move || city.address("periode", if period == Period::Hari { "" } else { period.word() });
            let tick = (period == city.period).then(|| icon("tick"));
            view! { <a class="chip" href={address} data-noscroll="" aria-current={current}>{tick}{city.period_name(period)}</a> }
        })
        .collect();
    view! { <nav class="chips" aria-label={city.b.period}>{chips}</nav> }
}

/// "180 dari 214 orang sudah mencatat hari ini. 41 catatan menunggu atasan, 3 perlu revisi."
#[must_use]
pub fn sentence(city: City) -> View {
    let (w, b) = (city.here.w, city.b);
    let number = move |value: i64| format::number(w, value);
    let words = move || {
        city.of(|board| {
            let total = &board.total;
            if total.staff == 0 {
                return b.nobody_yet.to_owned();
            }
            let recorded = fill(b.recorded_of, &[&number(total.today), &number(total.staff)]);
            let rest = if total.counts.waiting + total.counts.returned == 0 {
                b.none_waiting.to_owned()
            } else {
                fill(b.waiting_returned, &[&number(total.counts.waiting), &number(total.counts.returned)])
            };
            [&recorded, " ", &rest].concat()
        })
    };
    view! { <p class="sentence words">{words}</p> }
}
