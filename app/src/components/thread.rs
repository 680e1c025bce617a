//! What was said about an entry, oldest first; and that it has been read.

use shared::command::Action;
use shared::ids::RemarkId;
use shared::remark::{ReadRemark, Remark, RemarkKind};

use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::fill;

/// The kind of feedback that words make: a sentence that asks is a question.
#[must_use]
pub fn kind_of(text: &str) -> RemarkKind {
    if text.trim_end().ends_with('?') { RemarkKind::Question } else { RemarkKind::Note }
}

/// The remarks of an entry.
#[must_use]
pub fn remarks(here: Here, all: &[&Remark]) -> Option<View> {
    if all.is_empty() {
        return None;
    }
    let all: Vec<View> = all.iter().map(|remark| one(here, remark)).collect();
    Some(view! { <ol class="remarks">{all}</ol> })
}

fn one(here: Here, remark: &Remark) -> View {
    let w = here.w;
    let (class, kind) = match remark.kind {
        RemarkKind::Note | RemarkKind::Question => ("remark", None),
        RemarkKind::Thanks => ("remark is-thanks", Some(w.thanks)),
        RemarkKind::Return => ("remark is-revise", Some(w.returned)),
    };
    let who = if remark.author == here.me { w.you.to_owned() } else { remark.author_name.clone() };
    let kind = kind.map(|kind| [kind, w.dot].concat());
    let head = [kind.as_deref().unwrap_or_default(), &who, w.dot, &here.moment(remark.at)].concat();
    let words = (!remark.text.is_empty()).then(|| view! { <p class="words">{fill(w.quoted, &[&remark.text])}</p> });
    view! { <li class={class}><span class="note soft">{head}</span>{words}</li> }
}

/// Saves that these messages have been read. A refusal means that somebody else's phone was faster.
pub async fn read(here: Here, remarks: Vec<RemarkId>) {
    for remark in remarks {
        let _ = here.desk.save(Action::ReadRemark(ReadRemark { remark }), Vec::new()).await;
    }
}
