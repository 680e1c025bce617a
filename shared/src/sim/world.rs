//! The world: what there is, and which move comes next.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::audit::{Audit, Broken, Checked};
use super::build::Build;
use super::chance::Chance;
use super::coverage::{Coverage, Event};
use super::device::Device;
use super::letter::Message;
use super::net::Task;
use super::photo::Pictures;
use super::stage;
use super::store::{SimStore, State};
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::sync::defence::{Defence, Defences};
use crate::sync::office::{Arrived, Office, Order};

/// Devices in a world.
const DEVICES: (u64, u64) = (2, 8);

/// What devices run when a world begins: half of them are up to date.
const BUILDS: [Build; 4] = [Build::First, Build::Previous, Build::Current, Build::Current];

/// How rough it is: one message, commit or bell in so many goes wrong; 0 for none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weather {
    pub(super) drop_in: u64,
    pub(super) double_in: u64,
    pub(super) delay_in: u64,
    pub(super) deaf_in: u64,
    pub(super) fault_in: u64,
    pub(super) conflict_in: u64,
    /// One slice of a photo in so many arrives with a wrong byte.
    pub(super) bend_in: u64,
}

/// A backup of the database, with the auditor's memory of that day.
pub(super) struct Backup {
    pub(super) state: State,
    pub(super) life: super::audit::Life,
    pub(super) at_ms: u64,
}

/// Everything.
pub struct World {
    pub(super) chance: Chance,
    pub(super) defences: Defences,
    pub(super) without: Option<Defence>,
    pub(super) store: SimStore,
    pub(super) devices: Vec<Device>,
    pub(super) messages: Vec<Message>,
    pub(super) tasks: Vec<Task>,
    pub(super) now_ms: u64,
    pub(super) flights: u64,
    pub(super) weather: Weather,
    pub(super) stormy: bool,
    pub(super) page_rows: usize,
    pub(super) signed_out: BTreeMap<EmployeeId, u64>,
    /// What each of the two server nodes runs.
    pub(super) nodes: [Build; 2],
    /// Commands that no server understands.
    pub(super) poison: BTreeSet<CommandId>,
    /// Every picture that was ever taken.
    pub(super) pictures: Pictures,
    /// Commands that an older node met and could not read.
    pub(super) too_new: BTreeSet<CommandId>,
    pub(super) backup: Option<Backup>,
    pub(super) epochs: u64,
    pub(super) audit: Audit,
    pub(super) coverage: Coverage,
    pub(super) step: u32,
    pub(super) watch: Option<fn(&str)>,
    read: u64,
}

/// What can happen next.
#[derive(Clone, Copy, Debug)]
pub(super) enum Move {
    /// A device carries out its next effect.
    Effect(usize),
    /// A server task goes on.
    Task(usize),
    /// A message arrives.
    Deliver(usize),
    /// A request is given up.
    GiveUp(usize),
    /// So is a slice of a photo.
    GiveUpPhoto(usize),
    /// A timer, a bell, or somebody looking at the screen.
    Wake(usize),
    /// A device is switched on.
    Boot(usize),
}

impl World {
    pub(super) fn new(seed: u64, without: Option<Defence>, watch: Option<fn(&str)>) -> Self {
        let mut chance = Chance::new(seed);
        let defences = Defences::without(without);
        let store = SimStore::new(Chance::new(chance.next()), defences);
        let page_rows = chance.pick(&[2, 3, 5, 256]).copied().unwrap_or(3);
        let mut world = Self {
            defences,
            without,
            store,
            devices: Vec::new(),
            messages: Vec::new(),
            tasks: Vec::new(),
            now_ms: 0,
            flights: 0,
            weather: Weather::default(),
            stormy: false,
            page_rows,
            signed_out: BTreeMap::new(),
            nodes: [Build::Current; 2],
            poison: BTreeSet::new(),
            pictures: Pictures::new(),
            too_new: BTreeSet::new(),
            backup: None,
            epochs: 1,
            audit: Audit::default(),
            coverage: Coverage::default(),
            step: 0,
            watch,
            read: 0,
            chance,
        };
        world.audit.life.epoch = crate::sync::talk::Epoch(1);
        world.furnish();
        world
    }

    /// Makes the office and hands out devices.
    fn furnish(&mut self) {
        for (actor, command) in stage::orders() {
            let arrived =
                Arrived { id: command.id, device: command.device, seq: 1, command: Some(command), payload: () };
            // The stage is made by a server that has all its defences, and without disturbance.
            let office = Office::new(&self.store);
            // Nobody disturbs it, so it cannot fail; if it did, the first check would tell.
            let _ = finish(office.take(actor, &arrived, Order::Free, None, stage::moment(0)));
        }
        let chance = &mut self.chance;
        self.weather = Weather {
            drop_in: chance.pick(&[0, 4, 10, 30]).copied().unwrap_or(0),
            double_in: chance.pick(&[0, 5, 20]).copied().unwrap_or(0),
            delay_in: chance.pick(&[0, 20, 60]).copied().unwrap_or(0),
            deaf_in: chance.pick(&[0, 2, 4]).copied().unwrap_or(0),
            fault_in: chance.pick(&[12, 20, 40]).copied().unwrap_or(20),
            conflict_in: chance.pick(&[0, 3, 10, 30]).copied().unwrap_or(0),
            bend_in: chance.pick(&[0, 0, 8, 30]).copied().unwrap_or(0),
        };
        self.store.conflict_in(self.weather.conflict_in);
        if chance.one_in(3) {
            self.nodes[1] = Build::Previous;
        }
        let count = DEVICES.0 + chance.below(DEVICES.1 - DEVICES.0 + 1);
        for at in 0..count {
            let place = match at {
                0 => 2,
                1 => 1,
                _ => *chance.pick(&[2, 2, 3, 4, 1, 0, 5]).unwrap_or(&2),
            };
            let build = *chance.pick(&BUILDS).unwrap_or(&Build::Current);
            self.devices.push(Device::new(stage::PEOPLE[place], DeviceId(chance.uuid()), build));
        }
    }

    /// Lives for so many steps, heals, and comes to rest.
    pub(super) fn live(&mut self, steps: u32) -> Checked {
        self.read_journal()?;
        for step in 0..steps {
            self.step = step;
            self.next()?;
        }
        self.step = steps;
        self.heal()
    }

    /// One step: mostly whatever can go on, now and then a tap, a fault, or time.
    fn next(&mut self) -> Checked {
        let moves = self.moves();
        let kind = self.chance.below(100);
        if self.chance.one_in(self.weather.fault_in) {
            self.fault()?;
        } else if kind < 12 {
            self.tap()?;
        } else if kind < 85
            && let Some(next) = self.chance.pick(&moves).copied()
        {
            self.perform(next)?;
        } else {
            let next = if moves.is_empty() { self.next_moment() } else { None };
            self.now_ms = next.unwrap_or(0).max(self.now_ms + 1 + self.chance.below(500));
        }
        self.read_journal()
    }

    /// Everything that can go on.
    pub(super) fn moves(&self) -> Vec<Move> {
        let now = self.now_ms;
        let mut moves = Vec::with_capacity(16);
        for (at, device) in self.devices.iter().enumerate() {
            let Some(app) = &device.app else {
                moves.push(Move::Boot(at));
                continue;
            };
            if !app.effects.is_empty() || (!app.unwritten.is_empty() && !device.full) {
                moves.push(Move::Effect(at));
            }
            if app.flight.is_some_and(|flight| flight.until_ms <= now) {
                moves.push(Move::GiveUp(at));
            }
            if app.sending.as_ref().is_some_and(|sending| sending.until_ms <= now) {
                moves.push(Move::GiveUpPhoto(at));
            }
            let due = app.wake_ms.is_some_and(|wake| wake <= now);
            let asks_again = app.asked.as_ref().is_some_and(|(_, again_ms)| *again_ms <= now);
            if due || asks_again {
                moves.push(Move::Wake(at));
            }
        }
        moves.extend((0..self.tasks.len()).flat_map(|at| [Move::Task(at), Move::Task(at)]));
        let due = self.messages.iter().enumerate().filter(|(_, message)| message.due_ms <= now);
        moves.extend(due.map(|(at, _)| Move::Deliver(at)));
        moves
    }

    pub(super) fn perform(&mut self, next: Move) -> Checked {
        match next {
            Move::Effect(at) => self.effect(at),
            Move::Task(at) => self.poll(at),
            Move::Deliver(at) => self.deliver(at),
            Move::GiveUp(at) => self.give_up(at),
            Move::GiveUpPhoto(at) => self.give_up_photo(at),
            Move::Wake(at) => self.wake(at),
            Move::Boot(at) => {
                self.say(|| format!("device {at} boots"));
                self.devices[at].boot(self.now_ms, self.defences);
                Ok(())
            }
        }
    }

    /// Shows the auditor what was committed.
    pub(super) fn read_journal(&mut self) -> Checked {
        for entry in self.store.journal() {
            self.read += 1;
            if let Some(record) = &entry.record {
                self.count_verdict(record);
                self.check_understood(record)?;
            }
            self.count_merges(&entry);
            self.audit.read(&entry, self.read)?;
        }
        for _ in 0..self.store.conflicts() {
            self.coverage.count(Event::Conflict);
        }
        Ok(())
    }

    /// Tells a replay.
    pub(super) fn say(&self, what: impl FnOnce() -> String) {
        if let Some(watch) = self.watch {
            watch(&format!("{:>5} {:>9} ms  {}", self.step, self.now_ms, what()));
        }
    }

    pub(super) fn check(&self, at: usize) -> Result<(), Broken> {
        self.devices.get(at).map_or(Ok(()), |device| self.check_device(device))
    }
}

/// Runs server work to its end, with nobody else about.
pub(super) fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
