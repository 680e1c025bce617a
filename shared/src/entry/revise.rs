//! The owner's pen once more: revise an entry, and choose between what two devices have written.

use serde::{Deserialize, Serialize};

use super::record::together;
use super::{Content, Entry, Review, TEXT_CHARACTERS_MAX};
use crate::absence::Absences;
use crate::change::Change;
use crate::ids::EntryId;
use crate::merge::{ASIDES_MAX, Field, Outcome, contents, in_order, put_aside, settle};
use crate::plan::Plan;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::team;

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
        keys.extend(team::key(self.content.more.team));
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
        fits_beside(&mine.text)?;
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
        fits_beside(&self.value)?;
        let current = content.value(self.field);
        let value = settle(&mut after.asides, self.field, &current, &self.value, &self.seen, ctx.claimed_at);
        if after.asides.len() > ASIDES_MAX {
            return Err(Refusal::ChangedSinceSeen);
        }
        content.put(self.field, &value);
        after.merged.retain(|field| *field != self.field);
        let new = after.asides.iter().any(|aside| !before.asides.contains(aside));
        if content == Content::of(before) && !new {
            // What it says has not changed, so whatever the superior has decided about it stands.
            after.rev += 1;
            let owner = rows.employee(before.owner).ok_or(Refusal::NotFound)?;
            let audience = after.audience(owner, rows);
            return Ok(vec![Change::put(Row::Entry(after), audience)]);
        }
        after.version += 1;
        revised(before, after, &content, rows, ctx)
    }
}

/// May it be kept beside what is there? What is put aside does not go through [`Content::check`], and is bound to the same length.
fn fits_beside(value: &str) -> Result<(), Refusal> {
    let fits = value.chars().count() <= TEXT_CHARACTERS_MAX;
    if fits { Ok(()) } else { Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX }) }
}

/// The entry, its owner and its plan.
fn needs(entry: EntryId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = ctx.actor_keys(rows);
    keys.push(Key::from(entry));
    keys.extend(rows.entry(entry).and_then(|entry| entry.plan).map(Key::from));
    keys.extend(team::key(rows.entry(entry).and_then(|entry| entry.more.team)));
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
    if (before.more.team, before.work_date) != (content.more.team, content.work_date) {
        // What was written for a team stays, whoever has left since.
        team::counts(content.more.team, owner.id, content.work_date, rows)?;
    }
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
        first_received_at: before.first_received(),
        seen_at: None,
        review: Review::Open,
        unit: before.unit.filter(|_| before.work_date == work_date).or(Some(owner.unit)),
        rev: before.rev + 1,
        ..after
    };
    let left = before.plan.and_then(|id| rows.plan(id));
    let left = left.map(|plan| plan.minus(before.quantity, before.work_date));
    let mut changes = out_of_team(before, &entry);
    let Some(plan) = plan else {
        changes.extend(together(entry, left, owner, rows));
        return Ok(changes);
    };
    let (left, base) = match left {
        Some(left) if left.id == plan.id => (None, Plan { rev: plan.rev, ..left }),
        other => (other, plan.clone()),
    };
    let moved = base.plus(entry.quantity, work_date);
    changes.extend(together(entry, Some(moved), owner, rows));
    changes.extend(left.map(|left| Change::put(Row::Plan(left), owner.audience(rows))));
    Ok(changes)
}

/// An entry that is no longer for a team goes out of the team's sight, before it is put where it still belongs. A phone holds no team's
/// log, so only the office does it.
fn out_of_team(before: &Entry, after: &Entry) -> Vec<Change> {
    #[cfg(feature = "office")]
    if let Some(left) = before.more.team.filter(|team| after.more.team != Some(*team)) {
        return vec![Change::gone(Key::from(before.id), [crate::scope::Scope::Team(left)])];
    }
    #[cfg(not(feature = "office"))]
    let _ = (before, after);
    Vec::new()
}
