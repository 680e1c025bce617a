//! What becomes of commands: places given anew, verdicts taken in, and the sent log offered to a restored server.

use chrono::{DateTime, TimeDelta, Utc};

use super::memory::{Queue, Refused, Sent, Store, Waiting};
use super::{Effect, Note, Phone, RENUMBERINGS_MAX};
use crate::command::Command;
use crate::ids::DeviceId;
use crate::sync::defence::Defence;
use crate::sync::line::{Fault, Line};
use crate::sync::talk::Epoch;
use crate::sync::wire::{Answer, Verdict};

/// Days for which an accepted command is kept. A backup older than this is no backup.
const SENT_DAYS: i64 = 30;

impl Phone {
    /// A command that was appended under an older incarnation, while the queue was being renumbered, gets its place now.
    pub(super) fn saved(&mut self, command: Command) -> Vec<Effect> {
        let mut waiting = Waiting::Read(command);
        let (device, seq) = waiting.place();
        let mut effects = Vec::new();
        if device == self.memory.device && seq >= self.memory.next_seq {
            self.memory.next_seq = seq + 1;
            self.memory.outbox.push(waiting);
        } else {
            waiting.move_to(self.memory.device, self.memory.next_seq);
            self.memory.next_seq += 1;
            self.memory.outbox.push(waiting);
            effects.push(self.stored(Store { queue: Some(self.memory.queue()), ..Store::default() }));
        }
        effects.append(&mut self.go());
        effects
    }

    /// The device's history and the server's have parted: what waits gets new places under a fresh incarnation. What the
    /// server knows already it recognises by its id.
    pub(super) fn renumber(&mut self, fresh: DeviceId) -> Vec<Effect> {
        self.renumberings += 1;
        if self.renumberings > RENUMBERINGS_MAX {
            self.renumberings = 0;
            return self.failed(Fault::Busy);
        }
        self.memory.renumber(fresh);
        let store = self.stored(Store { queue: Some(self.memory.queue()), ..Store::default() });
        vec![Effect::Note(Note::Renumbered), store, self.push()]
    }

    /// Compares epochs. Another one than before means that the server was restored from a backup: its logs are not the ones
    /// that the cursors speak of, and it may have forgotten what it had accepted.
    pub(super) fn meet(&mut self, epoch: Epoch, fresh: DeviceId) -> Option<Vec<Effect>> {
        let before = self.memory.epoch.replace(epoch);
        if before.is_none_or(|before| before == epoch) {
            return None;
        }
        if !self.defences.stands(Defence::Epoch) {
            return None;
        }
        self.run = super::Run::default();
        self.memory.cursors.clear();
        let forgotten = self.memory.sent.iter().map(|sent| sent.what.id()).collect();
        let mut outbox: Vec<Waiting> = self.memory.sent.drain(..).map(|sent| sent.what).collect();
        if !self.defences.stands(Defence::SentLog) {
            outbox.clear();
        }
        let again = |waiting: &Waiting| !outbox.iter().any(|known| known.id() == waiting.id());
        let rest: Vec<Waiting> = self.memory.outbox.drain(..).filter(again).collect();
        outbox.extend(rest);
        self.memory.outbox = outbox;
        self.memory.renumber(fresh);
        let queue: Queue = self.memory.queue();
        let store = self.stored(Store { forgotten, queue: Some(queue), ..Store::default() });
        self.flying = false;
        let mut effects = vec![Effect::Note(Note::Restored), store];
        effects.append(&mut self.go());
        Some(effects)
    }

    /// A pull has come to its end: rows, cursors, outbox, tray and sent log move together.
    pub(super) fn finished(&mut self, server_time: DateTime<Utc>, older: bool) -> Vec<Effect> {
        let finished = self.run.finish(&mut self.memory, self.defences.stands(Defence::Revoke));
        self.line = Line::Up;
        (self.failures, self.renumberings) = (0, 0);
        let mut effects = Vec::new();
        for scope in finished.mismatched.iter().filter(|_| self.defences.stands(Defence::Checksum)) {
            self.memory.cursors.remove(scope);
            effects.push(Effect::Note(Note::Mismatch(*scope)));
        }
        let behind = !older && self.defences.stands(Defence::OlderNode) && self.catch_up();
        let doubtful = behind || !effects.is_empty();
        let mut store = finished.store;
        self.take_verdicts(&mut store, finished.answers, server_time);
        self.forget_old(&mut store, server_time);
        let moved = !store.answered.is_empty();
        effects.push(self.stored(store));
        effects.append(&mut self.rest(finished.again || doubtful, moved));
        effects
    }

    fn rest(&mut self, more: bool, moved: bool) -> Vec<Effect> {
        self.flying = false;
        if more || self.again || (moved && !self.memory.outbox.is_empty()) {
            self.go()
        } else if self.memory.outbox.is_empty() {
            vec![Effect::SendPhotos]
        } else {
            vec![Effect::WakeAfter { pause_ms: 2_000 }]
        }
    }

    fn take_verdicts(&mut self, store: &mut Store, answers: Vec<Answer>, at: DateTime<Utc>) {
        for answer in answers {
            let Some(place) = self.memory.outbox.iter().position(|waiting| waiting.id() == answer.id) else {
                continue;
            };
            let what = self.memory.outbox.remove(place);
            store.answered.push(answer.id);
            match answer.verdict {
                Verdict::Accepted => store.sent.push(Sent { what, at }),
                Verdict::Rejected { reason } if self.defences.stands(Defence::Tray) => {
                    store.refused.push(Refused { what, reason });
                }
                Verdict::Rejected { reason: _ } => {}
            }
        }
        self.memory.sent.extend(store.sent.iter().cloned());
        self.memory.tray.extend(store.refused.iter().cloned());
    }

    fn forget_old(&mut self, store: &mut Store, now: DateTime<Utc>) {
        let old = |sent: &Sent| now - sent.at > TimeDelta::days(SENT_DAYS);
        store.forgotten.extend(self.memory.sent.iter().filter(|sent| old(sent)).map(|sent| sent.what.id()));
        self.memory.sent.retain(|sent| !old(sent));
    }

    /// Verdicts taken from the answer to a push: what a phone without the defence would do.
    pub(super) fn settle(&mut self, answers: Vec<Answer>) -> Vec<Effect> {
        let mut store = Store::default();
        let at = self.heard_at.unwrap_or_default();
        self.take_verdicts(&mut store, answers, at);
        vec![self.stored(store)]
    }

    /// A transaction with the cursors and the epoch as they are now. A scope that an older node has told has none on the disk, so
    /// that it is not forgotten.
    fn stored(&self, mut store: Store) -> Effect {
        store.cursors.clone_from(&self.memory.cursors);
        if self.defences.stands(Defence::OlderNode) {
            store.cursors.retain(|scope, _| !self.lacking.contains(scope));
        }
        store.epoch = self.memory.epoch;
        Effect::Store(Box::new(store))
    }
}
