//! Lanes: one at a time per scope within this process. They turn conflicts into short waits.
//!
//! Correctness does not rest on them: other nodes do not see them, and the database refuses a late writer anyway.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use shared::scope::Scope;
use tokio::sync::{Mutex as Lane, OwnedMutexGuard};

/// Lanes kept before unused ones are cleared away.
const LANES_MAX: usize = 4096;

/// The lanes of one process.
#[derive(Debug, Default)]
pub struct Lanes {
    lanes: Mutex<HashMap<Scope, Arc<Lane<()>>>>,
}

/// The right to write to some scopes, until dropped.
#[derive(Debug, Default)]
pub struct Turn {
    scopes: Vec<Scope>,
    _guards: Vec<OwnedMutexGuard<()>>,
}

impl Turn {
    /// Does the turn cover these scopes?
    #[must_use]
    pub fn covers(&self, scopes: &[Scope]) -> bool {
        scopes.iter().all(|scope| self.scopes.contains(scope))
    }
}

impl Lanes {
    /// Waits for the lanes of these scopes, in sorted order so that nobody waits for each other.
    pub async fn turn(&self, mut scopes: Vec<Scope>) -> Turn {
        scopes.sort_unstable();
        scopes.dedup();
        let mut guards = Vec::with_capacity(scopes.len());
        for scope in &scopes {
            guards.push(self.lane(*scope).lock_owned().await);
        }
        Turn { scopes, _guards: guards }
    }

    fn lane(&self, scope: Scope) -> Arc<Lane<()>> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if lanes.len() > LANES_MAX {
            lanes.retain(|_, lane| Arc::strong_count(lane) > 1);
        }
        lanes.entry(scope).or_default().clone()
    }
}
