//! Photos by the hash of their bytes. In the database, so that no node holds what another node needs.

use surrealdb::types::{Bytes, SurrealValue, Value, object};

use super::{Db, DbError, record, vars};

/// A photo.
#[derive(Clone, Debug, SurrealValue)]
pub struct StoredPhoto {
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub mime: String,
    /// The bytes.
    pub bytes: Bytes,
}

impl Db {
    /// Keeps a photo under its hash. Keeping twice is keeping once.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_photo(&self, sha256: &str, mime: &str, bytes: Vec<u8>) -> Result<(), DbError> {
        let row = Value::Object(object! { mime: mime.to_owned(), bytes: Bytes::from(bytes) });
        let batch = vars([("rid", Value::RecordId(record("photo", sha256))), ("row", row)]);
        self.run("UPSERT $rid CONTENT $row", batch).await.map(drop)
    }

    /// The photo under this hash.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn photo(&self, sha256: &str) -> Result<Option<StoredPhoto>, DbError> {
        let batch = vars([("rid", Value::RecordId(record("photo", sha256)))]);
        Ok(self.run("SELECT mime, bytes FROM ONLY $rid", batch).await?.take(0)?)
    }
}
