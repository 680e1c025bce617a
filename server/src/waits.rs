//! What still waits, for a database from before it was kept: written down once, page by page, while people work.

use std::time::Duration;

use shared::scope::Scope;

use crate::db::DbError;
use crate::office::Office;

/// What the database remembers of having written everything down.
const KEPT: &str = "waits";
/// Rows in one page.
const PAGE_ROWS: usize = 200;
/// Between two pages, so that whoever works meanwhile is not held up, in milliseconds.
const STEP_MILLISECONDS: u64 = 5;
/// Between two tries when the database is out of reach.
const AGAIN_SECONDS: u64 = 60;

/// Writes everything down if that was never done.
pub async fn run(office: Office) {
    while let Err(error) = prepare(&office).await {
        tracing::warn!(%error, "what waits could not be written down");
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(AGAIN_SECONDS)) => {}
            () = office.closing.cancelled() => return,
        }
    }
}

/// A database without rows has everything from the beginning.
///
/// # Errors
/// The database is out of reach.
pub async fn greet(office: &Office) -> Result<(), DbError> {
    let heads = office.db.heads(&[Scope::Office]).await?;
    if heads.iter().all(|(_, head)| *head == 0) { office.db.note(KEPT).await } else { Ok(()) }
}

/// Goes once through entries and remarks. Cut off, it begins again at the next start: twice is once.
///
/// # Errors
/// The database is out of reach.
pub async fn prepare(office: &Office) -> Result<(), DbError> {
    if office.db.noted(KEPT).await? {
        return Ok(());
    }
    for table in ["entry", "remark"] {
        let mut mark: Option<String> = None;
        loop {
            mark = office.db.note_waits(table, mark.as_deref(), PAGE_ROWS).await?;
            if mark.is_none() {
                break;
            }
            tokio::select! {
                () = tokio::time::sleep(Duration::from_millis(STEP_MILLISECONDS)) => {}
                () = office.closing.cancelled() => return Ok(()),
            }
        }
    }
    office.db.note(KEPT).await
}
