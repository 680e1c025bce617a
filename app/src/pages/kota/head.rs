//! Head of the board: where one is, how old it is, which days, and one sentence that says how the day stands.

use super::city::City;
use crate::components::age;
use crate::components::days;
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
            <div class="head-tools">{move || age::age(city.here, city.live.freshness.get(), city.live.heard_at)}</div>
        </header>
        {periods(city)}
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

/// Which days: what the address asks for, also where it makes no sense.
fn periods(city: City) -> View {
    let asked = Memo::new(move |_| days::asked(city.here));
    days::choice(city.here, city.b, asked, move |changed| city.address_with(changed))
}

/// "180 dari 214 orang yang bertugas sudah mencatat hari ini, 6 tidak masuk. 41 catatan menunggu atasan, 3 perlu revisi."
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
            let recorded = city
                .closed(board)
                .unwrap_or_else(|| fill(b.recorded_of, &[&number(total.today), &number(total.expected())]));
            let away = match total.away {
                0 => String::new(),
                away => [" ", &fill(b.away_today, &[&number(away)])].concat(),
            };
            let rest = if total.counts.waiting + total.counts.returned == 0 {
                b.none_waiting.to_owned()
            } else {
                fill(b.waiting_returned, &[&number(total.counts.waiting), &number(total.counts.returned)])
            };
            [&recorded, &away, " ", &rest].concat()
        })
    };
    view! { <p class="sentence words">{words}</p> }
}
