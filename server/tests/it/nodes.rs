//! Two nodes on one database server: they share nothing else, and an open board on one shows what the other has accepted.

use std::time::{Duration, Instant};

use axum::body::Body;
use futures::StreamExt;
use shared::ids::EntryId;
use shared::row::{Key, Row};
use shared::scope::Scope;
use teladan_server::assets::Assets;
use teladan_server::db::Db;
use teladan_server::office::Office;
use teladan_server::watch;

use crate::database::TestDatabase;
use crate::doors::{HEAD_NIP, House, get};
use crate::support::{Small, accepted, new_id};

/// Less than a line's own look without a ring, so that only the watch can have told it. What is promised is 1.5 s; the time it took is
/// printed, because a loaded machine is no fault.
const HEARD_WITHIN: Duration = Duration::from_secs(10);

/// The second node on the same database.
async fn other_node(database: &TestDatabase) -> Office {
    let office = Office::new(Db::open(&database.url, "test").await.unwrap(), Assets::default());
    tokio::spawn(watch::run(office.clone()));
    office
}

/// Reads a live line until an event of this name comes.
async fn event(line: &mut (impl futures::Stream<Item = Result<axum::body::Bytes, axum::Error>> + Unpin), name: &str) {
    let wanted = format!("event: {name}\n");
    loop {
        let piece = line.next().await.unwrap().unwrap();
        if String::from_utf8_lossy(&piece).contains(&wanted) {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_board_on_one_node_shows_what_another_accepted() {
    let database = TestDatabase::start().await;
    let small = Small::on(&database.url).await;
    let elsewhere = House::over(Small { office: other_node(&database).await, ..small.clone() }).await;
    let cookie = elsewhere.signed_in(HEAD_NIP).await;
    let board = Scope::Unit(small.unit);
    let head = small.office.db.heads(&[board]).await.unwrap()[0].1;
    let line = elsewhere.response(get(&format!("/api/live?unit={}&after={head}", small.unit), &cookie)).await;
    let mut line = Body::into_data_stream(line.into_body());
    event(&mut line, "head").await;

    let mut slowest = Duration::ZERO;
    for _ in 0..5 {
        accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 1)).await;
        let start = Instant::now();
        tokio::time::timeout(HEARD_WITHIN, event(&mut line, "change")).await.unwrap();
        slowest = slowest.max(start.elapsed());
        // The entry's own change and the plan's: let both pass before the next one.
        tokio::time::timeout(HEARD_WITHIN, event(&mut line, "change")).await.ok();
    }
    println!("slowest of 5: {slowest:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_on_two_nodes_leave_no_gap_and_lose_nothing() {
    let database = TestDatabase::start().await;
    let small = Small::on(&database.url).await;
    let nodes = [small.office.clone(), other_node(&database).await];
    let before = small.office.db.heads(&[Scope::Own(small.staff)]).await.unwrap()[0].1;
    let writers = (0..16).map(|number| {
        let small = Small { office: nodes[number % 2].clone(), ..small.clone() };
        tokio::spawn(async move { accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 1)).await })
    });
    for writer in futures::future::join_all(writers).await {
        writer.unwrap();
    }
    let news = nodes[1].db.news(Scope::Own(small.staff), before, &[]).await.unwrap();
    let seqs: Vec<u64> = news.changes.iter().map(|change| change.seq).collect();
    assert_eq!(seqs, (before + 1..=before + 32).collect::<Vec<_>>());
    let Some(Row::Plan(plan)) = nodes[1].db.row(Key::from(small.plan)).await.unwrap() else { panic!("no plan") };
    assert_eq!(plan.done.to_string(), "16");
}
