//! The phone's side. Told what happened ([`Input`]), it answers what to do ([`Effect`]).
//!
//! What it promises: a command stays in the outbox until a pull brings its verdict together with its rows; a refused one goes
//! to the tray with its reason; what was accepted is kept for a while in case the server forgets; confirmed rows are
//! only ever changed by a pull; the view is those rows overlaid with the outbox.
//!
//! It has no chance and no clock. A fresh incarnation comes with each answer, in case what waits must be renumbered.

pub mod contract;
mod fate;
mod follow;
mod memory;
mod note;
mod older;
mod run;
mod said;
mod shown;

use chrono::{DateTime, Utc};

use self::run::Run;
use super::defence::{Defence, Defences};
use super::line::{Fault, Line};
use super::talk::{PROTOCOL, Pull, Pulled, Push, Pushed, ScopeNews, Stop, Told, WAITING_MAX};
use super::wire::PUSH_COMMANDS_MAX;
use crate::ids::{DeviceId, EmployeeId};
use crate::row::{Row, Rows};
use crate::rule::{Rules, decide};
use crate::scope::Scope;

pub use memory::{Memory, Queue, Refused, Sealed, Sent, Store, Waiting};
pub use note::Note;
pub use said::{Effect, Input};

/// Longest pause between two tries, in milliseconds.
const PAUSE_MS_MAX: u32 = 60_000;
/// Renumberings in a row before it is left for later: then something is wrong that more of them will not mend.
const RENUMBERINGS_MAX: u32 = 3;

/// The phone's side of the sync.
#[derive(Clone, Debug)]
pub struct Phone {
    owner: EmployeeId,
    build: String,
    /// Scopes that this device wants to hold.
    wanted: Vec<Scope>,
    /// Rows that came apart from the log.
    known: Rows,
    memory: Memory,
    run: Run,
    /// Scopes of which an older node of the office has told.
    lacking: Vec<Scope>,
    line: Line,
    heard_at: Option<DateTime<Utc>>,
    flying: bool,
    again: bool,
    failures: u32,
    renumberings: u32,
    follows: bool,
    defences: Defences,
    /// None while the part of the app that holds them is on its way.
    rules: Option<Rules>,
}

impl Phone {
    /// A phone that remembers, and holds the person's own scope and `wanted`.
    #[must_use]
    pub fn restored(owner: EmployeeId, build: String, wanted: &[Scope], memory: Memory, defences: Defences) -> Self {
        let mut phone = Self::without_rules(owner, build, wanted, memory, defences);
        phone.learn(decide);
        phone
    }

    /// The same, as long as it has no rules: it takes in news and sends what waits, and shows only what is confirmed. What holds the
    /// rules may then be fetched when it is first needed.
    #[must_use]
    pub fn without_rules(
        owner: EmployeeId,
        build: String,
        wanted: &[Scope],
        memory: Memory,
        defences: Defences,
    ) -> Self {
        let wanted = [Scope::Own(owner)].into_iter().chain(wanted.iter().copied()).collect();
        Self {
            owner,
            build,
            wanted,
            known: Rows::default(),
            memory,
            run: Run::default(),
            lacking: Vec::new(),
            line: Line::Unknown,
            heard_at: None,
            flying: false,
            again: false,
            failures: 0,
            renumberings: 0,
            follows: false,
            defences,
            rules: None,
        }
    }

    /// What the phone keeps.
    #[must_use]
    pub const fn memory(&self) -> &Memory {
        &self.memory
    }

    /// How the line is.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// When the office last answered, by its clock.
    #[must_use]
    pub const fn heard_at(&self) -> Option<DateTime<Utc>> {
        self.heard_at
    }

    /// Is an exchange under way?
    #[must_use]
    pub const fn is_flying(&self) -> bool {
        self.flying
    }

    /// Rows that came apart from the log, such as those of `GET /api/me`.
    pub fn know(&mut self, rows: impl IntoIterator<Item = Row>) {
        rows.into_iter().for_each(|row| self.known.put(row));
    }

    /// Takes in what happened and answers what to do.
    pub fn step(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Saved(command) => self.saved(command),
            Input::Discarded(id) => {
                self.memory.outbox.retain(|waiting| waiting.id() != id);
                self.memory.tray.retain(|refused| refused.what.id() != id);
                Vec::new()
            }
            Input::Woke => self.go(),
            Input::Pushed(..) | Input::Pulled(..) if self.follows => Vec::new(),
            Input::Pushed(Ok(reply), fresh) => self.pushed(reply, fresh),
            Input::Pushed(Err(fault), _) => self.failed(fault),
            Input::Pulled(reply, fresh) => match *reply {
                Ok(reply) => self.pulled(reply, fresh),
                Err(fault) => self.failed(fault),
            },
        }
    }

    /// Starts an exchange, unless one is under way; then one more follows it.
    fn go(&mut self) -> Vec<Effect> {
        if self.follows {
            return Vec::new();
        }
        if self.flying {
            self.again = true;
            return Vec::new();
        }
        self.flying = true;
        self.again = false;
        if self.memory.outbox.is_empty() { vec![self.ask()] } else { vec![self.push()] }
    }

    fn push(&self) -> Effect {
        Effect::Push(Push {
            protocol: PROTOCOL,
            build: self.build.clone(),
            owner: Some(self.owner),
            device: self.memory.device,
            epoch: self.memory.epoch,
            commands: self.memory.outbox.iter().take(PUSH_COMMANDS_MAX).cloned().collect(),
        })
    }

    fn ask(&self) -> Effect {
        let waiting = self.memory.outbox.iter().take(WAITING_MAX).map(Waiting::id).collect();
        Effect::Pull(Pull {
            protocol: PROTOCOL,
            build: self.build.clone(),
            owner: Some(self.owner),
            device: self.memory.device,
            epoch: self.memory.epoch,
            outbox_len: u32::try_from(self.memory.outbox.len()).unwrap_or(u32::MAX),
            question: self.run.question(&self.memory, &self.wanted, waiting),
        })
    }

    fn failed(&mut self, fault: Fault) -> Vec<Effect> {
        self.flying = false;
        self.again = false;
        self.run.interrupted();
        self.failures = self.failures.saturating_add(1);
        let wait = fault != Fault::SignedOut;
        self.line = Line::Down(fault);
        let pause_ms = 1_000_u32.saturating_mul(1 << self.failures.min(6)).min(PAUSE_MS_MAX);
        if wait { vec![Effect::WakeAfter { pause_ms }] } else { Vec::new() }
    }

    fn pushed(&mut self, reply: Pushed, fresh: DeviceId) -> Vec<Effect> {
        self.heard_at = Some(reply.server_time);
        if let Some(effects) = self.meet(reply.epoch, fresh) {
            return effects;
        }
        if !self.defences.stands(Defence::KeepUntilPulled) {
            let mut effects = self.settle(reply.answers);
            effects.push(self.ask());
            return effects;
        }
        match reply.stop {
            // The number that the server knows is not needed: under a fresh incarnation everything starts at 1.
            Some(Stop::Fork { last: _ } | Stop::Gap { last: _ }) => self.renumber(fresh),
            Some(Stop::Restored) | None => vec![self.ask()],
        }
    }

    fn pulled(&mut self, reply: Pulled, fresh: DeviceId) -> Vec<Effect> {
        self.heard_at = Some(reply.server_time);
        if let Some(effects) = self.meet(reply.epoch, fresh) {
            return effects;
        }
        let older = self.is_from_older(&reply);
        match reply.told {
            Told::Whole { scope, head, rows, next } => {
                self.run.whole(scope, head, rows, next);
                vec![self.ask()]
            }
            Told::Revoked { scope } => {
                self.run.denied(scope);
                vec![self.ask()]
            }
            Told::Restored => vec![self.ask()],
            Told::News(page) => {
                let hopeless = page.scopes.iter().any(|news| matches!(news, ScopeNews::Reset { .. }));
                let more = page.more && !hopeless && self.defences.stands(Defence::OneCut);
                if !self.run.news(&self.memory, page) {
                    return self.failed(Fault::Busy);
                }
                if more { vec![self.ask()] } else { self.finished(reply.server_time, older) }
            }
        }
    }
}

#[cfg(test)]
mod tests;
