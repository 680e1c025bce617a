//! The pen: the superior says something about an entry, or its owner answers, or asks.

use serde::{Deserialize, Serialize};

use super::{RemarkKind, Said, Shape, about, put};
use crate::change::Change;
use crate::entry::Entry;
use crate::ids::{EntryId, RemarkId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

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
    /// Instead of free words: behaviour, impact, next step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// The owner asks for feedback. Words are optional.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// Which remark this answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<RemarkId>,
}

impl WriteRemark {
    /// Plain words about an entry.
    #[must_use]
    pub fn plain(id: RemarkId, entry: EntryId, kind: RemarkKind, text: String) -> Self {
        Self { id, entry, kind, text, shape: None, asks: false, reply_to: None }
    }

    fn said(&self) -> Said<'_> {
        let Self { id, kind, ref text, ref shape, asks, reply_to, .. } = *self;
        Said { id, kind, text, shape: shape.as_ref(), asks, reply_to }
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = crate::entry::review_needs(self.entry, rows, ctx);
        keys.push(Key::from(self.id));
        keys.extend(self.reply_to.map(Key::from));
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
            return Ok(vec![put(about(entry, owner, self.said(), superior, rows, ctx)?, owner, rows)]);
        }
        if !ctx.is_superior_of(owner, rows) {
            return Err(Refusal::NotFound);
        }
        if self.asks {
            return Err(Refusal::NotAllowed);
        }
        let remark = about(entry, owner, self.said(), owner.id, rows, ctx)?;
        let mut changes = vec![put(remark, owner, rows)];
        if entry.seen_at.is_none() || entry.answer_seconds.is_none() {
            let seen_at = entry.seen_at.or(Some(ctx.now));
            let seen = Entry { seen_at, rev: entry.rev + 1, ..entry.clone() }.answered(ctx.now);
            changes.push(Change::put(Row::Entry(seen), owner.audience(rows)));
        }
        Ok(changes)
    }
}
