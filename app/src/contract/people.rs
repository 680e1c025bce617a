//! Whose phone this is, and what lies on it.

use chrono::{DateTime, Utc};
use js_sys::Uint8Array;
use shared::command::{Action, Command};
use shared::entry::Photo;
use shared::ids::{CommandId, EmployeeId};
use shared::scope::Scope;
use shared::sync::phone::contract::{Disk, Handset, command, row};
use shared::sync::phone::{Memory, Store, Waiting};
use shared::sync::talk::Epoch;
use uuid::Uuid;
use wasm_bindgen::JsValue;

use crate::store::{Fault, Own, Result};
use crate::tools::Told;

pub(crate) const ME: EmployeeId = EmployeeId(Uuid::from_u128(0xA1));
pub(crate) const MINE: Scope = Scope::Own(ME);
pub(crate) const BUILD: &str = "b1";
/// A text that people write and that must not be readable.
pub(crate) const MARKER: &str = "rahasia-cengkeh";

/// The name of my database.
pub(crate) fn database() -> String {
    format!("teladan-{ME}")
}

pub(crate) async fn open() -> std::result::Result<Own, String> {
    Own::open(ME).await.told("my database opens")
}

/// Opens a window that knows what lies on the disk.
pub(crate) async fn window() -> std::result::Result<Own, String> {
    let own = open().await?;
    recall(&own).await?;
    Ok(own)
}

pub(crate) async fn recall(own: &Own) -> std::result::Result<Memory, String> {
    Ok(own.recall(BUILD).await.told("my database is read")?.memory)
}

/// A command with the marker in its text.
pub(crate) fn wish(number: u64) -> Waiting {
    Waiting::Read(command(number, &format!("{MARKER} {number}")))
}

/// The same with photos.
pub(crate) fn wish_with(number: u64, photos: &[&str]) -> Command {
    let mut command = command(number, MARKER);
    if let Action::RecordEntry(record) = &mut command.action {
        record.content.photos = photos.iter().map(|sha256| Photo { sha256: (*sha256).to_owned(), bytes: 3 }).collect();
    }
    command
}

pub(crate) async fn append(own: &Own, number: u64) -> std::result::Result<Waiting, String> {
    own.append(wish(number), &[]).await.told("a command is appended")
}

/// Bytes of a photo.
pub(crate) fn bytes(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).into()
}

/// A pull with some rows, up to a place in the log.
pub(crate) fn pull(rows: u64, place: u64) -> Store {
    Store {
        puts: (0..rows).map(|number| (MINE, row(ME, number, 1, &format!("{MARKER} {number}")))).collect(),
        cursors: [(MINE, place)].into(),
        epoch: Some(Epoch(1)),
        ..Store::default()
    }
}

pub(crate) async fn take_in(own: &Own, pull: Store) -> Result<()> {
    own.take_in(&[pull], DateTime::<Utc>::UNIX_EPOCH).await
}

/// The phone of the shared contract.
pub(crate) struct Phone;

impl Handset for Phone {
    type Disk = Own;

    fn owner(&self) -> EmployeeId {
        ME
    }

    /// A window that has read what lies there, as the app's always have: only then does it know its turn.
    async fn open(&self) -> Result<Own> {
        let own = Own::open(ME).await?;
        own.recall(BUILD).await?;
        Ok(own)
    }
}

impl Disk for Own {
    type Error = Fault;

    async fn append(&self, waiting: Waiting) -> Result<Waiting> {
        Self::append(self, waiting, &[]).await
    }

    async fn take_in(&self, store: &Store) -> Result<()> {
        take_in(self, store.clone()).await
    }

    async fn discard(&self, id: CommandId) -> Result<()> {
        Self::discard(self, id, &[]).await.map(drop)
    }

    async fn recall(&self) -> Result<Memory> {
        Ok(Self::recall(self, BUILD).await?.memory)
    }
}
