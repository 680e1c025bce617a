//! Televisions that show one unit's board: pairing codes, keys and their list. Outside the domain's log, like sessions: secrets never
//! enter it. Codes and keys are kept as hashes.
//!
//! - `tvcode:hash`: a code that waits to be typed;
//! - `tv:[unit, id]`: a paired television, for the list of its unit;
//! - `tvkey:hash`: what its cookie opens.

use chrono::{DateTime, Utc};
use shared::ids::{EmployeeId, UnitId};
use surrealdb::types::{RecordId, SurrealValue, Value, object};

use super::{Db, DbError, list, record, text, vars};

/// A television of a unit.
#[derive(Clone, Debug, SurrealValue, serde::Serialize, utoipa::ToSchema)]
pub struct StoredTv {
    /// Its name in the list; no key.
    pub id: String,
    /// What its owner calls it.
    pub label: String,
    /// When it was paired.
    pub paired_at: DateTime<Utc>,
    /// When it last opened its board.
    pub seen_at: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct StoredCode {
    unit: String,
    label: String,
    until: DateTime<Utc>,
}

#[derive(Debug, SurrealValue)]
struct StoredKey {
    unit: String,
}

fn tv(unit: &str, id: &str) -> RecordId {
    let Value::Array(parts) = list([text(unit), text(id)]) else { return record("tv", id) };
    RecordId::new("tv", parts)
}

fn unit_id(text: &str) -> Result<UnitId, DbError> {
    super::rollup::id(text)
}

impl Db {
    /// Keeps a pairing code under its hash.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_tv_code(
        &self,
        hash: &str,
        unit: UnitId,
        label: &str,
        by: EmployeeId,
        until: DateTime<Utc>,
    ) -> Result<(), DbError> {
        let row = object! { unit: unit.to_string(), label: label.to_owned(), by: by.to_string(), until: until };
        let bound = vars([("rid", Value::RecordId(record("tvcode", hash))), ("row", Value::Object(row))]);
        self.run("UPSERT $rid CONTENT $row", bound).await.map(drop)
    }

    /// Spends a code: afterwards it opens nothing, and this key opens its unit's board. None when there is no such code or its
    /// time is over.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn pair_tv(
        &self,
        code: &str,
        key: &str,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<UnitId>, DbError> {
        let code = Value::RecordId(record("tvcode", code));
        let bound = vars([("code", code.clone())]);
        let found: Option<StoredCode> = self.run("SELECT unit, label, until FROM ONLY $code", bound).await?.take(0)?;
        let Some(found) = found.filter(|found| found.until > now) else { return Ok(None) };
        const BATCH: &str = "
            BEGIN;
            IF (SELECT VALUE unit FROM ONLY $code) = NONE { THROW 'teladan-moved' };
            DELETE $code;
            CREATE $tv CONTENT { label: $label, key: $name, paired_at: $now, seen_at: $now };
            CREATE $key CONTENT { unit: $unit, tv: $tv };
            COMMIT;";
        let bound = vars([
            ("code", code),
            ("tv", Value::RecordId(tv(&found.unit, id))),
            ("key", Value::RecordId(record("tvkey", key))),
            ("name", text(key)),
            ("label", text(found.label)),
            ("unit", text(found.unit.clone())),
            ("now", now.into_value()),
        ]);
        match self.run(BATCH, bound).await {
            Ok(_) => Ok(Some(unit_id(&found.unit)?)),
            Err(DbError::Conflict) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The unit whose board this key opens, if it still opens one.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn tv_unit(&self, key: &str) -> Result<Option<UnitId>, DbError> {
        let bound = vars([("rid", Value::RecordId(record("tvkey", key)))]);
        let found: Option<StoredKey> = self.run("SELECT unit FROM ONLY $rid", bound).await?.take(0)?;
        found.map(|found| unit_id(&found.unit)).transpose()
    }

    /// Notes that the television has opened its board.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn tv_seen(&self, key: &str, now: DateTime<Utc>) -> Result<(), DbError> {
        const BATCH: &str =
            "LET $tv = (SELECT VALUE tv FROM ONLY $rid); IF $tv != NONE { UPDATE $tv SET seen_at = $now };";
        let bound = vars([("rid", Value::RecordId(record("tvkey", key))), ("now", now.into_value())]);
        self.run(BATCH, bound).await.map(drop)
    }

    /// The televisions of a unit, the oldest first.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn tvs(&self, unit: UnitId) -> Result<Vec<StoredTv>, DbError> {
        const BATCH: &str = "SELECT id[1] AS id, label, paired_at, seen_at FROM tv:[$unit]..[$unit, '~']";
        Ok(self.run(BATCH, vars([("unit", text(unit.to_string()))])).await?.take(0)?)
    }

    /// Takes a television's key away. False when the unit has no such television.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn drop_tv(&self, unit: UnitId, id: &str) -> Result<bool, DbError> {
        let rid = Value::RecordId(tv(&unit.to_string(), id));
        let key: Vec<String> = self.run("SELECT VALUE key FROM $rid", vars([("rid", rid.clone())])).await?.take(0)?;
        let Some(key) = key.first() else { return Ok(false) };
        let bound = vars([("rid", rid), ("key", Value::RecordId(record("tvkey", key.clone())))]);
        self.run("BEGIN; DELETE $key; DELETE $rid; COMMIT;", bound).await?;
        Ok(true)
    }
}
