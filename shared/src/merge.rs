//! Three-way merge, field by field: what somebody saw when they began, what is there now, and what they wrote.
//!
//! What was seen is compared by value and not by a number: a device that writes twice before it hears an answer would count
//! its numbers on from a promise, and by chance arrive at the number of another's value. Equal values are the same value.
//!
//! No value that somebody typed disappears. Either it is there, or it lies beside the other ([`Aside`]) until the person
//! chooses, or its own writer has written over it. The decision and its cost: `docs/adr/0020-drafts-and-merge.md`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::entry::{Content, More, Photo};
use crate::quantity::Quantity;
use crate::stamp::{day_text, parse_day};

/// A field of an entry or of its draft. Photos are a set and have no conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What was done.
    Text,
    /// Which plan: its id, or [`ADDITIONAL`].
    Plan,
    /// How much.
    Quantity,
    /// On which day: YYYY-MM-DD.
    WorkDate,
}

/// The value of [`Field::Plan`] for work outside the plans. That it is outside is a choice too, and not an empty field.
pub const ADDITIONAL: &str = "-";

impl Field {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Text, Self::Plan, Self::Quantity, Self::WorkDate];
}

/// A conflict copy: another value for a field, kept until its owner has chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Aside {
    /// Which field.
    pub field: Field,
    /// The value that is not in it.
    pub value: String,
    /// When its device says it was written.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// Conflict copies on one row. More wait for the person's choice first.
pub const ASIDES_MAX: usize = 16;

/// What becomes of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Both say the same.
    Same,
    /// Only mine has changed.
    Mine,
    /// Only theirs has changed.
    Theirs,
    /// Both have changed, and one of them emptied it: what was written stays. Nothing is lost but the emptying.
    Soft,
    /// Both have written something else: theirs stays in the field, mine is kept beside it.
    Hard,
}

/// Merges one field: what becomes of it, and the value that is in it afterwards.
#[must_use]
pub fn field<'a>(base: &str, theirs: &'a str, mine: &'a str) -> (Outcome, &'a str) {
    if theirs == mine {
        (Outcome::Same, theirs)
    } else if theirs == base {
        (Outcome::Mine, mine)
    } else if mine == base {
        (Outcome::Theirs, theirs)
    } else if mine.is_empty() {
        (Outcome::Soft, theirs)
    } else if theirs.is_empty() {
        (Outcome::Soft, mine)
    } else {
        (Outcome::Hard, theirs)
    }
}

/// Brings the copies of a field up to date after a merge: the writer's earlier copy has been written over, what is in the
/// field now needs no copy, and after a hard conflict `mine` lies beside it.
pub fn put_aside(
    asides: &mut Vec<Aside>,
    field: Field,
    base: &str,
    (outcome, value): (Outcome, &str),
    mine: &str,
    at: DateTime<Utc>,
) {
    let written_over = |known: &str| outcome != Outcome::Theirs && (known == base || known == mine);
    asides.retain(|aside| aside.field != field || !(aside.value == value || written_over(&aside.value)));
    if outcome == Outcome::Hard {
        asides.push(Aside { field, value: mine.to_owned(), at });
    }
}

/// The owner chooses `chosen`, having seen `seen`. What they have not seen stays: a copy as a copy, and in the field what is
/// there, with the choice beside it. Answers what is in the field then.
#[must_use]
pub fn settle(
    asides: &mut Vec<Aside>,
    field: Field,
    current: &str,
    chosen: &str,
    seen: &[String],
    at: DateTime<Utc>,
) -> String {
    let known = |value: &str| value == chosen || value.is_empty() || seen.iter().any(|seen| seen == value);
    asides.retain(|aside| aside.field != field || !known(&aside.value));
    if known(current) {
        return chosen.to_owned();
    }
    if !chosen.is_empty() {
        asides.push(Aside { field, value: chosen.to_owned(), at });
    }
    current.to_owned()
}

/// Two revisions of an entry as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// What it says now.
    pub content: Content,
    /// Fields that came together from both sides; the person should look at them.
    pub soft: Vec<Field>,
    /// Fields in which mine is not what it says, with mine.
    pub hard: Vec<(Field, String)>,
    /// Both have changed the same part of what stands beside the fields, to something else. Nothing of it may be kept.
    pub clash: bool,
}

/// Merges two revisions of the same content.
///
/// An amount is in the measure of its plan. If one side chose another plan and the other another amount, the two do not belong
/// together, and the amounts are a hard conflict.
#[must_use]
pub fn contents(base: &Content, theirs: &Content, mine: &Content) -> Merged {
    let mut merged = Merged { content: theirs.clone(), soft: Vec::new(), hard: Vec::new(), clash: false };
    let (mut from_me, mut from_them) = (Vec::new(), Vec::new());
    for field in Field::ALL {
        let [base, theirs, mine] = [base, theirs, mine].map(|content| content.value(field));
        let (outcome, value) = self::field(&base, &theirs, &mine);
        let amounts = field == Field::Quantity && !theirs.is_empty() && !mine.is_empty();
        let other_plan = |side: &[Field]| amounts && side.contains(&Field::Plan);
        match outcome {
            Outcome::Same => {}
            Outcome::Mine if other_plan(&from_them) => merged.hard.push((field, mine)),
            Outcome::Theirs if other_plan(&from_me) => merged.hard.push((field, mine)),
            Outcome::Mine => {
                merged.content.put(field, value);
                from_me.push(field);
            }
            Outcome::Theirs => from_them.push(field),
            Outcome::Soft => {
                merged.content.put(field, value);
                merged.soft.push(field);
            }
            Outcome::Hard => merged.hard.push((field, mine)),
        }
    }
    merged.content.photos = photos(&base.photos, &theirs.photos, &mine.photos);
    match More::merged(&base.more, &theirs.more, &mine.more) {
        Some(more) => *merged.content.more = more,
        None => merged.clash = true,
    }
    let clashed = !merged.soft.is_empty() || !merged.hard.is_empty();
    let beside = |side: &Content| !same(&side.photos, &base.photos) || side.more != base.more;
    let changed = |fields: &[Field], side: &Content| clashed || !fields.is_empty() || beside(side);
    if changed(&from_me, mine) && changed(&from_them, theirs) {
        merged.soft.append(&mut from_me);
        merged.soft.append(&mut from_them);
    }
    merged.soft = in_order(&merged.soft);
    merged
}

/// These fields, each once, in the order of the form.
#[must_use]
pub fn in_order(fields: &[Field]) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| fields.contains(field)).collect()
}

fn has(list: &[Photo], photo: &Photo) -> bool {
    list.iter().any(|one| one.sha256 == photo.sha256)
}

fn same(one: &[Photo], other: &[Photo]) -> bool {
    one.len() == other.len() && one.iter().all(|photo| has(other, photo))
}

/// Photos are a set. What either side added is in it; what either side took out is not: taking a photo out is an act, leaving
/// it where it was is none.
fn photos(base: &[Photo], theirs: &[Photo], mine: &[Photo]) -> Vec<Photo> {
    let mut all: Vec<Photo> = theirs.iter().filter(|photo| has(mine, photo) || !has(base, photo)).cloned().collect();
    let added = mine.iter().filter(|photo| !has(base, photo) && !has(theirs, photo));
    all.extend(added.cloned());
    all
}

impl Content {
    /// A field as text. An amount of nothing is an empty field.
    #[must_use]
    pub fn value(&self, field: Field) -> String {
        match field {
            Field::Text => self.text.clone(),
            Field::Plan => self.plan.map_or_else(|| ADDITIONAL.to_owned(), |plan| plan.to_string()),
            Field::Quantity if self.quantity == Quantity::ZERO => String::new(),
            Field::Quantity => self.quantity.to_string(),
            Field::WorkDate => day_text(self.work_date),
        }
    }

    /// Puts a value into a field. One that cannot be read leaves the field as it is.
    pub fn put(&mut self, field: Field, value: &str) {
        match field {
            Field::Text => value.clone_into(&mut self.text),
            Field::Plan if value == ADDITIONAL => self.plan = None,
            Field::Plan => self.plan = value.parse().ok().or(self.plan),
            Field::Quantity if value.is_empty() => self.quantity = Quantity::ZERO,
            Field::Quantity => self.quantity = Quantity::parse(value).unwrap_or(self.quantity),
            Field::WorkDate => self.work_date = parse_day(value).unwrap_or(self.work_date),
        }
    }
}

#[cfg(test)]
mod tests;
