//! The bell: after a commit it says which scopes have moved. It carries no mail; whoever hears it looks into the log.
//!
//! A missed ring costs nothing but time: every listener also looks by itself now and then.

use shared::scope::Scope;
use tokio::sync::broadcast;

/// Rings that a slow listener may fall behind before it has to look by itself.
const BACKLOG: usize = 1024;

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
        Self { sender: broadcast::Sender::new(BACKLOG) }
    }

    /// Tells all listeners. Nobody listening is fine.
    pub fn ring(&self, heads: impl IntoIterator<Item = (Scope, u64)>) {
        for (scope, seq) in heads.into_iter().filter(|(scope, _)| *scope != Scope::Office) {
            self.sender.send(Head { scope, seq }).ok();
        }
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Head> {
        self.sender.subscribe()
    }
}
