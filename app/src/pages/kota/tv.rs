//! Televisions of this unit: a code for one more, the list, and taking a key away.

use shared::words::Spoken;

use super::city::City;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::desk::{Tv, TvCode};
use crate::view::prelude::*;
use crate::words::fill;

#[derive(Clone, Copy)]
struct Screens {
    city: City,
    list: RwSignal<Option<Vec<Tv>>>,
    code: RwSignal<Option<TvCode>>,
    label: RwSignal<String>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Screens {
    fn look(self) {
        crate::browser::spawn(async move {
            match self.city.here.desk.tvs(self.city.unit).await {
                Ok(list) => self.list.try_set(Some(list)).map_or((), drop),
                Err(refused) => self.reason.try_set(Some(refused)).map_or((), drop),
            }
        });
    }

    fn invite(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.reason.set(None);
        crate::browser::spawn(async move {
            let label = self.label.get_untracked();
            match self.city.here.desk.invite_tv(self.city.unit, label).await {
                Ok(code) => {
                    let _ = self.code.try_set(Some(code));
                    let _ = self.label.try_set(String::new());
                }
                Err(refused) => self.reason.try_set(Some(refused)).map_or((), drop),
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn revoke(self, id: String) {
        crate::browser::spawn(async move {
            match self.city.here.desk.revoke_tv(self.city.unit, id).await {
                Ok(()) => self.city.here.toasts.say(self.city.b.tv_revoked),
                Err(refused) => self.reason.try_set(Some(refused)).map_or((), drop),
            }
            self.look();
        });
    }
}

/// The section, closed at first; it asks for the list when it is opened.
#[must_use]
pub fn screens(city: City) -> View {
    let (w, b) = (city.here.w, city.b);
    let screens = Screens {
        city,
        list: RwSignal::new(None),
        code: RwSignal::new(None),
        label: RwSignal::new(String::new()),
        busy: RwSignal::new(false),
        reason: RwSignal::new(None),
    };
    let submit = move |event: Event| {
        event.prevent_default();
        screens.invite();
    };
    let address = window().location().host().map_or_else(|_| "/tv".to_owned(), |host| [&host, "/tv"].concat());
    let code = move || {
        screens.code.get().map(|code| {
            let until = fill(b.tv_code_until, &[&city.here.clock(code.until)]);
            view! {
                <div class="tv-code" role="status">
                    <p class="note soft">{b.tv_code}</p>
                    <p class="code"><strong>{code.code}</strong></p>
                    <p class="note soft">{until}</p>
                </div>
            }
        })
    };
    view! {
        <details class="screens" on:toggle={move |_| screens.look()}>
            <summary>{icon("device")}{b.tv}</summary>
            <p class="note soft">{fill(b.tv_about, &[&address])}</p>
            <p class="note soft">{b.tv_order}</p>
            {refusal(w, w.not_accepted, screens.reason)}
            <form class="field" on:submit={submit}>
                <label for="layar">{b.tv_label}</label>
                <input class="input" id="layar" aria-describedby="layar-hint" maxlength="60" autocomplete="off" bind:value={screens.label}/>
                <p class="hint" id="layar-hint">{b.tv_label_hint}</p>
                <div class="button-row">
                    <button class="button" type="submit" aria-busy={move || screens.busy.get().then_some("true")}>{icon("plus")}{b.tv_make}</button>
                </div>
            </form>
            {code}
            <h3 class="screens-title">{b.tv_list}</h3>
            {move || list(screens)}
        </details>
    }
}

fn list(screens: Screens) -> View {
    let (here, b) = (screens.city.here, screens.city.b);
    let rows: Vec<View> = screens
        .list
        .get()
        .unwrap_or_default()
        .into_iter()
        .map(|tv| {
            let name = if tv.label.is_empty() { b.tv_unnamed.to_owned() } else { tv.label };
            let seen = fill(b.tv_seen, &[&here.moment_inside(tv.seen_at)]);
            let aloud = fill(b.tv_revoke, &[&name]);
            let press = move |_| screens.revoke(tv.id.clone());
            view! {
                <li class="row">
                    {icon("device")}
                    <div><span class="row-title">{name}</span><span class="row-about">{seen}</span></div>
                    <button class="button quiet" type="button" aria-label={aloud} on:click={press}>{b.tv_revoke_short}</button>
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return view! { <p class="after soft">{b.tv_none}</p> };
    }
    view! { <ul>{rows}</ul> }
}
