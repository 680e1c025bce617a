//! A phone's disk: transactions that are safe at once, and transactions that a power cut may take back.

use super::photo::Pictures;
use crate::command::Command;
use crate::ids::{CommandId, DeviceId};
use crate::row::Key;
use crate::scope::Scope;
use crate::sync::phone::{Memory, Store, Waiting};

/// One transaction.
#[derive(Clone, Debug)]
enum Tx {
    Store(Box<Store>),
    Append(Box<Command>, Pictures),
    /// With the photos that nothing else speaks of.
    Discard(CommandId, Vec<String>),
    PictureSent(String),
    /// The new build asks for every scope whole.
    ForgetCursors,
}

/// A disk. `safe` is what a power cut leaves at least.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    safe: Memory,
    now: Memory,
    safe_pictures: Pictures,
    pictures: Pictures,
    pending: Vec<Tx>,
}

impl Disk {
    pub(super) const fn new(device: DeviceId) -> Self {
        Self {
            safe: Memory::new(device),
            now: Memory::new(device),
            safe_pictures: Pictures::new(),
            pictures: Pictures::new(),
            pending: Vec::new(),
        }
    }

    pub(super) const fn now(&self) -> &Memory {
        &self.now
    }

    /// Photos that have not left yet.
    pub(super) const fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Puts a command at the end of the queue, gives it its place, and keeps its photos, in one transaction.
    pub(super) fn append(&mut self, command: Command, pictures: Pictures, strict: bool) -> Command {
        let command = Command { device: self.now.device, seq: self.now.next_seq, ..command };
        self.write(Tx::Append(Box::new(command.clone()), pictures), strict);
        command
    }

    pub(super) fn store(&mut self, store: &Store) {
        self.write(Tx::Store(Box::new(store.clone())), false);
    }

    pub(super) fn discard(&mut self, id: CommandId, loose: Vec<String>) {
        self.write(Tx::Discard(id, loose), true);
    }

    pub(super) fn picture_sent(&mut self, name: &str) {
        self.write(Tx::PictureSent(name.to_owned()), false);
    }

    pub(super) fn forget_cursors(&mut self) {
        self.write(Tx::ForgetCursors, false);
    }

    fn write(&mut self, tx: Tx, strict: bool) {
        tx.apply(&mut self.now, &mut self.pictures);
        self.pending.push(tx);
        if strict {
            self.flush();
        }
    }

    /// Everything is safe.
    fn flush(&mut self) {
        for tx in self.pending.drain(..) {
            tx.apply(&mut self.safe, &mut self.safe_pictures);
        }
    }

    pub(super) const fn relaxed(&self) -> usize {
        self.pending.len()
    }

    /// A power cut takes the last `lost` relaxed transactions.
    pub(super) fn cut(&mut self, lost: usize) {
        let kept = self.pending.len().saturating_sub(lost);
        self.pending.truncate(kept);
        self.flush();
        self.now.clone_from(&self.safe);
        self.pictures.clone_from(&self.safe_pictures);
    }

    /// Some of what waits was written by a build that this one cannot read.
    pub(super) fn seal(&mut self, mut change: impl FnMut(&Waiting) -> Option<Waiting>) {
        self.flush();
        for waiting in &mut self.safe.outbox {
            if let Some(other) = change(waiting) {
                *waiting = other;
            }
        }
        self.now.clone_from(&self.safe);
    }

    /// A row is gone, and nobody knows.
    pub(super) fn rot(&mut self, scope: Scope, key: &Key) {
        self.flush();
        if let Some(rows) = self.safe.rows.get_mut(&scope) {
            rows.remove(key);
        }
        self.now.clone_from(&self.safe);
    }
}

impl Tx {
    fn apply(&self, memory: &mut Memory, held: &mut Pictures) {
        match self {
            Self::Store(store) => store.apply(memory),
            Self::Append(command, pictures) => {
                held.extend(pictures.clone());
                memory.next_seq = memory.next_seq.max(command.seq + 1);
                memory.outbox.push(Waiting::Read((**command).clone()));
            }
            Self::Discard(id, loose) => {
                held.retain(|name, _| !loose.contains(name));
                memory.outbox.retain(|waiting| waiting.id() != *id);
                memory.tray.retain(|refused| refused.what.id() != *id);
            }
            Self::PictureSent(name) => drop(held.remove(name)),
            Self::ForgetCursors => memory.cursors.clear(),
        }
    }
}
