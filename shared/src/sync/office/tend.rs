//! Tending the logs: old changes leave them, old rows leave the scopes. Phones that come from before the floor are sent the
//! scope whole; a row that has left is a tombstone in the log until then.

use chrono::{DateTime, Utc};

use super::{Batch, Look, Store, Trouble};
use crate::change::{Change, Op};
use crate::row::{Key, Row};
use crate::scope::Scope;

/// Takes changes up to `upto` out of a scope's log.
///
/// # Errors
/// The store is out of reach or in conflict; nothing has happened.
pub async fn compact<S: Store>(store: &S, scope: Scope, upto: u64, at: DateTime<Utc>) -> Result<(), Trouble<S::Error>> {
    let seen = store.look(&Look { heads: vec![scope], ..Look::default() }).await?;
    let head = seen.heads.get(&scope).copied().unwrap_or_default();
    let upto = upto.min(head.seq);
    if upto <= head.floor {
        return Ok(());
    }
    let batch = Batch { floors: vec![(scope, upto)], ..Batch::new(seen.epoch, at) };
    store.commit(batch).await.map(drop)
}

/// Deletes a row and leaves a tombstone in the logs of these scopes: retention, not a wish of anybody's.
///
/// # Errors
/// As [`compact`].
pub async fn retire<S: Store>(
    store: &S,
    key: Key,
    scopes: Vec<Scope>,
    at: DateTime<Utc>,
) -> Result<Vec<(Scope, u64)>, Trouble<S::Error>> {
    let seen = store.look(&Look { rows: vec![key.clone()], ..Look::default() }).await?;
    let Some(rev) = seen.rows.get(&key).map(Row::rev) else { return Ok(Vec::new()) };
    let mut batch = Batch::new(seen.epoch, at);
    batch.reads = vec![(key.clone(), rev)];
    batch.before = seen.rows;
    batch.changes = vec![Change { op: Op::Drop { key }, scopes }];
    store.commit(batch).await
}
