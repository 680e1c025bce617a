//! What was said about an entry, oldest first: in which shape, as an answer to what, and whether it has been read.

use shared::command::Action;
use shared::ids::RemarkId;
use shared::remark::{ReadRemark, Remark, RemarkKind, Shape};

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::{FeedbackWords, feedback_words, fill, teams_words};

/// Which remark the words that are being written answer.
pub type Reply = RwSignal<Option<RemarkId>>;

/// Characters of a remark that are quoted above its answer.
const QUOTE_CHARACTERS_MAX: usize = 60;

/// The kind of feedback that words make: a sentence that asks is a question.
#[must_use]
pub fn kind_of(text: &str) -> RemarkKind {
    if text.trim_end().ends_with('?') { RemarkKind::Question } else { RemarkKind::Note }
}

/// The remarks of an entry. With `reply` each of them can be answered.
#[must_use]
pub fn remarks(here: Here, all: &[&Remark], reply: Option<Reply>) -> Option<View> {
    if all.is_empty() {
        return None;
    }
    let lines: Vec<View> = all.iter().map(|remark| one(here, all, remark, reply)).collect();
    Some(view! { <ol class="remarks">{lines}</ol> })
}

fn one(here: Here, all: &[&Remark], remark: &Remark, reply: Option<Reply>) -> View {
    let w = here.w;
    let f = feedback_words(w.language);
    let (class, kind) = match remark.kind {
        RemarkKind::Note | RemarkKind::Question => ("remark", remark.asks.then_some(f.asked)),
        RemarkKind::Thanks => ("remark is-thanks", Some(w.thanks)),
        RemarkKind::Return => ("remark is-revise", Some(w.returned)),
    };
    let mut head: Vec<String> = kind.into_iter().map(ToOwned::to_owned).collect();
    head.push(who(here, remark));
    head.push(here.moment(remark.at));
    head.extend(marks(here, f, all, remark));
    let quoted = remark.reply_to.and_then(|id| all.iter().find(|one| one.id == id)).map(|one| quote(here, f, one));
    let words = match &remark.shape {
        Some(shape) => Some(shaped(f, shape)),
        None => said(here, remark),
    };
    let id = remark.id;
    let button = reply.filter(|_| remark.author != here.me).map(|reply| {
        let name = fill(f.reply_to, &[&remark.author_name]);
        view! {
            <button class="button quiet flush" type="button" aria-label={name} on:click={move |_| answer(reply, id)}>
                {icon("reply")}{f.reply}
            </button>
        }
    });
    view! { <li class={class}><span class="note soft">{head.join(w.dot)}</span>{quoted}{words}{button}</li> }
}

fn who(here: Here, remark: &Remark) -> String {
    if remark.author == here.me { here.w.you.to_owned() } else { signed(here, remark) }
}

/// The author's name, and in what role if it is not the assessor's or the owner's.
#[must_use]
pub fn signed(here: Here, remark: &Remark) -> String {
    let leads = remark.team.is_some() && remark.author != remark.owner;
    let role = leads.then(|| [" (", teams_words(here.w.language).is_leader, ")"].concat());
    [remark.author_name.as_str(), &role.unwrap_or_default()].concat()
}

fn said(here: Here, remark: &Remark) -> Option<View> {
    (!remark.text.is_empty()).then(|| view! { <p class="words">{fill(here.w.quoted, &[&remark.text])}</p> })
}

/// Has it been answered, if it asks; has it been read, if it is mine?
fn marks(here: Here, f: &FeedbackWords, all: &[&Remark], remark: &Remark) -> Vec<String> {
    let mut marks = Vec::new();
    if remark.kind == RemarkKind::Question {
        let answered = all.iter().any(|one| one.reply_to == Some(remark.id));
        marks.push(if answered { f.answered } else { f.not_answered }.to_owned());
    }
    if remark.author == here.me {
        let read = remark.read_at.map(|at| fill(f.read_at, &[&here.moment_inside(at)]));
        marks.push(read.unwrap_or_else(|| f.not_read.to_owned()));
    }
    marks
}

fn quote(here: Here, f: &FeedbackWords, answered: &Remark) -> View {
    let mut words: String = answered.text.chars().take(QUOTE_CHARACTERS_MAX).collect();
    if words.len() < answered.text.len() {
        words.push('…');
    }
    let words = if words.is_empty() { here.w.thanks.to_owned() } else { fill(here.w.quoted, &[&words]) };
    view! { <span class="note soft">{fill(f.answers_to, &[&who(here, answered), &words])}</span> }
}

fn shaped(f: &FeedbackWords, shape: &Shape) -> View {
    view! {
        <dl class="shape">
            <dt>{f.behaviour}</dt><dd class="words">{shape.behaviour.clone()}</dd>
            <dt>{f.impact}</dt><dd class="words">{shape.impact.clone()}</dd>
            <dt>{f.next}</dt><dd class="words">{shape.next.clone()}</dd>
        </dl>
    }
}

fn answer(reply: Reply, id: RemarkId) {
    reply.set(Some(id));
    crate::components::browser::focus_soon("#pesan");
}

/// What the words will answer, with a way not to.
#[must_use]
pub fn answering(here: Here, all: &[&Remark], reply: Reply) -> Option<View> {
    let f = feedback_words(here.w.language);
    let remark = all.iter().find(|one| Some(one.id) == reply.get())?;
    let drop = move |_| reply.set(None);
    Some(view! {
        <p class="line">
            {quote(here, f, remark)}
            <button class="button quiet" type="button" on:click={drop}>{icon("close")}{f.no_reply}</button>
        </p>
    })
}

/// Saves that these messages have been read. A refusal means that somebody else's phone was faster.
pub async fn read(here: Here, remarks: Vec<RemarkId>) {
    for remark in remarks {
        let _ = here.desk.save(Action::ReadRemark(ReadRemark { remark }), Vec::new()).await;
    }
}
