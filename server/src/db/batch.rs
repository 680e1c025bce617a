//! What the import room remembers: batches with their steps, and which columns an admin chose. Bookkeeping, not domain state:
//! it is in nobody's log.

use shared::ids::EmployeeId;
use surrealdb::types::{Array, RecordId, SurrealValue, Value, object};
use uuid::Uuid;

use super::{Db, DbError, list, record, text, vars};

#[derive(Debug, SurrealValue)]
struct Stored {
    row: serde_json::Value,
}

fn id(table: &str, parts: Vec<Value>) -> RecordId {
    RecordId::new(table, Array::from(parts))
}

fn header(by: EmployeeId, batch: Uuid) -> RecordId {
    id("import", vec![text(by.to_string()), text(batch.to_string())])
}

fn step(batch: Uuid, at: u32) -> RecordId {
    id("imported", vec![text(batch.to_string()), i64::from(at).into_value()])
}

impl Db {
    /// Keeps what is known of a batch.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_batch(&self, by: EmployeeId, batch: Uuid, row: serde_json::Value) -> Result<(), DbError> {
        let row = Value::Object(object! { row: row });
        self.run("UPSERT $rid CONTENT $row", vars([("rid", Value::RecordId(header(by, batch))), ("row", row)]))
            .await
            .map(drop)
    }

    /// What is known of a batch of this person.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn batch(&self, by: EmployeeId, batch: Uuid) -> Result<Option<serde_json::Value>, DbError> {
        let found = self.run("SELECT row FROM ONLY $rid", vars([("rid", Value::RecordId(header(by, batch)))])).await;
        Ok(found?.take::<Option<Stored>>(0)?.map(|stored| stored.row))
    }

    /// This person's batches, the oldest first.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn batches(&self, by: EmployeeId) -> Result<Vec<serde_json::Value>, DbError> {
        const QUERY: &str = "SELECT row FROM import:[$by, '']..[$by, '~']";
        let rows: Vec<Stored> = self.run(QUERY, vars([("by", text(by.to_string()))])).await?.take(0)?;
        Ok(rows.into_iter().map(|stored| stored.row).collect())
    }

    /// Keeps steps of a batch, from this place on.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_steps(&self, batch: Uuid, from: u32, steps: Vec<serde_json::Value>) -> Result<(), DbError> {
        let one = |(at, row)| Value::Object(object! { rid: step(batch, at), row: object! { row: row } });
        let steps = list((from..).zip(steps).map(one));
        const BATCH: &str = "BEGIN; FOR $step IN $steps { UPSERT $step.rid CONTENT $step.row }; COMMIT;";
        self.run(BATCH, vars([("steps", steps)])).await.map(drop)
    }

    /// Steps of a batch from one place up to before another.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn steps(&self, batch: Uuid, from: u32, until: u32) -> Result<Vec<serde_json::Value>, DbError> {
        const QUERY: &str = "SELECT row FROM imported:[$batch, $from]..[$batch, $until]";
        let range = vars([
            ("batch", text(batch.to_string())),
            ("from", i64::from(from).into_value()),
            ("until", i64::from(until).into_value()),
        ]);
        let rows: Vec<Stored> = self.run(QUERY, range).await?.take(0)?;
        Ok(rows.into_iter().map(|stored| stored.row).collect())
    }

    /// Which columns this admin chose last time.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn mapping(&self, by: EmployeeId) -> Result<Option<serde_json::Value>, DbError> {
        let rid = Value::RecordId(record("mapping", by.to_string()));
        let found = self.run("SELECT row FROM ONLY $rid", vars([("rid", rid)])).await;
        Ok(found?.take::<Option<Stored>>(0)?.map(|stored| stored.row))
    }

    /// Remembers them.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn keep_mapping(&self, by: EmployeeId, row: serde_json::Value) -> Result<(), DbError> {
        let rid = Value::RecordId(record("mapping", by.to_string()));
        let row = Value::Object(object! { row: row });
        self.run("UPSERT $rid CONTENT $row", vars([("rid", rid), ("row", row)])).await.map(drop)
    }
}
