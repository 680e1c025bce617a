//! The rest of what an entry says, to be read: how far it has come, by how much it was late, links, documents, and its kind.

use shared::entry::{Doing, Entry, Special, host};
use shared::ids::{EntryId, TeamId};

use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::state::stamp;
use crate::view::prelude::*;
use crate::words::day::{DayWords, day};
use crate::words::{fill, teams_words};

/// Marks for a line: what is not done, and what was late.
#[must_use]
pub fn marks(here: Here, entry: &Entry) -> Vec<View> {
    let d = day(here.w.language);
    let mut marks = Vec::new();
    match entry.more.doing {
        Doing::Done => {}
        Doing::Going => marks.push(stamp("state is-going", "play", d.going)),
        Doing::Blocked => marks.push(stamp("state is-blocked", "block", d.blocked)),
    }
    if let Some(days) = entry.late_days.filter(|days| *days > 0) {
        marks.push(stamp("state is-late", "clock", d.late(days)));
    }
    marks
}

/// Everything else, below the entry's words.
#[must_use]
pub fn rest(here: Here, entry: &Entry) -> View {
    let d = day(here.w.language);
    let more = &entry.more;
    let marks = marks(here, entry);
    let marks = (!marks.is_empty()).then(|| view! { <p class="line">{marks}</p> });
    let obstacle = (more.doing == Doing::Blocked)
        .then(|| view! { <p class="obstacle">{fill(d.obstacle_is, &[&more.obstacle])}</p> });
    let links: Vec<View> = more.links.iter().map(|link| linked(d, link)).collect();
    let files: Vec<View> = more
        .files
        .iter()
        .map(|file| {
            let address = address(entry.id, &file.sha256);
            let about = size(file.bytes);
            view! {
                <li><a class="attachment" href={address} download={file.name.clone()}>{icon("doc")}{file.name.clone()}<span class="note soft">{about}</span></a></li>
            }
        })
        .collect();
    let evidence =
        (!links.is_empty() || !files.is_empty()).then(|| view! { <ul class="attachments">{files}{links}</ul> });
    let team = more.team.map(|id| for_team(here, id));
    view! { {marks} {team} {obstacle} {more.special.as_ref().map(|special| kind(d, special))} {evidence} }
}

/// For which team across units it was done. Its name is known to those who are in it; others read that there is one.
fn for_team(here: Here, id: TeamId) -> View {
    let t = teams_words(here.w.language);
    let name = here.desk.view.with(|rows| rows.team(id).map(|team| fill(t.for_named, &[&team.name])));
    view! { <p class="line note soft">{icon("team")}{name.unwrap_or_else(|| t.for_some.to_owned())}</p> }
}

fn linked(d: &'static DayWords, link: &str) -> View {
    let shown = host(link).unwrap_or(link).to_owned();
    let words = fill(d.link_opens, &[&shown]);
    let hint = words.strip_prefix(&shown).unwrap_or_default().to_owned();
    view! {
        <li>
            <a class="attachment" href={link.to_owned()} target="_blank" rel="noopener noreferrer nofollow">{icon("globe")}{shown}{aloud(hint)}</a>
        </li>
    }
}

fn kind(d: &'static DayWords, special: &Special) -> View {
    let (name, parts) = match special {
        Special::Innovation { adoption, effect } => {
            (d.innovation, vec![(d.adoption, d.adoption(*adoption).to_owned()), (d.effect, effect.clone())])
        }
        Special::Participation { forum, part, outcome } => (
            d.participation,
            vec![(d.forum, forum.clone()), (d.part, d.part_of(*part).to_owned()), (d.outcome, outcome.clone())],
        ),
    };
    let parts: Vec<View> =
        parts.into_iter().map(|(name, words)| view! { <dt>{name}</dt><dd>{words}</dd> }.into_view()).collect();
    view! { <section class="kind"><p class="kind-name">{icon("star")}{name}</p><dl>{parts}</dl></section> }
}

/// Where the office hands out a document of an entry.
#[must_use]
pub fn address(entry: EntryId, sha256: &str) -> String {
    ["/api/entry/", &entry.to_string(), "/file/", sha256].concat()
}

/// "1,2 MB" or "340 KB".
#[must_use]
pub fn size(bytes: u32) -> String {
    if bytes < 1_000_000 {
        return [bytes.div_ceil(1000).to_string().as_str(), " KB"].concat();
    }
    let tenths = bytes.div_ceil(100_000);
    [(tenths / 10).to_string().as_str(), ",", &(tenths % 10).to_string(), " MB"].concat()
}
