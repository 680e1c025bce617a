//! Antrean: what has not reached the office yet, and why. Nothing leaves this list silently.

mod item;
mod legend;

use shared::board::notebook;
use shared::sync::line::Line;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::waits::{Waits, is_shown, is_told};
use crate::components::{frame, state};
use crate::view::prelude::*;
use crate::words::fill;

/// The page.
#[must_use]
pub fn antrean(here: Here) -> View {
    let w = here.w;
    let body = view! {
        {lead(here)}
        {move || stuck(here)}
        {move || waiting(here)}
        {move || arrived(here)}
        {last_resort(here)}
    };
    frame::page(here, w.queue, frame::top_back(here, w.queue, ("/", w.today), ().into_view()), body)
}

fn lead(here: Here) -> View {
    let w = here.w;
    let sentence = move || {
        let waits = here.desk.queue.with(Waits::of);
        if waits.is_none() { w.arrived_all.to_owned() } else { fill(w.not_arrived, &[&waits.in_words(w)]) }
    };
    let line = move || line(here);
    let busy = move || here.desk.queue.with(|queue| queue.sending).then_some("true");
    view! {
        <div class="lead-block">
            <div role="status"><p class="lead words">{sentence}</p></div>
            <p class="small soft">{line}</p>
            <button class="button primary roomy wide" type="button" aria-busy={busy} on:click={move |_| here.desk.wake()}>
                {icon("send")}{w.send_now}
            </button>
        </div>
    }
}

/// How the line is, and when the office was last heard.
fn line(here: Here) -> String {
    let w = here.w;
    here.desk.queue.with(|queue| {
        let line = match &queue.line {
            Line::Up => w.line_up.to_owned(),
            Line::Unknown => w.line_unknown.to_owned(),
            Line::Down(_) => {
                queue.down_since.map_or_else(|| w.offline.to_owned(), |at| fill(w.offline_since, &[&here.clock(at)]))
            }
        };
        [line.as_str(), " ", &here.contact(queue.heard_at)].concat()
    })
}

fn stuck(here: Here) -> Option<View> {
    let items: Vec<View> = here.desk.queue.with(|queue| {
        queue
            .tray
            .iter()
            .filter(|refused| is_told(&refused.command))
            .map(|refused| item::stuck(here, refused))
            .collect()
    });
    let count = items.len().to_string();
    (!items.is_empty()).then(|| frame::section("perlu", here.w.one_step, count, items))
}

fn waiting(here: Here) -> Option<View> {
    let items: Vec<View> = here.desk.queue.with(|queue| {
        let shown = queue.waiting.iter().filter(|command| is_shown(command));
        shown.map(|command| item::waiting(here, command, queue.sending)).collect()
    });
    let count = items.len().to_string();
    (!items.is_empty()).then(|| frame::section("jalan", here.w.by_themselves, count, items))
}

fn arrived(here: Here) -> Option<View> {
    let w = here.w;
    let today = here.today.get();
    here.desk.view.with(|rows| {
        let items: Vec<View> = notebook(rows, here.me)
            .into_iter()
            .filter(|entry| entry.received_at.is_some_and(|at| here.zone.local_date(at) == today))
            .map(|entry| {
                let mark = state::of(w, entry);
                view! {
                    <article class="queued is-through"><p class="clamp one entry-text">{entry.text.clone()}</p>{mark}</article>
                }
            })
            .collect();
        let count = items.len().to_string();
        (!items.is_empty()).then(|| frame::section("sampai", w.arrived_today, count, items))
    })
}

fn last_resort(here: Here) -> View {
    let w = here.w;
    let export = move |_| {
        crate::browser::spawn(async move {
            match here.desk.export_queue(here.today.get_untracked()).await {
                Ok(()) => here.toasts.say(w.exported),
                Err(reason) => here.toasts.say(reason.in_language(w.language)),
            }
        });
    };
    let body = view! {
        <p class="small after">{w.last_resort_about}</p>
        <p>
            <button class="button wide" type="button" on:click={export}>{icon("download")}{w.export}</button>
        </p>
        {legend::legend(w)}
    };
    frame::section("jalan-terakhir", w.last_resort, "", body)
}
