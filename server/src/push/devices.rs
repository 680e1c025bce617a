//! Who has asked for what, on which devices. A device is a browser; it is one person's at a time, and rings for them only while their
//! session in it runs.

use chrono::{DateTime, Utc};
use shared::ids::EmployeeId;
use shared::push::{Subscribe, Wishes};
use shared::scope::Scope;

use crate::db::push::{StoredDevice, StoredNotices};
use crate::db::{Db, DbError};

/// Devices of one person. With one more the oldest goes.
pub const DEVICES_MAX: usize = 6;

/// Keeps a device and what it wants to be told; with no wish it is forgotten.
///
/// # Errors
/// The database is out of reach.
pub async fn keep(
    db: &Db,
    who: EmployeeId,
    device: &str,
    session: &str,
    sent: Subscribe,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    if !sent.wishes.any() {
        return forget(db, who, device).await;
    }
    // Whoever had this browser before rings here no longer.
    if let Some(before) = db.push_owner(device).await?.filter(|before| *before != who) {
        forget(db, before, device).await?;
    }
    let mut others: Vec<StoredDevice> = db.push_devices(who).await?;
    others.retain(|other| other.name != device);
    others.sort_by_key(|other| other.since);
    for old in others.drain(..others.len().saturating_sub(DEVICES_MAX - 1)) {
        db.drop_device(who, &old.name).await?;
    }
    let kept = StoredDevice::new(device, session, sent, now);
    let wishes = together(others.iter().chain(std::iter::once(&kept)));
    db.keep_device(who, &kept).await?;
    settle(db, who, wishes, now).await
}

/// Forgets a device. Forgetting twice is forgetting once.
///
/// # Errors
/// The database is out of reach.
pub async fn forget(db: &Db, who: EmployeeId, device: &str) -> Result<(), DbError> {
    db.drop_device(who, device).await?;
    let rest = db.push_devices(who).await?;
    if rest.is_empty() {
        return db.drop_notices(who).await;
    }
    let Some(known) = db.notices_of(who).await? else { return Ok(()) };
    let wishes = together(rest.iter());
    db.keep_notices(who, &StoredNotices { remind: wishes.remind, news: wishes.news, ..known }).await
}

/// Somebody has signed in in this browser. Their own device rings again under the new session; another person's is forgotten.
///
/// # Errors
/// The database is out of reach.
pub async fn signed_in(db: &Db, who: EmployeeId, device: &str, session: &str) -> Result<(), DbError> {
    match db.push_owner(device).await? {
        Some(owner) if owner == who => db.renew_device(who, device, session).await,
        Some(owner) => forget(db, owner, device).await,
        None => Ok(()),
    }
}

fn together<'a>(devices: impl Iterator<Item = &'a StoredDevice>) -> Wishes {
    devices.fold(Wishes::default(), |all, one| Wishes { remind: all.remind || one.remind, news: all.news || one.news })
}

/// Writes down what is wanted on any of the person's devices. A new wish begins now: what came before is no news.
async fn settle(db: &Db, who: EmployeeId, wishes: Wishes, now: DateTime<Utc>) -> Result<(), DbError> {
    let known = db.notices_of(who).await?;
    let had = known.as_ref().map_or(Wishes::default(), |known| Wishes { remind: known.remind, news: known.news });
    let mut next = known.unwrap_or_else(|| StoredNotices::new(who, now));
    if wishes.remind && !had.remind {
        next.since = now;
    }
    if wishes.news && !had.news {
        next.cursor = db.heads(&[Scope::Own(who)]).await?.first().map_or(0, |(_, head)| signed(*head));
    }
    db.keep_notices(who, &StoredNotices { remind: wishes.remind, news: wishes.news, ..next }).await
}

/// A place in a log as the database counts.
pub(super) fn signed(place: u64) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
