//! What an app does with the core's effects, one at a time: between any two of them it can die.

use serde_json::Value;

use super::audit::{Checked, ensure};
use super::build;
use super::coverage::Event;
use super::device::{App, Flight};
use super::letter::{Body, Reply, Request};
use super::world::World;
use crate::ids::DeviceId;
use crate::scope::Scope;
use crate::sync::line::Fault;
use crate::sync::phone::{Effect, Input, Note, Store, Waiting};
use crate::sync::talk::{PROTOCOL, Pulled, Push, ScopeNews, Told};

/// Longest wait for an answer.
const PATIENCE_MS: u64 = 15_000;

impl World {
    /// The next effect of a device.
    pub(super) fn effect(&mut self, at: usize) -> Checked {
        self.write_down(at);
        let Some(app) = self.devices[at].app.as_mut() else { return Ok(()) };
        let Some(effect) = app.effects.pop_front() else { return Ok(()) };
        match effect {
            Effect::Push(push) => {
                for waiting in &push.commands {
                    if matches!(waiting, Waiting::Sealed(_)) {
                        self.coverage.count(Event::Sealed);
                    }
                }
                let number = self.take_off(at, true);
                self.send_push(at, number, push);
            }
            Effect::Pull(pull) => {
                let number = self.take_off(at, false);
                self.send(at, number, Body::Up(Request::Pull(pull)));
            }
            Effect::Store(store) => {
                self.count_store(at, &store);
                if let Some(app) = self.devices[at].app.as_mut() {
                    app.unwritten.push(*store);
                }
                self.write_down(at);
            }
            Effect::WakeAfter { pause_ms } => app.wake_ms = Some(self.now_ms + u64::from(pause_ms)),
            Effect::SendPhotos => self.send_photos(at)?,
            Effect::Note(note) => self.note(at, note),
        }
        self.check(at)
    }

    fn note(&mut self, at: usize, note: Note) {
        match note {
            Note::Renumbered => self.coverage.count(Event::Renumbered),
            Note::Mismatch(scope) => {
                self.coverage.count(Event::Mismatch);
                self.say(|| format!("device {at}: {scope} does not add up"));
            }
            Note::Restored => self.say(|| format!("device {at} learns that the server was restored")),
        }
    }

    /// Writes what the disk has not taken yet, in order.
    fn write_down(&mut self, at: usize) {
        let device = &mut self.devices[at];
        let Some(app) = device.app.as_mut() else { return };
        if device.full {
            return;
        }
        for store in app.unwritten.drain(..) {
            device.disk.store(&store);
        }
    }

    fn take_off(&mut self, at: usize, is_push: bool) -> u64 {
        self.flights += 1;
        let number = self.flights;
        if let Some(app) = self.devices[at].app.as_mut() {
            app.flight = Some(Flight { number, until_ms: self.now_ms + PATIENCE_MS, is_push });
        }
        number
    }

    /// What lies in a queue goes on its way, in the words of the device's build.
    pub(super) fn send_push(&mut self, at: usize, flight: u64, push: Push<Waiting>) {
        let build = self.devices[at].build;
        let Some(mut push) = build.sends(push) else { return };
        if push.protocol < PROTOCOL {
            self.coverage.count(Event::OldProtocol);
        }
        for payload in &mut push.commands {
            self.spoil(payload);
        }
        self.send(at, flight, Body::Up(Request::Push(push)));
    }

    /// A command that no server understands.
    fn spoil(&self, payload: &mut Value) {
        let id = payload["id"].as_str().and_then(|id| id.parse().ok());
        if id.is_some_and(|id| self.poison.contains(&id)) {
            for name in ["action", "sealed"] {
                payload.as_object_mut().map(|fields| fields.remove(name));
            }
        }
    }

    /// Tells a running app's core what happened.
    pub(super) fn tell(&mut self, at: usize, input: Input) -> Checked {
        let Some(app) = self.devices[at].app.as_mut() else { return Ok(()) };
        let (epoch, cursors) = (app.phone.memory().epoch, app.phone.memory().cursors.clone());
        let effects = app.phone.step(input);
        let memory = app.phone.memory();
        if memory.epoch != epoch {
            app.seen_at = 0; // Of another life of the database.
        } else {
            let back =
                cursors.iter().find(|(scope, before)| memory.cursors.get(scope).is_some_and(|now| now < *before));
            ensure(back.is_none(), "I10", || format!("device {at} goes back from {back:?}"))?;
        }
        app.effects.extend(effects);
        self.check(at)
    }

    pub(super) fn fresh(&mut self) -> DeviceId {
        DeviceId(self.chance.uuid())
    }

    /// An answer has come. One to a request that was given up, or of an earlier life of the app, is nobody's.
    pub(super) fn answer(&mut self, at: usize, flight: u64, reply: Reply, seen_at: u64) -> Checked {
        let build = self.devices[at].build;
        let Some(app) = self.devices[at].app.as_mut() else { return Ok(()) };
        if let Reply::Photo(heard) = reply {
            return self.photo_heard(at, flight, heard);
        }
        if matches!(reply, Reply::Asked) {
            app.asked = None;
            return self.tell(at, Input::Woke);
        }
        if app.flight.is_none_or(|known| known.number != flight) {
            self.coverage.count(Event::TooLate);
            return Ok(());
        }
        app.flight = None;
        let fresh = self.fresh();
        let input = match reply {
            Reply::Pushed(reply) => Input::Pushed(reply, fresh),
            Reply::Pulled(reply) => {
                let reply = reply.map(|pulled| build.reads(pulled));
                self.count_strange(at, &reply);
                self.mark_moment(at, &reply, seen_at);
                Input::Pulled(Box::new(reply), fresh)
            }
            Reply::Asked | Reply::Photo(_) => return Ok(()),
        };
        self.tell(at, input)
    }

    /// Rows of unknown kinds: the phone is older than they are, or the node was that it asked.
    fn count_strange(&mut self, at: usize, reply: &Result<Pulled, Fault>) {
        let strange = reply.as_ref().map(build::strange).unwrap_or_default();
        if strange.is_empty() {
            return;
        }
        self.coverage.count(Event::Strange);
        let device = &mut self.devices[at];
        if !device.build.is_older() {
            self.coverage.count(Event::PassedOver);
            device.rotten.extend(strange);
        }
    }

    /// Remembers as of which commit the device's rows will be.
    fn mark_moment(&mut self, at: usize, reply: &Result<Pulled, Fault>, seen_at: u64) {
        let Ok(Pulled { told: Told::News(news), .. }) = reply else { return };
        let resets = news.scopes.iter().any(|news| matches!(news, ScopeNews::Reset { .. }));
        if resets {
            self.coverage.count(Event::Reset);
            if !self.devices[at].memory().outbox.is_empty() {
                self.coverage.count(Event::ResetDuringPush);
            }
        }
        let moved = news.scopes.iter().filter(|news| matches!(news, ScopeNews::Delta { from, to, .. } if from < to));
        if moved.count() > 1 {
            self.coverage.count(Event::ManyScopes);
        }
        if !news.more
            && !resets
            && let Some(app) = self.devices[at].app.as_mut()
        {
            app.seen_at = seen_at;
        }
    }

    pub(super) fn give_up(&mut self, at: usize) -> Checked {
        let fresh = self.fresh();
        let Some(App { flight, .. }) = self.devices[at].app.as_mut() else { return Ok(()) };
        let Some(Flight { is_push, .. }) = flight.take() else { return Ok(()) };
        let fault = Fault::Offline;
        let pulled = |fault| Input::Pulled(Box::new(Err(fault)), fresh);
        self.tell(at, if is_push { Input::Pushed(Err(fault), fresh) } else { pulled(fault) })
    }

    /// A timer, or somebody asks again what had no answer.
    pub(super) fn wake(&mut self, at: usize) -> Checked {
        let (now, build) = (self.now_ms, self.devices[at].build);
        let Some(app) = self.devices[at].app.as_mut() else { return Ok(()) };
        if let Some((command, again_ms)) = app.asked.as_mut().filter(|(_, again_ms)| *again_ms <= now) {
            *again_ms = now + PATIENCE_MS;
            let payload = build.writes(command);
            self.coverage.count(Event::AskedAgain);
            self.send(at, 0, Body::Up(Request::Ask(payload)));
            return Ok(());
        }
        app.wake_ms = None;
        self.tell(at, Input::Woke)
    }

    /// Counts what a transaction is about, and what it mends.
    fn count_store(&mut self, at: usize, store: &Store) {
        if !store.drops.is_empty() {
            self.coverage.count(Event::Buried);
        }
        let device = &mut self.devices[at];
        for scope in &store.cleared {
            let taken = !store.cursors.contains_key(scope) && matches!(scope, Scope::Unit(_));
            if taken && device.lost.insert(*scope) {
                self.coverage.count(Event::Revoked);
            }
            if !taken && device.lost.remove(scope) {
                self.coverage.count(Event::Regained);
            }
        }
        let offered = |sent: &crate::sync::phone::Sent| self.audit.offered.contains(&sent.what.id());
        for _ in store.sent.iter().filter(|sent| offered(sent)) {
            self.coverage.count(Event::OfferedAgain);
        }
    }
}
