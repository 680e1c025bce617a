//! Photos and documents by the hash of their bytes and the person who sent them. In the database, so that no node holds what another node
//! needs. What is not whole yet is in [`super::parcel`].

use shared::ids::EmployeeId;
use surrealdb::types::{Array, Bytes, RecordId, SurrealValue, Value, object};

use super::{Db, DbError, list, record, text, vars};

/// A photo.
#[derive(Clone, Debug, SurrealValue)]
pub struct StoredPhoto {
    /// Its media type: a picture's, or a document's ([`shared::entry::FileKind`]).
    pub mime: String,
    /// The bytes.
    pub bytes: Bytes,
}

/// Where a person's photo lies. Whoever sent the bytes has them; who only knows a hash has nothing.
pub(super) fn photo_record(sha256: &str, owner: EmployeeId) -> Value {
    Value::RecordId(RecordId::new("photo", Array::from(vec![text(sha256), text(owner.to_string())])))
}

/// A photo as a row.
pub(super) fn photo_row(mime: &str, bytes: Vec<u8>) -> Value {
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    Value::Object(object! { mime: mime.to_owned(), size: size, bytes: Bytes::from(bytes) })
}

impl Db {
    /// Keeps a photo that came whole. Keeping twice is keeping once.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_photo(&self, owner: EmployeeId, sha256: &str, mime: &str, bytes: Vec<u8>) -> Result<(), DbError> {
        let batch = vars([("rid", photo_record(sha256, owner)), ("row", photo_row(mime, bytes))]);
        self.run("UPSERT $rid CONTENT $row", batch).await.map(drop)
    }

    /// A person's photo. Those of before parcels lie under their hash alone.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn photo(&self, owner: EmployeeId, sha256: &str) -> Result<Option<StoredPhoto>, DbError> {
        let ids = list([photo_record(sha256, owner), Value::RecordId(record("photo", sha256))]);
        let found: Vec<StoredPhoto> = self.run("SELECT mime, bytes FROM $ids", vars([("ids", ids)])).await?.take(0)?;
        Ok(found.into_iter().next())
    }
}
