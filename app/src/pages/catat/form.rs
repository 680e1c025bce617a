//! What the form holds while it is being filled in.

use chrono::{DateTime, Utc};
use shared::draft::Pad;
use shared::entry::{Content, More, Photo};
use shared::ids::{CommandId, EntryId, PlanId};
use shared::merge::Field;
use shared::plan::Plan;
use shared::quantity::Quantity;
use shared::stamp::{day_text, parse_day};
use shared::words::Spoken;

use crate::components::here::Here;
use crate::desk::{Draft, Snapshot};
use crate::view::prelude::*;

/// A photo in the form: taken just now, or known by its hash from a draft or an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// The photo as the entry names it.
    pub photo: Photo,
    /// Its bytes, when it was taken in this sitting.
    pub taken: Option<Snapshot>,
    /// Where it can be seen; empty until that is known.
    pub address: String,
}

/// Where the content came from, which decides what saving means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Origin {
    /// The entry that is revised, and the version that was read.
    pub revises: Option<(EntryId, u32)>,
    /// The refused command that this mends.
    pub mends: Option<CommandId>,
    /// What the entry already counts towards its plan.
    pub counted: Option<(PlanId, Quantity)>,
}

/// What the form knows of the office and of other devices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Which draft it is at the office, and what the office has of it.
    pub pad: Pad,
    /// What the revised version said.
    pub seen: Option<Content>,
    /// Fields into which another device has written while this form was open.
    pub news: Vec<Field>,
}

/// The fields, and what is known about them.
#[derive(Clone, Copy)]
pub struct Form {
    /// What was done.
    pub text: RwSignal<String>,
    /// Which plan; none is additional work.
    pub plan: RwSignal<Option<PlanId>>,
    /// The plan is not chosen yet: the one of a template has ended. No choice stands, and the form does not go without one.
    pub plan_open: RwSignal<bool>,
    /// How much, as typed.
    pub quantity: RwSignal<String>,
    /// The day, as YYYY-MM-DD.
    pub date: RwSignal<String>,
    /// Evidence.
    pub photos: RwSignal<Vec<Shot>>,
    /// What else there is to say.
    pub more: RwSignal<More>,
    /// A link that is being typed.
    pub link: RwSignal<String>,
    /// Documents taken in this sitting.
    pub documents: RwSignal<Vec<Snapshot>>,
    /// Where it came from.
    pub origin: RwSignal<Origin>,
    /// When the draft was last kept.
    pub kept_at: RwSignal<Option<DateTime<Utc>>>,
    /// Why it was not saved.
    pub reason: RwSignal<Option<Spoken>>,
    /// Saving is under way.
    pub busy: RwSignal<bool>,
    /// The fields hold what they start with, and changes are to be kept as a draft.
    pub keeps: RwSignal<bool>,
    /// The same for a revision or a mending, which is kept under its own name.
    pub unsaved: RwSignal<bool>,
    /// Something was typed before the draft had been read: it is to be kept, also if nothing is typed after it.
    pub typed_early: RwSignal<bool>,
    /// What is known of other devices.
    pub known: RwSignal<Known>,
    /// What was typed has come to rest and may be sent.
    pub rests: RwSignal<bool>,
    /// It is on its way into the queue.
    pub offering: RwSignal<bool>,
    /// *Simpan* was pressed meanwhile; the entry must come behind what is on its way.
    pub saves_next: RwSignal<bool>,
    /// When another device had last written what is gone on with here.
    pub continued: RwSignal<Option<DateTime<Utc>>>,
}

impl Form {
    /// An empty form for today.
    #[must_use]
    pub fn new(here: Here) -> Self {
        Self {
            text: RwSignal::new(String::new()),
            plan: RwSignal::new(None),
            plan_open: RwSignal::new(false),
            quantity: RwSignal::new(String::new()),
            date: RwSignal::new(day_text(here.today.get_untracked())),
            photos: RwSignal::new(Vec::new()),
            more: RwSignal::new(More::default()),
            link: RwSignal::new(String::new()),
            documents: RwSignal::new(Vec::new()),
            origin: RwSignal::new(Origin::default()),
            kept_at: RwSignal::new(None),
            reason: RwSignal::new(None),
            busy: RwSignal::new(false),
            keeps: RwSignal::new(false),
            typed_early: RwSignal::new(false),
            unsaved: RwSignal::new(false),
            known: RwSignal::new(Known::default()),
            rests: RwSignal::new(false),
            offering: RwSignal::new(false),
            saves_next: RwSignal::new(false),
            continued: RwSignal::new(None),
        }
    }

    /// Is the plan still to be chosen?
    #[must_use]
    pub fn lacks_plan(self) -> bool {
        self.plan_open.get() && self.plan.get().is_none()
    }

    /// What a person says about a piece of work, as it stands. An amount that cannot be read is none, and the rule says
    /// what to do about it.
    #[must_use]
    pub fn content(self, here: Here) -> Content {
        let plan = self.plan.get_untracked();
        let typed = self.quantity.with_untracked(|typed| Quantity::parse(typed)).filter(|_| plan.is_some());
        Content {
            plan,
            text: self.text.get_untracked(),
            quantity: typed.unwrap_or(Quantity::ZERO),
            work_date: self.date.with_untracked(|date| parse_day(date)).unwrap_or_else(|| here.today.get_untracked()),
            photos: self.photos.with_untracked(|shots| shots.iter().map(|shot| shot.photo.clone()).collect()),
            more: Box::new(self.more.get_untracked()),
        }
    }

    /// What is kept after every change; follows all fields.
    #[must_use]
    pub fn draft(self) -> Draft {
        Draft {
            text: self.text.get(),
            plan: self.plan.get(),
            quantity: self.quantity.get(),
            work_date: self.date.get(),
            photos: self.photos.with(|shots| shots.iter().map(|shot| shot.photo.clone()).collect()),
            more: self.more.get(),
            pad: self.known.with(|known| known.pad.clone()),
            saved_at: None,
        }
    }

    /// Takes up the link that was typed, as if its button had been pressed. One that is none is taken up too, and refused in words.
    pub fn take_link(self) {
        let typed = self.link.with_untracked(|typed| typed.trim().to_owned());
        if typed.is_empty() {
            return;
        }
        self.link.set(String::new());
        self.more.update(|more| {
            if !more.links.contains(&typed) {
                more.links.push(typed);
            }
        });
    }

    /// How much of the plan is done when this is saved; none while the amount cannot be read.
    #[must_use]
    pub fn then_done(self, plan: &Plan) -> Option<Quantity> {
        let typed = self.quantity.with(|typed| Quantity::parse(typed))?;
        let counted =
            self.origin.get().counted.filter(|(id, _)| *id == plan.id).map_or(Quantity::ZERO, |(_, much)| much);
        Some(plan.done.minus(counted).plus(typed))
    }

    /// Is this the field that the refusal speaks of?
    #[must_use]
    pub fn is_refused(self, codes: &'static [&'static str]) -> Option<&'static str> {
        self.reason
            .with(|reason| reason.as_ref().is_some_and(|reason| codes.contains(&reason.code.as_str())))
            .then_some("true")
    }
}
