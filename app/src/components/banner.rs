//! The banner about the device and its line to the office. Calm, unless something can be lost.

use shared::sync::line::{Fault, Line};

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::lost::lost;
use crate::components::waits::Waits;
use crate::desk::{Desk, Queue};
use crate::view::prelude::*;
use crate::words::fill;

/// All banners of a page, in a live region.
#[must_use]
pub fn banners(here: Here) -> View {
    let desk = here.desk;
    let line = Memo::new(move |_| desk.queue.with(|queue| line(here, queue)));
    let line = move || line.get().map(|told| told.view());
    let update = move || desk.update_ready.get().then(|| update(here));
    view! { <div class="banners" role="status">{update}{lost(here)}{line}</div> }
}

#[derive(Clone, PartialEq)]
struct Told {
    class: &'static str,
    icon: &'static str,
    lead: String,
    words: String,
    go: Option<(&'static str, &'static str)>,
}

impl Told {
    fn view(self) -> View {
        let go = self.go.map(|(address, word)| view! { <a class="button" href={address}>{word}</a> });
        view! {
            <div class={self.class}>{icon(self.icon)}<p><strong>{self.lead}</strong>{self.words}</p>{go}</div>
        }
    }
}

/// What there is to say about the line; nothing when all is well.
fn line(here: Here, queue: &Queue) -> Option<Told> {
    let w = here.w;
    let Line::Down(fault) = &queue.line else { return None };
    let waits = Waits::of(queue);
    let look = (!waits.is_none()).then_some(("/antrean", w.look));
    let held = |otherwise: &str| {
        if waits.is_none() { otherwise.to_owned() } else { fill(w.still_on_phone, &[&waits.in_words(w)]) }
    };
    Some(match fault {
        Fault::Offline => {
            let since = queue.down_since.map(|at| fill(w.offline_since, &[&here.clock(at)]));
            let (lead, then) =
                if waits.is_none() { (w.offline.to_owned(), w.works_offline) } else { (held(""), w.by_itself) };
            let words = match since {
                Some(since) if waits.is_none() => return Some(calm("cloud-off", since, then.to_owned(), None)),
                Some(since) => [since.as_str(), " ", then].concat(),
                None => then.to_owned(),
            };
            Told { class: "banner", icon: "cloud-off", lead, words, go: look }
        }
        Fault::SignedOut => {
            calm("lock", w.sign_in_again.to_owned(), w.session_over.to_owned(), Some(("/masuk", w.sign_in)))
        }
        Fault::Busy => calm("clock", held(w.office_busy), w.office_busy.to_owned(), look),
        Fault::Refused { reason } => Told {
            class: "banner",
            icon: "warn",
            lead: held(w.not_accepted),
            words: reason.in_language(w.language).to_owned(),
            go: look,
        },
    })
}

fn calm(icon: &'static str, lead: String, words: String, go: Option<(&'static str, &'static str)>) -> Told {
    Told { class: "banner is-calm", icon, lead, words, go }
}

fn update(here: Here) -> View {
    let w = here.w;
    view! {
        <div class="banner is-update">
            {icon("refresh")}
            <p><strong>{w.update}</strong>{w.update_about}</p>
            <button class="button" type="button" on:click={move |_| Desk::update_now()}>{w.update_now}</button>
        </div>
    }
}
