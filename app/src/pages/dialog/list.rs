//! The dialogues of this quarter: one's own, and those with the people whom one assesses.

use std::sync::Arc;

use shared::dialogue::{DialogueLine, DialogueList, DialogueState};

use super::name_of;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::icon::icon_in;
use crate::components::state;
use crate::view::prelude::*;
use crate::words::{dialogue_words, fill};

/// The page.
#[must_use]
pub fn list(here: Here) -> View {
    let d = dialogue_words(here.w.language);
    let told = RwSignal::new(None::<Result<Arc<DialogueList>, String>>);
    crate::browser::spawn(async move {
        let answer = here.desk.read::<DialogueList>("/api/dialogues").await;
        let answer = answer.map(Arc::new).map_err(|reason| reason.in_language(here.w.language).to_owned());
        let _ = told.try_set(Some(answer));
    });
    let mine = ["/dialog/", &here.me.to_string()].concat();
    let people = move || match told.get() {
        None => frame::skeleton(here.w.loading),
        Some(Err(reason)) => view! { <p class="after soft">{icon("warn")}{reason}</p> },
        Some(Ok(list)) if list.lines.is_empty() => ().into_view(),
        Some(Ok(list)) => {
            let lines: Vec<View> = list.lines.iter().map(|one| line(here, one)).collect();
            frame::section(
                "tim",
                fill(d.with_team, &[&name_of(here, list.quarter)]),
                list.lines.len().to_string(),
                view! { <ul>{lines}</ul> },
            )
        }
    };
    let body = view! {
        <ul>
            <li class="row">
                {icon("person")}
                <div><a class="row-title" href={mine}>{d.mine}</a><span class="row-about">{d.mine_about}</span></div>
                {icon_in("right", "icon go")}
            </li>
        </ul>
        {people}
    };
    frame::page(here, d.title, frame::top_back(here, d.title, ("/", here.w.today), ().into_view()), body)
}

fn line(here: Here, one: &DialogueLine) -> View {
    let d = dialogue_words(here.w.language);
    let mark = match one.state {
        None => state::stamp("state is-phone", "circle", d.not_yet),
        Some(DialogueState::Asked) => state::stamp("state is-revise", "ask", d.is_asked),
        Some(DialogueState::Open) => state::stamp("state is-seen", "edit", d.is_open),
        Some(DialogueState::Closed) => state::stamp("state is-approved", "lock", d.is_closed),
    };
    let open = (one.open_actions > 0).then(|| fill(d.open_actions, &[&one.open_actions.to_string()]));
    let address = ["/dialog/", &one.person.to_string()].concat();
    view! {
        <li class="row">
            {icon("chat")}
            <div>
                <a class="row-title" href={address}>{one.name.clone()}</a>
                <span class="row-about">{one.position.clone()}</span>
                <span class="row-about"><span class="line">{mark}{open}</span></span>
            </div>
            {icon_in("right", "icon go")}
        </li>
    }
}
