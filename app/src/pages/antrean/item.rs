//! One thing in the queue: its words, how far it is, and what the person can do about it.

use std::sync::Arc;

use shared::command::{Action, Command};

use crate::components::browser;
use crate::components::echo;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::state::stamp;
use crate::components::waits;
use crate::desk::Refused;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::dialogue_words;

/// "Hari ini 11.40 · 2 foto"
fn about(here: Here, command: &Command) -> String {
    let w = here.w;
    let when = here.moment(command.made_at);
    match waits::content(&command.action) {
        None => {
            let action = &command.action;
            let what = if matches!(action, Action::ProposePlan(_)) {
                w.propose_plan
            } else if waits::is_about_plan(action) {
                w.plan.title
            } else if matches!(action, Action::RequestSuperior(_) | Action::WithdrawSuperior(_)) {
                w.asked_superior
            } else if matches!(action, Action::AddAbsence(_) | Action::WithdrawAbsence(_)) {
                w.days_away
            } else if matches!(action, Action::SettleEntry(_)) {
                w.needs_choice
            } else if waits::is_template(action) {
                day(w.language).template
            } else if matches!(action, Action::OwnStep(_)) {
                dialogue_words(w.language).title
            } else if action.is_draft() {
                w.draft
            } else {
                w.message
            };
            [when.as_str(), w.dot, what].concat()
        }
        Some((_, content)) if content.photos.is_empty() => [&when, w.dot, w.no_photo].concat(),
        Some((_, content)) => [&when, w.dot, &w.photos(content.photos.len())].concat(),
    }
}

/// What the command says; for a word about a plan, which plan.
fn words(here: Here, command: &Command) -> String {
    let plan = waits::plan(&command.action);
    let result = plan.and_then(|id| here.desk.view.with(|rows| rows.plan(id).map(|plan| plan.result.clone())));
    result.unwrap_or_else(|| waits::text(&command.action).to_owned())
}

/// Where it can be said better: in the form of an entry or of a plan with all that was typed, or on the plan's page.
fn fix(command: &Command) -> Option<String> {
    let id = command.id.to_string();
    if waits::content(&command.action).is_some() {
        Some(["/catat?tolak=", &id].concat())
    } else if matches!(command.action, Action::ProposePlan(_)) {
        Some(["/rencana/usul?tolak=", &id].concat())
    } else if let Action::OwnStep(step) = &command.action {
        Some(echo::address(step.dialogue))
    } else {
        waits::plan(&command.action).map(|plan| ["/rencana/", &plan.to_string()].concat())
    }
}

/// A refused command: the reason in words, and three ways on.
#[must_use]
pub fn stuck(here: Here, refused: &Refused) -> View {
    let w = here.w;
    let command = &refused.command;
    let text = words(here, command);
    let fix = fix(command).map(|address| view! { <a class="button" href={address}>{icon("edit")}{w.fix}</a> });
    let copied = text.clone();
    let copy = move |_| {
        let copying = browser::copy(&copied);
        crate::browser::spawn(async move {
            here.toasts.say(if copying.await { w.copied } else { w.not_copied });
        });
    };
    view! {
        <article class="queued is-stuck">
            <p class="entry-text">{text}</p>
            <p class="entry-about">{about(here, command)}</p>
            <p class="reason">
                {icon("warn")}
                <span><strong>{w.not_accepted}</strong>" "{refused.reason.in_language(w.language).to_owned()}</span>
            </p>
            <div class="button-row">
                {fix}
                <button class="button quiet" type="button" on:click={copy}>{icon("copy")}{w.copy_text}</button>
                {discard(here, command)}
            </div>
        </article>
    }
}

/// A command on its way.
#[must_use]
pub fn waiting(here: Here, command: &Command, sending: bool) -> View {
    let w = here.w;
    let mark = if sending {
        stamp("state is-sending", "send", w.sending)
    } else {
        stamp("state is-phone", "clock", [w.on_phone, w.dot, w.next_turn].concat())
    };
    let change = waits::content(&command.action).map(|(entry, _)| {
        let address = ["/catat?ubah=", &entry.to_string()].concat();
        view! { <a class="button quiet flush" href={address}>{icon("edit")}{w.change}</a> }
    });
    view! {
        <article class="queued">
            <p class="entry-text">{words(here, command)}</p>
            <p class="entry-about">{about(here, command)}</p>
            <p>{mark}</p>
            <div class="button-row">{change}{(!sending).then(|| discard(here, command))}</div>
        </article>
    }
}

/// *Buang*, which can be undone.
fn discard(here: Here, command: &Command) -> View {
    let w = here.w;
    let command = command.clone();
    let press = move |_| {
        let command = command.clone();
        crate::browser::spawn(async move {
            match here.desk.discard(command.id).await {
                Ok(()) => here.toasts.offer(w.discarded, Arc::new(move || restore(here, command.clone()))),
                Err(reason) => here.toasts.say(reason.in_language(w.language)),
            }
        });
    };
    view! { <button class="button quiet stop" type="button" on:click={press}>{icon("trash")}{w.discard}</button> }
}

fn restore(here: Here, command: Command) {
    crate::browser::spawn(async move {
        if let Err(reason) = here.desk.restore(command).await {
            here.toasts.say(reason.in_language(here.w.language));
        }
    });
}
