//! An office whose nodes are being updated one after the other: what an older node has told is fetched again from a newer one.
//!
//! A node hands on only what it can read. A phone that knows more than the node gets rows without their new fields, under the same
//! revisions, so no sum would ever tell.

use super::Phone;
use crate::change::Op;
use crate::scope::Scope;
use crate::sync::talk::{Pulled, SHAPE, ScopeNews, Told};

impl Phone {
    /// Is the answer from a node that knows fewer rows than this build? Then its scopes are remembered.
    pub(super) fn is_from_older(&mut self, reply: &Pulled) -> bool {
        if reply.shape >= SHAPE {
            return false;
        }
        match &reply.told {
            Told::Whole { scope, .. } => self.lacks(*scope),
            Told::News(news) => news.scopes.iter().filter_map(with_rows).for_each(|scope| self.lacks(scope)),
            Told::Revoked { .. } | Told::Restored => {}
        }
        true
    }

    fn lacks(&mut self, scope: Scope) {
        if !self.lacking.contains(&scope) {
            self.lacking.push(scope);
        }
    }

    /// A newer node has answered: these scopes must be asked for whole.
    pub(super) fn catch_up(&mut self) -> bool {
        let lacking = std::mem::take(&mut self.lacking);
        let known = self.memory.cursors.len();
        self.memory.cursors.retain(|scope, _| !lacking.contains(scope));
        self.memory.cursors.len() < known
    }
}

/// The scope, if there are rows among its news.
fn with_rows(news: &ScopeNews) -> Option<Scope> {
    let ScopeNews::Delta { scope, changes, .. } = news else { return None };
    changes.iter().any(|change| matches!(change.op, Op::Put { .. })).then_some(*scope)
}
