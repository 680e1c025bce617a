//! The superior's side: see, approve, return. These are made online and name the version that was seen.

use serde::{Deserialize, Serialize};

use super::{Entry, Review};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{EntryId, RemarkId};
use crate::refusal::Refusal;
use crate::remark::{self, RemarkKind, Said};
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

/// The entry, its owner and the actor.
pub(crate) fn needs(entry: EntryId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = ctx.actor_keys(rows);
    keys.push(Key::from(entry));
    if let Some(entry) = rows.entry(entry) {
        keys.push(Key::from(entry.owner));
        keys.extend(rows.employee(entry.owner).map(|owner| owner.assessor_keys(rows)).unwrap_or_default());
    }
    keys
}

/// The entry and its owner, if the actor is the owner's superior; otherwise there is nothing to see.
fn as_superior<'a>(entry: EntryId, rows: &'a Rows, ctx: &Ctx) -> Result<(&'a Entry, &'a Employee), Refusal> {
    let entry = rows.entry(entry).ok_or(Refusal::NotFound)?;
    let owner = rows.employee(entry.owner).ok_or(Refusal::NotFound)?;
    if ctx.actor.is(owner.id) {
        return Err(Refusal::NotAllowed);
    }
    if ctx.is_superior_of(owner, rows) { Ok((entry, owner)) } else { Err(Refusal::NotFound) }
}

/// The same, and it still says what the superior has read.
fn as_seen<'a>(entry: EntryId, base: u32, rows: &'a Rows, ctx: &Ctx) -> Result<(&'a Entry, &'a Employee), Refusal> {
    let (entry, owner) = as_superior(entry, rows, ctx)?;
    if entry.version == base { Ok((entry, owner)) } else { Err(Refusal::ChangedSinceSeen) }
}

fn reviewed(entry: &Entry, review: Review, ctx: &Ctx) -> Entry {
    Entry { review, seen_at: entry.seen_at.or(Some(ctx.now)), rev: entry.rev + 1, ..entry.clone() }
}

/// Command `entry.see`: the superior has opened the entry. Seeing twice is seeing once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeeEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The version on the screen.
    pub base: u32,
}

impl SeeEntry {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (entry, owner) = as_seen(self.entry, self.base, rows, ctx)?;
        if entry.seen_at.is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Change::put(Row::Entry(reviewed(entry, entry.review, ctx)), entry.audience(owner, rows))])
    }
}

/// Command `entry.approve`: the superior agrees with what they have read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApproveEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The version on the screen.
    pub base: u32,
}

impl ApproveEntry {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (entry, owner) = as_seen(self.entry, self.base, rows, ctx)?;
        if entry.review == Review::Approved {
            return Ok(Vec::new());
        }
        if !entry.asides.is_empty() {
            return Err(Refusal::NotSettled);
        }
        let approved = reviewed(entry, Review::Approved, ctx).answered(ctx.now);
        Ok(vec![Change::put(Row::Entry(approved), entry.audience(owner, rows))])
    }
}

/// Command `entry.return`: the superior asks for a revision, and says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReturnEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The version on the screen.
    pub base: u32,
    /// New id of the remark that carries the reason.
    pub remark: RemarkId,
    /// Why, and what to do.
    pub reason: String,
}

impl ReturnEntry {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (entry, owner) = as_seen(self.entry, self.base, rows, ctx)?;
        if entry.review == Review::Approved {
            return Err(Refusal::EntryApproved);
        }
        let said = Said::plain(self.remark, RemarkKind::Return, &self.reason);
        let remark = remark::about(entry, owner, said, owner.id, rows, ctx)?;
        // The reason answers whoever asked.
        let returned = Entry { asks: false, ..reviewed(entry, Review::Returned, ctx) };
        Ok(vec![
            Change::put(Row::Entry(returned.answered(ctx.now)), entry.audience(owner, rows)),
            remark::put(remark, Some(entry), owner, rows),
        ])
    }
}
