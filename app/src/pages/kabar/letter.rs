//! One letter: who wrote, what, about which entry, and the step that follows from it.

use shared::entry::{Entry, Review};
use shared::feedback::Conversation;
use shared::ids::{RemarkId, UnitId};
use shared::remark::{Remark, RemarkKind};

use super::Fresh;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::thread::signed;
use crate::format;
use crate::view::prelude::*;
use crate::words::{feedback_words, fill};

/// All letters about one entry: the newest, and the earlier ones folded below it, open while one of them is new.
#[must_use]
pub fn conversation(here: Here, all: &Conversation<'_>, entry: Option<&Entry>, fresh: Fresh) -> View {
    let Some((newest, earlier)) = all.letters.split_first() else { return ().into_view() };
    let f = feedback_words(here.w.language);
    let ids: Vec<RemarkId> = earlier.iter().map(|remark| remark.id).collect();
    let has_new = fresh.with(|fresh| ids.iter().any(|id| fresh.contains(id))).then_some("");
    let more = (!earlier.is_empty()).then(|| {
        let word = if earlier.len() == 1 { f.more_one } else { f.more_many };
        let letters: Vec<View> = earlier.iter().map(|remark| earlier_one(here, remark, fresh)).collect();
        view! {
            <details class="more-letters" open={has_new}>
                <summary>{icon("down")}{fill(word, &[&earlier.len().to_string()])}</summary>
                <ol class="remarks">{letters}</ol>
            </details>
        }
    });
    letter(here, newest, entry, fresh, more)
}

/// An earlier letter: who, when, and the words.
fn earlier_one(here: Here, remark: &Remark, fresh: Fresh) -> View {
    let (_, _, kind) = sort_of(here, remark);
    let head = [fill(kind, &[&signed(here, remark)]).as_str(), here.w.dot, &here.moment(remark.at)].concat();
    let words =
        (!remark.text.is_empty()).then(|| view! { <p class="words">{fill(here.w.quoted, &[&remark.text])}</p> });
    view! { <li class="remark"><span class="note soft">{head}" "{is_fresh(here, remark.id, fresh)}</span>{words}</li> }
}

fn is_fresh(here: Here, id: RemarkId, fresh: Fresh) -> View {
    let mark =
        move || fresh.with(|fresh| fresh.contains(&id)).then(|| view! { <span class="fresh">{here.w.fresh}</span> });
    mark.into_view()
}

/// Class, icon and title.
fn sort_of(here: Here, remark: &Remark) -> (&'static str, &'static str, &'static str) {
    let w = here.w;
    match remark.kind {
        RemarkKind::Thanks => ("letter is-thanks", "thanks", w.thanks_from),
        RemarkKind::Return => ("letter is-revise", "back", w.returned),
        RemarkKind::Question => ("letter", "ask", w.asks),
        RemarkKind::Note => ("letter", "chat", w.writes),
    }
}

fn letter(here: Here, remark: &Remark, entry: Option<&Entry>, fresh: Fresh, more: Option<View>) -> View {
    let w = here.w;
    let (class, name, kind) = sort_of(here, remark);
    let words = (!remark.text.is_empty())
        .then(|| view! { <blockquote class="words">{fill(w.quoted, &[&remark.text])}</blockquote> });
    view! {
        <li class={class}>
            {icon(name)}
            <article>
                <p class="letter-head"><span class="letter-kind">{fill(kind, &[&signed(here, remark)])}</span>{is_fresh(here, remark.id, fresh)}</p>
                {words}
                <p class="entry-about">{about(here, remark, entry)}</p>
                {steps(here, remark, entry)}
                {more}
            </article>
        </li>
    }
}

/// "Bapak Zulkifli · Tentang catatan 13 Juli · 09.12"
fn about(here: Here, remark: &Remark, entry: Option<&Entry>) -> String {
    let w = here.w;
    let mut parts = Vec::new();
    if remark.kind == RemarkKind::Return {
        parts.push(signed(here, remark));
    }
    parts.extend(entry.map(|entry| fill(w.about_entry, &[&format::date(w, entry.work_date)])));
    parts.push(here.clock(remark.at));
    parts.join(w.dot)
}

/// Where the reader can read the entry: on a page of their own, on the page of the team that they lead, or on the board where its owner
/// stands.
fn address(here: Here, remark: &Remark) -> String {
    let entry = remark.entry.to_string();
    if remark.owner == here.me {
        return ["/catatan/", &entry].concat();
    }
    if let Some(team) = remark.team {
        return ["/tim/", &team.to_string(), "?catatan=", &entry].concat();
    }
    let leads = |unit: &UnitId| {
        here.desk.person.with_untracked(|person| {
            person.as_ref().is_some_and(|person| person.boards.iter().any(|board| board.unit == *unit))
        })
    };
    let unit = remark.unit.filter(leads).map(|unit| ["unit=", &unit.to_string(), "&"].concat()).unwrap_or_default();
    ["/papan?", &unit, "orang=", &remark.owner.to_string(), "&catatan=", &entry].concat()
}

fn steps(here: Here, remark: &Remark, entry: Option<&Entry>) -> View {
    let w = here.w;
    let page = address(here, remark);
    let returned = remark.kind == RemarkKind::Return && entry.is_some_and(|entry| entry.review == Review::Returned);
    let fix = returned.then(|| {
        let address = ["/catat?ubah=", &remark.entry.to_string()].concat();
        view! { <a class="button primary" href={address}>{icon("edit")}{w.revise}</a> }
    });
    let (name, word) = if remark.kind == RemarkKind::Thanks { ("book", w.open_entry) } else { ("reply", w.reply) };
    let class = if returned { "button quiet" } else { "button quiet flush" };
    view! { <div class="button-row">{fix}<a class={class} href={page}>{icon(name)}{word}</a></div> }
}
