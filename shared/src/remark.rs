//! Slice *remark*: feedback on an entry, both ways. It reaches the other person's inbox (Kabar).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::employee::Employee;
use crate::entry::Entry;
use crate::ids::{EmployeeId, EntryId, RemarkId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

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

/// A remark about an entry, checked.
pub(crate) fn about(
    entry: &Entry,
    id: RemarkId,
    kind: RemarkKind,
    text: &str,
    to: EmployeeId,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<Remark, Refusal> {
    let author = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotAllowed)?;
    let text = text.trim();
    if text.is_empty() && kind != RemarkKind::Thanks {
        return Err(Refusal::RemarkMissing);
    }
    if text.chars().count() > TEXT_CHARACTERS_MAX {
        return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
    }
    if rows.remark(id).is_some() {
        return Err(Refusal::AlreadyThere);
    }
    Ok(Remark {
        id,
        entry: entry.id,
        owner: entry.owner,
        author: author.id,
        author_name: author.name.clone(),
        to,
        kind,
        text: text.to_owned(),
        at: ctx.now,
        read_at: None,
        rev: 1,
    })
}

/// A remark reaches the audience of the entry, and the reader.
pub(crate) fn put(remark: Remark, owner: &Employee, rows: &Rows) -> Change {
    let mut scopes = owner.audience(rows);
    scopes.push(Scope::Own(remark.to));
    Change::put(Row::Remark(remark), scopes)
}

/// Command `remark.write`: the superior says something about an entry, or its owner answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WriteRemark {
    /// New id.
    pub id: RemarkId,
    /// About which entry.
    pub entry: EntryId,
    /// What kind; `return` is refused here.
    pub kind: RemarkKind,
    /// The words.
    #[serde(default)]
    pub text: String,
}

impl WriteRemark {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = crate::entry::review_needs(self.entry, rows, ctx);
        keys.push(Key::from(self.id));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let entry = rows.entry(self.entry).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(entry.owner).ok_or(Refusal::NotFound)?;
        if self.kind == RemarkKind::Return {
            return Err(Refusal::NotAllowed);
        }
        if ctx.actor.is(owner.id) {
            let superior = owner.superior.ok_or(Refusal::NotFound)?;
            return Ok(vec![put(about(entry, self.id, self.kind, &self.text, superior, rows, ctx)?, owner, rows)]);
        }
        if !ctx.is_superior_of(owner, rows) {
            return Err(Refusal::NotFound);
        }
        let remark = about(entry, self.id, self.kind, &self.text, owner.id, rows, ctx)?;
        let mut changes = vec![put(remark, owner, rows)];
        if entry.seen_at.is_none() || entry.answer_seconds.is_none() {
            let seen_at = entry.seen_at.or(Some(ctx.now));
            let seen = Entry { seen_at, rev: entry.rev + 1, ..entry.clone() }.answered(ctx.now);
            changes.push(Change::put(Row::Entry(seen), owner.audience(rows)));
        }
        Ok(changes)
    }
}

/// Command `remark.read`: the reader has opened it. Reading twice is reading once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadRemark {
    /// Which remark.
    pub remark: RemarkId,
}

impl ReadRemark {
    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.remark)];
        if let Some(remark) = rows.remark(self.remark) {
            keys.push(Key::from(remark.owner));
            keys.extend(rows.employee(remark.owner).map(Employee::audience_keys).unwrap_or_default());
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let remark = rows.remark(self.remark).filter(|remark| ctx.actor.is(remark.to)).ok_or(Refusal::NotFound)?;
        if remark.read_at.is_some() {
            return Ok(Vec::new());
        }
        let owner = rows.employee(remark.owner).ok_or(Refusal::NotFound)?;
        Ok(vec![put(Remark { read_at: Some(ctx.now), rev: remark.rev + 1, ..remark.clone() }, owner, rows)])
    }
}
