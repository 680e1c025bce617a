//! The indicators of a deal in words: what is wanted, of what kind it is, where its figure comes from.

use shared::plan::{About, Aspect, Deal, Group, Level, Perspective};
use shared::quantity::Quantity;

use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::fill;

/// "Kualitas · Inovasi · Keluaran (output)"
fn kind(here: Here, about: &About) -> String {
    let p = here.w.plan;
    let mut words = Vec::new();
    words.extend(about.aspect.map(|aspect| match aspect {
        Aspect::Quantity => p.quantity,
        Aspect::Quality => p.quality,
        Aspect::Time => p.time,
    }));
    words.extend(about.perspective.map(|perspective| match perspective {
        Perspective::Recipients => p.recipients,
        Perspective::Process => p.process,
        Perspective::Internal => p.internal,
        Perspective::Budget => p.budget,
    }));
    words.push(match about.group {
        Group::Service => p.service,
        Group::Innovation => p.innovation,
        Group::Participation => p.participation,
    });
    words.push(match about.level {
        Level::Output => p.output,
        Level::Outcome => p.outcome,
    });
    words.join(here.w.dot)
}

/// One indicator; `below` stands under it.
#[must_use]
pub fn indicator(here: Here, about: &About, measure: &str, target: Quantity, below: View) -> View {
    let p = here.w.plan;
    let name = if about.name.is_empty() { measure } else { &about.name };
    let said = !about.source.is_empty();
    let source = said.then(|| {
        let (source, formula) = (fill(p.source_is, &[&about.source]), fill(p.formula_is, &[&about.formula]));
        view! { <p class="note soft">{source}</p><p class="note soft">{formula}</p> }
    });
    let kind = said.then(|| view! { <p class="note soft">{kind(here, about)}</p> });
    view! {
        <li class="indicator-line">
            <p class="row-title">{name.to_owned()}</p>
            <p>{fill(p.target_of, &[&target.to_string(), measure])}</p>
            {kind}{source}{below}
        </li>
    }
}

/// All indicators of a deal.
#[must_use]
pub fn indicators(here: Here, deal: &Deal) -> View {
    let mut lines = vec![indicator(here, &deal.about, &deal.measure, deal.target, View::None)];
    lines.extend(deal.more.iter().map(|one| indicator(here, &one.about, &one.measure, one.target, View::None)));
    view! { <ul class="indicators">{lines}</ul> }
}

/// "Jumlah akta: dari 300 menjadi 240 berkas", for every indicator whose target a deal would move.
#[must_use]
pub fn moves(here: Here, now: &Deal, then: &Deal) -> Option<View> {
    let p = here.w.plan;
    let line = |name: &str, from: Quantity, to: Quantity, measure: &str| {
        (from != to).then(|| {
            let words = fill(p.becomes, &[name, &from.to_string(), &to.to_string(), measure]);
            view! { <li>{words}</li> }
        })
    };
    let name = if then.about.name.is_empty() { &then.measure } else { &then.about.name };
    let mut lines: Vec<View> = line(name, now.target, then.target, &then.measure).into_iter().collect();
    for one in &then.more {
        let before = now.more.iter().find(|known| known.about.name == one.about.name);
        lines.extend(before.and_then(|before| line(&one.about.name, before.target, one.target, &one.measure)));
    }
    (!lines.is_empty()).then(|| view! { <ul class="moves">{lines}</ul> })
}
