//! For which team across units the work was done: asked only of somebody who is in one on that day. None unless something is chosen.

use shared::ids::TeamId;
use shared::row::Row;
use shared::stamp::parse_day;

use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::teams_words;

/// The choice.
#[must_use]
pub fn team(here: Here, form: Form) -> View {
    let chosen = Memo::new(move |_| form.more.with(|more| more.team));
    let teams = Memo::new(move |_| offered(here, form, chosen.get()));
    let t = teams_words(here.w.language);
    let chip = move |(id, name): (TeamId, String)| {
        let pressed = move || if chosen.get() == Some(id) { "true" } else { "false" };
        // A second tap takes it off.
        let press = move |_| form.more.update(|more| more.team = Some(id).filter(|_| more.team != Some(id)));
        view! {
            <button type="button" class="chip" aria-pressed={pressed} on:click={press}>
                {move || (chosen.get() == Some(id)).then(|| icon("tick"))}{name}
            </button>
        }
    };
    let invalid = move || form.is_refused(&["not_in_team"]);
    let view = move || {
        let teams = teams.get();
        (!teams.is_empty()).then(|| {
            let chips: Vec<View> = teams.into_iter().map(chip).collect();
            let hint = move || chosen.get().map(|_| view! { <p class="hint">{t.for_team_hint}</p> });
            view! {
                <fieldset class="field" id="tim" aria-invalid={invalid}>
                    <legend>{t.for_team}" "<span class="optional">{here.w.optional}</span></legend>
                    <div class="chips">{chips}</div>
                    {hint}
                </fieldset>
            }
        })
    };
    view.into_view()
}

/// The teams of the work date, and the chosen one also when it is none of them, so that it can be taken off.
fn offered(here: Here, form: Form, chosen: Option<TeamId>) -> Vec<(TeamId, String)> {
    let day = form.date.with(|date| parse_day(date)).unwrap_or_else(|| here.today.get());
    here.desk.view.with(|rows| {
        let teams = rows.iter().filter_map(|row| if let Row::Team(team) = row { Some(team) } else { None });
        let fits = teams.filter(|team| team.has(here.me, day) || chosen == Some(team.id));
        let mut all: Vec<(TeamId, String)> = fits.map(|team| (team.id, team.name.clone())).collect();
        let lost = chosen.filter(|id| all.iter().all(|(known, _)| known != id));
        all.extend(lost.map(|id| (id, teams_words(here.w.language).team_left.to_owned())));
        all
    })
}
