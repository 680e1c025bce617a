//! Parcels: photos that are on their way. `parcel:[owner, sha256]` says how far one is and when it was touched;
//! `slice:[owner, sha256, from]` holds its bytes. Every writing says where the parcel stood when it was looked at, and is a
//! conflict if it stands elsewhere now; so two senders of one photo cannot mix.

use chrono::{DateTime, Utc};
use shared::ids::EmployeeId;
use shared::sync::parcel::shelf::Have;
use surrealdb::types::{Array, Bytes, RecordId, SurrealValue, Value};

use super::photo::{photo_record, photo_row};
use super::{Db, DbError, list, text, vars};

/// What the office has of a photo from one person, and which parcels of theirs are open.
#[derive(Clone, Debug)]
pub struct Found {
    /// All of it, or a part.
    pub have: Have,
    /// Open parcels by the hash that names them, and when each was touched.
    pub open: Vec<(String, DateTime<Utc>)>,
}

#[derive(Debug, SurrealValue)]
struct StoredParcel {
    sha256: String,
    has: i64,
    at: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct Stale {
    owner: String,
    sha256: String,
}

/// A parcel at a place: where it must still stand when something is written.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// Whose.
    pub owner: EmployeeId,
    /// The name of the photo.
    pub sha256: &'a str,
    /// Bytes that were there when it was looked at.
    pub has: u32,
}

const LOOK: &str = "
BEGIN;
SELECT VALUE size FROM ONLY $photo;
SELECT sha256, has, at FROM parcel:[$owner, '']..[$owner, '~'];
COMMIT;";

const APPEND: &str = "
BEGIN;
IF ((SELECT VALUE has FROM ONLY $parcel) ?? 0) != $has { THROW 'teladan-moved' };
FOR $gone IN $crowded {
    DELETE type::record('parcel', [$owner, $gone]);
    DELETE slice:[$owner, $gone, 0]..[$owner, $gone, 4294967296];
};
UPSERT $parcel CONTENT { owner: $owner, sha256: $sha256, has: $to, at: $at };
UPSERT $slice CONTENT { bytes: $bytes };
COMMIT;";

const CLOSE: &str = "
BEGIN;
IF ((SELECT VALUE has FROM ONLY $parcel) ?? 0) != $has { THROW 'teladan-moved' };
FOR $row IN $rows { UPSERT $photo CONTENT $row };
DELETE $parcel;
DELETE slice:[$owner, $sha256, 0]..[$owner, $sha256, 4294967296];
COMMIT;";

const SWEEP: &str = "
BEGIN;
IF ((SELECT VALUE at FROM ONLY $parcel) ?? $before) < $before {
    DELETE $parcel;
    DELETE slice:[$owner, $sha256, 0]..[$owner, $sha256, 4294967296];
};
COMMIT;";

fn parcel_record(owner: &str, sha256: &str) -> Value {
    Value::RecordId(RecordId::new("parcel", Array::from(vec![text(owner), text(sha256)])))
}

impl Db {
    /// Looks what is there of a photo from this person.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn parcel(&self, owner: EmployeeId, sha256: &str) -> Result<Found, DbError> {
        let asked = vars([("photo", photo_record(sha256, owner)), ("owner", text(owner.to_string()))]);
        let mut results = self.run(LOOK, asked).await?;
        let whole: Option<i64> = results.take(1)?;
        let open: Vec<StoredParcel> = results.take(2)?;
        let part = open.iter().find(|parcel| parcel.sha256 == sha256).map_or(0, |parcel| parcel.has);
        let have = whole.map_or(Have::Part(short(part)), |size| Have::Whole(short(size)));
        Ok(Found { have, open: open.into_iter().map(|parcel| (parcel.sha256, parcel.at)).collect() })
    }

    /// The bytes of a parcel so far, in their order.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn parcel_bytes(&self, owner: EmployeeId, sha256: &str) -> Result<Vec<u8>, DbError> {
        // A range comes in the order of its ids.
        const SLICES: &str = "SELECT VALUE bytes FROM slice:[$owner, $sha256, 0]..[$owner, $sha256, 4294967296]";
        let asked = vars([("owner", text(owner.to_string())), ("sha256", text(sha256))]);
        let slices: Vec<Bytes> = self.run(SLICES, asked).await?.take(0)?;
        Ok(slices.into_iter().flat_map(Bytes::into_inner).collect())
    }

    /// Puts a slice behind the others; `crowded` is a parcel of the same person that makes room.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the parcel stands elsewhere now: look again.
    pub async fn append_slice(
        &self,
        at: At<'_>,
        slice: Vec<u8>,
        crowded: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), DbError> {
        let owner = at.owner.to_string();
        let from = i64::from(at.has);
        let to = from.saturating_add(i64::try_from(slice.len()).unwrap_or(i64::MAX));
        let key = Array::from(vec![text(owner.clone()), text(at.sha256), from.into_value()]);
        let batch = vars([
            ("parcel", parcel_record(&owner, at.sha256)),
            ("slice", Value::RecordId(RecordId::new("slice", key))),
            ("owner", text(owner)),
            ("sha256", text(at.sha256)),
            ("has", from.into_value()),
            ("to", to.into_value()),
            ("at", now.into_value()),
            ("crowded", list(crowded.map(text))),
            ("bytes", Bytes::from(slice).into_value()),
        ]);
        self.run(APPEND, batch).await.map(drop)
    }

    /// Ends a parcel: the photo is kept whole, with its kind, or nothing is.
    ///
    /// # Errors
    /// As [`Db::append_slice`].
    pub async fn close_parcel(&self, at: At<'_>, photo: Option<(&str, Vec<u8>)>) -> Result<(), DbError> {
        let owner = at.owner.to_string();
        let batch = vars([
            ("parcel", parcel_record(&owner, at.sha256)),
            ("photo", photo_record(at.sha256, at.owner)),
            ("rows", list(photo.map(|(mime, bytes)| photo_row(mime, bytes)))),
            ("owner", text(owner)),
            ("sha256", text(at.sha256)),
            ("has", i64::from(at.has).into_value()),
        ]);
        self.run(CLOSE, batch).await.map(drop)
    }

    /// Clears away parcels that nobody has touched since then, and tells how many. Reads the heads of all open parcels: a few
    /// for each person at most, without their bytes, and only when somebody tidies.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn sweep_parcels(&self, before: DateTime<Utc>) -> Result<usize, DbError> {
        const STALE: &str = "SELECT owner, sha256 FROM parcel WHERE at < $before";
        let stale: Vec<Stale> = self.run(STALE, vars([("before", before.into_value())])).await?.take(0)?;
        for Stale { owner, sha256 } in &stale {
            let batch = vars([
                ("parcel", parcel_record(owner, sha256)),
                ("owner", text(owner.clone())),
                ("sha256", text(sha256.clone())),
                ("before", before.into_value()),
            ]);
            match self.run(SWEEP, batch).await {
                // Somebody is sending it after all.
                Ok(_) | Err(DbError::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(stale.len())
    }
}

/// A length as the core counts it.
fn short(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
