//! Tending: what is old leaves the logs, sessions that have ended, devices long silent and
//! photos that were begun and given up are forgotten, and sums are counted anew.
//!
//! Page by page with pauses, on every node. Two nodes that do the same do it once: a floor never sinks, what is gone is gone, and a
//! transaction that finds something moved does nothing until the next round. Rows of the domain, photos among them, are evidence and
//! stay; no rule says yet which of them may go.

use std::time::Duration;

use chrono::{DateTime, Utc};
use shared::scope::Scope;
use shared::sync::office::age::{Search, changes_before, devices_before, is_counted, parcels_before, strides};
use shared::sync::office::{Trouble, compact};
use tracing::{error, info};

use crate::clock;
use crate::db::tend::Standing;
use crate::db::{Db, DbError};
use crate::office::Office;

/// Scopes, sessions or devices in one page.
const PAGE_ROWS: usize = 50;
/// Between two pages. An agency of fifty thousand people is gone through in an hour and a half, and nobody notices.
const PAGE_SECONDS: u64 = 5;
/// Between two rounds.
const ROUND_SECONDS: u64 = 6 * 60 * 60;

/// What comes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Logs,
    Sessions,
    Devices,
    Parcels,
    Done,
}

/// What a round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Scopes looked at.
    pub scopes: u64,
    /// Changes that left their logs.
    pub changes: u64,
    /// Sums counted.
    pub counted: u64,
    /// Scopes that had no sum and have one now.
    pub summed: u64,
    /// Scopes whose sum was not that of their rows.
    pub drifted: u64,
    /// Of these, mended.
    pub mended: u64,
    /// Sessions that had ended.
    pub sessions: u64,
    /// Devices that were silent for a year.
    pub devices: u64,
    /// Photos that were begun and given up.
    pub parcels: u64,
}

/// Which sums are counted, and what becomes of a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sums {
    /// Those whose turn it is in this round; a wrong one is told and left.
    Sample(u64),
    /// All; a wrong one is told and left.
    All,
    /// All; a wrong one is told and mended, because the operator says so.
    Mend,
}

/// A round under way.
#[derive(Debug)]
pub struct Round {
    sums: Sums,
    step: Step,
    mark: Option<String>,
    done: Done,
}

/// Tends until the office closes.
pub async fn run(office: Office) {
    let mut number = 0;
    loop {
        let mut round = Round::new(Sums::Sample(number));
        let mut pause = PAGE_SECONDS;
        while pause == PAGE_SECONDS {
            tokio::select! {
                () = tokio::time::sleep(Duration::from_secs(pause)) => {}
                () = office.closing.cancelled() => return,
            }
            pause = match round.go_on(&office.db, clock::now()).await {
                Ok(true) => PAGE_SECONDS,
                Ok(false) => ROUND_SECONDS,
                // Out of reach: whoever needs an answer tells it. The next round begins at the beginning.
                Err(_) => ROUND_SECONDS,
            };
        }
        info!(round = number, done = ?round.done(), "tended");
        number += 1;
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(pause)) => {}
            () = office.closing.cancelled() => return,
        }
    }
}

/// A whole round at once, without pauses: the operator's order.
///
/// # Errors
/// The database is out of reach.
pub async fn once(db: &Db, sums: Sums, now: DateTime<Utc>) -> Result<Done, DbError> {
    let mut round = Round::new(sums);
    while round.go_on(db, now).await? {}
    Ok(round.done())
}

impl Round {
    /// A round that has done nothing yet.
    #[must_use]
    pub const fn new(sums: Sums) -> Self {
        let done = Done {
            scopes: 0,
            changes: 0,
            counted: 0,
            summed: 0,
            drifted: 0,
            mended: 0,
            sessions: 0,
            devices: 0,
            parcels: 0,
        };
        Self { sums, step: Step::Logs, mark: None, done }
    }

    /// What it has done so far.
    #[must_use]
    pub const fn done(&self) -> Done {
        self.done
    }

    /// One page further. Is there more to do?
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn go_on(&mut self, db: &Db, now: DateTime<Utc>) -> Result<bool, DbError> {
        let mark = self.mark.as_deref();
        let (next, then) = match self.step {
            Step::Logs => {
                let page = db.standings(mark, PAGE_ROWS).await?;
                for standing in page.rows {
                    self.scope(db, standing, now).await?;
                }
                (page.next, Step::Sessions)
            }
            Step::Sessions => {
                let page = db.sweep_sessions(mark, PAGE_ROWS, now).await?;
                self.done.sessions += page.rows.len() as u64;
                (page.next, Step::Devices)
            }
            Step::Devices => {
                let page = db.sweep_devices(mark, PAGE_ROWS, devices_before(now)).await?;
                self.done.devices += page.rows.len() as u64;
                (page.next, Step::Parcels)
            }
            Step::Parcels => {
                self.done.parcels += db.sweep_parcels(parcels_before(now)).await? as u64;
                (None, Step::Done)
            }
            Step::Done => return Ok(false),
        };
        if next.is_none() {
            self.step = then;
        }
        self.mark = next;
        Ok(self.step != Step::Done)
    }

    async fn scope(&mut self, db: &Db, standing: Standing, now: DateTime<Utc>) -> Result<(), DbError> {
        self.done.scopes += 1;
        self.done.changes += shorten(db, standing, now).await?;
        let turn = match self.sums {
            Sums::Sample(number) => is_counted(standing.scope, number),
            Sums::All | Sums::Mend => true,
        };
        if turn || !standing.summed {
            self.count(db, standing.scope).await?;
        }
        Ok(())
    }

    /// Counts a scope's sum. One that is absent is written down; one that is wrong is told, and mended only on the operator's word.
    async fn count(&mut self, db: &Db, scope: Scope) -> Result<(), DbError> {
        let count = db.count(scope).await?;
        self.done.counted += 1;
        if !count.agrees() {
            self.done.drifted += 1;
            let (kept, counted, stale) = (count.kept, count.counted, count.stale);
            error!(%scope, ?kept, counted, stale, "the sum of a scope is not that of its rows");
        }
        if count.agrees() && count.kept.is_some() || !count.agrees() && self.sums != Sums::Mend {
            return Ok(());
        }
        match db.keep_count(scope, &count).await {
            Ok(()) if count.agrees() => self.done.summed += 1,
            Ok(()) => self.done.mended += 1,
            Err(DbError::Conflict) => {} // It has moved: in the next round.
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// Takes old changes out of a scope's log, some at a time, and tells how many.
async fn shorten(db: &Db, standing: Standing, now: DateTime<Utc>) -> Result<u64, DbError> {
    let Standing { scope, head, floor, .. } = standing;
    let (mut search, before) = (Search::new(floor, head), changes_before(now));
    while let Some(place) = search.next() {
        let made_at = db.change_time(scope, place).await?;
        search.told(place, made_at, before);
    }
    let mut gone = floor;
    for upto in strides(floor, search.found()) {
        match compact(db, scope, upto, now).await {
            Ok(()) => gone = upto,
            Err(Trouble::Conflict) => break, // Somebody writes here just now: in the next round.
            Err(Trouble::Store(error)) => return Err(error),
        }
    }
    Ok(gone - floor)
}
