//! A form on one device, and what of it the office has: what to take in from there, and what to send.
//!
//! Coalescing happens here, before the outbox. As long as a command about the draft waits on the device, no other is made; what
//! is typed meanwhile lies in the form's own place on the disk, and becomes one command when the first has its verdict. So a
//! command in the outbox is never touched again, whether it was sent or not, and a device without a line makes at most one.

use serde::{Deserialize, Serialize};

use super::{Draft, Set, SetDraft, Spent};
use crate::command::Action;
use crate::entry::Content;
use crate::ids::DraftId;
use crate::merge::{Field, Outcome, field};

/// What is in the fields of the form, in the order of [`Field::ALL`].
pub type Typed = [String; Field::ALL.len()];

/// What a device knows of the draft in its form. Kept on the disk beside what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pad {
    /// Which draft; none until it has a name.
    #[serde(default)]
    pub id: Option<DraftId>,
    /// What the office last had of this form's writer, by field: its value, or the copy beside it.
    #[serde(default)]
    base: Vec<String>,
    /// What was sent and has no verdict yet, by field.
    #[serde(default)]
    sent: Vec<String>,
    /// How many photos this device has said that it holds.
    #[serde(default)]
    told: u32,
}

/// What came of looking at the office's draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Fields in which the form now shows what another device wrote.
    pub fields: Vec<Field>,
    /// The draft is finished on another device, and nothing of it was left to do here.
    pub finished: bool,
}

fn at(values: &[String], place: usize) -> &str {
    values.get(place).map_or("", String::as_str)
}

impl Pad {
    /// The form takes up this draft: nothing was typed here yet.
    #[must_use]
    pub fn take_up(draft: &Draft) -> (Self, Typed) {
        let typed = Field::ALL.map(|field| draft.value(field).to_owned());
        (Self { id: Some(draft.id), base: typed.to_vec(), ..Self::default() }, typed)
    }

    /// Gives the draft a name, unless it has one. Before it is first kept, so that two windows never name it twice.
    pub fn name(&mut self, fresh: DraftId) {
        self.id.get_or_insert(fresh);
    }

    /// Takes in what the office has now. To be asked only while no command about the draft waits: until its verdict, the
    /// office's row does not say what this device has written.
    #[must_use]
    pub fn take_in(&mut self, row: Option<&Draft>, typed: &mut Typed) -> News {
        let Some(row) = row else { return self.is_gone(typed) };
        let mut news = News::default();
        let (mut bases, sent) = (Vec::with_capacity(typed.len()), std::mem::take(&mut self.sent));
        for (place, (name, mine)) in Field::ALL.into_iter().zip(typed.iter_mut()).enumerate() {
            let (theirs, sent) = (row.value(name), at(&sent, place));
            let arrived = !sent.is_empty() && (theirs == sent || row.has_aside(name, sent));
            let base = if arrived { sent } else { at(&self.base, place) };
            if row.has_aside(name, base) && theirs != base {
                // What was written here lies beside the other value until the person chooses.
                bases.push(base.to_owned());
                continue;
            }
            let (outcome, value) = field(base, theirs, mine);
            // After a hard conflict the old base goes up with what was typed: the office keeps both.
            bases.push(if outcome == Outcome::Hard { base } else { theirs }.to_owned());
            if mine != value && outcome != Outcome::Hard {
                *mine = value.to_owned();
                news.fields.push(name);
            }
        }
        self.base = bases;
        news
    }

    /// The office has no such draft. What was typed beyond what it had goes on as a new one.
    fn is_gone(&mut self, typed: &mut Typed) -> News {
        self.sent.clear();
        if self.base.iter().all(String::is_empty) {
            return News::default();
        }
        let finished = typed.iter().enumerate().all(|(place, mine)| mine == at(&self.base, place));
        *self = Self::default();
        if finished {
            typed.iter_mut().for_each(String::clear);
        }
        News { fields: Vec::new(), finished }
    }

    /// What is to be sent now, if anything. `fresh` names the draft if it has no name yet; `photos` lie on this device.
    #[must_use]
    pub fn due(&mut self, row: Option<&Draft>, typed: &Typed, photos: u32, fresh: DraftId) -> Option<Action> {
        let empty = at(typed, 0).trim().is_empty() && at(typed, 2).trim().is_empty();
        if empty && row.is_none_or(|row| row.asides.is_empty()) {
            let seen = row.filter(|row| row.says_something())?;
            return Some(Action::DropDraft(Spent { draft: seen.id, seen: seen.values() }));
        }
        let sets: Vec<Set> = Field::ALL
            .into_iter()
            .zip(typed)
            .enumerate()
            .filter(|(place, (_, value))| *value != at(&self.base, *place))
            .map(|(place, (field, value))| Set { field, base: at(&self.base, place).to_owned(), value: value.clone() })
            .collect();
        let draft = self.id.unwrap_or(fresh);
        let photos = (photos != self.told).then_some(photos);
        if sets.is_empty() && photos.is_none() {
            return None;
        }
        (self.id, self.told) = (Some(draft), photos.unwrap_or(self.told));
        self.sent = typed.to_vec();
        Some(Action::SetDraft(SetDraft { draft, seen: row.map_or(0, |row| row.rev), photos, sets }))
    }

    /// How many photos of the draft lie on another device.
    #[must_use]
    pub fn photos_elsewhere(&self, row: Option<&Draft>) -> u32 {
        row.map_or(0, |row| row.photos).saturating_sub(self.told)
    }

    /// The draft that goes when `content` is recorded, and what of it has been on this screen.
    #[must_use]
    pub fn spent(&self, row: Option<&Draft>, typed: &Typed, content: &Content) -> Option<Spent> {
        let said = Field::ALL.map(|field| content.value(field));
        let mut seen: Vec<String> = Vec::new();
        let asides = row.into_iter().flat_map(|row| row.asides.iter().map(|aside| &aside.value));
        for value in self.base.iter().chain(&self.sent).chain(typed).chain(asides) {
            if !value.is_empty() && !said.contains(value) && !seen.contains(value) {
                seen.push(value.clone());
            }
        }
        Some(Spent { draft: self.id?, seen })
    }
}

impl Action {
    /// Is it about an unfinished form? That is its writer's alone, and no evidence.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        matches!(self, Self::SetDraft(_) | Self::SettleDraft(_) | Self::DropDraft(_))
    }
}

/// Is this command about the draft?
#[must_use]
pub fn speaks_of(action: &Action, draft: DraftId) -> bool {
    if let Action::SetDraft(set) = action {
        set.draft == draft
    } else if let Action::SettleDraft(settle) = action {
        settle.draft == draft
    } else if let Action::DropDraft(drop) = action {
        drop.draft == draft
    } else {
        false
    }
}
