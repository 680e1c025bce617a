//! What kind of unit it is: said by its name at first, put right by the admin.

use shared::people::Tree;
use shared::unit::{Unit, UnitKind};
use shared::words::Spoken;

use super::act::{Kind, Order, give};
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::people::people;

/// All kinds, from the whole to its parts.
const ALL: [UnitKind; 8] = [
    UnitKind::Agency,
    UnitKind::Dinas,
    UnitKind::Bidang,
    UnitKind::Seksi,
    UnitKind::Uptd,
    UnitKind::Kecamatan,
    UnitKind::Kelurahan,
    UnitKind::Other,
];

/// The section.
#[must_use]
pub fn kind(here: Here, unit: &Unit, units: Door<Tree>) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let (id, chosen) = (unit.id, RwSignal::new(unit.kind));
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Spoken>));
    let options: Vec<View> = ALL
        .into_iter()
        .enumerate()
        .map(|(at, kind)| {
            let is_so = kind == chosen.get_untracked();
            view! { <option value={at.to_string()} selected={is_so}>{p.kind(kind)}</option> }
        })
        .collect();
    let change = move |event| {
        let at = event_target_value(&event).parse::<usize>().unwrap_or(ALL.len());
        chosen.set(ALL.get(at).copied().unwrap_or_default());
    };
    let submit = move |event: Event| {
        event.prevent_default();
        let order = Order::Kind(Kind { unit: id, kind: chosen.get_untracked() });
        give(here, order, busy, refused, move || {
            here.toasts.say(p.unit_kind_did);
            units.again();
        });
    };
    let body = view! {
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, w.not_saved, refused)}
            <div class="field">
                <label for="jenis-unit">{p.away_kind}</label>
                <span class="select"><select class="input" id="jenis-unit" aria-describedby="jenis-unit-hint" on:change={change}>{options}</select>{icon("down")}</span>
                <p class="hint" id="jenis-unit-hint">{p.unit_kind_about}</p>
            </div>
            <button class="button" type="submit" aria-busy={move || busy.get().then_some("true")}>{w.save}</button>
        </form>
    };
    frame::section("jenis", p.unit_kind, "", body)
}
