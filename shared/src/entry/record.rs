//! The owner's pen: write an entry, revise it. Every entry moves the progress of its plan in the same transaction.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entry, PHOTO_BYTES_MAX, PHOTOS_MAX, Photo, Review, TEXT_CHARACTERS_MAX};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{EntryId, PlanId};
use crate::plan::Plan;
use crate::quantity::{QUANTITY_MAX, Quantity};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};
use crate::scope::Scope;

/// What a person says about a piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Content {
    /// Which plan; none is additional work.
    #[serde(default)]
    pub plan: Option<PlanId>,
    /// What was done.
    pub text: String,
    /// How much.
    #[serde(default)]
    pub quantity: Quantity,
    /// On which day.
    #[serde(with = "crate::stamp::day")]
    pub work_date: NaiveDate,
    /// Evidence.
    #[serde(default)]
    pub photos: Vec<Photo>,
}

impl Content {
    /// What is wrong with the content, before anything is saved. The same check runs on the phone and on the server.
    fn check(&self, plan: Option<&Plan>, owner: &Employee, rows: &Rows, ctx: &Ctx) -> Result<(), Refusal> {
        wanted_text(&self.text, TEXT_CHARACTERS_MAX)?;
        let today = ctx.today(owner, rows);
        if self.work_date > today {
            return Err(Refusal::FutureDate { today });
        }
        if self.photos.len() > PHOTOS_MAX {
            return Err(Refusal::TooManyPhotos { photos_max: PHOTOS_MAX });
        }
        if self.photos.iter().any(|photo| !is_sha256(&photo.sha256)) {
            return Err(Refusal::PhotoDamaged);
        }
        if self.photos.iter().any(|photo| photo.bytes > PHOTO_BYTES_MAX) {
            return Err(Refusal::PhotoTooLarge { kilobytes_max: PHOTO_BYTES_MAX / 1000 });
        }
        match plan {
            Some(plan) if !self.quantity.is_countable() => {
                Err(plan.takes(self.work_date).err().unwrap_or(Refusal::QuantityNotCountable))
            }
            Some(plan) => plan.takes(self.work_date),
            None if self.quantity < Quantity::ZERO || self.quantity > QUANTITY_MAX => {
                Err(Refusal::QuantityNotCountable)
            }
            None => Ok(()),
        }
    }

    /// The named plan, if it is this person's own.
    fn plan<'a>(&self, owner: &Employee, rows: &'a Rows) -> Result<Option<&'a Plan>, Refusal> {
        let Some(id) = self.plan else { return Ok(None) };
        rows.plan(id).filter(|plan| plan.owner == owner.id).map(Some).ok_or(Refusal::NotFound)
    }
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Command `entry.record`: write down a piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordEntry {
    /// New id, minted on the phone.
    pub id: EntryId,
    /// What it says.
    pub content: Content,
}

impl RecordEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = ctx.actor_keys(rows);
        keys.push(Key::from(self.id));
        keys.extend(self.content.plan.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let owner = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotAllowed)?;
        if rows.entry(self.id).is_some() {
            return Err(Refusal::AlreadyThere);
        }
        let plan = self.content.plan(owner, rows)?;
        self.content.check(plan, owner, rows, ctx)?;
        let entry = Entry {
            id: self.id,
            owner: owner.id,
            plan: self.content.plan,
            text: self.content.text.trim().to_owned(),
            quantity: self.content.quantity,
            work_date: self.content.work_date,
            photos: self.content.photos.clone(),
            claimed_at: ctx.claimed_at,
            received_at: ctx.received_at,
            seen_at: None,
            review: Review::Open,
            unit: Some(owner.unit),
            answer_seconds: None,
            version: 1,
            rev: 1,
        };
        let moved = plan.map(|plan| Plan { done: plan.done.plus(entry.quantity), rev: plan.rev + 1, ..plan.clone() });
        Ok(together(entry, moved, &owner.audience(rows)))
    }
}

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
}

impl ReviseEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = ctx.actor_keys(rows);
        keys.push(Key::from(self.entry));
        keys.extend(self.content.plan.map(Key::from));
        keys.extend(rows.entry(self.entry).and_then(|entry| entry.plan).map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let before = rows.entry(self.entry).filter(|entry| ctx.actor.is(entry.owner)).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(before.owner).ok_or(Refusal::NotFound)?;
        if before.review == Review::Approved {
            return Err(Refusal::EntryApproved);
        }
        if before.version != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        let plan = self.content.plan(owner, rows)?;
        self.content.check(plan, owner, rows, ctx)?;
        let entry = Entry {
            plan: self.content.plan,
            text: self.content.text.trim().to_owned(),
            quantity: self.content.quantity,
            work_date: self.content.work_date,
            photos: self.content.photos.clone(),
            received_at: ctx.received_at,
            seen_at: None,
            review: Review::Open,
            unit: before.unit.filter(|_| before.work_date == self.content.work_date).or(Some(owner.unit)),
            version: before.version + 1,
            rev: before.rev + 1,
            ..before.clone()
        };
        let left = before.plan.and_then(|id| rows.plan(id)).map(|plan| Plan {
            done: plan.done.minus(before.quantity),
            rev: plan.rev + 1,
            ..plan.clone()
        });
        let Some(plan) = plan else {
            return Ok(together(entry, left, &owner.audience(rows)));
        };
        let (left, base) = match left {
            Some(left) if left.id == plan.id => (None, left),
            other => (other, Plan { rev: plan.rev + 1, ..plan.clone() }),
        };
        let moved = Plan { done: base.done.plus(entry.quantity), ..base };
        let audience = owner.audience(rows);
        let mut changes = together(entry, Some(moved), &audience);
        changes.extend(left.map(|left| Change::put(Row::Plan(left), audience)));
        Ok(changes)
    }
}

/// An entry and its plan change together or not at all.
fn together(entry: Entry, plan: Option<Plan>, audience: &[Scope]) -> Vec<Change> {
    let mut changes = vec![Change::put(Row::Entry(entry), audience.iter().copied())];
    changes.extend(plan.map(|plan| Change::put(Row::Plan(plan), audience.iter().copied())));
    changes
}
