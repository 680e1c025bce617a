//! The phone's side. Told what happened ([`Input`]), it answers what to do ([`Effect`]).
//!
//! What it promises: a command stays in the outbox until a pull brings its verdict; rejected commands go to the tray with
//! their reason; confirmed rows are only ever changed by a pull; the view is those rows overlaid with the outbox.

use chrono::{DateTime, Utc};

pub use super::line::{Fault, Line};
pub use super::memory::{Memory, Refused, Store};
use super::wire::{PROTOCOL, PUSH_COMMANDS_MAX, PullReply, PullRequest, PushReply, PushRequest, Verdict};
use crate::actor::Actor;
use crate::change::{Op, apply};
use crate::command::{Action, Command};
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::refusal::Refusal;
use crate::row::{Row, Rows};
use crate::rule::{Ctx, decide};
use crate::scope::Scope;

/// Longest pause between two tries, in milliseconds.
const PAUSE_MS_MAX: u32 = 60_000;

/// What happened.
#[derive(Clone, Debug)]
pub enum Input {
    /// A command is durably in the outbox on disk.
    Saved(Command),
    /// The person discarded a waiting or refused command; disk knows.
    Discarded(CommandId),
    /// A moment to look: timer, network back, page visible, live hint, *Kirim sekarang*, signed in.
    Wake,
    /// The answer to a push.
    Pushed(Result<PushReply, Fault>),
    /// The answer to a pull.
    Pulled(Box<Result<PullReply, Fault>>),
}

/// What to do. Effects are carried out in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send these.
    Push(PushRequest<Command>),
    /// Ask for news.
    Pull(PullRequest),
    /// Write this in one transaction.
    Store(Box<Store>),
    /// Come back with [`Input::Wake`] after this long.
    WakeAfter {
        /// Milliseconds.
        pause_ms: u32,
    },
    /// The queue is empty and the line is up: photos may travel now.
    SendPhotos,
}

/// The phone's side of the sync.
#[derive(Clone, Debug)]
pub struct Client {
    device: DeviceId,
    owner: EmployeeId,
    memory: Memory,
    line: Line,
    /// When the office last answered, by the server's clock.
    heard_at: Option<DateTime<Utc>>,
    flying: bool,
    again: bool,
    failures: u32,
}

impl Client {
    /// A client that remembers.
    #[must_use]
    pub fn restored(device: DeviceId, owner: EmployeeId, memory: Memory) -> Self {
        Self { device, owner, memory, line: Line::Unknown, heard_at: None, flying: false, again: false, failures: 0 }
    }

    /// The device's next place in its own order.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        let waiting = self.memory.outbox.iter().map(|command| command.seq).max();
        waiting.unwrap_or(0) + 1
    }

    /// Commands that have not been answered, oldest first.
    #[must_use]
    pub fn outbox(&self) -> &[Command] {
        &self.memory.outbox
    }

    /// Commands that were refused.
    #[must_use]
    pub fn tray(&self) -> &[Refused] {
        &self.memory.tray
    }

    /// How the line is.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// When the office last answered.
    #[must_use]
    pub const fn heard_at(&self) -> Option<DateTime<Utc>> {
        self.heard_at
    }

    /// Is an exchange under way?
    #[must_use]
    pub const fn is_flying(&self) -> bool {
        self.flying
    }

    /// May it happen, as far as the phone knows? `Err` is shown at once and nothing is saved.
    ///
    /// # Errors
    /// The refusal of the rule.
    pub fn promise(&self, action: &Action, now: DateTime<Utc>) -> Result<(), Refusal> {
        decide(action, &self.view(now), &Ctx::on_phone(self.actor(), now, now)).map(drop)
    }

    /// What the person sees: confirmed rows overlaid with what waits. A waiting command that the phone would now refuse
    /// is left out here, and is still sent: the server decides.
    #[must_use]
    pub fn view(&self, now: DateTime<Utc>) -> Rows {
        let mut rows = self.memory.rows.clone();
        for command in &self.memory.outbox {
            let ctx = Ctx::on_phone(self.actor(), now, command.made_at);
            for change in decide(&command.action, &rows, &ctx).unwrap_or_default() {
                apply(&mut rows, &change.op);
            }
        }
        rows
    }

    /// Rows that came apart from the log, such as those of `GET /api/me`.
    pub fn know(&mut self, rows: impl IntoIterator<Item = Row>) {
        for row in rows {
            self.memory.rows.put(row);
        }
    }

    const fn actor(&self) -> Actor {
        Actor::Employee { employee: self.owner }
    }

    /// Takes in what happened and answers what to do.
    pub fn step(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Saved(command) => {
                self.memory.outbox.push(command);
                self.go()
            }
            Input::Discarded(id) => {
                self.memory.outbox.retain(|command| command.id != id);
                self.memory.tray.retain(|refused| refused.command.id != id);
                Vec::new()
            }
            Input::Wake => self.go(),
            Input::Pushed(Ok(reply)) => {
                self.heard_at = Some(reply.server_time);
                vec![Effect::Pull(self.question())]
            }
            Input::Pushed(Err(fault)) => self.failed(fault),
            Input::Pulled(reply) => match *reply {
                Ok(reply) => self.pulled(reply),
                Err(fault) => self.failed(fault),
            },
        }
    }

    /// Starts an exchange, unless one is under way; then one more follows it.
    fn go(&mut self) -> Vec<Effect> {
        if self.flying {
            self.again = true;
            return Vec::new();
        }
        self.flying = true;
        self.again = false;
        if self.memory.outbox.is_empty() {
            return vec![Effect::Pull(self.question())];
        }
        let commands = self.memory.outbox.iter().take(PUSH_COMMANDS_MAX).cloned().collect();
        vec![Effect::Push(PushRequest { protocol: PROTOCOL, device: self.device, commands })]
    }

    fn question(&self) -> PullRequest {
        let mut cursors = self.memory.cursors.clone();
        cursors.entry(Scope::Own(self.owner)).or_insert(0);
        let waiting = self.memory.outbox.iter().map(|command| command.id).collect();
        PullRequest { protocol: PROTOCOL, device: self.device, cursors, waiting }
    }

    fn failed(&mut self, fault: Fault) -> Vec<Effect> {
        self.flying = false;
        self.again = false;
        self.failures = self.failures.saturating_add(1);
        let wait = fault != Fault::SignedOut;
        self.line = Line::Down(fault);
        let pause_ms = 1_000_u32.saturating_mul(1 << self.failures.min(6)).min(PAUSE_MS_MAX);
        if wait { vec![Effect::WakeAfter { pause_ms }] } else { Vec::new() }
    }

    fn pulled(&mut self, reply: PullReply) -> Vec<Effect> {
        self.line = Line::Up;
        self.heard_at = Some(reply.server_time);
        self.failures = 0;
        self.flying = false;
        let more = reply.more;
        let store = self.take_in(reply);
        let moved = !store.answered.is_empty();
        let mut effects = vec![Effect::Store(Box::new(store))];
        if more || self.again || (moved && !self.memory.outbox.is_empty()) {
            effects.extend(self.go());
        } else if self.memory.outbox.is_empty() {
            effects.push(Effect::SendPhotos);
        } else {
            effects.push(Effect::WakeAfter { pause_ms: 2_000 });
        }
        effects
    }

    /// Rows, cursors, outbox and tray move together.
    fn take_in(&mut self, reply: PullReply) -> Store {
        let mut store = Store::default();
        for delta in reply.deltas {
            let known = self.memory.cursors.get(&delta.scope).copied().unwrap_or(0);
            if !delta.reset && delta.from != known {
                continue; // A late or repeated answer: its news are known already, or will be asked for again.
            }
            if delta.reset {
                store.drops.append(&mut self.memory.forget_all_but(&delta.ops));
            }
            for op in delta.ops {
                apply(&mut self.memory.rows, &op);
                match op {
                    Op::Put { row } => store.puts.push(row),
                    Op::Drop { key } => store.drops.push(key),
                }
            }
            self.memory.cursors.insert(delta.scope, delta.to);
        }
        for answer in reply.answers {
            let Some(at) = self.memory.outbox.iter().position(|command| command.id == answer.id) else {
                continue;
            };
            let command = self.memory.outbox.remove(at);
            store.answered.push(command.id);
            if let Verdict::Rejected { reason } = answer.verdict {
                let refused = Refused { command, reason };
                self.memory.tray.push(refused.clone());
                store.refused.push(refused);
            }
        }
        store.cursors.clone_from(&self.memory.cursors);
        store
    }
}

#[cfg(test)]
mod tests;
