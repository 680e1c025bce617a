//! The database keeps the contract of the sync core, in memory and on the disk.

use shared::sync::office::contract;
use teladan_server::db::Db;

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
