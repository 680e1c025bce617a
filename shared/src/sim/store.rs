//! The simulator's database: snapshots, transactions that can conflict, backups, and a journal for the auditor.
//!
//! Every look and every commit first lets others go ahead, so that the tasks of two nodes interleave at each of them.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use super::chance::Chance;
use crate::change::{Change, Op};
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::sync::checksum;
use crate::sync::defence::{Defence, Defences};
use crate::sync::office::{Batch, Head, Known, Look, Record, Seen, Step, Store, Stretch, Trouble};
use crate::sync::talk::{Epoch, Logged};

/// One life of the database.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) epoch: Epoch,
    pub(super) rows: Rows,
    commands: BTreeMap<CommandId, Known>,
    devices: BTreeMap<DeviceId, u64>,
    pub(super) heads: BTreeMap<Scope, Head>,
    log: BTreeMap<Scope, BTreeMap<u64, Op>>,
    pub(super) live: BTreeMap<Scope, BTreeMap<Key, Row>>,
    /// Parts of photos, by owner and name, and when somebody touched them.
    pub(super) parcels: BTreeMap<(EmployeeId, String), (u64, Vec<u8>)>,
    /// Photos that are whole.
    pub(super) photos: BTreeMap<(EmployeeId, String), Vec<u8>>,
}

/// One commit, as the auditor reads it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) step: Option<Step>,
    pub(super) record: Option<Record<()>>,
    pub(super) changes: Vec<Change>,
    /// Places given in each scope, the last one.
    pub(super) heads: Vec<(Scope, u64)>,
}

struct Inner {
    state: State,
    journal: Vec<Entry>,
    commits: u64,
    chance: Chance,
    /// One commit in so many finds a conflict that is none.
    conflict_in: u64,
    conflicts: u64,
}

/// The database. Handles of it are the stores that the server's tasks use.
#[derive(Clone)]
pub struct SimStore {
    inner: Arc<Mutex<Inner>>,
    defences: Defences,
    /// The number of the last commit that this handle's last look at heads could see.
    pub(super) seen_at: Arc<AtomicU64>,
}

/// Lets others go ahead, once.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl SimStore {
    /// An empty database.
    #[must_use]
    pub fn new(chance: Chance, defences: Defences) -> Self {
        let state = State { epoch: Epoch(1), ..State::default() };
        let inner = Inner { state, journal: Vec::new(), commits: 0, chance, conflict_in: 0, conflicts: 0 };
        Self { inner: Arc::new(Mutex::new(inner)), defences, seen_at: Arc::default() }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A handle for one task.
    pub(super) fn handle(&self) -> Self {
        Self { seen_at: Arc::default(), ..self.clone() }
    }

    pub(super) fn conflict_in(&self, count: u64) {
        self.inner().conflict_in = count;
    }

    /// Conflicts since the last question.
    pub(super) fn conflicts(&self) -> u64 {
        std::mem::take(&mut self.inner().conflicts)
    }

    pub(super) fn journal(&self) -> Vec<Entry> {
        std::mem::take(&mut self.inner().journal)
    }

    pub(super) fn commits(&self) -> u64 {
        self.inner().commits
    }

    pub(super) fn backup(&self) -> State {
        self.inner().state.clone()
    }

    /// Back to an earlier day, under another epoch.
    pub(super) fn restore(&self, mut state: State, epoch: Epoch) {
        state.epoch = epoch;
        self.inner().state = state;
    }

    /// Reads the current state.
    pub(super) fn with<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.inner().state)
    }

    /// Changes the current state, past the log.
    pub(super) fn change<T>(&self, write: impl FnOnce(&mut State) -> T) -> T {
        write(&mut self.inner().state)
    }

    /// A transaction about a photo, which can find a conflict like any other.
    pub(super) fn write_photo(&self, write: impl FnOnce(&mut State) -> bool) -> bool {
        let mut inner = self.inner();
        let conflict_in = inner.conflict_in;
        let written = !inner.chance.one_in(conflict_in) && write(&mut inner.state);
        inner.conflicts += u64::from(!written);
        written
    }

    /// Lets others go ahead.
    pub(super) async fn others_first(&self) {
        Yield(false).await;
    }
}

impl Store for SimStore {
    type Payload = ();
    type Error = std::convert::Infallible;

    async fn look(&self, look: &Look) -> Result<Seen, Self::Error> {
        Yield(false).await;
        let inner = self.inner();
        if !look.heads.is_empty() {
            self.seen_at.store(inner.commits, Ordering::Relaxed);
        }
        Ok(inner.state.look(look))
    }

    async fn commit(&self, batch: Batch<()>) -> Result<Vec<(Scope, u64)>, Trouble<Self::Error>> {
        Yield(false).await;
        let early = if self.defences.stands(Defence::HeadInTransaction) {
            None
        } else {
            // What a sequence or a counter apart from the transaction does: the place is given, and seen, before its change.
            let heads = self.inner().state.count_up(&batch.changes);
            Yield(false).await;
            Some(heads)
        };
        let mut inner = self.inner();
        let conflict_in = inner.conflict_in;
        if inner.chance.one_in(conflict_in) || !inner.state.allows(&batch, self.defences) {
            inner.conflicts += 1;
            return Err(Trouble::Conflict);
        }
        let heads = early.unwrap_or_else(|| inner.state.count_up(&batch.changes));
        inner.state.write(&batch, &heads);
        inner.commits += 1;
        let Batch { step, record, changes, .. } = batch;
        inner.journal.push(Entry { step, record, changes, heads: heads.clone() });
        Ok(heads)
    }

    async fn pause(&self, _: u32) {
        Yield(false).await;
    }
}

impl State {
    fn look(&self, look: &Look) -> Seen {
        let page = look.live.as_ref().map(|(scope, mark, max)| self.page(*scope, mark.as_deref(), *max));
        let (live, next) = page.unwrap_or_default();
        Seen {
            epoch: self.epoch,
            rows: look.rows.iter().filter_map(|key| self.rows.get(key).cloned()).collect(),
            commands: look.commands.iter().filter_map(|id| Some((*id, self.commands.get(id)?.clone()))).collect(),
            last: look.device.and_then(|device| self.devices.get(&device).copied()).unwrap_or(0),
            heads: look.heads.iter().map(|scope| (*scope, self.head(*scope))).collect(),
            log: look.log.iter().map(|stretch| self.stretch(stretch)).collect(),
            live,
            next,
        }
    }

    fn head(&self, scope: Scope) -> Head {
        self.heads.get(&scope).copied().unwrap_or(Head { sum: Some(0), ..Head::default() })
    }

    fn stretch(&self, stretch: &Stretch) -> Vec<Logged> {
        let Some(log) = self.log.get(&stretch.scope).filter(|_| stretch.after < stretch.upto) else {
            return Vec::new();
        };
        let range = log.range(stretch.after + 1..=stretch.upto).take(stretch.changes_max);
        range.map(|(seq, op)| Logged { seq: *seq, op: op.clone() }).collect()
    }

    /// A page begins with the row that its mark names.
    fn page(&self, scope: Scope, mark: Option<&str>, rows_max: usize) -> (Vec<Row>, Option<String>) {
        let Some(live) = self.live.get(&scope) else { return Default::default() };
        let begin = mark.and_then(|mark| mark.split_once(':')).map(|(kind, id)| (kind.to_owned(), id.to_owned()));
        let begun = |key: &Key| begin.as_ref().is_none_or(|(kind, id)| (&key.kind, &key.id) >= (kind, id));
        let mut rest = live.iter().filter(|(key, _)| begun(key));
        let rows = rest.by_ref().take(rows_max).map(|(_, row)| row.clone()).collect();
        (rows, rest.next().map(|(key, _)| key.to_string()))
    }

    /// Is everything still as the batch says?
    fn allows(&self, batch: &Batch<()>, defences: Defences) -> bool {
        let reads = batch.reads.iter().all(|(key, rev)| self.rows.get(key).map_or(0, Row::rev) == *rev);
        let step = |step: &Step| self.devices.get(&step.device).copied().unwrap_or(0) == step.from;
        let fresh = |record: &Record<()>| !self.commands.contains_key(&record.id) || !defences.stands(Defence::Dedupe);
        reads
            && batch.epoch == self.epoch
            && batch.step.as_ref().is_none_or(step)
            && batch.record.as_ref().is_none_or(fresh)
    }

    /// The heads of all scopes touched, counted up by one for each change.
    fn count_up(&mut self, changes: &[Change]) -> Vec<(Scope, u64)> {
        let mut moved = BTreeMap::new();
        for scope in changes.iter().flat_map(|change| &change.scopes) {
            let head = self.heads.entry(*scope).or_insert(Head { sum: Some(0), ..Head::default() });
            head.seq += 1;
            moved.insert(*scope, head.seq);
        }
        moved.into_iter().collect()
    }

    fn write(&mut self, batch: &Batch<()>, heads: &[(Scope, u64)]) {
        if let Some(step) = batch.step {
            self.devices.insert(step.device, step.to);
        }
        if let Some(record) = &batch.record {
            self.commands.insert(record.id, Known { actor: record.actor, verdict: record.verdict.clone() });
        }
        for change in &batch.changes {
            crate::change::apply(&mut self.rows, &change.op);
        }
        for (scope, head) in heads {
            let changes: Vec<&Change> = batch.changes.iter().filter(|change| change.scopes.contains(scope)).collect();
            for (seq, change) in (head + 1 - changes.len() as u64..).zip(changes) {
                self.log_one(*scope, seq, &change.op);
            }
        }
        for (scope, floor) in &batch.floors {
            let head = self.heads.entry(*scope).or_default();
            head.floor = head.floor.max(*floor);
            let log = self.log.entry(*scope).or_default();
            *log = log.split_off(&(floor + 1));
        }
    }

    fn log_one(&mut self, scope: Scope, seq: u64, op: &Op) {
        let live = self.live.entry(scope).or_default();
        let (left, came) = match op {
            Op::Put { row } => {
                let before = row.key().and_then(|key| live.insert(key, row.clone()));
                (before, checksum::of_row(row))
            }
            Op::Drop { key } => (live.remove(key), None),
        };
        let left = left.as_ref().and_then(checksum::of_row).unwrap_or(0);
        let head = self.heads.entry(scope).or_default();
        head.sum = head.sum.map(|sum| sum.wrapping_add(came.unwrap_or(0)).wrapping_sub(left));
        self.log.entry(scope).or_default().insert(seq, op.clone());
    }
}
