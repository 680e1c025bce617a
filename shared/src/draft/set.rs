//! What the owner does with a draft: write fields, choose, let it go; and its end when the entry is recorded.

use serde::{Deserialize, Serialize};

use super::{Draft, Held};
use crate::change::{Change, Op};
use crate::entry::{RecordEntry, TEXT_CHARACTERS_MAX};
use crate::ids::{DraftId, EmployeeId};
use crate::merge::{ASIDES_MAX, Field, Outcome, field, put_aside, settle};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

/// One field, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Set {
    /// Which field.
    pub field: Field,
    /// What this device last knew in it, or had last written there itself; empty for a field that held nothing.
    #[serde(default)]
    pub base: String,
    /// What it holds now.
    pub value: String,
}

/// Command `draft.set`: some fields were typed. A draft that is not there (any more) begins with them, so that what was typed
/// on one device is not lost because another has finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetDraft {
    /// Which draft; a new id begins one.
    pub draft: DraftId,
    /// The row's revision that the device knew: what changed after it came together with this.
    #[serde(default)]
    pub seen: u32,
    /// Photos that lie on this device; none says nothing about them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photos: Option<u32>,
    /// What was typed, each field once.
    pub sets: Vec<Set>,
}

/// Command `draft.settle`: the owner chooses what a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettleDraft {
    /// Which draft.
    pub draft: DraftId,
    /// Which field.
    pub field: Field,
    /// What it holds from now on.
    pub value: String,
    /// The values between which was chosen. Others that came meanwhile stay.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// The end of a draft: command `draft.drop`, and what a recorded entry says of the draft that it was. It goes with what was seen of
/// it; what another device wrote meanwhile stays a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Spent {
    /// Which draft.
    pub draft: DraftId,
    /// The values that were on the screen; of a recorded entry those that it does not say itself.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// The actor and the draft.
pub(crate) fn needs(draft: DraftId, ctx: &Ctx) -> Vec<Key> {
    ctx.actor.employee().map(|owner| vec![Key::from(owner), Key::from(draft)]).unwrap_or_default()
}

/// The actor, if they are somebody here, and their draft, if it is there. Another's is not there.
fn own<'a>(draft: DraftId, rows: &'a Rows, ctx: &Ctx) -> Result<(EmployeeId, Option<&'a Draft>), Refusal> {
    let owner = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotAllowed)?.id;
    match rows.draft(draft) {
        Some(draft) if draft.owner != owner => Err(Refusal::NotFound),
        draft => Ok((owner, draft)),
    }
}

fn put(draft: Draft) -> Change {
    let scope = Scope::Own(draft.owner);
    Change::put(Row::Draft(draft), [scope])
}

/// What is left of a draft, or its end.
fn left(draft: &Draft, seen: &[String]) -> Change {
    let gone = || Change { op: Op::Drop { key: Key::from(draft.id) }, scopes: vec![Scope::Own(draft.owner)] };
    draft.without(seen).map_or_else(gone, put)
}

/// The end of the draft that a recorded entry was, if it was one.
pub(crate) fn spent(record: &RecordEntry, owner: EmployeeId, rows: &Rows) -> Option<Change> {
    let spent = record.draft.as_ref()?;
    let draft = rows.draft(spent.draft).filter(|draft| draft.owner == owner)?;
    let mut seen = spent.seen.clone();
    seen.extend(Field::ALL.map(|field| record.content.value(field)));
    Some(left(draft, &seen))
}

impl SetDraft {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (owner, before) = own(self.draft, rows, ctx)?;
        if self.sets.len() > Field::ALL.len() {
            return Err(Refusal::Unreadable);
        }
        if self.sets.iter().any(|set| set.value.chars().count() > TEXT_CHARACTERS_MAX) {
            return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
        }
        let (fields, asides) = Default::default();
        let begun = Draft { id: self.draft, owner, fields, asides, photos: 0, at: ctx.claimed_at, rev: 0 };
        let mut draft = before.cloned().unwrap_or(begun);
        draft.rev += 1;
        draft.at = ctx.claimed_at;
        draft.photos = self.photos.unwrap_or(draft.photos);
        let news = self.mark_news(&mut draft);
        for set in &self.sets {
            draft.write(set, news, ctx);
        }
        if draft.asides.len() > ASIDES_MAX {
            return Err(Refusal::ChangedSinceSeen);
        }
        Ok(vec![put(draft)])
    }

    /// Marks the fields that changed since the device looked and that it has not set itself. Are there any?
    fn mark_news(&self, draft: &mut Draft) -> bool {
        let mut news = false;
        for held in draft.fields.iter_mut().filter(|held| held.rev > self.seen) {
            if !self.sets.iter().any(|set| set.field == held.field) {
                held.merged = true;
                news = true;
            }
        }
        news
    }
}

impl Draft {
    fn write(&mut self, set: &Set, news: bool, ctx: &Ctx) {
        let (outcome, value) = field(&set.base, self.value(set.field), &set.value);
        let value = value.to_owned();
        put_aside(&mut self.asides, set.field, &set.base, (outcome, &value), &set.value, ctx.claimed_at);
        match outcome {
            Outcome::Same | Outcome::Theirs | Outcome::Hard => {}
            Outcome::Mine => self.hold(set.field, value, news),
            Outcome::Soft => self.hold(set.field, value, true),
        }
    }

    fn hold(&mut self, field: Field, value: String, merged: bool) {
        let rev = self.rev;
        self.fields.retain(|held| held.field != field);
        if !value.is_empty() {
            let place = self.fields.iter().take_while(|held| held.field < field).count();
            self.fields.insert(place, Held { field, value, merged, rev });
        }
    }
}

impl SettleDraft {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        // A choice about what is no longer there has nothing left to decide.
        let (_, Some(before)) = own(self.draft, rows, ctx)? else { return Ok(Vec::new()) };
        if self.value.chars().count() > TEXT_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
        }
        let mut draft = before.clone();
        draft.rev += 1;
        draft.at = ctx.claimed_at;
        let current = before.value(self.field);
        let value = settle(&mut draft.asides, self.field, current, &self.value, &self.seen, ctx.claimed_at);
        draft.hold(self.field, value, false);
        Ok(vec![put(draft)])
    }
}

impl Spent {
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        // Dropped twice is dropped once.
        let (_, draft) = own(self.draft, rows, ctx)?;
        Ok(draft.map(|draft| left(draft, &self.seen)).into_iter().collect())
    }
}
