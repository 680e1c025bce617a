//! What every store must be able to do, as a function that tries it. It wants a fresh and empty store.
//!
//! The simulator's store, SurrealDB in memory, on disk and remote all go through the same door.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Batch, Look, Record, Seen, Step, Store, Stretch, Trouble};
use crate::actor::Actor;
use crate::change::{Change, Op};
use crate::ids::{CommandId, DeviceId, UnitId};
use crate::row::{Key, Row};
use crate::scope::Scope;
use crate::sync::checksum;
use crate::sync::wire::Verdict;
use crate::unit::Unit;
use crate::zone::Zone;

const HERE: Scope = Scope::Unit(UnitId(Uuid::from_u128(0xC0)));
const THERE: Scope = Scope::Unit(UnitId(Uuid::from_u128(0xC1)));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xD0));

/// Tries everything; the first thing that is not so is told in words.
///
/// # Errors
/// What the store does not do.
pub async fn prove<S: Store>(store: &S, payload: S::Payload) -> Result<(), String> {
    let trial = Trial { store, payload };
    trial.nothing_is_there().await?;
    trial.a_commit_is_seen_whole().await?;
    trial.heads_have_no_gap().await?;
    trial.a_row_that_moved_is_a_conflict().await?;
    trial.a_command_is_there_once().await?;
    trial.a_device_steps_from_where_it_stands().await?;
    trial.a_conflict_leaves_nothing().await?;
    trial.pages_hold_every_row_once().await?;
    trial.a_dropped_row_leaves_a_tombstone().await?;
    trial.a_floor_takes_changes_away().await
}

struct Trial<'a, S: Store> {
    store: &'a S,
    payload: S::Payload,
}

fn ensure(so: bool, what: &str) -> Result<(), String> {
    if so { Ok(()) } else { Err(what.to_owned()) }
}

fn unit(number: u128, rev: u32) -> Unit {
    let name = format!("Unit {number}");
    let (kind, acting) = Default::default();
    Unit { id: UnitId(Uuid::from_u128(number)), name, parent: None, head: None, zone: Zone::Wib, kind, acting, rev }
}

fn key(number: u128) -> Key {
    Key::from(UnitId(Uuid::from_u128(number)))
}

fn put(number: u128, rev: u32, scopes: &[Scope]) -> Change {
    Change::put(Row::Unit(unit(number, rev)), scopes.iter().copied())
}

impl<S: Store> Trial<'_, S> {
    async fn look(&self, look: Look) -> Result<Seen, String> {
        self.store.look(&look).await.map_err(|error| format!("a look failed: {error:?}"))
    }

    async fn heads(&self) -> Result<[super::Head; 2], String> {
        let seen = self.look(Look { heads: vec![HERE, THERE], ..Look::default() }).await?;
        Ok([HERE, THERE].map(|scope| seen.heads.get(&scope).copied().unwrap_or_default()))
    }

    async fn batch(&self) -> Result<Batch<S::Payload>, String> {
        Ok(Batch::new(self.look(Look::default()).await?.epoch, DateTime::<Utc>::UNIX_EPOCH))
    }

    async fn commit(&self, batch: Batch<S::Payload>) -> Result<Vec<(Scope, u64)>, String> {
        self.store.commit(batch).await.map_err(|trouble| match trouble {
            Trouble::Conflict => "a commit met a conflict that was none".to_owned(),
            Trouble::Store(error) => format!("a commit failed: {error:?}"),
        })
    }

    async fn conflicts(&self, batch: Batch<S::Payload>, what: &str) -> Result<(), String> {
        ensure(matches!(self.store.commit(batch).await, Err(Trouble::Conflict)), what)
    }

    fn record(&self, number: u128) -> Record<S::Payload> {
        let (actor, payload) = (Actor::Operator, self.payload.clone());
        let verdict = Verdict::Accepted;
        Record { id: CommandId(Uuid::from_u128(number)), actor, device: DEVICE, seq: 1, payload, verdict }
    }

    async fn nothing_is_there(&self) -> Result<(), String> {
        let id = CommandId(Uuid::from_u128(1));
        let log = vec![Stretch { scope: HERE, after: 0, upto: 9, changes_max: 9 }];
        let look = Look {
            rows: vec![key(1)],
            commands: vec![id],
            device: Some(DEVICE),
            heads: vec![HERE],
            log,
            live: Some((HERE, None, 9)),
        };
        let seen = self.look(look).await?;
        let empty = seen.rows.is_empty() && seen.commands.is_empty() && seen.last == 0 && seen.live.is_empty();
        ensure(empty && seen.log.iter().all(Vec::is_empty), "an empty store is empty")?;
        ensure(self.heads().await?[0].seq == 0, "a scope that nobody has written to stands at 0")
    }

    async fn a_commit_is_seen_whole(&self) -> Result<(), String> {
        let mut batch = self.batch().await?;
        batch.record = Some(self.record(1));
        batch.step = Some(Step { device: DEVICE, from: 0, to: 1 });
        batch.changes = vec![put(1, 1, &[HERE, THERE]), put(2, 1, &[HERE])];
        let mut heads = self.commit(batch).await?;
        heads.sort_unstable();
        ensure(heads == [(HERE, 2), (THERE, 1)], "a commit tells the new heads")?;
        let id = CommandId(Uuid::from_u128(1));
        let log = vec![Stretch { scope: HERE, after: 0, upto: 9, changes_max: 9 }];
        let look = Look {
            rows: vec![key(1), key(2), key(3)],
            commands: vec![id],
            device: Some(DEVICE),
            heads: vec![HERE],
            log,
            live: Some((THERE, None, 9)),
        };
        let seen = self.look(look).await?;
        ensure(seen.rows.len() == 2 && seen.rows.has(&key(1)), "rows are there after a commit")?;
        ensure(seen.last == 1, "the device has moved")?;
        ensure(seen.commands.get(&id).is_some_and(|known| known.verdict == Verdict::Accepted), "the verdict is there")?;
        let places: Vec<u64> = seen.log.iter().flatten().map(|logged| logged.seq).collect();
        ensure(places == [1, 2], "the log begins at 1")?;
        ensure(seen.live.len() == 1 && seen.next.is_none(), "rows stand in their scopes")
    }

    async fn heads_have_no_gap(&self) -> Result<(), String> {
        for round in 2..7 {
            let mut batch = self.batch().await?;
            batch.reads = vec![(key(1), round - 1)];
            batch.changes = vec![put(1, round, &[HERE])];
            self.commit(batch).await?;
        }
        let log = vec![Stretch { scope: HERE, after: 3, upto: 6, changes_max: 2 }];
        let seen = self.look(Look { log, ..Look::default() }).await?;
        let places: Vec<u64> = seen.log.iter().flatten().map(|logged| logged.seq).collect();
        ensure(places == [4, 5], "a part of a log: after a place, the oldest first, at most so many")?;
        let [here, there] = self.heads().await?;
        ensure(here.seq == 7 && there.seq == 1, "each change counts the head up by one, in its own scope")?;
        let expected = checksum::of(&key(1), 6).wrapping_add(checksum::of(&key(2), 1));
        ensure(here.sum.is_none_or(|sum| sum == expected), "the sum is that of the current rows")
    }

    async fn a_row_that_moved_is_a_conflict(&self) -> Result<(), String> {
        let mut stale = self.batch().await?;
        stale.reads = vec![(key(1), 5)];
        stale.changes = vec![put(1, 6, &[HERE])];
        self.conflicts(stale, "a row of another revision than was seen is a conflict").await?;
        let mut blind = self.batch().await?;
        blind.reads = vec![(key(2), 0)];
        self.conflicts(blind, "a row that was not there and now is, is a conflict").await?;
        let mut gone = self.batch().await?;
        gone.reads = vec![(key(9), 1)];
        self.conflicts(gone, "a row that was there and now is not, is a conflict").await
    }

    async fn a_command_is_there_once(&self) -> Result<(), String> {
        let mut again = self.batch().await?;
        again.record = Some(self.record(1));
        again.changes = vec![put(1, 9, &[HERE])];
        self.conflicts(again, "the same command a second time is a conflict").await
    }

    async fn a_device_steps_from_where_it_stands(&self) -> Result<(), String> {
        let mut wrong = self.batch().await?;
        wrong.step = Some(Step { device: DEVICE, from: 0, to: 1 });
        self.conflicts(wrong, "a device that stands elsewhere is a conflict").await?;
        let mut right = self.batch().await?;
        right.step = Some(Step { device: DEVICE, from: 1, to: 2 });
        self.commit(right).await.map(drop)?;
        let seen = self.look(Look { device: Some(DEVICE), ..Look::default() }).await?;
        ensure(seen.last == 2, "a step alone is a commit, too")?;
        let mut other = self.batch().await?;
        other.epoch = crate::sync::talk::Epoch(other.epoch.0 ^ 1);
        self.conflicts(other, "another epoch is a conflict").await
    }

    async fn a_conflict_leaves_nothing(&self) -> Result<(), String> {
        let [here, there] = self.heads().await?;
        ensure(here.seq == 7 && there.seq == 1, "a conflict moves no head")?;
        let seen = self.look(Look { rows: vec![key(1)], device: Some(DEVICE), ..Look::default() }).await?;
        ensure(seen.rows.get(&key(1)).is_some_and(|row| row.rev() == 6), "a conflict writes no row")
    }

    async fn pages_hold_every_row_once(&self) -> Result<(), String> {
        let mut rows = Vec::new();
        let mut mark = None;
        for page in 0..2 {
            let seen = self.look(Look { live: Some((HERE, mark, 1)), ..Look::default() }).await?;
            ensure(seen.live.len() == 1, "a page holds as many rows as were asked for")?;
            ensure(seen.next.is_some() == (page == 0), "a page tells whether there is another")?;
            rows.extend(seen.live);
            mark = seen.next;
        }
        let mut found: Vec<(Option<Key>, u32)> = rows.iter().map(|row| (row.key(), row.rev())).collect();
        found.sort();
        ensure(found == [(Some(key(1)), 6), (Some(key(2)), 1)], "all pages together hold every current row once")
    }

    async fn a_dropped_row_leaves_a_tombstone(&self) -> Result<(), String> {
        let mut batch = self.batch().await?;
        batch.reads = vec![(key(2), 1)];
        batch.before = self.look(Look { rows: vec![key(2)], ..Look::default() }).await?.rows;
        batch.changes = vec![Change { op: Op::Drop { key: key(2) }, scopes: vec![HERE] }];
        self.commit(batch).await?;
        let log = vec![Stretch { scope: HERE, after: 7, upto: 8, changes_max: 9 }];
        let live = Some((HERE, None, 9));
        let seen = self.look(Look { rows: vec![key(2)], heads: vec![HERE], log, live, ..Look::default() }).await?;
        ensure(seen.rows.is_empty() && seen.live.len() == 1, "a dropped row is gone")?;
        let told =
            seen.log.iter().flatten().any(|logged| matches!(&logged.op, Op::Drop { key: gone } if *gone == key(2)));
        ensure(told, "the log tells of it")?;
        let sum = seen.heads.get(&HERE).and_then(|head| head.sum);
        ensure(sum.is_none_or(|sum| sum == checksum::of(&key(1), 6)), "the sum follows")
    }

    async fn a_floor_takes_changes_away(&self) -> Result<(), String> {
        let mut batch = self.batch().await?;
        batch.floors = vec![(HERE, 5)];
        self.commit(batch).await?;
        let log = vec![Stretch { scope: HERE, after: 0, upto: 8, changes_max: 9 }];
        let seen = self.look(Look { log, heads: vec![HERE], ..Look::default() }).await?;
        let places: Vec<u64> = seen.log.iter().flatten().map(|logged| logged.seq).collect();
        ensure(places == [6, 7, 8], "changes up to the floor are gone, the others stay")?;
        let head = seen.heads.get(&HERE).copied().unwrap_or_default();
        ensure(head.floor == 5 && head.seq == 8, "the floor is told and the head stays")
    }
}
