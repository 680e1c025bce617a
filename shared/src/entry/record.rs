//! The owner's pen: write an entry. Every entry moves the progress of its plan in the same transaction.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entry, More, PHOTO_BYTES_MAX, PHOTOS_MAX, Photo, Review, TEXT_CHARACTERS_MAX};
use crate::absence::Absences;
use crate::change::Change;
use crate::draft::{self, Spent};
use crate::employee::Employee;
use crate::ids::{EntryId, PlanId};
use crate::plan::Plan;
use crate::quantity::{QUANTITY_MAX, Quantity};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};
use crate::team;

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
    /// What else there is to say.
    #[serde(default, skip_serializing_if = "More::is_empty")]
    pub more: Box<More>,
}

impl Content {
    /// What an entry says.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let Entry { plan, text, quantity, work_date, photos, more, .. } = entry.clone();
        Self { plan, text, quantity, work_date, photos, more }
    }

    /// Does the entry say the same?
    fn says(&self, entry: &Entry) -> bool {
        self.tidy() == Self::of(entry)
    }

    /// The same as it is kept: without blanks around its words.
    pub(super) fn tidy(&self) -> Self {
        Self { text: self.text.trim().to_owned(), more: Box::new(self.more.tidy()), ..self.clone() }
    }

    /// Hashes of everything whose bytes travel apart from it.
    #[must_use]
    pub fn parcels(&self) -> Vec<String> {
        let photos = self.photos.iter().map(|photo| photo.sha256.clone());
        photos.chain(self.more.files.iter().map(|file| file.sha256.clone())).collect()
    }

    /// What is wrong with the content, before anything is saved. The same check runs on the phone and on the server.
    pub(super) fn check(&self, plan: Option<&Plan>, owner: &Employee, rows: &Rows, ctx: &Ctx) -> Result<(), Refusal> {
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
        self.more.check()?;
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
    pub(super) fn plan<'a>(&self, owner: &Employee, rows: &'a Rows) -> Result<Option<&'a Plan>, Refusal> {
        let Some(id) = self.plan else { return Ok(None) };
        rows.plan(id).filter(|plan| plan.owner == owner.id).map(Some).ok_or(Refusal::NotFound)
    }
}

/// Is this the name of a photo: a SHA-256 in 64 lower-case hexadecimal digits?
#[must_use]
pub fn is_sha256(text: &str) -> bool {
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
    /// The draft that it was; it goes in the same transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Spent>,
}

impl RecordEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = ctx.actor_keys(rows);
        keys.push(Key::from(self.id));
        keys.extend(self.content.plan.map(Key::from));
        keys.extend(team::key(self.content.more.team));
        keys.extend(self.draft.as_ref().map(|spent| Key::from(spent.draft)));
        keys.extend(ctx.actor.employee().map(|owner| Key::from(Absences::of(owner))));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let owner = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotAllowed)?;
        let spent = draft::spent(self, owner.id, rows);
        if let Some(entry) = rows.entry(self.id) {
            // The same draft, saved on two devices, is one entry.
            let same = self.draft.is_some() && entry.owner == owner.id && self.content.says(entry);
            return if same { Ok(spent.into_iter().collect()) } else { Err(Refusal::AlreadyThere) };
        }
        let plan = self.content.plan(owner, rows)?;
        self.content.check(plan, owner, rows, ctx)?;
        team::counts(self.content.more.team, owner.id, self.content.work_date, rows)?;
        let Content { plan: towards, text, quantity, work_date, photos, more } = self.content.tidy();
        let entry = Entry {
            id: self.id,
            owner: owner.id,
            plan: towards,
            text,
            quantity,
            work_date,
            photos,
            more,
            claimed_at: ctx.claimed_at,
            received_at: ctx.received_at,
            first_received_at: None,
            seen_at: None,
            review: Review::Open,
            merged: Vec::new(),
            asides: Vec::new(),
            unit: Some(owner.unit),
            late_days: ctx.late_days(owner, work_date, ctx.claimed_at, rows),
            answer_seconds: None,
            flag: None,
            asks: false,
            version: 1,
            rev: 1,
        };
        let moved = plan.map(|plan| plan.plus(entry.quantity, work_date));
        let mut changes = together(entry, moved, owner, rows);
        changes.extend(spent);
        Ok(changes)
    }
}

/// An entry and its plan change together or not at all.
pub(super) fn together(entry: Entry, plan: Option<Plan>, owner: &Employee, rows: &Rows) -> Vec<Change> {
    let audience = entry.audience(owner, rows);
    let mut changes = vec![Change::put(Row::Entry(entry), audience)];
    // A plan is the owner's and their superior's; a team sees what was done for it, not what it counts towards.
    changes.extend(plan.map(|plan| Change::put(Row::Plan(plan), owner.audience(rows))));
    changes
}
