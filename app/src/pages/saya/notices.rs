//! Notices while the app is closed: two switches, both off until somebody presses one. Where they are not to be had a sentence says so, and
//! the page Kabar stays.

use leptos::prelude::GetUntracked as _;
use shared::push::{Standing, Wishes};

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::desk::{Bell, Deaf};
use crate::view::prelude::*;
use crate::words::notices::{NoticeWords, notice_words};

/// What the section shows.
#[derive(Clone, Copy)]
struct Switches {
    here: Here,
    n: &'static NoticeWords,
    bell: RwSignal<Option<Bell>>,
    wishes: RwSignal<Wishes>,
    busy: RwSignal<bool>,
    said: RwSignal<Option<String>>,
}

/// The section.
#[must_use]
pub fn notices(here: Here) -> View {
    let switches = Switches {
        here,
        n: notice_words(here.w.language),
        bell: RwSignal::new(None),
        wishes: RwSignal::new(Wishes::default()),
        busy: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    switches.look();
    let body = move || match switches.bell.get() {
        Some(Bell::Able(standing)) => switches.view(&standing),
        Some(Bell::Off) => sentence("info", switches.n.off),
        Some(Bell::Unable) => sentence("info", switches.n.unable),
        Some(Bell::Refused) => sentence("warn", switches.n.refused),
        None => view! { <span class="skeleton half"></span> },
    };
    let said = move || switches.said.get().map(|said| view! { {icon("warn")}<span>{said}</span> });
    let body = view! { {body} <p class="notice-said" role="status">{said}</p> };
    frame::section("pemberitahuan", switches.n.title, "", body)
}

fn sentence(name: &'static str, words: &'static str) -> View {
    view! { <p class="notice-said">{icon(name)}<span>{words}</span></p> }
}

impl Switches {
    fn look(self) {
        spawn(async move {
            match self.here.desk.bell().await {
                Ok(bell) => {
                    if let Bell::Able(standing) = &bell {
                        let _ = self.wishes.try_set(standing.wishes);
                    }
                    let _ = self.bell.try_set(Some(bell));
                }
                Err(reason) => {
                    let _ = self.said.try_set(Some(reason.in_language(self.here.w.language).to_owned()));
                }
            }
        });
    }

    fn view(self, standing: &Standing) -> View {
        let n = self.n;
        let key = standing.key.clone().unwrap_or_default();
        let (first, second) = (key.clone(), key);
        let remind = move |_| self.press(&first, |all| Wishes { remind: !all.remind, ..all });
        let news = move |_| self.press(&second, |all| Wishes { news: !all.news, ..all });
        view! {
            <div class="choices">
                <label class="choice">
                    <input
                        type="checkbox" role="switch" prop:checked={move || self.wishes.get().remind}
                        prop:disabled={move || self.busy.get()} on:change={remind}
                    />
                    <span class="choice-text">{n.remind}<span class="choice-note">{n.remind_about}</span></span>
                </label>
                <label class="choice">
                    <input
                        type="checkbox" role="switch" prop:checked={move || self.wishes.get().news}
                        prop:disabled={move || self.busy.get()} on:change={news}
                    />
                    <span class="choice-text">{n.news}<span class="choice-note">{n.news_about}</span></span>
                </label>
            </div>
        }
    }

    /// The switch moves at once, and goes back if it cannot be.
    fn press(self, key: &str, change: fn(Wishes) -> Wishes) {
        if self.busy.get_untracked() {
            return;
        }
        let before = self.wishes.get_untracked();
        let wishes = change(before);
        self.busy.set(true);
        self.said.set(None);
        self.wishes.set(wishes);
        let key = key.to_owned();
        spawn(async move {
            let done = self.here.desk.set_bell(&key, wishes).await;
            let _ = self.busy.try_set(false);
            let Err(deaf) = done else { return };
            let _ = self.wishes.try_set(before);
            let words = match &deaf {
                Deaf::Refused => self.n.refused,
                Deaf::Unreachable => self.n.unreachable,
                Deaf::Said(said) => said.in_language(self.here.w.language),
            };
            let _ = self.said.try_set(Some(words.to_owned()));
        });
    }
}
