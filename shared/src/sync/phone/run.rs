//! One pull, from its first page to its last: what is asked next, what has come so far, and what it changes all at once.

use std::collections::{BTreeMap, BTreeSet};

use super::memory::{Memory, Store};
use crate::change::{Op, apply};
use crate::ids::CommandId;
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::sync::by_scope::ByScope;
use crate::sync::checksum;
use crate::sync::talk::{Logged, News, Question, ScopeNews};
use crate::sync::wire::Answer;

/// The rows of a scope as far as they have come. Pages are of different moments; the changes since `head` make them one: what
/// changed meanwhile is in them with its last state, and what did not is on its page.
#[derive(Clone, Debug, Default)]
struct Whole {
    head: u64,
    rows: Rows,
    /// There were rows that this build does not know.
    strange: bool,
    next: Option<String>,
    complete: bool,
}

/// Changes and verdicts as far as they have come.
#[derive(Clone, Debug, Default)]
struct Gathered {
    upto: BTreeMap<Scope, u64>,
    cursors: BTreeMap<Scope, u64>,
    changes: ByScope<Vec<Logged>>,
    sums: ByScope<u32>,
    answers: Vec<Answer>,
    resets: Vec<Scope>,
    revoked: Vec<Scope>,
}

/// What a finished pull says.
#[derive(Clone, Debug, Default)]
pub(super) struct Finished {
    pub(super) store: Store,
    pub(super) answers: Vec<Answer>,
    /// Scopes whose rows did not add up.
    pub(super) mismatched: Vec<Scope>,
    /// Scopes that must be asked for whole.
    pub(super) again: bool,
}

/// A pull under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    wholes: ByScope<Whole>,
    denied: Vec<Scope>,
    news: Option<Gathered>,
}

impl Run {
    /// The exchange broke. Whole pages stay good, because later changes mend them; half a cut does not.
    pub(super) fn interrupted(&mut self) {
        self.news = None;
        self.denied.clear();
    }

    /// What to ask next.
    pub(super) fn question(&self, memory: &Memory, wanted: &[Scope], waiting: Vec<CommandId>) -> Question {
        for scope in wanted.iter().filter(|scope| !self.denied.contains(scope) && !memory.cursors.contains_key(scope)) {
            let known = self.wholes.get(scope);
            if known.is_none_or(|whole| !whole.complete) {
                return Question::Whole { scope: *scope, mark: known.and_then(|whole| whole.next.clone()) };
            }
        }
        if let Some(news) = &self.news {
            return Question::News {
                cursors: news.cursors.clone(),
                upto: Some(news.upto.clone()),
                waiting: Vec::new(),
            };
        }
        // One by one: to collect them would bring a sort of its own into the first screen.
        let mut cursors = BTreeMap::new();
        for scope in wanted {
            let whole = || self.wholes.get(scope).map(|whole| whole.head);
            if let Some(place) = memory.cursors.get(scope).copied().or_else(whole) {
                cursors.insert(*scope, place);
            }
        }
        Question::News { cursors, upto: None, waiting }
    }

    /// A page of a scope's rows has come.
    pub(super) fn whole(&mut self, scope: Scope, head: u64, rows: Vec<Row>, next: Option<String>) {
        let whole = self.wholes.or_insert_with(scope, || Whole { head, ..Whole::default() });
        for row in rows {
            whole.strange |= row.key().is_none();
            whole.rows.put(row);
        }
        whole.complete = next.is_none();
        whole.next = next;
    }

    /// The scope is not for this person.
    pub(super) fn denied(&mut self, scope: Scope) {
        self.wholes.remove(&scope);
        once(&mut self.denied, scope);
    }

    /// A page of news has come. `false`: it does not follow what was asked, and the pull must begin again.
    pub(super) fn news(&mut self, memory: &Memory, page: News) -> bool {
        let first = self.news.is_none();
        let gathered = self.news.get_or_insert_with(Gathered::default);
        if first {
            gathered.upto = page.upto;
            gathered.answers = page.answers;
        }
        for news in page.scopes {
            match news {
                ScopeNews::Delta { scope, from, to, changes, checksum } => {
                    let whole = || self.wholes.get(&scope).map(|whole| whole.head);
                    let known = gathered.cursors.get(&scope).or(memory.cursors.get(&scope)).copied().or_else(whole);
                    if known != Some(from) || to < from {
                        return false;
                    }
                    gathered.cursors.insert(scope, to);
                    gathered.changes.or_default(scope).extend(changes);
                    if let Some(sum) = checksum {
                        gathered.sums.insert(scope, sum);
                    }
                }
                ScopeNews::Reset { scope } => gathered.resets.push(scope),
                ScopeNews::Revoked { scope } => gathered.revoked.push(scope),
            }
        }
        true
    }

    /// The last page has come: everything moves together, from one moment to a later one.
    ///
    /// What is no longer for this person goes in any case. If a scope must be asked for whole, nothing else of this pull counts:
    /// verdicts must not come before their rows.
    pub(super) fn finish(&mut self, memory: &mut Memory, revoke: bool) -> Finished {
        let mut finished = Finished::default();
        let Some(gathered) = self.news.take() else { return finished };
        let lost: Vec<Scope> = gathered.revoked.into_iter().chain(std::mem::take(&mut self.denied)).collect();
        for scope in lost.iter().filter(|_| revoke) {
            let held = memory.rows.remove(scope).is_some() | memory.cursors.remove(scope).is_some();
            if held {
                finished.store.cleared.push(*scope);
            }
            self.wholes.remove(scope);
        }
        for scope in &gathered.resets {
            memory.cursors.remove(scope);
            self.wholes.remove(scope);
            finished.again = true;
        }
        if finished.again {
            return finished;
        }
        for (scope, changes) in gathered.changes.iter().filter(|(scope, _)| !lost.contains(scope)) {
            let fetched = self.wholes.contains_key(scope);
            self.take_in(memory, *scope, changes, &mut finished.store);
            memory.cursors.insert(*scope, gathered.cursors.get(scope).copied().unwrap_or_default());
            let sum = memory.rows.get(scope).map_or(0, sum_of);
            let comparable = !memory.strange.contains(scope);
            // Rows that were fetched whole this very moment are as good as they get; fetching them again would go on for ever.
            if comparable && !fetched && gathered.sums.get(scope).is_some_and(|expected| *expected != sum) {
                finished.mismatched.push(*scope);
            }
        }
        finished.answers = gathered.answers;
        finished
    }

    /// One scope's rows as of the new moment.
    fn take_in(&mut self, memory: &mut Memory, scope: Scope, changes: &[Logged], store: &mut Store) {
        let whole = self.wholes.remove(&scope);
        let rows = memory.rows.or_default(scope);
        let mut touched: BTreeSet<Key> = BTreeSet::new();
        if let Some(whole) = whole {
            rows.clone_from(&whole.rows);
            store.cleared.push(scope);
            touched.extend(rows.iter().filter_map(Row::key));
            memory.strange.retain(|strange| *strange != scope);
            if whole.strange {
                once(&mut memory.strange, scope);
            }
        }
        for Logged { seq: _, op } in changes {
            let key = match op {
                Op::Put { row } => row.key(),
                Op::Drop { key } => Some(key.clone()),
            };
            let Some(key) = key else {
                once(&mut memory.strange, scope);
                continue;
            };
            apply(rows, op);
            touched.insert(key);
        }
        for key in touched {
            match rows.get(&key) {
                Some(row) => store.puts.push((scope, row.clone())),
                None => store.drops.push((scope, key)),
            }
        }
    }
}

/// The list holds the scope, once.
fn once(list: &mut Vec<Scope>, scope: Scope) {
    if !list.contains(&scope) {
        list.push(scope);
    }
}

fn sum_of(rows: &Rows) -> u32 {
    rows.iter().filter_map(checksum::of_row).fold(0, u32::wrapping_add)
}
