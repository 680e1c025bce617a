//! The bell: says which scopes have moved. It carries no mail; whoever hears it looks into the log.
//!
//! It is rung after a commit of this process, and by the [`crate::watch`] for commits of other nodes. A missed ring costs nothing
//! but time: every listener also looks by itself now and then.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::scope::Scope;
use tokio::sync::broadcast::{self, error::RecvError};

/// Rings that a slow listener may fall behind before it has to look by itself.
const BACKLOG: usize = 1024;

/// How many listeners each scope has.
type Wanted = Arc<Mutex<BTreeMap<Scope, usize>>>;

/// A scope has moved, at least this far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which scope.
    pub scope: Scope,
    /// Its last change.
    pub seq: u64,
}

/// An in-process bell.
#[derive(Clone, Debug)]
pub struct Bell {
    sender: broadcast::Sender<Head>,
    wanted: Wanted,
}

impl Default for Bell {
    fn default() -> Self {
        Self::new()
    }
}

impl Bell {
    /// A bell that nobody listens to yet.
    #[must_use]
    pub fn new() -> Self {
        Self { sender: broadcast::Sender::new(BACKLOG), wanted: Wanted::default() }
    }

    /// Tells all listeners. Nobody listening is fine.
    pub fn ring(&self, heads: impl IntoIterator<Item = (Scope, u64)>) {
        for (scope, seq) in heads.into_iter().filter(|(scope, _)| *scope != Scope::Office) {
            self.sender.send(Head { scope, seq }).ok();
        }
    }

    /// Listens from now on for these scopes.
    #[must_use]
    pub fn listen(&self, scopes: impl IntoIterator<Item = Scope>) -> Listener {
        let mut scopes: Vec<Scope> = scopes.into_iter().collect();
        scopes.sort_unstable();
        scopes.dedup();
        let mut wanted = lock(&self.wanted);
        for scope in &scopes {
            *wanted.entry(*scope).or_default() += 1;
        }
        drop(wanted);
        Listener { receiver: self.sender.subscribe(), scopes, wanted: self.wanted.clone() }
    }

    /// The scopes that somebody listens for, in their order.
    #[must_use]
    pub fn wanted(&self) -> Vec<Scope> {
        lock(&self.wanted).keys().copied().collect()
    }
}

/// What a listener hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// One of its scopes has moved.
    Moved(Head),
    /// It fell behind: any of its scopes may have moved.
    Missed,
}

/// Somebody who listens. When it goes, its scopes are no longer watched for it.
#[derive(Debug)]
pub struct Listener {
    receiver: broadcast::Receiver<Head>,
    /// In their order, each once: the board of a city listens for hundreds.
    scopes: Vec<Scope>,
    wanted: Wanted,
}

impl Listener {
    /// The next ring for one of its scopes; none when the bell is gone.
    pub async fn hear(&mut self) -> Option<Heard> {
        loop {
            match self.receiver.recv().await {
                Ok(head) if self.scopes.binary_search(&head.scope).is_ok() => return Some(Heard::Moved(head)),
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => return Some(Heard::Missed),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut wanted = lock(&self.wanted);
        for scope in &self.scopes {
            if let Some(listeners) = wanted.get_mut(scope) {
                *listeners -= 1;
                if *listeners == 0 {
                    wanted.remove(scope);
                }
            }
        }
    }
}

/// A panic elsewhere leaves the counts as they were; they are still counts.
fn lock(wanted: &Wanted) -> MutexGuard<'_, BTreeMap<Scope, usize>> {
    wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::UnitId;
    use uuid::Uuid;

    fn unit(number: u128) -> Scope {
        Scope::Unit(UnitId(Uuid::from_u128(number)))
    }

    #[tokio::test]
    async fn a_listener_hears_its_own_scopes_and_is_forgotten_when_it_goes() {
        let bell = Bell::new();
        let (mut one, two) = (bell.listen([unit(1)]), bell.listen([unit(1), unit(2)]));
        bell.ring([(unit(2), 7), (unit(1), 8)]);
        assert_eq!(one.hear().await, Some(Heard::Moved(Head { scope: unit(1), seq: 8 })));
        assert_eq!(bell.wanted(), [unit(1), unit(2)]);
        drop(two);
        assert_eq!(bell.wanted(), [unit(1)]);
        drop(one);
        assert!(bell.wanted().is_empty());
    }
}
