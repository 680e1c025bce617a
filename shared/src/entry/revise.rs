//! The owner's pen once more: revise an entry, and choose between what two devices have written.

use serde::{Deserialize, Serialize};

use super::record::together;
use super::{Content, Entry, Review};
use crate::absence::Absences;
use crate::change::Change;
use crate::ids::EntryId;
use crate::merge::{ASIDES_MAX, Field, Outcome, contents, in_order, put_aside, settle};
use crate::plan::Plan;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

/// Command `entry.revise`: say it again, better. Allowed until the entry is approved; it waits for the superior anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviseEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The version that was revised.
    pub base: u32,
    /// What it says now.
    pub content: Content,
    /// What that version said. With it a revision of an older version is merged; without it, it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Content>,
}

impl ReviseEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = needs(self.entry, rows, ctx);
        keys.extend(self.content.plan.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let before = open(self.entry, rows, ctx)?;
        let mut after = Entry { version: before.version + 1, ..before.clone() };
        // A version that a device promised itself may have become another's; what it said tells them apart.
        let newest = self.seen.as_ref().is_none_or(|seen| *seen == Content::of(before));
        if before.version == self.base && newest {
            // A build that shows conflict copies says what it saw. An older one has not seen them, and they stay.
            if self.seen.is_some() {
                after.asides.clear();
            }
            after.merged.clear();
            let mut content = self.content.clone();
            if self.seen.is_none() && content.more.is_empty() {
                // A build from before there was more to say has not taken it away.
                content.more.clone_from(&before.more);
            }
            return revised(before, after, &content, rows, ctx);
        }
        let seen = self.seen.as_ref().ok_or(Refusal::ChangedSinceSeen)?;
        // After a restore the server may know less than the device has seen.
        after.version = before.version.max(self.base) + 1;
        let mine = self.content.tidy();
        let merged = contents(seen, &Content::of(before), &mine);
        if merged.clash {
            return Err(Refusal::ChangedSinceSeen);
        }
        for field in Field::ALL {
            let (base, mine) = (seen.value(field), mine.value(field));
            let now = merged.content.value(field);
            let hard = merged.hard.iter().any(|(other, _)| *other == field);
            let outcome = match hard {
                true => Outcome::Hard,
                false if mine == base => Outcome::Theirs,
                false => Outcome::Mine,
            };
            put_aside(&mut after.asides, field, &base, (outcome, &now), &mine, ctx.claimed_at);
        }
        if after.asides.len() > ASIDES_MAX {
            return Err(Refusal::ChangedSinceSeen);
        }
        if merged.content == Content::of(before) && after.asides == before.asides && self.base < before.version {
            return Ok(Vec::new());
        }
        after.merged = in_order(&[after.merged, merged.soft].concat());
        revised(before, after, &merged.content, rows, ctx)
    }
}

/// Command `entry.settle`: the owner chooses what a field says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettleEntry {
    /// Which entry.
    pub entry: EntryId,
    /// Which field.
    pub field: Field,
    /// What it says from now on.
    pub value: String,
    /// The values between which was chosen. Others that came meanwhile stay.
    #[serde(default)]
    pub seen: Vec<String>,
}

impl SettleEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = needs(self.entry, rows, ctx);
        if self.field == Field::Plan {
            keys.extend(self.value.parse().ok().map(|plan: crate::ids::PlanId| Key::from(plan)));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let before = open(self.entry, rows, ctx)?;
        let (mut after, mut content) = (before.clone(), Content::of(before));
        let current = content.value(self.field);
        let value = settle(&mut after.asides, self.field, &current, &self.value, &self.seen, ctx.claimed_at);
        content.put(self.field, &value);
        after.merged.retain(|field| *field != self.field);
        let new = after.asides.iter().any(|aside| !before.asides.contains(aside));
        if content == Content::of(before) && !new {
            // What it says has not changed, so whatever the superior has decided about it stands.
            after.rev += 1;
            let owner = rows.employee(before.owner).ok_or(Refusal::NotFound)?;
            return Ok(vec![Change::put(Row::Entry(after), owner.audience(rows))]);
        }
        after.version += 1;
        revised(before, after, &content, rows, ctx)
    }
}

/// The entry, its owner and its plan.
fn needs(entry: EntryId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = ctx.actor_keys(rows);
    keys.push(Key::from(entry));
    keys.extend(rows.entry(entry).and_then(|entry| entry.plan).map(Key::from));
    keys.extend(ctx.actor.employee().map(|owner| Key::from(Absences::of(owner))));
    keys
}

/// The actor's own entry, if it may still change.
fn open<'a>(entry: EntryId, rows: &'a Rows, ctx: &Ctx) -> Result<&'a Entry, Refusal> {
    let entry = rows.entry(entry).filter(|entry| ctx.actor.is(entry.owner)).ok_or(Refusal::NotFound)?;
    if entry.review == Review::Approved { Err(Refusal::EntryApproved) } else { Ok(entry) }
}

/// The entry says `content` from now on and waits anew; progress moves from one plan to the other.
fn revised(before: &Entry, after: Entry, content: &Content, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
    let owner = rows.employee(before.owner).ok_or(Refusal::NotFound)?;
    let plan = content.plan(owner, rows)?;
    content.check(plan, owner, rows, ctx)?;
    let Content { plan: towards, text, quantity, work_date, photos, more } = content.tidy();
    let entry = Entry {
        plan: towards,
        text,
        quantity,
        work_date,
        photos,
        more,
        late_days: ctx.late_days(owner, work_date, before.claimed_at, rows),
        received_at: ctx.received_at,
        seen_at: None,
        review: Review::Open,
        unit: before.unit.filter(|_| before.work_date == work_date).or(Some(owner.unit)),
        rev: before.rev + 1,
        ..after
    };
    let left = before.plan.and_then(|id| rows.plan(id)).map(|plan| Plan {
        done: plan.done.minus(before.quantity),
        rev: plan.rev + 1,
        ..plan.clone()
    });
    let audience = owner.audience(rows);
    let Some(plan) = plan else {
        return Ok(together(entry, left, &audience));
    };
    let (left, base) = match left {
        Some(left) if left.id == plan.id => (None, left),
        other => (other, Plan { rev: plan.rev + 1, ..plan.clone() }),
    };
    let moved = Plan { done: base.done.plus(entry.quantity), ..base };
    let mut changes = together(entry, Some(moved), &audience);
    changes.extend(left.map(|left| Change::put(Row::Plan(left), audience)));
    Ok(changes)
}
