//! Point reads: rows by their names, commands by their ids.

use shared::row::{ClaimKind, Key, Row};
use shared::sync::wire::Verdict;
use surrealdb::types::{SurrealValue, Value};

use super::{Db, DbError, list, record, vars};

#[derive(Debug, SurrealValue)]
pub(super) struct StoredRow {
    pub(super) row: serde_json::Value,
}

#[derive(Debug, SurrealValue)]
struct StoredVerdict {
    id: String,
    verdict: serde_json::Value,
}

impl Db {
    /// The rows with these names, as far as they exist.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn rows(&self, keys: &[Key]) -> Result<Vec<Row>, DbError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let ids = list(keys.iter().map(|key| Value::RecordId(record(&key.kind, key.id.clone()))));
        let mut results = self.run("SELECT row FROM $ids", vars([("ids", ids)])).await?;
        let rows: Vec<StoredRow> = results.take(0)?;
        rows.into_iter().map(|stored| Ok(serde_json::from_value(stored.row)?)).collect()
    }

    /// The row with this name.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn row(&self, key: Key) -> Result<Option<Row>, DbError> {
        Ok(self.rows(std::slice::from_ref(&key)).await?.into_iter().next())
    }

    /// The row that holds a value of which there is one: a NIP, a counter's code, a citizen's reference.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn held(&self, kind: ClaimKind, value: &str) -> Result<Option<Row>, DbError> {
        let table = match kind {
            ClaimKind::Nip => "account",
            ClaimKind::Counter => "counter",
            ClaimKind::Reference => "response",
        };
        let Some(Row::Claim(claim)) = self.row(Key::claim(kind, value)).await? else { return Ok(None) };
        self.row(Key { kind: table.to_owned(), id: claim.holder }).await
    }

    /// What was decided about this command, if it ever arrived.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn verdict(&self, command: &str) -> Result<Option<Verdict>, DbError> {
        let rows = self.verdicts(&[command.to_owned()]).await?;
        Ok(rows.into_iter().next().map(|(_, verdict)| verdict))
    }

    async fn verdicts(&self, commands: &[String]) -> Result<Vec<(String, Verdict)>, DbError> {
        let ids = list(commands.iter().map(|id| Value::RecordId(record("command", id.clone()))));
        let mut results = self.run("SELECT record::id(id) AS id, verdict FROM $ids", vars([("ids", ids)])).await?;
        let rows: Vec<StoredVerdict> = results.take(0)?;
        read_verdicts(rows.into_iter().map(|row| (row.id, row.verdict)))
    }
}

/// Verdicts from their stored form.
pub(super) fn read_verdicts(
    rows: impl Iterator<Item = (String, serde_json::Value)>,
) -> Result<Vec<(String, Verdict)>, DbError> {
    rows.map(|(id, verdict)| Ok((id, serde_json::from_value(verdict)?))).collect()
}
