//! Sums counted anew, rows found where they stand, and tables gone through page by page.

use chrono::TimeDelta;
use shared::change::{Change, Op};
use shared::entry::{Entry, Review};
use shared::ids::{EmployeeId, EntryId, UnitId};
use shared::quantity::Quantity;
use shared::row::Row;
use shared::sync::office::{Batch, Look, Step, Store};
use shared::unit::{Unit, UnitKind};
use shared::zone::Zone;
use uuid::Uuid;

use super::*;
use crate::clock;
use crate::db::probes::engines;
use crate::tend::{Sums, once};

const A: Scope = Scope::Unit(UnitId(Uuid::from_u128(0xA)));
const B: Scope = Scope::Unit(UnitId(Uuid::from_u128(0xB)));

async fn memory() -> Db {
    Db::open("mem://", "tend").await.unwrap()
}

fn unit(number: u128, rev: u32) -> Row {
    let name = format!("Unit {number}");
    Row::Unit(Unit {
        id: UnitId(Uuid::from_u128(number)),
        name,
        parent: None,
        head: None,
        zone: Zone::Wib,
        kind: UnitKind::default(),
        acting: Vec::new(),
        rev,
    })
}

fn entry(work_date: &str, rev: u32) -> Row {
    Row::Entry(Entry {
        id: EntryId(Uuid::from_u128(0xE)),
        owner: EmployeeId(Uuid::from_u128(0xF)),
        plan: None,
        text: "Melayani loket.".to_owned(),
        quantity: Quantity::ZERO,
        work_date: work_date.parse().unwrap(),
        photos: Vec::new(),
        more: Default::default(),
        claimed_at: clock::now(),
        received_at: None,
        first_received_at: None,
        seen_at: None,
        review: Review::Open,
        merged: Vec::new(),
        asides: Vec::new(),
        unit: None,
        late_days: None,
        answer_seconds: None,
        flag: None,
        asks: false,
        version: 1,
        rev,
    })
}

/// Commits changes as the core does: rows are looked at first.
async fn commit(db: &Db, changes: Vec<Change>) {
    let rows: Vec<Key> = changes.iter().filter_map(|change| change.op.key()).collect();
    let seen = db.see(&Look { rows: rows.clone(), ..Look::default() }).await.unwrap();
    let mut batch = Batch::new(seen.epoch, clock::now());
    batch.reads = rows.into_iter().map(|key| (key.clone(), seen.rows.get(&key).map_or(0, Row::rev))).collect();
    batch.before = seen.rows;
    batch.changes = changes;
    db.commit(batch).await.unwrap();
}

async fn put(db: &Db, row: Row, scopes: &[Scope]) {
    commit(db, vec![Change::put(row, scopes.iter().copied())]).await;
}

/// The kept sum and the rows of a scope.
async fn standing(db: &Db, scope: Scope) -> (Option<u32>, Vec<Row>) {
    let look = Look { heads: vec![scope], live: Some((scope, None, 99)), ..Look::default() };
    let seen = db.see(&look).await.unwrap();
    (seen.heads[&scope].sum, seen.live)
}

fn sum(rows: &[Row]) -> u32 {
    rows.iter().filter_map(checksum::of_row).fold(0, u32::wrapping_add)
}

#[tokio::test]
async fn an_entry_whose_day_changed_elsewhere_stands_once_when_its_owner_comes_back() {
    let db = memory().await;
    put(&db, entry("2026-07-10", 1), &[A]).await;
    put(&db, entry("2026-07-08", 2), &[B]).await;
    let left = standing(&db, A).await;
    assert_eq!(left.0, Some(sum(&left.1)), "who is left behind keeps what was there");
    put(&db, entry("2026-07-08", 3), &[A, B]).await;
    for scope in [A, B] {
        let (kept, rows) = standing(&db, scope).await;
        assert_eq!(rows.iter().map(Row::rev).collect::<Vec<_>>(), [3], "{scope}");
        assert_eq!(kept, Some(sum(&rows)), "{scope}");
        assert!(db.count(scope).await.unwrap().agrees(), "{scope}");
    }
    put(&db, entry("2026-07-10", 4), &[A]).await;
    commit(&db, vec![Change { op: Op::Drop { key: entry("2026-07-10", 4).key().unwrap() }, scopes: vec![A, B] }]).await;
    for scope in [A, B] {
        assert_eq!(standing(&db, scope).await, (Some(0), Vec::new()), "a dropped row is gone wherever it stood");
    }
}

#[tokio::test]
async fn a_head_from_before_there_were_sums_gets_one_and_keeps_it() {
    let db = memory().await;
    for number in 1..=3 {
        put(&db, unit(number, 1), &[A]).await;
    }
    db.run("UPDATE head SET sum = NONE; UPDATE live SET sum = NONE", Default::default()).await.unwrap();
    put(&db, unit(2, 2), &[A]).await;
    assert_eq!(standing(&db, A).await.0, None, "it is not known, so it is not guessed");
    let done = once(&db, Sums::Sample(0), clock::now()).await.unwrap();
    assert_eq!((done.summed, done.drifted), (1, 0));
    put(&db, unit(1, 2), &[A]).await;
    let (kept, rows) = standing(&db, A).await;
    assert_eq!(kept, Some(sum(&rows)), "later commits follow it");
}

#[tokio::test]
async fn a_wrong_sum_is_told_and_mended_only_by_order() {
    let db = memory().await;
    put(&db, unit(1, 1), &[A]).await;
    db.run("UPDATE head SET sum = 5", Default::default()).await.unwrap();
    let told = once(&db, Sums::All, clock::now()).await.unwrap();
    assert_eq!((told.drifted, told.mended), (1, 0));
    assert_eq!(standing(&db, A).await.0, Some(5), "left as it is, so that somebody can look");
    let mended = once(&db, Sums::Mend, clock::now()).await.unwrap();
    assert_eq!((mended.drifted, mended.mended), (1, 1));
    let (kept, rows) = standing(&db, A).await;
    assert_eq!(kept, Some(sum(&rows)));
}

#[tokio::test]
async fn a_row_that_stands_twice_is_found_and_the_older_one_goes_by_order() {
    let db = memory().await;
    put(&db, entry("2026-07-10", 2), &[A]).await;
    let twice = "LET $row = (SELECT VALUE row FROM live)[0]; LET $was = (SELECT VALUE id FROM live)[0];
        CREATE type::record('live', [$was.id()[0], 'entry', '2026-07-01', $was.id()[3]]) SET row = $row, sum = 7;
        UPDATE type::record('live', [$was.id()[0], 'entry', '2026-07-01', $was.id()[3]]) SET row.entry.rev = 1;";
    db.run(twice, Default::default()).await.unwrap();
    assert_eq!(standing(&db, A).await.1.len(), 2);
    assert_eq!(once(&db, Sums::All, clock::now()).await.unwrap().drifted, 1);
    once(&db, Sums::Mend, clock::now()).await.unwrap();
    let (kept, rows) = standing(&db, A).await;
    assert_eq!((rows.iter().map(Row::rev).collect::<Vec<_>>(), kept), (vec![2], Some(sum(&rows))));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scope_is_on_one_page_whatever_the_engine() {
    for engine in engines().await {
        let db = &engine.db;
        let scopes: Vec<Scope> = (1..=7).map(|number| Scope::Unit(UnitId(Uuid::from_u128(number)))).collect();
        for (scope, number) in scopes.iter().zip(1..) {
            put(db, unit(number, 1), &[*scope]).await;
        }
        let (mut found, mut mark, mut pages) = (Vec::new(), None, 0);
        loop {
            let page = db.standings(mark.as_deref(), 3).await.unwrap();
            found.extend(page.rows.iter().map(|row| (row.scope, row.head, row.floor, row.summed)));
            pages += 1;
            mark = page.next;
            if mark.is_none() {
                break;
            }
        }
        let expected: Vec<_> = scopes.iter().map(|scope| (*scope, 1, 0, true)).collect();
        assert_eq!((found, pages), (expected, 3), "{}", engine.name);
        assert!(db.change_time(scopes[0], 1).await.unwrap().is_some(), "{}", engine.name);
        assert_eq!(db.change_time(scopes[0], 2).await.unwrap(), None, "{}", engine.name);
    }
}

#[tokio::test]
async fn sessions_that_have_ended_and_devices_long_silent_are_forgotten() {
    let (db, now) = (memory().await, clock::now());
    let employee = EmployeeId(Uuid::from_u128(1));
    for (hash, days) in [("ended", -1), ("open", 1)] {
        db.open_session(hash, employee, now + TimeDelta::days(days)).await.unwrap();
    }
    for (number, days) in [(1, 366), (2, 364)] {
        let epoch = db.see(&Look::default()).await.unwrap().epoch;
        let mut batch = Batch::new(epoch, now - TimeDelta::days(days));
        batch.step = Some(Step { device: shared::ids::DeviceId(Uuid::from_u128(number)), from: 0, to: 1 });
        db.commit(batch).await.unwrap();
    }
    let done = once(&db, Sums::Sample(0), now).await.unwrap();
    assert_eq!((done.sessions, done.devices), (1, 1));
    assert!(db.session("ended").await.unwrap().is_none() && db.session("open").await.unwrap().is_some());
    let last = async |number| {
        let device = Some(shared::ids::DeviceId(Uuid::from_u128(number)));
        db.see(&Look { device, ..Look::default() }).await.unwrap().last
    };
    assert_eq!((last(1).await, last(2).await), (0, 1));
}
