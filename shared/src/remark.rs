//! Slice *remark*: feedback on an entry, both ways. It reaches the other person's inbox (Kabar).
//!
//! Words are free, or have the shape behaviour, impact, next step ([`Shape`]). The commands are in [`write`] and [`read`].

mod read;
mod shape;
mod write;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::employee::Employee;
use crate::entry::Entry;
use crate::ids::{EmployeeId, EntryId, RemarkId, TeamId, UnitId};
use crate::refusal::{FeedbackFault, Refusal};
use crate::row::{Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

pub use read::ReadRemark;
pub use shape::{SHAPE_CHARACTERS_MAX, Shape};
pub use write::WriteRemark;

/// Characters allowed in a remark.
pub const TEXT_CHARACTERS_MAX: usize = 1000;

/// What kind of feedback.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// Words about the work.
    Note,
    /// Thanks: one tap, words are optional.
    Thanks,
    /// A question that waits for an answer.
    Question,
    /// Why an entry was sent back. Made only by `entry.return`.
    Return,
}

/// One piece of feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Remark {
    /// Identity.
    pub id: RemarkId,
    /// The entry it is about.
    pub entry: EntryId,
    /// Whose entry that is.
    pub owner: EmployeeId,
    /// Who wrote it.
    pub author: EmployeeId,
    /// The author's name, so that the reader's phone needs no other person's row.
    pub author_name: String,
    /// Who it is for.
    pub to: EmployeeId,
    /// What kind.
    pub kind: RemarkKind,
    /// The words; empty only for thanks.
    #[serde(default)]
    pub text: String,
    /// The words again as behaviour, impact and next step, if they were written so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Box<Shape>>,
    /// The owner asks for feedback on the entry: it stands first in the superior's queue until there is an answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// Which remark this answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<RemarkId>,
    /// The owner's unit then, so that a superior with several boards is led to the right one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// It is between the owner and whoever leads the team for which the work was done, and not the assessor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// When the office had it.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
    /// When the other person opened it.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub read_at: Option<DateTime<Utc>>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// What is to be said about an entry.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub(crate) id: RemarkId,
    pub(crate) kind: RemarkKind,
    pub(crate) text: &'a str,
    pub(crate) shape: Option<&'a Shape>,
    pub(crate) asks: bool,
    pub(crate) reply_to: Option<RemarkId>,
    pub(crate) team: Option<TeamId>,
}

impl<'a> Said<'a> {
    /// Plain words.
    pub(crate) const fn plain(id: RemarkId, kind: RemarkKind, text: &'a str) -> Self {
        Self { id, kind, text, shape: None, asks: false, reply_to: None, team: None }
    }

    /// The words: those of the shape, if there is one. Whoever does not know shapes reads them too.
    fn words(&self) -> Result<(String, Option<Shape>), Refusal> {
        if let Some(shape) = self.shape {
            let shape = shape.checked()?;
            return Ok((shape.in_words(), Some(shape)));
        }
        let text = self.text.trim();
        if text.is_empty() && self.kind != RemarkKind::Thanks && !self.asks {
            return Err(Refusal::Feedback(FeedbackFault::WordsMissing));
        }
        if text.chars().count() > TEXT_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
        }
        Ok((text.to_owned(), None))
    }
}

/// A remark about an entry, checked.
pub(crate) fn about(
    entry: &Entry,
    owner: &Employee,
    said: Said<'_>,
    to: EmployeeId,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<Remark, Refusal> {
    let author = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotAllowed)?;
    let (text, shape) = said.words()?;
    if rows.remark(said.id).is_some() {
        return Err(Refusal::AlreadyThere);
    }
    // An answer belongs to a remark about the same entry; what is not there for this actor is not told apart.
    let answers = said.reply_to.and_then(|id| rows.remark(id)).is_some_and(|remark| remark.entry == entry.id);
    if said.reply_to.is_some() && !answers {
        return Err(Refusal::NotFound);
    }
    Ok(Remark {
        id: said.id,
        entry: entry.id,
        owner: entry.owner,
        author: author.id,
        author_name: author.name.clone(),
        to,
        kind: said.kind,
        text,
        shape: shape.map(Box::new),
        asks: said.asks,
        reply_to: said.reply_to,
        unit: Some(owner.unit),
        team: said.team,
        at: ctx.now,
        read_at: None,
        rev: 1,
    })
}

/// A remark reaches the audience of the entry, and the reader. Without the entry's row: the owner's audience.
pub(crate) fn put(remark: Remark, entry: Option<&Entry>, owner: &Employee, rows: &Rows) -> Change {
    let mut scopes = entry.map_or_else(|| owner.audience(rows), |entry| entry.audience(owner, rows));
    scopes.push(Scope::Own(remark.to));
    Change::put(Row::Remark(remark), scopes)
}
