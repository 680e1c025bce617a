//! The desk: the one thing that pages touch. They read its signals and hand it commands; it knows the store and the line.
//!
//! Pages know nothing of IndexedDB, fetch or the sync loop. What a page may promise to a person is decided here:
//! [`Desk::save`] answers only after the strict transaction has completed, [`Desk::ask`] only after the office's verdict.
//!
//! What lives where: `start` wakes the desk up, `session` lets people in and out, `home` is what is open for the person who
//! is in, `lost` what was there and is gone, `drive` carries out what the sync core asks, `save` and `ask` take commands, `queue` shows and edits what waits,
//! `board`, `sums` and `live` hold the live lines, `tv` what concerns televisions, `tabs` keeps several windows of one person honest, `lead` says which of them sends.

mod ask;
mod board;
mod core;
mod documents;
mod drafts;
mod drive;
mod health;
mod home;
mod lead;
mod live;
mod lost;
mod office;
mod photos;
mod plans;
mod push;
mod queue;
mod save;
mod say;
mod session;
mod settings;
mod start;
mod sums;
mod tabs;
mod tv;
mod unanswered;

use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::command::Command;
use shared::complete::First;
use shared::employee::Employee;
use shared::row::Rows;
use shared::sync::line::Line;
use shared::sync::lost::Lost;
use shared::sync::wire::BoardLink;
use shared::unit::Unit;
use shared::words::{Language, Spoken};

/// Who has signed in on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The person's row.
    pub employee: Employee,
    /// Their unit.
    pub unit: Option<Unit>,
    /// Their superior.
    pub superior: Option<Employee>,
    /// Boards they may open.
    pub boards: Vec<BoardLink>,
    /// Units they look after.
    pub admin: Vec<BoardLink>,
}

/// What waits on this device, and how the line is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// Commands that are only on this device, oldest first.
    pub waiting: Vec<Command>,
    /// Commands of another build, which this one cannot show; they are sent all the same.
    pub sealed: usize,
    /// Refused commands, with the reason.
    pub tray: Vec<Refused>,
    /// Photos not yet at the office.
    pub photos_waiting: usize,
    /// How the line is.
    pub line: Line,
    /// An exchange is under way.
    pub sending: bool,
    /// When the office last answered.
    pub heard_at: Option<DateTime<Utc>>,
    /// Since when there is no line.
    pub down_since: Option<DateTime<Utc>>,
    /// Another window of this browser sends for this one.
    pub follows: bool,
}

/// A refused command, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// What was wanted.
    pub command: Command,
    /// Why not.
    pub reason: Spoken,
}

/// A compressed photo, ready to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// The bytes: JPEG of at most 300 kB without position, or a document.
    pub bytes: Arc<Vec<u8>>,
    /// An object URL for showing it; empty for a document.
    pub url: String,
}

/// What an unfinished entry form holds; saved on this device after every change.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// The chosen plan.
    #[serde(default)]
    pub plan: Option<shared::ids::PlanId>,
    /// The amount as typed.
    pub quantity: String,
    /// The work date as typed (YYYY-MM-DD).
    pub work_date: String,
    /// Hashes of photos taken so far; their bytes are in the store.
    pub photos: Vec<shared::entry::Photo>,
    /// What else was said; the bytes of its documents are in the store.
    #[serde(default, skip_serializing_if = "shared::entry::More::is_empty")]
    pub more: shared::entry::More,
    /// Which draft it is at the office, and what the office has of it.
    #[serde(default)]
    pub pad: shared::draft::Pad,
    /// When it was last saved.
    #[serde(default, with = "shared::stamp::moment::opt")]
    pub saved_at: Option<DateTime<Utc>>,
}

/// How fresh an open board is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Freshness {
    /// The first rows are on their way.
    Loading,
    /// The live line is open.
    Live,
    /// The line broke; what is shown is as old as `since`.
    Stale {
        /// When the line broke.
        since: DateTime<Utc>,
    },
    /// There is no such board for this person.
    NotFound,
}

/// An open board. Its line closes when the page that opened it goes away.
#[derive(Clone, Copy)]
pub struct OpenBoard {
    /// The rows, kept current by the live line.
    pub rows: RwSignal<Arc<Rows>>,
    /// When its people first wrote, as the office said when the board was fetched.
    pub firsts: RwSignal<Arc<Vec<First>>>,
    /// How fresh they are.
    pub freshness: RwSignal<Freshness>,
    /// When the last news (or sign of life) came.
    pub heard_at: RwSignal<DateTime<Utc>>,
    /// Of what is older and waits there is more than the rows; it comes when these are done and the board is opened anew.
    pub more: RwSignal<bool>,
}

pub use push::{Bell, Deaf};
pub use sums::{OpenSums, Whose};
pub use tv::{Tv, TvCode};

/// How safe the phone's storage is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Health {
    /// The browser promised not to clear it by itself.
    pub persisted: Option<bool>,
    /// Bytes used and allowed, as the browser estimates.
    pub usage_bytes: Option<u64>,
    /// Bytes allowed.
    pub quota_bytes: Option<u64>,
    /// A service worker controls the page, so it opens without a network.
    pub offline_ready: bool,
    /// What lies here is encrypted. Not where the browser has no WebCrypto or cannot keep a key.
    pub encrypted: bool,
    /// Build of the app.
    pub build: String,
    /// What should be rare, as often as it has happened here.
    pub rare: Rare,
}

/// How often the sync found something that should be rare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rare {
    /// The phone's order had parted from the office's, and what waited was renumbered.
    pub renumbered: u32,
    /// The office had been restored, and was offered what it may have forgotten.
    pub restored: u32,
    /// What lay here was not what the office had, and was fetched again.
    pub mismatched: u32,
}

/// The desk, from context: `use_desk()`.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Confirmed rows overlaid with what waits.
    pub view: RwSignal<Arc<Rows>>,
    /// Who has signed in; none shows the sign-in page.
    pub person: RwSignal<Option<Person>>,
    /// The device's memory has been read; before that nothing is known.
    pub ready: RwSignal<bool>,
    /// What waits, and the line.
    pub queue: RwSignal<Queue>,
    /// The phone's clock, moved every five seconds.
    pub now: RwSignal<DateTime<Utc>>,
    /// Language of the screen.
    pub language: RwSignal<Language>,
    /// A new build waits to be used.
    pub update_ready: RwSignal<bool>,
    /// What the person has lost with this browser's storage, and has not read yet.
    pub lost: RwSignal<Option<Lost>>,
    core: StoredValue<Rc<core::Core>, LocalStorage>,
}

/// The desk of this page.
#[must_use]
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}
