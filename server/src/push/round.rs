//! Once a minute: whoever is to be told something is told it. The rules say who and when (`shared::push`); here they are asked for
//! everybody who wants to be told, a page at a time.
//!
//! What is sent is settled in the database first, and only the node that has settled it sends. So nothing is sent twice, not after a
//! restart and not by two nodes; what is lost on its way is lost, and stands in the app.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::future::join_all;
use shared::absence::Absences;
use shared::ids::EmployeeId;
use shared::push::news::{Arrived, may_ring};
use shared::push::{Kind, Notice, remind};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;
use shared::zone::Zone;
use tracing::{info, warn};

use super::Push;
use super::address;
use super::devices::{forget, signed};
use super::send::Fate;
use crate::clock;
use crate::db::DbError;
use crate::db::push::{StoredDevice, StoredNotices};
use crate::office::Office;

/// Seconds between two rounds.
const ROUND_SECONDS: u64 = 60;
/// People in one page.
const PAGE_ROWS: usize = 100;
/// People who are told at the same time.
const AT_ONCE: usize = 16;
/// Every zone there is.
const ZONES: [Zone; 3] = [Zone::Wib, Zone::Wita, Zone::Wit];

/// What a round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Notices that push services have taken.
    pub sent: u32,
    /// Devices that are no more, and were forgotten.
    pub gone: u32,
    /// Notices that were not taken.
    pub lost: u32,
}

impl Told {
    fn add(&mut self, other: Self) {
        self.sent += other.sent;
        self.gone += other.gone;
        self.lost += other.lost;
    }
}

/// Somebody who wants to be told something, and where their log stands.
struct Asked {
    who: EmployeeId,
    row: StoredNotices,
    head: i64,
}

/// Goes round until the office closes.
pub async fn run(office: Office, push: Arc<Push>) {
    let mut next = tokio::time::interval(Duration::from_secs(ROUND_SECONDS));
    next.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = next.tick() => {}
            () = office.closing.cancelled() => return,
        }
        match round(&office, &push, clock::now()).await {
            Ok(told) if told == Told::default() => {}
            Ok(told) => info!(?told, "told devices"),
            Err(error) => warn!(%error, "nobody was told: the database"),
        }
    }
}

/// One round.
///
/// # Errors
/// The database is out of reach; what was settled before has been sent.
pub async fn round(office: &Office, push: &Push, now: DateTime<Utc>) -> Result<Told, DbError> {
    let (mut told, mut mark) = (Told::default(), None::<String>);
    loop {
        let page = office.db.notices(mark.as_deref(), PAGE_ROWS).await?;
        let asked = pressing(office, page.rows, now).await?;
        let rows = look(office, &asked).await?;
        let mut due = Vec::new();
        for one in &asked {
            due.extend(kinds(office, one, &rows, now).await?.into_iter().map(|kind| (one.who, kind)));
        }
        for some in due.chunks(AT_ONCE) {
            for done in join_all(some.iter().map(|(who, kind)| tell(office, push, *who, *kind, now))).await {
                told.add(done?);
            }
        }
        mark = page.next;
        if mark.is_none() {
            return Ok(told);
        }
    }
}

/// Those of a page for whom there may be something to do: it is the hour somewhere, or their log has moved.
async fn pressing(office: &Office, page: Vec<StoredNotices>, now: DateTime<Utc>) -> Result<Vec<Asked>, DbError> {
    let people: Vec<(EmployeeId, StoredNotices)> =
        page.into_iter().filter_map(|row| Some((row.who.parse().ok()?, row))).collect();
    let scopes: Vec<Scope> = people.iter().map(|(who, _)| Scope::Own(*who)).collect();
    let heads: BTreeMap<Scope, u64> = office.db.heads(&scopes).await?.into_iter().collect();
    let mut asked = Vec::new();
    for (who, row) in people {
        let head = heads.get(&Scope::Own(who)).map_or(0, |head| signed(*head));
        let hour = ZONES.iter().any(|zone| remind::due(now, *zone, row.settled(), row.since).is_some());
        if row.remind && hour || row.news && row.cursor != head {
            asked.push(Asked { who, row, head });
        }
    }
    Ok(asked)
}

/// The people, their days away and their units.
async fn look(office: &Office, asked: &[Asked]) -> Result<Rows, DbError> {
    let keys: Vec<Key> = asked.iter().flat_map(|one| [Key::from(one.who), Key::from(Absences::of(one.who))]).collect();
    let mut rows = office.db.rows(&keys).await?;
    let units = rows.iter().filter_map(|row| if let Row::Employee(person) = row { Some(person.unit) } else { None });
    let mut units: Vec<_> = units.collect();
    units.sort_unstable();
    units.dedup();
    rows.extend(office.db.rows(&units.into_iter().map(Key::from).collect::<Vec<_>>()).await?);
    Ok(rows.into_iter().collect())
}

/// What this person is to be told now. It is settled here that nobody else tells them the same.
async fn kinds(office: &Office, one: &Asked, rows: &Rows, now: DateTime<Utc>) -> Result<Vec<Kind>, DbError> {
    let unit = rows.employee(one.who).and_then(|person| rows.unit(person.unit));
    let Some(zone) = unit.map(|unit| unit.zone) else { return Ok(Vec::new()) };
    let mut kinds = Vec::new();
    if one.row.remind && is_to_be_reminded(office, one, rows, zone, now).await? {
        kinds.push(Kind::Remind);
    }
    if one.row.news && one.row.cursor != one.head && has_news(office, one, zone, now).await? {
        kinds.push(Kind::News);
    }
    Ok(kinds)
}

async fn is_to_be_reminded(
    office: &Office,
    one: &Asked,
    rows: &Rows,
    zone: Zone,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let Some(day) = remind::due(now, zone, one.row.settled(), one.row.since) else { return Ok(false) };
    let has_entry = office.db.has_entry(one.who, day).await?;
    let missed = remind::is_missed(day, rows.absences(Absences::of(one.who)), has_entry);
    Ok(office.db.settle_reminder(one.who, day).await? && missed)
}

async fn has_news(office: &Office, one: &Asked, zone: Zone, now: DateTime<Utc>) -> Result<bool, DbError> {
    let scope = Scope::Own(one.who);
    let on_line = office.bell.wanted().binary_search(&scope).is_ok();
    let there = if on_line { Some(now) } else { one.row.there };
    if !may_ring(now, zone, one.row.told, there) {
        return Ok(false);
    }
    let mut arrived = Arrived::new(one.who, there);
    let mut cursor = one.row.cursor;
    while cursor < one.head {
        let news = office.db.news(scope, u64::try_from(cursor).unwrap_or(0), &[]).await?;
        news.changes.iter().for_each(|change| arrived.hear(&change.op, change.at));
        // A log that no longer reaches back so far begins later; one that has nothing left is at its head.
        cursor = news.changes.last().map_or(one.head, |change| signed(change.seq));
    }
    let any = arrived.any();
    // A cursor beyond the head comes from before a restore: it goes back without a word.
    let moved = office.db.settle_news(one.who, (one.row.cursor, cursor.min(one.head)), any.then_some(now)).await?;
    Ok(moved && any)
}

/// Tells all devices of a person that want to hear it, and whose session still runs.
async fn tell(office: &Office, push: &Push, who: EmployeeId, kind: Kind, now: DateTime<Utc>) -> Result<Told, DbError> {
    let mut told = Told::default();
    for device in office.db.push_devices(who).await?.iter().filter(|device| device.wants(kind)) {
        match deliver(office, push, who, device, kind, now).await? {
            Some(Fate::Sent) => told.sent += 1,
            Some(Fate::Lost) => told.lost += 1,
            Some(Fate::Gone) => {
                forget(&office.db, who, &device.name).await?;
                told.gone += 1;
            }
            None => {}
        }
    }
    Ok(told)
}

/// Tells one device; nothing when nobody is signed in there, or its service is no longer spoken to.
async fn deliver(
    office: &Office,
    push: &Push,
    who: EmployeeId,
    device: &StoredDevice,
    kind: Kind,
    now: DateTime<Utc>,
) -> Result<Option<Fate>, DbError> {
    let session = office.db.session(&device.session).await?;
    if !session.is_some_and(|session| session.until > now && session.employee == who.to_string()) {
        return Ok(None);
    }
    let Ok(to) = address::read(&device.endpoint, &device.p256dh, &device.auth, push.hosts()) else { return Ok(None) };
    Ok(Some(push.send(&to, &Notice::new(kind, device.speaks())).await))
}
