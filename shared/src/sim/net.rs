//! Messages between devices and server nodes, the server's door, and the tasks behind it.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use serde_json::Value;

use super::audit::Checked;
use super::build::{Build, LADDER};
use super::coverage::Event;
use super::letter::{Body, Message, Reply, Request, name};
use super::shelf::shelve;
use super::stage;
use super::store::SimStore;
use super::world::World;
use crate::actor::Actor;
use crate::command::{Action, Command};
use crate::entry::ApproveEntry;
use crate::ids::{DeviceId, EmployeeId};
use crate::scope::Scope;
use crate::sync::defence::Defence;
use crate::sync::line::Fault;
use crate::sync::office::{Arrived, Office, Order, Taken, Trouble, arrive};
use crate::sync::parcel::Heard;
use crate::sync::talk::Push;

/// What a task ends with: an answer, and the scopes that have moved.
type Ended = (Reply, Vec<(Scope, u64)>);

/// Work of a server node.
pub(super) struct Task {
    pub(super) node: u64,
    build: Build,
    device: usize,
    flight: u64,
    work: Pin<Box<dyn Future<Output = Ended>>>,
    handle: SimStore,
}

fn busy<T, E>(result: Result<T, Trouble<E>>) -> Result<T, Fault> {
    result.map_err(|_| Fault::Busy)
}

impl World {
    /// Sends a message on its way, or loses it.
    pub(super) fn send(&mut self, device: usize, flight: u64, body: Body) {
        if self.chance.one_in(self.weather.drop_in) {
            self.coverage.count(Event::Dropped);
            self.say(|| format!("lost on the way: {}", name(&body)));
            return;
        }
        let mut due_ms = self.now_ms + 20 + self.chance.below(2_000);
        if self.chance.one_in(self.weather.delay_in) {
            self.coverage.count(Event::Delayed);
            due_ms += 3_600_000 * (1 + self.chance.below(9));
        }
        if self.chance.one_in(self.weather.double_in) {
            self.coverage.count(Event::Doubled);
            let due_ms = due_ms + self.chance.below(60_000);
            self.messages.push(Message { due_ms, device, flight, body: body.clone() });
        }
        self.messages.push(Message { due_ms, device, flight, body });
    }

    pub(super) fn deliver(&mut self, at: usize) -> Checked {
        let Message { device, flight, body, .. } = self.messages.swap_remove(at);
        let now = self.now_ms;
        if self.devices[device].apart_until_ms > now {
            self.coverage.count(Event::Partition);
            return Ok(());
        }
        if self.devices[device].portal_until_ms > now {
            self.coverage.count(Event::Portal);
            return match body {
                // Two hundred, and somebody else's page: the driver takes it for no answer at all.
                Body::Up(Request::Pull(_)) => {
                    self.answer(device, flight, Reply::Pulled(Box::new(Err(Fault::Offline))), 0)
                }
                Body::Up(Request::Push(_)) => self.answer(device, flight, Reply::Pushed(Err(Fault::Offline)), 0),
                Body::Up(Request::Photo(_)) => self.photo_heard(device, flight, Heard::Failed(Fault::Offline)),
                Body::Up(Request::Ask(_)) | Body::Down(..) | Body::Hint => Ok(()),
            };
        }
        self.say(|| format!("device {device}, flight {flight}: {}", name(&body)));
        match body {
            Body::Up(request) => {
                self.knock(device, flight, request);
                Ok(())
            }
            Body::Down(reply, seen_at) => self.answer(device, flight, reply, seen_at),
            Body::Hint => {
                self.coverage.count(Event::Hinted);
                self.tell(device, crate::sync::phone::Input::Woke)
            }
        }
    }

    /// The door: is the session good? Then one of the two nodes takes it on.
    fn knock(&mut self, device: usize, flight: u64, request: Request) {
        let owner = self.devices[device].owner;
        if self.signed_out.get(&owner).is_some_and(|until| *until > self.now_ms) {
            self.coverage.count(Event::SignedOut);
            let reply = match request {
                Request::Push(_) => Reply::Pushed(Err(Fault::SignedOut)),
                Request::Pull(_) => Reply::Pulled(Box::new(Err(Fault::SignedOut))),
                Request::Ask(_) => Reply::Asked,
                Request::Photo(_) => Reply::Photo(Heard::Failed(Fault::SignedOut)),
            };
            self.send(device, flight, Body::Down(reply, 0));
            return;
        }
        let handle = self.store.handle();
        let node = self.chance.below(2);
        let build = self.nodes[usize::from(node > 0)];
        let work = self.work(owner, request, handle.clone(), build);
        self.tasks.push(Task { node, build, device, flight, work, handle });
    }

    fn work(
        &mut self,
        owner: EmployeeId,
        request: Request,
        handle: SimStore,
        build: Build,
    ) -> Pin<Box<dyn Future<Output = Ended>>> {
        let (page_rows, defences) = (self.page_rows, self.defences);
        let now = stage::moment(self.now_ms);
        let actor = Actor::Employee { employee: owner };
        match request {
            Request::Push(push) => {
                let Push { protocol, build: app, owner, device, epoch, commands } = push;
                let read = commands.into_iter().filter_map(|payload| self.arrive(payload, device, build));
                let commands: Vec<Arrived<()>> = read.collect();
                for _ in commands.iter().filter(|arrived| self.audit.life.decided.contains_key(&arrived.id)) {
                    self.coverage.count(Event::Duplicate);
                }
                let push = Push { protocol, build: app, owner, device, epoch, commands };
                Box::pin(async move {
                    let office = Office { store: &handle, page_rows, defences };
                    match office.push(actor, push, now).await {
                        Ok((pushed, moved)) => (Reply::Pushed(Ok(pushed)), moved),
                        Err(_) => (Reply::Pushed(Err(Fault::Busy)), Vec::new()),
                    }
                })
            }
            Request::Pull(pull) => Box::pin(async move {
                let office = Office { store: &handle, page_rows, defences };
                let pulled = busy(office.pull(owner, &pull, now).await).map(|pulled| build.answers(pulled));
                (Reply::Pulled(Box::new(pulled)), Vec::new())
            }),
            Request::Photo(asked) => {
                let now_ms = self.now_ms;
                Box::pin(async move { (shelve(handle, owner, asked, now_ms, defences).await, Vec::new()) })
            }
            Request::Ask(payload) => {
                let arrived = self.arrive(payload, DeviceId(uuid::Uuid::nil()), build);
                match arrived {
                    Some(arrived) => self.order(actor, arrived, Order::Device, handle),
                    None => Box::pin(async { (Reply::Asked, Vec::new()) }),
                }
            }
        }
    }

    /// One command on its own: a decision, whose incarnation is born with it, or the operator's.
    fn order(
        &self,
        actor: Actor,
        arrived: Arrived<()>,
        order: Order,
        handle: SimStore,
    ) -> Pin<Box<dyn Future<Output = Ended>>> {
        let (page_rows, defences) = (self.page_rows, self.defences);
        let now = stage::moment(self.now_ms);
        Box::pin(async move {
            let office = Office { store: &handle, page_rows, defences };
            match office.take(actor, &arrived, order, None, now).await {
                Ok(Taken::Decided(_, moved)) => (Reply::Asked, moved),
                Ok(Taken::Stopped(_)) | Err(_) => (Reply::Asked, Vec::new()),
            }
        })
    }

    /// The operator's hand: no message, but a task like any other.
    pub(super) fn operate(&mut self, command: Command) {
        let handle = self.store.handle();
        let (id, device) = (command.id, command.device);
        let arrived = Arrived { id, device, seq: command.seq, command: Some(command), payload: () };
        let work = self.order(Actor::Operator, arrived, Order::Free, handle.clone());
        self.tasks.push(Task { node: 0, build: Build::Current, device: usize::MAX, flight: 0, work, handle });
    }

    /// What the reader of a server of this build makes of a command.
    fn arrive(&mut self, payload: Value, sender: DeviceId, build: Build) -> Option<Arrived<()>> {
        if payload["v"] == 0 {
            self.coverage.count(Event::OldShape);
        }
        let Arrived { id, device, seq, mut command, payload } = arrive(LADDER, payload, sender)?;
        if command.is_some() && !build.understands(&payload) {
            self.coverage.count(Event::NotYetKnown);
            self.too_new.insert(id);
            command = None;
        }
        if self.without == Some(Defence::Base)
            && let Some(Command { action: Action::ApproveEntry(ApproveEntry { entry, base }), .. }) = &mut command
        {
            *base = self.store.with(|state| state.rows.entry(*entry).map_or(*base, |entry| entry.version));
        }
        if self.without == Some(Defence::FieldBase)
            && let Some(Command { action: Action::SetDraft(set), .. }) = &mut command
        {
            let known =
                |field| self.store.with(|state| state.rows.draft(set.draft).map(|draft| draft.value(field).to_owned()));
            set.sets.iter_mut().for_each(|one| one.base = known(one.field).unwrap_or_default());
        }
        Some(Arrived { id, device, seq, command, payload: () })
    }

    /// A task goes on to its next look or commit; at its end the answer is sent and the bell is rung.
    pub(super) fn poll(&mut self, at: usize) -> Checked {
        let mut context = Context::from_waker(Waker::noop());
        let Poll::Ready((reply, moved)) = self.tasks[at].work.as_mut().poll(&mut context) else { return Ok(()) };
        let Task { build, device, flight, handle, .. } = self.tasks.swap_remove(at);
        if build.is_older() {
            self.coverage.count(Event::OldNode);
        }
        self.count_reply(&reply);
        self.ring(&moved);
        if device < self.devices.len() {
            let seen_at = handle.seen_at.load(std::sync::atomic::Ordering::Relaxed);
            self.read_journal()?;
            self.check_reply(self.devices[device].owner, &reply, seen_at)?;
            let before = self.messages.len();
            self.send(device, flight, Body::Down(reply, seen_at));
            if self.messages.len() == before && !moved.is_empty() {
                self.coverage.count(Event::AnswerLost);
            }
        }
        Ok(())
    }

    /// The bell says which scopes have moved, to those who hear it.
    fn ring(&mut self, moved: &[(Scope, u64)]) {
        for device in 0..self.devices.len() {
            let listens = |scope: &Scope| self.devices[device].memory().cursors.contains_key(scope);
            if !moved.iter().any(|(scope, _)| listens(scope)) {
                continue;
            }
            if self.chance.one_in(self.weather.deaf_in) {
                self.coverage.count(Event::HintLost);
            } else {
                self.send(device, 0, Body::Hint);
            }
        }
    }
}
