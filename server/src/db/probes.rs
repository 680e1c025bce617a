//! What we take SurrealDB at its word for, asked of each engine that we run on: embedded in memory, embedded on disk, and a server
//! reached over `ws://`. When one of these fails after an upgrade, the log's promises fall with it (`docs/adr/0008-optimistic-commit.md`).

use surrealdb::Surreal;
use surrealdb::engine::any::Any;
use surrealdb::method::Transaction;

use super::{Db, DbError};
use database::TestDatabase;

mod changefeed;

#[path = "../../tests/it/database.rs"]
mod database;

/// A database of each kind, and what keeps it alive.
pub(super) struct Engine {
    pub(super) name: &'static str,
    pub(super) db: Db,
    /// The same database as another node would reach it, where another node can.
    other: Option<Db>,
    _server: Option<TestDatabase>,
}

pub(super) async fn engines() -> Vec<Engine> {
    let folder = std::env::temp_dir().join(format!("teladan-probe-{}", uuid::Uuid::new_v4()));
    let disk = format!("rocksdb://{}?sync=every", folder.display());
    let server = TestDatabase::start().await;
    let open = async |url: &str| Db::open(url, "probe").await.unwrap();
    vec![
        Engine { name: "memory", db: open("mem://").await, other: None, _server: None },
        Engine { name: "disk", db: open(&disk).await, other: None, _server: None },
        Engine {
            name: "server",
            db: open(&server.url).await,
            other: Some(open(&server.url).await),
            _server: Some(server),
        },
    ]
}

impl Engine {
    /// A transaction that stays open between questions, in a session of its own.
    async fn begin(&self) -> Transaction<Any> {
        let session: Surreal<Any> = self.db.handle.as_ref().clone();
        session.begin().await.unwrap()
    }

    async fn head(&self) -> i64 {
        let found = self.db.run("SELECT VALUE seq FROM head:probe", Default::default()).await;
        found.unwrap().take::<Vec<i64>>(0).unwrap().first().copied().unwrap_or(0)
    }
}

/// Runs a statement inside; its own error counts as an answer.
async fn ask(transaction: &Transaction<Any>, statement: &str) -> Result<(), surrealdb::Error> {
    let mut results = transaction.query(statement).await?;
    results.take_errors().into_values().next().map_or(Ok(()), Err)
}

/// P1.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_transactions_that_count_one_head_up_exactly_one_commits() {
    const COUNT: &str = "UPSERT head:probe SET seq = (seq ?? 0) + 1";
    for engine in engines().await {
        let (one, other) = (engine.begin().await, engine.begin().await);
        let asked = [ask(&one, COUNT).await, ask(&other, COUNT).await];
        let ended = [one.commit().await.map(drop), other.commit().await.map(drop)];
        // An engine may say it at the statement or at the commit; either way the type says it.
        let told = asked.into_iter().zip(ended).map(|(asked, ended)| asked.and(ended)).collect::<Vec<_>>();
        let lost: Vec<_> = told.iter().filter_map(|told| told.as_ref().err()).collect();
        assert_eq!(lost.len(), 1, "{}: {told:?}", engine.name);
        assert!(lost[0].to_string().contains("conflict"), "{}: {:?}", engine.name, lost[0]);
        assert_eq!(engine.head().await, 1, "{}", engine.name);
    }
}

/// P4. Known quirk of 3.3.5: only a batch tells a conflict by its type. A transaction of several questions, as above, tells it by an
/// internal error with the same words; so a command is one batch.
#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_lost_is_told_so_by_type() {
    const SLOW: &str = "BEGIN; UPSERT head:probe SET seq = (seq ?? 0) + 1; SLEEP 400ms; COMMIT;";
    for engine in engines().await {
        let other = engine.other.as_ref().unwrap_or(&engine.db);
        let (one, other) = tokio::join!(engine.db.run(SLOW, Default::default()), other.run(SLOW, Default::default()));
        let ended = [one.map(drop), other.map(drop)];
        assert!(ended.iter().any(Result::is_ok), "{}: {ended:?}", engine.name);
        assert!(ended.iter().any(|end| matches!(end, Err(DbError::Conflict))), "{}: {ended:?}", engine.name);
        assert_eq!(engine.head().await, 1, "{}", engine.name);
    }
}

/// P2.
#[tokio::test(flavor = "multi_thread")]
async fn a_command_created_twice_at_once_is_there_once() {
    const CREATE: &str = "CREATE command:probe CONTENT { verdict: 'accepted' }";
    for engine in engines().await {
        let (one, other) = (engine.begin().await, engine.begin().await);
        let asked = [ask(&one, CREATE).await, ask(&other, CREATE).await];
        let ended = [one.commit().await.map(drop), other.commit().await.map(drop)];
        let lost = asked.into_iter().zip(ended).filter(|(asked, ended)| asked.is_err() || ended.is_err()).count();
        assert_eq!(lost, 1, "{}", engine.name);
        // And later it is refused in words of its own, which `Db::commit` takes for a conflict.
        let again = engine.db.run(CREATE, Default::default()).await;
        assert!(matches!(again, Err(DbError::Other(text)) if text.contains("already exists")), "{}", engine.name);
    }
}

/// P3.
#[tokio::test(flavor = "multi_thread")]
async fn several_reads_of_one_transaction_see_one_moment() {
    for engine in engines().await {
        let both = "UPSERT head:probe SET seq = 1; UPSERT head:twin SET seq = 1;";
        engine.db.run(both, Default::default()).await.unwrap();
        let reader = engine.begin().await;
        let read =
            async |statement: &str| -> i64 { reader.query(statement).await.unwrap().take::<Vec<i64>>(0).unwrap()[0] };
        assert_eq!(read("SELECT VALUE seq FROM head:probe").await, 1, "{}", engine.name);
        let later = "BEGIN; UPDATE head:probe SET seq = 2; UPDATE head:twin SET seq = 2; COMMIT;";
        engine.db.run(later, Default::default()).await.unwrap();
        assert_eq!(read("SELECT VALUE seq FROM head:twin").await, 1, "{}: half of a later commit", engine.name);
        assert_eq!(read("SELECT VALUE seq FROM head:probe").await, 1, "{}", engine.name);
        reader.cancel().await.unwrap();
    }
}

/// P5.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_has_committed_every_other_node_reads() {
    for engine in engines().await {
        let Some(other) = &engine.other else { continue };
        for count in 1..=50_i64 {
            engine.db.run("UPSERT head:probe SET seq = (seq ?? 0) + 1", Default::default()).await.unwrap();
            let read = other.run("SELECT VALUE seq FROM head:probe", Default::default()).await;
            assert_eq!(read.unwrap().take::<Vec<i64>>(0).unwrap(), [count], "{}", engine.name);
        }
    }
}
