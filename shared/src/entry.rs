//! Slice *entry*: one line in the daily notebook, and what the superior does with it.
//!
//! The commands are in [`record`] and [`revise`] (the owner's pen), [`review`] (the superior's) and [`flag`] (both).

mod flag;
mod more;
mod record;
mod review;
mod revise;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

pub use flag::{Flag, FlagEntry};
pub use more::{
    Adoption, Doing, FILE_BYTES_MAX, FILES_MAX, File, FileKind, LINK_CHARACTERS_MAX, LINKS_MAX, More,
    OBSTACLE_CHARACTERS_MAX, Part, SPECIAL_CHARACTERS_MAX, Special, host, is_file_name,
};
pub use record::{Content, RecordEntry, is_sha256};
pub(crate) use review::needs as review_needs;
pub use review::{ApproveEntry, ReturnEntry, SeeEntry};
pub use revise::{ReviseEntry, SettleEntry};

use crate::employee::Employee;
use crate::ids::{EmployeeId, EntryId, PlanId, UnitId};
use crate::merge::{Aside, Field};
use crate::quantity::Quantity;
use crate::row::Rows;
use crate::scope::Scope;

/// Characters allowed in an entry.
pub const TEXT_CHARACTERS_MAX: usize = 2000;
/// Hours between writing and arrival from which whoever reads an entry is told.
pub const APART_HOURS_MAX: i64 = 24;
/// Photos allowed on one entry.
pub const PHOTOS_MAX: usize = 4;
/// Bytes allowed in one photo; the phone compresses below this.
pub const PHOTO_BYTES_MAX: u32 = 300_000;

/// Evidence: a photo by the hash of its bytes. The bytes travel apart from the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Photo {
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Bytes.
    pub bytes: u32,
}

/// What the superior has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// Nothing yet.
    Open,
    /// Approved: the entry is closed.
    Approved,
    /// Sent back with a reason: the owner may revise.
    Returned,
}

/// One line in the notebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Identity, minted on the phone.
    pub id: EntryId,
    /// Who did the work.
    pub owner: EmployeeId,
    /// Which plan it counts towards; none is additional work (tambahan).
    #[serde(default)]
    pub plan: Option<PlanId>,
    /// What was done, in the person's own words.
    pub text: String,
    /// How much, in the measure of the plan; zero for additional work without a count.
    #[serde(default)]
    pub quantity: Quantity,
    /// The day the work was done, in the unit's zone.
    #[serde(with = "crate::stamp::day")]
    pub work_date: NaiveDate,
    /// Evidence.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// What else it says.
    #[serde(default, skip_serializing_if = "More::is_empty")]
    pub more: Box<More>,
    /// When the phone says it was written.
    #[serde(with = "crate::stamp::moment")]
    pub claimed_at: DateTime<Utc>,
    /// When the office had it durably; none while it is only on the phone.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub received_at: Option<DateTime<Utc>>,
    /// When the office had its first version, if it was revised since; else that is `received_at`. None in rows from before.
    #[serde(default, with = "crate::stamp::moment::opt", skip_serializing_if = "Option::is_none")]
    pub first_received_at: Option<DateTime<Utc>>,
    /// When the superior opened it.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub seen_at: Option<DateTime<Utc>>,
    /// What the superior decided.
    pub review: Review,
    /// Fields that came together from two devices, for the owner to look at; a revision of the newest version clears them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Field>,
    /// Conflict copies: what another device of the owner had written. Until the owner has chosen, nothing is approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asides: Vec<Aside>,
    /// The unit where the work counts: the owner's on the day when its date was last said. None in rows from before there were
    /// rollups; they count where the owner is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// By how many working days it was written late, as the office counted when it took it ([`crate::lateness`]). None while it is
    /// only on the phone, where no list of holidays is known, and in rows from before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_days: Option<u32>,
    /// Seconds from arrival to the first answer of the superior: an approval, a return or a remark. It is never counted twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_seconds: Option<u32>,
    /// It is to be talked about in the quarter's dialogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<Box<Flag>>,
    /// Its owner asks for feedback, and nobody has said anything since. False in rows from before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// Counts the owner's changes of the content. Approvals name the version they saw.
    pub version: u32,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Entry {
    /// Was it written late, as far as the office knows?
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.late_days.is_some_and(|days| days > 0)
    }

    /// When the office first had it, in whatever version.
    #[must_use]
    pub fn first_received(&self) -> Option<DateTime<Utc>> {
        self.first_received_at.or(self.received_at)
    }

    /// Do the moment that the phone says and the moment of arrival lie more than [`APART_HOURS_MAX`] apart? A phone without a network does
    /// that, and so does a clock that was set back, which would otherwise make everything look as if written in time.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        self.first_received().is_some_and(|at| (at - self.claimed_at).abs() > TimeDelta::hours(APART_HOURS_MAX))
    }

    /// Does somebody still have to do something about it: the superior decide or answer, or the owner revise? Until then it is shown,
    /// however long ago the work was.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.review != Review::Approved || self.asks
    }

    /// Hashes of everything whose bytes travel apart from it.
    pub fn parcels(&self) -> impl Iterator<Item = &str> {
        let photos = self.photos.iter().map(|photo| photo.sha256.as_str());
        photos.chain(self.more.files.iter().map(|file| file.sha256.as_str()))
    }

    /// Whose eyes the entry is for: those of its owner's work, and the team for which it was done.
    pub(crate) fn audience(&self, owner: &Employee, rows: &Rows) -> Vec<Scope> {
        let mut scopes = owner.audience(rows);
        scopes.extend(self.more.team.map(Scope::Team));
        scopes
    }

    /// The same, answered at `now`. Only the first answer counts.
    pub(crate) fn answered(self, now: DateTime<Utc>) -> Self {
        let took = |since: DateTime<Utc>| u32::try_from((now - since).num_seconds().max(0)).unwrap_or(u32::MAX);
        let answer_seconds = self.answer_seconds.or_else(|| self.received_at.map(took));
        Self { answer_seconds, ..self }
    }
}
