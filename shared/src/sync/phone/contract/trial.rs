//! One phone on trial: every step is taken on its disk and on a memory, and a fresh window must read the same.

use std::fmt::Debug;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Disk, Handset, command, reason, row};
use crate::chance::splitmix64;
use crate::ids::{CommandId, DeviceId};
use crate::row::{Key, Row};
use crate::scope::Scope;
use crate::sync::phone::{Memory, Queue, Refused, Sealed, Sent, Store, Waiting};
use crate::sync::talk::Epoch;

/// One window of the phone, and what must be on its disk.
pub(super) struct Trial<'a, H: Handset> {
    handset: &'a H,
    window: H::Disk,
    wanted: Memory,
    scope: Scope,
    /// Commands made so far.
    made: u64,
    chance: u64,
}

fn words<E: Debug>(what: &str) -> impl Fn(E) -> String {
    move |error| format!("{what}: {error:?}")
}

/// The memory in an order in which two can be compared: tray and sent log have none of their own.
fn sorted(memory: &Memory) -> (Vec<Waiting>, Vec<Refused>, Vec<Sent>) {
    let Memory { outbox, mut tray, mut sent, .. } = memory.clone();
    tray.sort_by_key(|refused| refused.what.id());
    sent.sort_by_key(|sent| sent.what.id());
    (outbox, tray, sent)
}

impl<'a, H: Handset> Trial<'a, H> {
    pub(super) async fn begin(handset: &'a H) -> Result<Self, String> {
        let window = handset.open().await.map_err(words("an empty disk opens"))?;
        let wanted = Memory::new(window.recall().await.map_err(words("an empty disk is read"))?.device);
        Ok(Self { handset, window, wanted, scope: Scope::Own(handset.owner()), made: 0, chance: 20_260_714 })
    }

    /// A window that opens the disk now reads what is wanted.
    pub(super) async fn agrees(&self, what: &str) -> Result<(), String> {
        let fresh = self.handset.open().await.map_err(words(what))?;
        let (found, wanted) = (fresh.recall().await.map_err(words(what))?, &self.wanted);
        let same =
            |part: &str, so: bool| if so { Ok(()) } else { Err(format!("{what}: {part}: {found:?}, {wanted:?}")) };
        same("the incarnation", found.device == wanted.device)?;
        same("the next place", found.next_seq == wanted.next_seq)?;
        same("the epoch", found.epoch == wanted.epoch)?;
        same("the cursors", found.cursors == wanted.cursors)?;
        let rows = |memory: &Memory| memory.rows.get(&self.scope).cloned().unwrap_or_default();
        same("the rows", rows(&found) == rows(wanted))?;
        let ((outbox, tray, sent), wanted) = (sorted(&found), sorted(wanted));
        same("the queue", outbox == wanted.0)?;
        same("the tray", tray == wanted.1)?;
        same("the sent log", sent == wanted.2)
    }

    /// A new command goes to the end of the queue.
    async fn append(&mut self, window: &H::Disk) -> Result<Waiting, String> {
        self.made += 1;
        let wish = Waiting::Read(command(self.made, &format!("kerja {}", self.made)));
        let mut wanted = wish.clone();
        wanted.move_to(self.wanted.device, self.wanted.next_seq);
        let got = window.append(wish).await.map_err(words("a command is appended"))?;
        if got != wanted {
            return Err(format!("a command got the place {:?}, wanted was {:?}", got.place(), wanted.place()));
        }
        self.wanted.next_seq += 1;
        self.wanted.outbox.push(wanted);
        Ok(got)
    }

    async fn take_in(&mut self, store: &Store) -> Result<(), String> {
        self.window.take_in(store).await.map_err(words("a pull is written"))?;
        store.apply(&mut self.wanted);
        Ok(())
    }

    fn below(&mut self, count: u64) -> u64 {
        splitmix64(&mut self.chance) % count
    }

    /// A pull that has changed nothing yet.
    fn pull(&self) -> Store {
        let cursors = self.wanted.cursors.clone();
        Store { cursors, epoch: self.wanted.epoch, ..Store::default() }
    }

    fn row(&self, number: u64, rev: u32) -> Row {
        row(self.handset.owner(), number, rev, &format!("rencana {number} {rev}"))
    }

    fn key(&self, number: u64) -> Option<Key> {
        self.row(number, 0).key()
    }

    pub(super) async fn places_follow(&mut self) -> Result<(), String> {
        let other = self.handset.open().await.map_err(words("a second window opens"))?;
        let mine = self.handset.open().await.map_err(words("a third window opens"))?;
        for turn in 0..9 {
            self.append(if turn % 3 == 0 { &other } else { &mine }).await?;
        }
        self.agrees("nine commands of two windows").await
    }

    pub(super) async fn a_pull_is_whole(&mut self) -> Result<(), String> {
        let window = self.handset.open().await.map_err(words("a window opens"))?;
        let mut commands = Vec::new();
        for _ in 0..4 {
            commands.push(self.append(&window).await?);
        }
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let mut pull = self.pull();
        pull.puts = (1..=3).map(|number| (self.scope, self.row(number, 1))).collect();
        pull.cursors.insert(self.scope, 7);
        pull.epoch = Some(Epoch(5));
        pull.answered = vec![commands[0].id(), commands[2].id()];
        pull.sent = vec![Sent { what: commands[0].clone(), at }];
        pull.refused = vec![Refused { what: commands[2].clone(), reason: reason("belum") }];
        self.take_in(&pull).await?;
        self.agrees("a pull with everything").await?;
        let mut pull = self.pull();
        pull.drops = self.key(2).map(|key| (self.scope, key)).into_iter().collect();
        pull.forgotten = vec![commands[0].id()];
        self.take_in(&pull).await?;
        self.agrees("a pull that takes away").await?;
        let id = commands[2].id();
        self.window.discard(id).await.map_err(words("a refusal is discarded"))?;
        self.wanted.tray.clear();
        let mut pull = self.pull();
        pull.cleared = vec![self.scope];
        pull.cursors.clear();
        self.take_in(&pull).await?;
        self.agrees("a pull that begins anew").await
    }

    pub(super) async fn late_comers_stay_behind(&mut self) -> Result<(), String> {
        let window = self.handset.open().await.map_err(words("a window opens"))?;
        for _ in 0..3 {
            self.append(&window).await?;
        }
        let mut queue = self.renumbered();
        self.append(&window).await?;
        // One that this build cannot read is in the queue as well.
        let (device, seq) = (queue.device, queue.next_seq);
        let (id, sealed) = (CommandId(Uuid::from_u128(0xE0)), r#"{"of":"tomorrow"}"#.to_owned());
        queue.outbox.push(Waiting::Sealed(Sealed { id, device, seq, sealed }));
        queue.next_seq += 1;
        let pull = Store { queue: Some(queue), ..self.pull() };
        self.take_in(&pull).await?;
        self.agrees("a queue that is written anew").await?;
        self.append(&window).await?;
        self.agrees("a command after that").await
    }

    /// The queue under a fresh incarnation.
    fn renumbered(&mut self) -> Queue {
        let device = DeviceId(Uuid::from_u128(u128::from(splitmix64(&mut self.chance))));
        let mut outbox = self.wanted.outbox.clone();
        let mut next_seq = 1;
        for waiting in &mut outbox {
            waiting.move_to(device, next_seq);
            next_seq += 1;
        }
        Queue { device, next_seq, outbox }
    }

    pub(super) async fn anything_goes(&mut self) -> Result<(), String> {
        let window = self.handset.open().await.map_err(words("a window opens"))?;
        for step in 0..60 {
            match self.below(5) {
                0 | 1 => drop(self.append(&window).await?),
                2 => {
                    let waiting = self.wanted.outbox.iter().map(Waiting::id);
                    let known: Vec<_> =
                        waiting.chain(self.wanted.tray.iter().map(|refused| refused.what.id())).collect();
                    if let Some(id) = known.get(usize::try_from(self.below(9)).unwrap_or(0)) {
                        self.window.discard(*id).await.map_err(words("a command is discarded"))?;
                        self.wanted.outbox.retain(|waiting| waiting.id() != *id);
                        self.wanted.tray.retain(|refused| refused.what.id() != *id);
                    }
                }
                _ => {
                    let pull = self.some_pull(step);
                    self.take_in(&pull).await?;
                }
            }
            self.agrees(&format!("step {step}")).await?;
        }
        Ok(())
    }

    /// A pull that a core could ask for.
    fn some_pull(&mut self, step: u64) -> Store {
        let mut pull = self.pull();
        if self.below(8) == 0 {
            pull.cleared = vec![self.scope];
        }
        for _ in 0..self.below(4) {
            let number = self.below(6);
            pull.drops.extend(self.key(number).map(|key| (self.scope, key)));
        }
        for rev in 0..3 {
            let number = self.below(6);
            pull.puts.push((self.scope, self.row(number, rev)));
        }
        pull.cursors.insert(self.scope, step);
        pull.epoch = Some(Epoch(1 + step / 20));
        if let Some(first) = self.wanted.outbox.first().cloned() {
            pull.answered = vec![first.id()];
            if self.below(2) == 0 {
                pull.refused = vec![Refused { what: first, reason: reason("tidak") }];
            } else {
                pull.sent = vec![Sent { what: first, at: DateTime::<Utc>::UNIX_EPOCH }];
            }
        }
        if self.below(3) == 0 {
            pull.forgotten = self.wanted.sent.first().map(|sent| sent.what.id()).into_iter().collect();
        }
        if self.below(4) == 0 {
            let mut queue = self.renumbered();
            queue.outbox.retain(|waiting| !pull.answered.contains(&waiting.id()));
            pull.queue = Some(queue);
        }
        pull
    }
}
