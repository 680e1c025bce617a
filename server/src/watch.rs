//! What other nodes have committed. Nodes share nothing but the database, so each looks more than once a second at the heads that somebody
//! here listens for, in one query of point reads, and rings its own bell for those that have moved.
//!
//! Correctness does not hang on it: boards and phones read the log after their cursor, whoever wrote it.

use std::collections::BTreeMap;
use std::time::Duration;

use shared::scope::Scope;
use tokio::time::{MissedTickBehavior, interval};

use crate::office::Office;

/// Between two looks. A board elsewhere hears of a change within this and the time of one read.
const LOOK_MILLISECONDS: u64 = 700;

/// Watches until the office closes.
pub async fn run(office: Office) {
    let mut known = BTreeMap::new();
    let mut look = interval(Duration::from_millis(LOOK_MILLISECONDS));
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = look.tick() => office.bell.ring(moved(&office, &mut known).await),
            () = office.closing.cancelled() => return,
        }
    }
}

/// The watched heads that are not where they were. A database that does not answer is asked again at the next look; its trouble is
/// told by whoever needs an answer.
async fn moved(office: &Office, known: &mut BTreeMap<Scope, u64>) -> Vec<(Scope, u64)> {
    let wanted = office.bell.wanted();
    // In their order, so a search halves; a large agency listens for thousands.
    known.retain(|scope, _| wanted.binary_search(scope).is_ok());
    if wanted.is_empty() {
        return Vec::new();
    }
    let heads = office.db.heads(&wanted).await.unwrap_or_default();
    heads.into_iter().filter(|(scope, seq)| known.insert(*scope, *seq) != Some(*seq)).collect()
}
