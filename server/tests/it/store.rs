//! The database keeps the contract of the sync core, in memory, on the disk, and behind a socket.

use shared::sync::office::contract;
use teladan_server::db::Db;

use crate::database::TestDatabase;
use crate::support::new_id;

#[tokio::test]
async fn the_database_in_memory_keeps_the_contract() {
    let db = Db::open("mem://", "contract").await.unwrap();
    contract::prove(&db, serde_json::json!({})).await.unwrap();
}

#[tokio::test]
async fn the_database_on_the_disk_keeps_the_contract() {
    let folder = std::env::temp_dir().join(format!("teladan-contract-{}", new_id()));
    let db = Db::open(&format!("rocksdb://{}?sync=every", folder.display()), "contract").await.unwrap();
    contract::prove(&db, serde_json::json!({})).await.unwrap();
    drop(db);
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn the_database_of_several_nodes_keeps_the_contract() {
    let server = TestDatabase::start().await;
    let db = Db::open(&server.url, "contract").await.unwrap();
    contract::prove(&db, serde_json::json!({})).await.unwrap();
}
