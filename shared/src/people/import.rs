//! What the import doors answer, step by step: the columns of a file, what it would do, how far it is, what was taken back.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::words::Spoken;

/// Columns of a staff list, in the order in which a mapping names them: NIP, name, rank, position, unit, superior's NIP, OPD.
pub const COLUMNS: usize = 7;

/// `POST /api/import/columns`: what stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Columns {
    /// The headers, from the first column on.
    pub headers: Vec<String>,
    /// For each of our columns the place of the header that seems to be it; -1 for none.
    pub suggested: Vec<i64>,
    /// Was the suggestion taken from what this admin chose last time?
    pub remembered: bool,
    /// The first rows, as they stand there.
    pub rows: Vec<Vec<String>>,
    /// Rows below the header.
    pub count: u32,
}

/// `POST /api/import/check`: what the file would do. Nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checkup {
    /// Rows in the file.
    pub rows: u32,
    /// People who are new.
    pub new: u32,
    /// Known people whose data change.
    pub changed: u32,
    /// Known people who are as the file says.
    pub same: u32,
    /// Rows with problems.
    pub bad: u32,
    /// Accounts to be opened.
    pub accounts: u32,
    /// Units that get another head.
    pub heads: u32,
    /// Names of new units, as paths.
    pub units: Vec<String>,
    /// The first problems.
    pub problems: Vec<RowProblem>,
    /// All problems, for a spreadsheet.
    pub csv: String,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowProblem {
    /// Row of the file, from 1.
    pub row: u32,
    /// Column of the file: `B (Nama)`.
    pub column: String,
    /// What is wrong and what to do.
    pub reason: Spoken,
}

/// `POST /api/import/apply`: how far a batch is. Whoever asks goes on asking with the same file until it is finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    /// People done.
    pub done: u32,
    /// People in all.
    pub of: u32,
    /// Is that all?
    pub finished: bool,
}

/// `POST /api/import/{batch}/passwords`: first passwords of accounts that the batch opened, some at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passwords {
    /// Lines for a spreadsheet, the first of all with a header.
    pub csv: String,
    /// Where to go on; none when that was all.
    pub next: Option<u32>,
}

/// How a batch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// Not all of the file is written.
    Begun,
    /// All is written.
    Written,
    /// Some of it was taken back, or all that could be.
    Undone,
}

/// One batch of this admin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Batch {
    /// Its number.
    pub id: Uuid,
    /// Name of the file.
    pub name: String,
    /// When it began.
    #[serde(with = "crate::stamp::moment")]
    pub at: chrono::DateTime<chrono::Utc>,
    /// How it stands.
    pub state: BatchState,
    /// New people.
    pub new: u32,
    /// Changed people.
    pub changed: u32,
    /// New units.
    pub units: u32,
    /// What could not be taken back.
    #[serde(default)]
    pub left: Vec<Left>,
}

/// `GET /api/import`: this admin's batches, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Batches {
    /// They.
    pub batches: Vec<Batch>,
}

/// Something that stays, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Left {
    /// Whom or what it is about.
    pub name: String,
    /// Why it stays.
    pub reason: Spoken,
}

/// `POST /api/import/{batch}/undo`: how far the taking back is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Undone {
    /// Steps still to be looked at.
    pub remaining: u32,
    /// The batch as it stands now.
    pub batch: Batch,
}
