//! Looking for the sync core: everything that is asked at once is answered from one snapshot.

use shared::ids::CommandId;
use shared::row::Row;
use shared::scope::Scope;
use shared::sync::office::{Head, Known, Look, Seen};
use shared::sync::talk::{Epoch, Logged};
use surrealdb::IndexedResults;
use surrealdb::types::{SurrealValue, Value, Variables};

use super::read::StoredRow;
use super::{Db, DbError, list, record, text};

/// Largest sum of a head: it counts modulo 2^32.
pub(super) const SUMS: i64 = 1 << 32;

#[derive(Debug, SurrealValue)]
struct StoredCommand {
    id: String,
    actor: serde_json::Value,
    verdict: serde_json::Value,
}

#[derive(Debug, SurrealValue)]
struct StoredHead {
    scope: String,
    seq: i64,
    floor: Option<i64>,
    sum: Option<i64>,
}

#[derive(Debug, SurrealValue)]
struct StoredLog {
    seq: i64,
    op: serde_json::Value,
}

#[derive(Debug, SurrealValue)]
struct StoredLive {
    kind: String,
    day: String,
    place: String,
    row: serde_json::Value,
}

/// One batch in the making. Its text holds only words of ours and numbers of variables; what is asked for is bound.
struct Batch {
    text: String,
    vars: Variables,
    statements: usize,
}

impl Batch {
    fn new() -> Self {
        Self { text: "BEGIN;".to_owned(), vars: Variables::new(), statements: 0 }
    }

    /// Adds a statement and tells where its answer will be.
    fn ask(&mut self, statement: &str) -> usize {
        self.text.push_str(statement);
        self.text.push(';');
        self.statements += 1;
        self.statements
    }

    fn bind(&mut self, name: &str, value: Value) {
        self.vars.insert(name, value);
    }
}

impl Db {
    /// Answers everything from one snapshot.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn see(&self, look: &Look) -> Result<Seen, DbError> {
        let mut batch = Batch::new();
        let epoch = batch.ask("SELECT VALUE epoch FROM ONLY note:epoch");
        let rows = (!look.rows.is_empty()).then(|| {
            let ids = look.rows.iter().map(|key| Value::RecordId(record(&key.kind, key.id.clone())));
            batch.bind("rows", list(ids));
            batch.ask("SELECT row FROM $rows")
        });
        let commands = (!look.commands.is_empty()).then(|| {
            let ids = look.commands.iter().map(|id| Value::RecordId(record("command", id.to_string())));
            batch.bind("commands", list(ids));
            batch.ask("SELECT record::id(id) AS id, actor, verdict FROM $commands")
        });
        let last = look.device.map(|device| {
            batch.bind("device", Value::RecordId(record("device", device.to_string())));
            batch.ask("SELECT VALUE seq FROM ONLY $device")
        });
        let heads = (!look.heads.is_empty()).then(|| {
            let ids = look.heads.iter().map(|scope| Value::RecordId(record("head", scope.to_string())));
            batch.bind("heads", list(ids));
            batch.ask("SELECT record::id(id) AS scope, seq, floor, sum FROM $heads")
        });
        let log: Vec<usize> = (0..look.log.len()).map(|at| ask_log(&mut batch, look, at)).collect();
        let live = look.live.as_ref().map(|(scope, mark, max)| ask_live(&mut batch, *scope, mark.as_deref(), *max));
        batch.text.push_str("COMMIT;");
        let mut results = self.run(batch.text, batch.vars).await?;
        let mut seen = Seen { epoch: Epoch(unsigned(results.take::<Option<i64>>(epoch)?)), ..Seen::default() };
        if let Some(at) = rows {
            let found: Vec<StoredRow> = results.take(at)?;
            for stored in found {
                seen.rows.put(serde_json::from_value(stored.row)?);
            }
        }
        if let Some(at) = commands {
            let found: Vec<StoredCommand> = results.take(at)?;
            seen.commands = found.into_iter().map(known).collect::<Result<_, _>>()?;
        }
        if let Some(at) = last {
            seen.last = unsigned(results.take::<Option<i64>>(at)?);
        }
        if let Some(at) = heads {
            let found: Vec<StoredHead> = results.take(at)?;
            seen.heads = look.heads.iter().map(|scope| (*scope, head(*scope, &found))).collect();
        }
        for at in log {
            seen.log.push(read_log(&mut results, at)?);
        }
        if let (Some(at), Some((_, _, max))) = (live, &look.live) {
            let found: Vec<StoredLive> = results.take(at)?;
            (seen.live, seen.next) = page(found, *max)?;
        }
        Ok(seen)
    }
}

impl Db {
    /// Begins a new life of the database: what came after a backup is forgotten here, and clients must be told.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn begin_epoch(&self) -> Result<(), DbError> {
        const BATCH: &str = "UPSERT note:epoch SET epoch = math::max([(epoch ?? 0) + 1, time::millis(time::now())])";
        self.run(BATCH, Variables::new()).await.map(drop)
    }
}

/// A part of a log: one range of ids. A log has no gap, so so many places are so many changes.
fn ask_log(batch: &mut Batch, look: &Look, at: usize) -> usize {
    let Some(stretch) = look.log.get(at) else { return 0 };
    let most = stretch.after.saturating_add(stretch.changes_max as u64);
    batch.bind(&format!("scope{at}"), text(stretch.scope.to_string()));
    batch.bind(&format!("from{at}"), signed(stretch.after.saturating_add(1)).into_value());
    batch.bind(&format!("upto{at}"), signed(stretch.upto.min(most)).into_value());
    batch.ask(&format!("SELECT id[1] AS seq, op FROM change:[$scope{at}, $from{at}]..=[$scope{at}, $upto{at}]"))
}

/// A page of a scope's current rows. Its mark is the place of its first row: kind, day, id.
fn ask_live(batch: &mut Batch, scope: Scope, mark: Option<&str>, rows_max: usize) -> usize {
    let mut parts = mark.unwrap_or_default().splitn(3, '/');
    for name in ["kind", "day", "place"] {
        batch.bind(name, text(parts.next().unwrap_or_default()));
    }
    batch.bind("scope", text(scope.to_string()));
    batch.bind("most", signed(rows_max as u64 + 1).into_value());
    batch.ask(
        "SELECT id, id[1] AS kind, id[2] AS day, id[3] AS place, row
        FROM live:[$scope, $kind, $day, $place]..[$scope, '~'] LIMIT $most",
    )
}

fn page(mut found: Vec<StoredLive>, rows_max: usize) -> Result<(Vec<Row>, Option<String>), DbError> {
    let beyond = found.split_off(rows_max.min(found.len()));
    let next = beyond.first().map(|live| format!("{}/{}/{}", live.kind, live.day, live.place));
    let rows = found.into_iter().map(|live| serde_json::from_value(live.row)).collect::<Result<_, _>>()?;
    Ok((rows, next))
}

fn read_log(results: &mut IndexedResults, at: usize) -> Result<Vec<Logged>, DbError> {
    let found: Vec<StoredLog> = results.take(at)?;
    let read = |log: StoredLog| Ok(Logged { seq: unsigned(Some(log.seq)), op: serde_json::from_value(log.op)? });
    found.into_iter().map(read).collect()
}

fn known(stored: StoredCommand) -> Result<(CommandId, Known), DbError> {
    let id = stored.id.parse().map_err(|_| DbError::Unreadable(format!("command id {}", stored.id)))?;
    let actor = serde_json::from_value(stored.actor)?;
    Ok((id, Known { actor, verdict: serde_json::from_value(stored.verdict)? }))
}

/// A head of before there were sums has none.
fn head(scope: Scope, found: &[StoredHead]) -> Head {
    let name = scope.to_string();
    let Some(stored) = found.iter().find(|head| head.scope == name) else {
        return Head { sum: Some(0), ..Head::default() };
    };
    let sum = stored.sum.and_then(|sum| u32::try_from(sum.rem_euclid(SUMS)).ok());
    Head { seq: unsigned(Some(stored.seq)), floor: unsigned(stored.floor), sum }
}

fn unsigned(number: Option<i64>) -> u64 {
    number.and_then(|number| u64::try_from(number).ok()).unwrap_or(0)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
