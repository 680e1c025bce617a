//! Push: each command is one transaction with its verdict. Identity is the command's id; order is (incarnation, place).

use chrono::{DateTime, Utc};

use super::{Arrived, Batch, Look, Office, Record, Step, Store, TRIES_MAX, Trouble};
use crate::actor::Actor;
use crate::change::Change;
use crate::command::Command;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, decide, needs};
use crate::scope::Scope;
use crate::sync::defence::Defence;
use crate::sync::talk::{Epoch, Push, Pushed, Stop};
use crate::sync::wire::{Answer, Verdict};

/// Rounds of asking which rows are needed; each round can only reach one step further.
const ROUNDS_MAX: usize = 40;
/// The first protocol in which places are checked. An older phone leaves holes when something is discarded.
const PROTOCOL_WITH_PLACES: u16 = 2;

/// From where a command comes, and whether its place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// A device has sent it, and it must follow that device's last one.
    Device,
    /// A device has sent it, and it need not: a phone's of protocol 1.
    Loose,
    /// The office gives it itself, and it need not: the operator's, an import's, a citizen's.
    Free,
}

/// What became of one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was decided, now or earlier; these scopes have moved now.
    Decided(Verdict, Vec<(Scope, u64)>),
    /// It was not looked at.
    Stopped(Stop),
}

/// What was decided, and on which rows.
struct Decision {
    verdict: Verdict,
    reads: Vec<(Key, u32)>,
    changes: Vec<Change>,
    before: Rows,
}

impl<S: Store> Office<'_, S> {
    /// Takes the commands in their order, until the end or until one does not follow. Also tells which scopes have moved.
    ///
    /// # Errors
    /// The store is out of reach, or too many others write at once. The command in question was not decided, and everything may
    /// be sent again.
    pub async fn push(
        &self,
        actor: Actor,
        push: Push<Arrived<S::Payload>>,
        now: DateTime<Utc>,
    ) -> Result<(Pushed, Vec<(Scope, u64)>), Trouble<S::Error>> {
        let order = if push.protocol < PROTOCOL_WITH_PLACES { Order::Loose } else { Order::Device };
        let (mut answers, mut moved, mut stop) = (Vec::with_capacity(push.commands.len()), Vec::new(), None);
        for arrived in &push.commands {
            match self.take(actor, arrived, order, push.epoch, now).await? {
                Taken::Decided(verdict, mut heads) => {
                    answers.push(Answer { id: arrived.id, verdict });
                    moved.append(&mut heads);
                }
                Taken::Stopped(why) => {
                    stop = Some(why);
                    break;
                }
            }
        }
        let epoch = self.store.look(&Look::default()).await?.epoch;
        Ok((Pushed { answers, stop, epoch, server_time: now }, moved))
    }

    /// Takes one command. The same command a second time gets the first answer.
    ///
    /// # Errors
    /// As [`Office::push`].
    pub async fn take(
        &self,
        actor: Actor,
        arrived: &Arrived<S::Payload>,
        order: Order,
        epoch: Option<Epoch>,
        now: DateTime<Utc>,
    ) -> Result<Taken, Trouble<S::Error>> {
        for tries in 0..TRIES_MAX {
            match self.try_once(actor, arrived, order, epoch, now).await {
                Err(Trouble::Conflict) => self.store.pause(tries).await,
                done => return done,
            }
        }
        Err(Trouble::Conflict)
    }

    async fn try_once(
        &self,
        actor: Actor,
        arrived: &Arrived<S::Payload>,
        order: Order,
        epoch: Option<Epoch>,
        now: DateTime<Utc>,
    ) -> Result<Taken, Trouble<S::Error>> {
        let look = Look { commands: vec![arrived.id], device: Some(arrived.device), ..Look::default() };
        let seen = self.store.look(&look).await?;
        if epoch.is_some_and(|epoch| epoch != seen.epoch) && self.defences.stands(Defence::Epoch) {
            return Ok(Taken::Stopped(Stop::Restored));
        }
        let mut batch = Batch::new(seen.epoch, now);
        batch.step = match order {
            Order::Device => Some(Step { device: arrived.device, from: seen.last, to: arrived.seq }),
            Order::Loose | Order::Free => None,
        };
        let follows = order != Order::Device || arrived.seq == seen.last + 1;
        if let Some(known) = seen.commands.get(&arrived.id).filter(|_| self.defences.stands(Defence::Dedupe)) {
            if follows && order == Order::Device {
                self.store.commit(batch).await?;
            }
            return Ok(Taken::Decided(told(&known.verdict, known.actor, actor), Vec::new()));
        }
        if !follows && let Some(stop) = self.parted(arrived.seq, seen.last) {
            return Ok(Taken::Stopped(stop));
        }
        let decision = self.consider(actor, arrived.command.as_ref(), order, now).await?;
        let verdict = decision.verdict.clone();
        if self.defences.stands(Defence::Guards) {
            batch.reads = decision.reads;
        }
        (batch.changes, batch.before) = (decision.changes, decision.before);
        let record = Record {
            id: arrived.id,
            actor,
            device: arrived.device,
            seq: arrived.seq,
            payload: arrived.payload.clone(),
            verdict: decision.verdict,
        };
        if !self.defences.stands(Defence::VerdictInTransaction) {
            let later = Batch { record: Some(record), ..Batch::new(batch.epoch, now) };
            let heads = self.store.commit(batch).await?;
            self.store.commit(later).await?;
            return Ok(Taken::Decided(verdict, heads));
        }
        batch.record = Some(record);
        let heads = self.store.commit(batch).await?;
        Ok(Taken::Decided(verdict, heads))
    }

    /// A place that does not follow the last one.
    fn parted(&self, seq: u64, last: u64) -> Option<Stop> {
        let (defence, stop) =
            if seq <= last { (Defence::Fork, Stop::Fork { last }) } else { (Defence::Gap, Stop::Gap { last }) };
        self.defences.stands(defence).then_some(stop)
    }

    /// Asks the rule. A command that cannot be understood is refused and kept, so that it blocks nobody and is not lost.
    async fn consider(
        &self,
        actor: Actor,
        command: Option<&Command>,
        order: Order,
        now: DateTime<Utc>,
    ) -> Result<Decision, S::Error> {
        let refused = |refusal: Refusal| Verdict::Rejected { reason: refusal.spoken() };
        let Some(command) = command else {
            let (reads, changes, before) = Default::default();
            return Ok(Decision { verdict: refused(Refusal::Unreadable), reads, changes, before });
        };
        let sent = Ctx::on_server(actor, now, command.made_at);
        let ctx = if order == Order::Free { sent.within() } else { sent };
        let (rows, reads) = self.look_for(command, &ctx).await?;
        let (verdict, changes) = match decide(&command.action, &rows, &ctx) {
            Ok(changes) => (Verdict::Accepted, changes),
            Err(refusal) => (refused(refusal), Vec::new()),
        };
        Ok(Decision { verdict, reads, changes, before: rows })
    }

    /// Fetches the rows that the rule needs, until it needs no more. Also tells which revision of each was seen. They may be of
    /// several moments; the commit finds out if that mattered.
    async fn look_for(&self, command: &Command, ctx: &Ctx) -> Result<(Rows, Vec<(Key, u32)>), S::Error> {
        let mut rows = Rows::default();
        let mut asked: Vec<Key> = Vec::new();
        for _ in 0..ROUNDS_MAX {
            let mut wanted = needs(&command.action, &rows, ctx);
            wanted.retain(|key| !asked.contains(key));
            wanted.sort();
            wanted.dedup();
            if wanted.is_empty() {
                break;
            }
            let look = Look { rows: wanted, ..Look::default() };
            let seen = self.store.look(&look).await?;
            seen.rows.iter().for_each(|row| rows.put(row.clone()));
            asked.extend(look.rows);
        }
        let rev = |key: &Key| rows.get(key).map_or(0, Row::rev);
        let reads = asked.into_iter().map(|key| (key.clone(), rev(&key))).collect();
        Ok((rows, reads))
    }
}

/// The verdict on a command, as its own author hears it; nobody hears of another's.
pub(super) fn told(verdict: &Verdict, author: Actor, asker: Actor) -> Verdict {
    if author == asker { verdict.clone() } else { Verdict::Rejected { reason: Refusal::NotAllowed.spoken() } }
}
