//! `cargo xtask bench writers`: how many commands a second one scope takes, from one writer to two hundred, on a real disk.
//!
//! Twice: against the database alone, where whoever loses a race looks again and tries again; and through the one writer, where
//! the writers of one process take turns first. Times are printed and gate nothing.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark that cannot go on should stop")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use shared::ids::EntryId;
use shared::scope::Scope;
use shared::sync::office::{Arrived, Batch, Look, Office as Core, Order, Seen, Store, Trouble};
use support::{Small, new_id, order};
use teladan_server::db::{Db, DbError};
use teladan_server::{clock, command};

#[expect(dead_code, reason = "the tests need more of it")]
#[path = "../tests/it/support.rs"]
mod support;

const WRITERS: [usize; 5] = [1, 8, 32, 64, 200];
const COMMITS: usize = 400;

/// The database, with its lost races counted.
struct Counting {
    db: Db,
    lost: AtomicU64,
}

impl Store for Counting {
    type Payload = Value;
    type Error = DbError;

    async fn look(&self, look: &Look) -> Result<Seen, DbError> {
        self.db.look(look).await
    }

    async fn commit(&self, batch: Batch<Value>) -> Result<Vec<(Scope, u64)>, Trouble<DbError>> {
        self.db.commit(batch).await
    }

    async fn pause(&self, tries: u32) {
        self.lost.fetch_add(1, Ordering::Relaxed);
        self.db.pause(tries).await;
    }
}

#[tokio::main]
async fn main() {
    let folder = std::env::temp_dir().join(format!("teladan-writers-{}", new_id()));
    let small = Arc::new(Small::on(&format!("rocksdb://{}?sync=every", folder.display())).await);
    let store = Arc::new(Counting { db: small.office.db.clone(), lost: AtomicU64::new(0) });
    println!(
        "{:>26} {:>8} {:>10} {:>9} {:>9} {:>12} {:>9}",
        "", "writers", "commits/s", "p50 ms", "p99 ms", "lost/commit", "gave up"
    );
    for alone in [true, false] {
        let mut first = None;
        for writers in WRITERS {
            store.lost.store(0, Ordering::Relaxed);
            let start = Instant::now();
            let mut took = race(&small, &store, writers, alone).await;
            let rate = COMMITS as f64 / start.elapsed().as_secs_f64();
            took.sort_unstable();
            let quantile = |part: usize| took.get(took.len() * part / 100).map_or(0.0, |t| t.as_secs_f64() * 1e3);
            let lost = store.lost.load(Ordering::Relaxed) as f64 / COMMITS as f64;
            let name = if alone { "database alone" } else { "through the one writer" };
            let ratio = rate / *first.get_or_insert(rate);
            println!(
                "{name:>26} {writers:>8} {rate:>10.0} {:>9.1} {:>9.1} {lost:>12.2} {:>9} ({ratio:.2}x of one)",
                quantile(50),
                quantile(99),
                COMMITS - took.len()
            );
        }
    }
    std::fs::remove_dir_all(folder).ok();
}

/// All commits by so many writers; how long each took that was decided.
async fn race(small: &Arc<Small>, store: &Arc<Counting>, writers: usize, alone: bool) -> Vec<Duration> {
    let tasks = (0..writers).map(|writer| {
        let (small, store) = (small.clone(), store.clone());
        tokio::spawn(async move {
            let mut took = Vec::new();
            for _ in 0..(COMMITS + writers - 1 - writer) / writers {
                let start = Instant::now();
                if one(&small, &store, alone).await {
                    took.push(start.elapsed());
                }
            }
            took
        })
    });
    futures::future::join_all(tasks).await.into_iter().flat_map(Result::unwrap).collect()
}

/// One entry of the one member of staff. False when too many others wrote at once, which a phone would try again.
async fn one(small: &Small, store: &Counting, alone: bool) -> bool {
    let command = order(1, small.entry(EntryId(new_id()), 1));
    if !alone {
        return command::run(&small.office, small.as_staff(), &command).await.is_ok();
    }
    let payload = serde_json::to_value(&command).unwrap();
    let (id, device, seq) = (command.id, command.device, command.seq);
    let arrived = Arrived { id, device, seq, command: Some(command), payload };
    Core::new(store).take(small.as_staff(), &arrived, Order::Free, None, clock::now()).await.is_ok()
}
