//! What goes wrong.

use super::audit::Checked;
use super::build::Build;
use super::coverage::Event;
use super::device::{Device, DeviceBackup};
use super::of;
use super::stage;
use super::world::{Backup, World, finish};
use crate::command::{Action, Command};
use crate::ids::{CommandId, DeviceId};
use crate::row::Key;
use crate::scope::Scope;
use crate::sync::office::{compact, retire};
use crate::sync::phone::{Input, Sealed, Waiting};
use crate::sync::talk::Epoch;

/// Most devices that a world may come to have, clones and all.
const DEVICES_MAX: usize = 8;
const MINUTE_MS: u64 = 60_000;
const HOUR_MS: u64 = 60 * MINUTE_MS;
/// A backup older than this is not restored: the sent logs reach back thirty days.
const BACKUP_MS_MAX: u64 = 25 * 24 * HOUR_MS;

impl World {
    /// Something goes wrong, or somebody moves to another desk.
    pub(super) fn fault(&mut self) -> Checked {
        let at = self.chance.place(self.devices.len());
        match self.chance.below(28) {
            0..=3 => self.crash(at),
            4 => self.lose_storage(at),
            5 => self.device_backup(at),
            6 => self.device_restore(at),
            7 => self.full(at),
            8 => self.clock(at),
            9 => self.devices[at].portal_until_ms = self.now_ms + self.chance.below(5 * MINUTE_MS),
            10 => self.devices[at].apart_until_ms = self.now_ms + self.chance.below(10 * MINUTE_MS),
            11 => self.sign_out(at),
            12..=13 => self.node_dies(),
            14..=15 => self.membership(),
            16 => self.server_backup(),
            17 => self.server_restore(),
            18..=19 => self.compaction(),
            20 | 26 => self.retention(),
            21 => self.rot(at),
            22 => self.update(at),
            23 => self.storm(),
            27 => self.sweep(),
            24 => self.now_ms += self.chance.below(3 * HOUR_MS),
            _ => return self.tell(at, Input::Woke),
        }
        self.check(at)
    }

    /// The app dies; sometimes the whole device does, and takes the last relaxed transactions with it.
    fn crash(&mut self, at: usize) {
        let device = &mut self.devices[at];
        if let Some(app) = device.app.take() {
            self.coverage.count(Event::AppDied);
            if !app.effects.is_empty() {
                self.coverage.count(Event::AppDiedMidway);
            }
        }
        let relaxed = device.disk.relaxed();
        if relaxed > 0 && self.chance.one_in(2) {
            let lost = 1 + self.chance.place(relaxed);
            device.disk.cut(lost);
            device.form = device.form_before.clone();
            self.coverage.count(Event::RelaxedLost);
            self.say(|| format!("device {at} loses {lost} transactions"));
        }
        self.say(|| format!("device {at} dies"));
    }

    /// The browser clears everything but the cookie. The cookie says that there was something, so the person is told.
    fn lose_storage(&mut self, at: usize) {
        if !self.chance.one_in(3) {
            return;
        }
        let fresh = self.fresh();
        self.say(|| format!("device {at} is cleared"));
        self.coverage.count(Event::Evicted);
        let device = &mut self.devices[at];
        device.app = None;
        device.disk = super::disk::Disk::new(fresh);
        device.rotten.clear();
        (device.form, device.form_before) = Default::default();
        let mine = std::mem::take(&mut device.mine);
        if mine.iter().any(|id| !self.audit.life.decided.contains_key(id)) {
            self.coverage.count(Event::LossReported);
        }
        self.audit.forgiven.extend(mine);
    }

    fn device_backup(&mut self, at: usize) {
        let device = &mut self.devices[at];
        let mine = device.mine.iter().copied().filter(|id| holds(&device.disk, *id)).collect();
        let (disk, rotten, build) = (device.disk.clone(), device.rotten.clone(), device.build);
        device.backup = Some(Box::new(DeviceBackup { disk, mine, rotten, build }));
    }

    /// A backup is played back: onto the same device, or onto another one while the first lives on.
    fn device_restore(&mut self, at: usize) {
        let Some(backup) = self.devices[at].backup.clone() else { return };
        let DeviceBackup { disk, mine, rotten, build } = *backup;
        if self.devices.len() < DEVICES_MAX && self.chance.one_in(2) {
            self.coverage.count(Event::DeviceCloned);
            self.say(|| format!("device {at} is cloned"));
            let clone = Device {
                disk,
                mine,
                rotten,
                ..Device::new(self.devices[at].owner, DeviceId(uuid::Uuid::nil()), build)
            };
            self.devices.push(clone);
            return;
        }
        self.coverage.count(Event::DeviceRestored);
        self.say(|| format!("device {at} is restored"));
        let device = &mut self.devices[at];
        device.app = None;
        // What came after the backup is known to be gone from this device.
        self.audit.forgiven.extend(device.mine.difference(&mine));
        (device.disk, device.mine, device.rotten, device.build) = (disk, mine, rotten, build);
        (device.form, device.form_before) = Default::default();
    }

    fn full(&mut self, at: usize) {
        let device = &mut self.devices[at];
        device.full = !device.full;
        if device.full {
            self.coverage.count(Event::Full);
        }
    }

    fn clock(&mut self, at: usize) {
        let days = self.chance.pick(&[-1, 0, 1]).copied().unwrap_or(0);
        self.devices[at].clock_days = days;
        if days != 0 {
            self.coverage.count(Event::ClockWrong);
        }
    }

    fn sign_out(&mut self, at: usize) {
        let until = self.now_ms + self.chance.below(10 * MINUTE_MS);
        self.signed_out.insert(self.devices[at].owner, until);
    }

    /// A server node dies between any two awaits of everything it was doing.
    fn node_dies(&mut self) {
        let node = self.chance.below(2);
        let before = self.tasks.len();
        self.tasks.retain(|task| task.node != node);
        if self.tasks.len() < before {
            self.coverage.count(Event::NodeDied);
            self.say(|| format!("node {node} dies"));
        }
        let build = &mut self.nodes[usize::from(node > 0)];
        if build.is_older() && self.chance.one_in(3) {
            *build = Build::Current;
            self.coverage.count(Event::NodeUpdated);
        }
    }

    /// For a while nearly every commit finds a conflict; then it is as before.
    fn storm(&mut self) {
        self.stormy = !self.stormy;
        self.store.conflict_in(if self.stormy { 1 } else { self.weather.conflict_in });
    }

    /// Somebody else leads, or somebody gets another superior.
    fn membership(&mut self) {
        let action = match self.chance.below(4) {
            0 => stage::unit(0, stage::PEOPLE[self.chance.place(2) * 5]),
            1 | 2 => stage::unit(1, stage::PEOPLE[1 + self.chance.place(2) * 4]),
            _ => {
                let superior = stage::PEOPLE[1 + self.chance.place(2) * 4];
                stage::employee(2 + self.chance.place(3), Some(superior))
            }
        };
        self.say(|| format!("the operator: {action:?}"));
        let command = self.operators(action);
        self.operate(command);
    }

    fn operators(&mut self, action: Action) -> Command {
        let id = CommandId(self.chance.uuid());
        Command { id, device: DeviceId(id.0), seq: 1, v: 1, made_at: stage::moment(self.now_ms), action }
    }

    fn server_backup(&mut self) {
        let (state, life) = (self.store.backup(), self.audit.life.clone());
        self.backup = Some(Backup { state, life, at_ms: self.now_ms });
    }

    /// The server stops, is given an earlier day's database, and starts again under a new epoch.
    fn server_restore(&mut self) {
        let young = |backup: &Backup| self.now_ms - backup.at_ms < BACKUP_MS_MAX;
        let Some(backup) = self.backup.take().filter(young) else { return };
        self.epochs += 1;
        let epoch = Epoch(self.epochs);
        self.say(|| format!("the server is restored to {} ms as {epoch:?}", backup.at_ms));
        self.coverage.count(Event::Restored);
        self.tasks.clear();
        let before = self.store.backup();
        for _ in 0..self.audit.forget_photos(&before, &backup.state) {
            self.coverage.count(Event::PhotoForgotten);
        }
        self.store.restore(backup.state, epoch);
        let before = std::mem::replace(&mut self.audit.life, backup.life);
        self.audit.life.epoch = epoch;
        let kept = &self.audit.life.decided;
        self.audit.offered.extend(before.decided.into_keys().filter(|id| !kept.contains_key(id)));
    }

    fn compaction(&mut self) {
        let scopes: Vec<(Scope, u64)> =
            self.store.with(|state| state.heads.iter().map(|(scope, head)| (*scope, head.seq)).collect());
        let Some((scope, head)) = self.chance.pick(&scopes).copied() else { return };
        let upto = head.saturating_sub(self.chance.below(4));
        self.coverage.count(Event::Compacted);
        self.say(|| format!("{scope} is compacted up to {upto}"));
        let store = self.store.handle();
        // In conflict with somebody: then not today.
        let _ = finish(compact(&store, scope, upto, stage::moment(self.now_ms)));
    }

    /// A remark that has been read is old enough to go.
    fn retention(&mut self) {
        let old =
            self.store.with(|state| of::remarks(&state.rows).find(|remark| remark.read_at.is_some()).map(|old| old.id));
        let Some(key) = old.map(Key::from) else { return };
        let holds =
            |scope: &Scope| self.store.with(|state| state.live.get(scope).is_some_and(|live| live.contains_key(&key)));
        let scopes: Vec<Scope> = self.store.with(|state| state.live.keys().copied().collect());
        let scopes = scopes.into_iter().filter(holds).collect();
        let store = self.store.handle();
        if finish(retire(&store, key.clone(), scopes, stage::moment(self.now_ms))).is_ok() {
            self.coverage.count(Event::Retired);
            self.audit.retired.insert(key);
        }
    }

    /// A row vanishes from a device, as if its browser had lost it.
    fn rot(&mut self, at: usize) {
        let device = &mut self.devices[at];
        let rows = device.disk.now().rows.iter();
        let found: Vec<(Scope, Key)> =
            rows.flat_map(|(scope, rows)| rows.iter().filter_map(|row| Some((*scope, row.key()?)))).collect();
        let Some((scope, key)) = self.chance.pick(&found).cloned() else { return };
        if !device.disk.now().cursors.contains_key(&scope) || device.build.is_older() {
            return;
        }
        device.app = None;
        device.disk.rot(scope, &key);
        device.rotten.insert(scope);
        self.coverage.count(Event::Rotten);
        self.say(|| format!("device {at} loses {key} of {scope}"));
    }

    /// A new build starts. It asks for every scope whole, and some of what waits it can no longer read.
    fn update(&mut self, at: usize) {
        let device = &mut self.devices[at];
        device.app = None;
        let before = device.build;
        device.build = before.next();
        device.disk.forget_cursors();
        let chance = &mut self.chance;
        device.disk.seal(|waiting| {
            let command = waiting.command().filter(|_| chance.one_in(2))?;
            let (id, (device, seq)) = (command.id, waiting.place());
            Some(Waiting::Sealed(Sealed { id, device, seq, sealed: before.writes(command).to_string() }))
        });
        self.coverage.count(Event::Updated);
        self.say(|| format!("device {at} is updated"));
    }
}

/// Does the disk have this command in any way, or its rows?
fn holds(disk: &super::disk::Disk, id: CommandId) -> bool {
    let memory = disk.now();
    let waits = memory.outbox.iter().any(|waiting| waiting.id() == id);
    let refused = memory.tray.iter().any(|refused| refused.what.id() == id);
    waits || refused || memory.sent.iter().any(|sent| sent.what.id() == id)
}
