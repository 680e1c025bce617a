//! Which days a board shows: a period by one tap, or from a day to a day. It stands in the address, so it can be sent to somebody, and
//! the way back leads through it.

use shared::refusal::Refusal;
use shared::rollup::period::{Asked, Period};
use shared::stamp::{day_text, parse_day};
use shared::words::Spoken;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::way::Step;
use crate::view::prelude::*;
use crate::words::BoardWords;

/// Parts of the address that say which days.
pub const PARTS: [&str; 3] = ["periode", "dari", "sampai"];

/// What the address asks for, as it stands there.
#[must_use]
pub fn asked(here: Here) -> Asked {
    let period = Period::named(&here.asked("periode").unwrap_or_default());
    let day = |name: &str| here.asked(name).filter(|_| period == Period::Bebas).and_then(|text| parse_day(&text));
    Asked { period, from: day("dari"), until: day("sampai") }
}

/// The same if it makes sense today; else today, and why not.
#[must_use]
pub fn sound(here: Here, asked: Asked) -> (Asked, Option<Refusal>) {
    match asked.days(here.today.get()) {
        Ok(_) => (asked, None),
        Err(reason) => (Asked::default(), Some(reason)),
    }
}

/// This page's address with some parts of its question changed; the rest stays as it is.
#[must_use]
pub fn address(here: Here, base: String, parts: &[&str], changed: &[(&str, &str)]) -> String {
    let mut address = base;
    for name in PARTS.iter().chain(parts) {
        let change = changed.iter().find(|(part, _)| part == name).map(|(_, value)| (*value).to_owned());
        if let Some(value) = change.or_else(|| here.asked(name)).filter(|value| !value.is_empty()) {
            address = [&address, "&", name, "=", &String::from(js_sys::encode_uri_component(&value))].concat();
        }
    }
    address
}

/// "Minggu ini"
#[must_use]
pub const fn name(b: &'static BoardWords, period: Period) -> &'static str {
    match period {
        Period::Hari => b.day,
        Period::Minggu => b.week,
        Period::Bulan => b.month,
        Period::Triwulan => b.quarter,
        Period::Bebas => b.free,
    }
}

/// The choice. `to` makes the address with these parts changed.
#[must_use]
pub fn choice(
    here: Here,
    b: &'static BoardWords,
    asked: Memo<Asked>,
    to: impl Fn(&[(&str, &str)]) -> String + Copy + 'static,
) -> View {
    let chip = move |period: Period| {
        let is_on = Memo::new(move |_| asked.get().period == period);
        let address = move || match period {
            Period::Hari => to(&[("periode", ""), ("dari", ""), ("sampai", "")]),
            Period::Minggu | Period::Bulan | Period::Triwulan => {
                to(&[("periode", period.word()), ("dari", ""), ("sampai", "")])
            }
            // It begins with the days that are shown.
            Period::Bebas => {
                let today = here.today.get();
                let (from, until) = asked.get().days(today).unwrap_or((today, today));
                to(&[("periode", period.word()), ("dari", &day_text(from)), ("sampai", &day_text(until))])
            }
        };
        let tick = move || is_on.get().then(|| icon("tick"));
        let current = move || is_on.get().then_some("true");
        view! { <a class="chip" href={address} data-noscroll="" aria-current={current}>{tick}{name(b, period)}</a> }
    };
    let chips: Vec<View> = Period::ALL.into_iter().chain([Period::Bebas]).map(chip).collect();
    let is_free = Memo::new(move |_| asked.get().period == Period::Bebas);
    let form = move || is_free.get().then(|| free(here, b, asked, to));
    view! {
        <div class="days">
            <nav class="chips" aria-label={b.period}>{chips}</nav>
            {form}
        </div>
    }
}

/// The two days of a free period. What is wrong with them is said, and stays typed.
fn free(
    here: Here,
    b: &'static BoardWords,
    asked: Memo<Asked>,
    to: impl Fn(&[(&str, &str)]) -> String + Copy + 'static,
) -> View {
    let w = here.w;
    let (from, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let reason = RwSignal::new(None::<Spoken>);
    // Going back shows the days of before.
    Effect::new(move || {
        let asked = asked.get();
        let typed = |day: Option<chrono::NaiveDate>| day.map(day_text).unwrap_or_default();
        from.set(typed(asked.from));
        until.set(typed(asked.until));
        reason.set(sound(here, asked).1.map(|refusal| refusal.spoken()));
    });
    let submit = move |event: Event| {
        event.prevent_default();
        let day = |text: RwSignal<String>| text.with_untracked(|text| parse_day(text));
        let wanted = Asked { period: Period::Bebas, from: day(from), until: day(until) };
        match wanted.days(here.today.get_untracked()) {
            Ok(_) => {
                reason.set(None);
                let parts = [from, until].map(|text| text.get_untracked());
                here.way.go(&to(&[("dari", &parts[0]), ("sampai", &parts[1])]), Step::Stay);
            }
            Err(refusal) => reason.set(Some(refusal.spoken())),
        }
    };
    view! {
        <form class="free" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, b.free_refused, reason)}
            <div class="field"><label for="dari">{w.first_day}</label><input class="input compact" id="dari" type="date" bind:value={from} /></div>
            <div class="field"><label for="sampai">{w.last_day}</label><input class="input compact" id="sampai" type="date" bind:value={until} /></div>
            <button class="button" type="submit">{w.show}</button>
        </form>
    }
}
