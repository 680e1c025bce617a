//! Counting again what the writer has kept: a few places now and then, to notice if the two ever differ; and everything, in
//! small steps, for a database from before there were sums or when the operator asks.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use shared::chance::splitmix64;
use shared::ids::UnitId;
use shared::scope::Scope;
use shared::zone::Zone;
use tokio::time::{MissedTickBehavior, interval};

use crate::clock;
use crate::db::DbError;
use crate::db::rollup::Difference;
use crate::office::Office;

/// What the database remembers of having counted everything once. Another name for each new kind of sum: plans by month and quarter are the latest.
const COUNTED: &str = "rollups-part";
/// Seconds between two checks.
const CHECK_SECONDS: u64 = 300;
/// Between two tries of the first count when the database is out of reach.
const AGAIN_SECONDS: u64 = 60;
/// Places looked at in one check.
const PLACES_AT_ONCE: usize = 8;
/// Days back that a check looks: within the days for which scopes keep their entries.
const DAYS_BACK: usize = 60;
/// How often one place is tried while others write to it.
const TRIES_MAX: usize = 9;
/// Between two places of a full recount, so that whoever works meanwhile is not held up, in milliseconds.
const STEP_MILLISECONDS: u64 = 5;

/// What the checks of this process have found.
#[derive(Debug, Default)]
pub struct Found {
    checked: AtomicU64,
    drifted: AtomicU64,
}

impl Found {
    /// Places compared, and those that differed.
    #[must_use]
    pub fn told(&self) -> (u64, u64) {
        (self.checked.load(Ordering::Relaxed), self.drifted.load(Ordering::Relaxed))
    }
}

/// What came of a recount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Places compared: a unit's day, a unit's plans, a unit's people, and who of them is away.
    pub places: u64,
    /// Those that differed.
    pub differed: u64,
}

impl Report {
    fn note(&mut self, differed: bool) {
        self.places += 1;
        self.differed += u64::from(differed);
    }
}

/// Counts everything once if that was never done, however often it must be tried, then checks a sample again and again until the office
/// closes.
pub async fn run(office: Office) {
    while let Err(error) = first(&office).await {
        tracing::error!(%error, "rollups could not be counted");
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(AGAIN_SECONDS)) => {}
            () = office.closing.cancelled() => return,
        }
    }
    let mut check = interval(Duration::from_secs(CHECK_SECONDS));
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    check.tick().await;
    loop {
        tokio::select! {
            _ = check.tick() => {
                let seed = clock::now().timestamp_millis().unsigned_abs();
                if let Err(error) = check_some(&office, seed, PLACES_AT_ONCE).await {
                    tracing::warn!(%error, "rollups could not be checked");
                }
            }
            () = office.closing.cancelled() => return,
        }
    }
}

async fn first(office: &Office) -> Result<(), DbError> {
    if let Some(report) = prepare(office).await? {
        tracing::info!(places = report.places, "rollups counted for the first time");
    }
    Ok(())
}

/// A database without rows has its sums from the beginning: there is nothing to count.
///
/// # Errors
/// The database is out of reach.
pub async fn greet(office: &Office) -> Result<(), DbError> {
    let heads = office.db.heads(&[Scope::Office]).await?;
    if heads.iter().all(|(_, head)| *head == 0) { office.db.note(COUNTED).await } else { Ok(()) }
}

/// Counts everything if this database has never been counted.
///
/// # Errors
/// The database is out of reach.
pub async fn prepare(office: &Office) -> Result<Option<Report>, DbError> {
    if office.db.noted(COUNTED).await? {
        return Ok(None);
    }
    let report = recount(office).await?;
    office.db.note(COUNTED).await?;
    Ok(Some(report))
}

/// Compares some places, chosen by `seed`, and reports those that differ. Nothing is put right: a difference is a fault to be
/// looked into, and the operator's recount mends it.
///
/// # Errors
/// The database is out of reach.
pub async fn check_some(office: &Office, seed: u64, places: usize) -> Result<Report, DbError> {
    let units = office.db.units().await?;
    let mut report = Report::default();
    let mut chance = seed;
    for _ in 0..if units.is_empty() { 0 } else { places } {
        let unit = units[below(&mut chance, units.len())].id;
        let today = Zone::default().local_date(clock::now());
        // Twice by chance: the last days are looked at more often, because that is where people write.
        let reach = below(&mut chance, DAYS_BACK) + 1;
        let back = u64::try_from(below(&mut chance, reach)).unwrap_or(0);
        let day = today.checked_sub_days(Days::new(back)).unwrap_or(today);
        let found = unit_differs(office, unit, day, today, false).await?;
        found.into_iter().for_each(|differs| report.note(differs));
    }
    office.rollups.checked.fetch_add(report.places, Ordering::Relaxed);
    office.rollups.drifted.fetch_add(report.differed, Ordering::Relaxed);
    Ok(report)
}

fn below(chance: &mut u64, count: usize) -> usize {
    let number = splitmix64(chance);
    usize::try_from(number % count.max(1) as u64).unwrap_or(0)
}

/// Compares one day, the plans, the people and the absences of a unit.
async fn unit_differs(
    office: &Office,
    unit: UnitId,
    day: NaiveDate,
    today: NaiveDate,
    mend: bool,
) -> Result<[bool; 4], DbError> {
    let since = today.checked_sub_days(Days::new(DAYS_BACK as u64)).unwrap_or(today);
    Ok([
        day_differs(office, unit, day, mend).await?,
        plans_differ(office, unit, since, mend).await?,
        staff_differs(office, unit, mend).await?,
        away_differs(office, unit, since, mend).await?,
    ])
}

async fn day_differs(office: &Office, unit: UnitId, day: NaiveDate, mend: bool) -> Result<bool, DbError> {
    differs(unit, Some(day), mend, || office.db.recount_day(unit, day, mend)).await
}

async fn plans_differ(office: &Office, unit: UnitId, since: NaiveDate, mend: bool) -> Result<bool, DbError> {
    differs(unit, None, mend, || office.db.recount_plans(unit, since, mend)).await
}

async fn staff_differs(office: &Office, unit: UnitId, mend: bool) -> Result<bool, DbError> {
    differs(unit, None, mend, || office.db.recount_staff(unit, mend)).await
}

async fn away_differs(office: &Office, unit: UnitId, since: NaiveDate, mend: bool) -> Result<bool, DbError> {
    differs(unit, None, mend, || office.db.recount_away(unit, since, mend)).await
}

/// Compares one place. Somebody may write between the two looks of a comparison, so only what differs every time counts.
async fn differs<T: std::fmt::Debug, F: Future<Output = Result<Option<Difference<T>>, DbError>>>(
    unit: UnitId,
    day: Option<NaiveDate>,
    mend: bool,
    look: impl Fn() -> F,
) -> Result<bool, DbError> {
    for tries in 1..=TRIES_MAX {
        let found = match look().await {
            Err(DbError::Conflict) if tries < TRIES_MAX => {
                tokio::time::sleep(Duration::from_millis(STEP_MILLISECONDS)).await;
                continue;
            }
            other => other?,
        };
        let Some(difference) = found else { return Ok(false) };
        if mend || tries == TRIES_MAX {
            told(mend, unit, day, &format!("{:?}", difference.kept), &format!("{:?}", difference.counted));
            return Ok(true);
        }
    }
    Ok(false)
}

/// A difference that is only looked at is a fault; one that is being put right is not.
fn told(mend: bool, unit: UnitId, day: Option<NaiveDate>, kept: &str, counted: &str) {
    if mend {
        tracing::debug!(%unit, ?day, kept, counted, "rollup put right");
    } else {
        tracing::error!(%unit, ?day, kept, counted, "rollup drift");
    }
}

/// Counts everything and puts right what differs, one place at a time.
///
/// # Errors
/// The database is out of reach.
pub async fn recount(office: &Office) -> Result<Report, DbError> {
    let mut report = Report::default();
    for unit in office.db.units().await? {
        report.note(plans_differ(office, unit.id, first_day(), true).await?);
        report.note(away_differs(office, unit.id, first_day(), true).await?);
        report.note(staff_differs(office, unit.id, true).await?);
        let mut after = None;
        while let Some(day) = office.db.next_day(unit.id, after).await? {
            report.note(day_differs(office, unit.id, day, true).await?);
            after = Some(day);
            tokio::time::sleep(Duration::from_millis(STEP_MILLISECONDS)).await;
        }
    }
    Ok(report)
}

/// Before any plan and any leave of anybody.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()
}
