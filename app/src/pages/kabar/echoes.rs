//! News of dialogues: what the other one has done since it was last read. Opening the page is reading it.

use chrono::Days;
use shared::dialogue::{DialogueId, Echo};

use super::READING;
use crate::components::echo;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::{echo_words, fill};

/// Days for which it stands among the news after it was read.
const DAYS: u64 = 30;

/// What is told of dialogues on the open page.
#[derive(Clone, Copy)]
pub(super) struct Talks {
    here: Here,
    /// Newest first.
    list: Memo<Vec<Echo>>,
    /// Those that were new at some time while the page was open; they stay marked.
    fresh: RwSignal<Vec<DialogueId>>,
}

impl Talks {
    /// Follows the news, and saves that it was read.
    pub(super) fn open(here: Here) -> Self {
        let list = Memo::new(move |_| {
            let since = here.today.get().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
            let is_shown = |echo: &&Echo| {
                echo.is_new() || echo.told > 0 && echo.at.is_some_and(|at| here.zone.local_date(at) >= since)
            };
            let mut list: Vec<Echo> = here.desk.view.with(|rows| echo::all(rows).filter(is_shown).cloned().collect());
            list.sort_by_key(|echo| std::cmp::Reverse(echo.at));
            list
        });
        let fresh = RwSignal::new(Vec::new());
        let talks = Self { here, list, fresh };
        // The same news is saved once; what is added while the page is open is news again.
        Effect::new(move |saved: Option<Vec<(DialogueId, u32)>>| {
            let mut saved = saved.unwrap_or_default();
            let new: Vec<Echo> = list.with(|list| {
                let is_new = |echo: &&Echo| echo.is_new() && !saved.contains(&(echo.id.dialogue, echo.told));
                list.iter().filter(is_new).cloned().collect()
            });
            if !new.is_empty() {
                saved.extend(new.iter().map(|echo| (echo.id.dialogue, echo.told)));
                fresh.update(|known| known.extend(new.iter().map(|echo| echo.id.dialogue)));
                echo::read_after(here, new, READING);
            }
            saved
        });
        talks
    }

    pub(super) fn all(self) -> usize {
        self.list.with(Vec::len)
    }

    pub(super) fn fresh(self) -> usize {
        self.list.with(|list| list.iter().filter(|echo| self.is_fresh(echo)).count())
    }

    fn is_fresh(self, echo: &Echo) -> bool {
        self.fresh.with(|fresh| fresh.contains(&echo.id.dialogue))
    }

    /// A letter for each dialogue; nothing where there is none.
    pub(super) fn letters(self, only_fresh: bool) -> Option<View> {
        let letters: Vec<View> = self.list.with(|list| {
            list.iter().filter(|echo| !only_fresh || self.is_fresh(echo)).map(|echo| self.letter(echo)).collect()
        });
        (!letters.is_empty()).then(|| view! { <ol class="letters">{letters}</ol> })
    }

    fn letter(self, echo: &Echo) -> View {
        let (here, w) = (self.here, self.here.w);
        let e = echo_words(w.language);
        let dialogue = echo.id.dialogue;
        let quarter = dialogue.quarter;
        let title = fill(e.title, &[&quarter.number.to_string(), &quarter.year.to_string()]);
        let by_person = dialogue.person != here.me;
        let deeds = echo.news.iter().filter_map(|deed| e.deed(*deed, by_person)).map(str::to_owned).collect();
        let words = fill(e.sentence, &[&echo.by_name, &w.list(deeds)]);
        let when = echo.at.map(|at| here.moment(at));
        let fresh = self.is_fresh(echo).then(|| view! { <span class="fresh">{w.fresh}</span> });
        view! {
            <li class="letter">
                {icon("chat")}
                <article>
                    <p class="letter-head"><span class="letter-kind">{title}</span>{fresh}</p>
                    <p class="words">{words}</p>
                    <p class="entry-about">{when}</p>
                    <div class="button-row">
                        <a class="button quiet flush" href={echo::address(dialogue)}>{icon("chat")}{e.open_it}</a>
                    </div>
                </article>
            </li>
        }
    }
}
