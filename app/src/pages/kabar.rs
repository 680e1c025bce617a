//! Kabar: what others wrote about my work, by entry and day. Opening the page is reading it.

mod answers;
mod echoes;
mod letter;
mod plans;

use std::time::Duration;

use chrono::NaiveDate;
use shared::board::inbox;
use shared::feedback::{Conversation, conversations};
use shared::ids::RemarkId;
use shared::remark::Remark;
use shared::stamp::day_text;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::thread::read;
use crate::format;
use crate::view::prelude::*;
use echoes::Talks;

/// A message counts as read after it has been on the screen for this long.
const READING: Duration = Duration::from_millis(1500);

/// Messages that were not read when this page was opened. They stay marked as new while it is open.
pub type Fresh = RwSignal<Vec<RemarkId>>;

/// The page.
#[must_use]
pub fn kabar(here: Here) -> View {
    let w = here.w;
    let fresh: Fresh = RwSignal::new(Vec::new());
    mark_as_read(here, fresh);
    let talks = Talks::open(here);
    let only_fresh = move || here.asked("saring").as_deref() == Some("belum");
    let counts = Memo::new(move |_| {
        let all = here.desk.view.with(|rows| inbox(rows, here.me).len());
        (all + talks.all(), fresh.with(Vec::len) + talks.fresh())
    });
    let tab = move |address: &'static str, word: &'static str, wants_fresh: bool| {
        let current = move || (only_fresh() == wants_fresh).then_some("page");
        let count = move || if wants_fresh { counts.get().1 } else { counts.get().0 };
        view! { <a class="tab" href={address} aria-current={current}>{word}" "<span class="count">{count}</span></a> }
    };
    let top = view! {
        {frame::top(w.inbox_title, None)}
        <nav class="tabs page-tabs" aria-label={w.kind_of_news}>
            {tab("/kabar", w.all, false)} {tab("/kabar?saring=belum", w.unread, true)}
        </nav>
    };
    let body = move || letters(here, fresh, talks, only_fresh());
    let body = view! { {answers::answers(here)} {move || talks.letters(only_fresh())} {move || plans::plans(here, only_fresh())} {body} };
    frame::page(here, w.inbox, top.into_view(), body)
}

fn letters(here: Here, fresh: Fresh, talks: Talks, only_fresh: bool) -> View {
    let w = here.w;
    let today = here.today.get();
    here.desk.view.with(|rows| {
        let all: Vec<&Remark> = inbox(rows, here.me)
            .into_iter()
            .filter(|remark| !only_fresh || fresh.with(|fresh| fresh.contains(&remark.id)))
            .collect();
        let talked = if only_fresh { talks.fresh() } else { talks.all() };
        if all.is_empty() && (talked > 0 || plans::plans(here, only_fresh).is_some()) {
            return ().into_view();
        }
        if all.is_empty() {
            let (words, address, word) =
                if only_fresh { (w.unread_empty, "/kabar", w.see_all) } else { (w.inbox_empty, "/", w.today) };
            return frame::empty_list(here, words, view! { <a class="button" href={address}>{word}</a> });
        }
        let days: Vec<View> = conversations(&all)
            .chunk_by(|a, b| day_of(here, a) == day_of(here, b))
            .map(|of_day| {
                let date = of_day.first().and_then(|one| day_of(here, one)).unwrap_or(today);
                let letters: Vec<View> =
                    of_day.iter().map(|one| letter::conversation(here, one, rows.entry(one.entry), fresh)).collect();
                let id = ["hari-", &day_text(date)].concat();
                let named = id.clone();
                view! {
                    <section aria-labelledby={id}>
                        <h2 class="day-head" id={named}>{format::day(w, date, today)}</h2>
                        <ol class="letters">{letters}</ol>
                    </section>
                }
            })
            .collect();
        days.into_view()
    })
}

/// The day of the newest letter.
fn day_of(here: Here, conversation: &Conversation<'_>) -> Option<NaiveDate> {
    conversation.letters.first().map(|remark| here.zone.local_date(remark.at))
}

/// Saves, once for each unread message, that it has been read. It works offline: the command waits like any other.
fn mark_as_read(here: Here, fresh: Fresh) {
    let open = StoredValue::new(true);
    on_cleanup(move || {
        open.try_set_value(false);
    });
    Effect::new(move || {
        let unread: Vec<RemarkId> = here.desk.view.with(|rows| {
            inbox(rows, here.me).iter().filter(|remark| remark.read_at.is_none()).map(|remark| remark.id).collect()
        });
        let new: Vec<RemarkId> =
            fresh.with_untracked(|known| unread.into_iter().filter(|id| !known.contains(id)).collect());
        if new.is_empty() {
            return;
        }
        fresh.update(|known| known.extend(new.iter().copied()));
        let save = move || {
            if open.try_get_value() == Some(true) {
                crate::browser::spawn(read(here, new));
            }
        };
        set_timeout(save, READING);
    });
}
