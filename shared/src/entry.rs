//! Slice *entry*: one line in the daily notebook, and what the superior does with it.
//!
//! The commands are in [`record`] and [`revise`] (the owner's pen) and [`review`] (the superior's).

mod record;
mod review;
mod revise;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use record::{Content, RecordEntry, is_sha256};
pub(crate) use review::needs as review_needs;
pub use review::{ApproveEntry, ReturnEntry, SeeEntry};
pub use revise::{ReviseEntry, SettleEntry};

use crate::ids::{EmployeeId, EntryId, PlanId};
use crate::merge::{Aside, Field};
use crate::quantity::Quantity;

/// Characters allowed in an entry.
pub const TEXT_CHARACTERS_MAX: usize = 2000;
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
    /// When the phone says it was written.
    #[serde(with = "crate::stamp::moment")]
    pub claimed_at: DateTime<Utc>,
    /// When the office had it durably; none while it is only on the phone.
    #[serde(default, with = "crate::stamp::moment::opt")]
    pub received_at: Option<DateTime<Utc>>,
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
    /// Counts the owner's changes of the content. Approvals name the version they saw.
    pub version: u32,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}
