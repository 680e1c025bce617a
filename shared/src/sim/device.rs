//! A phone or laptop: its disk, its clock, the app that may run on it, and what its owner believes of it.

use std::collections::{BTreeSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::build::Build;
use super::disk::Disk;
use super::form::Form;
use super::photo::Sending;
use super::stage;
use crate::command::Command;
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::scope::Scope;
use crate::sync::defence::Defences;
use crate::sync::line::Fault;
use crate::sync::phone::{Effect, Memory, Phone, Store};

/// A request that has no answer yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flight {
    pub(super) number: u64,
    pub(super) until_ms: u64,
    pub(super) is_push: bool,
}

/// A running app.
#[derive(Clone, Debug)]
pub(super) struct App {
    pub(super) phone: Phone,
    pub(super) effects: VecDeque<Effect>,
    /// Transactions that a full disk has not taken.
    pub(super) unwritten: Vec<Store>,
    pub(super) flight: Option<Flight>,
    pub(super) wake_ms: Option<u64>,
    /// Something was asked online and has no answer: the command, and when it is asked again.
    pub(super) asked: Option<(Command, u64)>,
    /// The last commit that the last answer could see.
    pub(super) seen_at: u64,
    /// Photos on their way.
    pub(super) sending: Option<Sending>,
}

/// A device as it was on the day of its backup.
#[derive(Clone, Debug)]
pub(super) struct DeviceBackup {
    pub(super) disk: Disk,
    pub(super) mine: BTreeSet<CommandId>,
    pub(super) rotten: BTreeSet<Scope>,
    pub(super) build: Build,
}

/// A device.
#[derive(Clone, Debug)]
pub(super) struct Device {
    pub(super) owner: EmployeeId,
    pub(super) disk: Disk,
    pub(super) app: Option<App>,
    pub(super) build: Build,
    pub(super) clock_days: i64,
    pub(super) full: bool,
    pub(super) portal_until_ms: u64,
    pub(super) apart_until_ms: u64,
    /// Commands that the owner believes to be on this device: each must be waiting, refused in the tray, or visibly done.
    pub(super) mine: BTreeSet<CommandId>,
    /// Rows of these scopes were lost once, or an older node passed over them. Until the world rests nobody knows whether they have come back, because a power cut
    /// can undo the mending.
    pub(super) rotten: BTreeSet<Scope>,
    pub(super) backup: Option<Box<DeviceBackup>>,
    /// The unfinished form, and what a power cut leaves of it.
    pub(super) form: Form,
    pub(super) form_before: Form,
    /// Scopes that were once taken away.
    pub(super) lost: BTreeSet<Scope>,
}

impl Device {
    pub(super) fn new(owner: EmployeeId, device: DeviceId, build: Build) -> Self {
        Self {
            owner,
            disk: Disk::new(device),
            app: None,
            build,
            clock_days: 0,
            full: false,
            portal_until_ms: 0,
            apart_until_ms: 0,
            mine: BTreeSet::new(),
            rotten: BTreeSet::new(),
            backup: None,
            form: Form::default(),
            form_before: Form::default(),
            lost: BTreeSet::new(),
        }
    }

    /// What the device's clock says.
    pub(super) fn clock(&self, now_ms: u64) -> DateTime<Utc> {
        stage::moment(now_ms) + TimeDelta::days(self.clock_days)
    }

    /// The app starts and reads the disk.
    pub(super) fn boot(&mut self, now_ms: u64, defences: Defences) {
        let build = self.build.name().to_owned();
        let memory = self.disk.now().clone();
        self.app = Some(App {
            phone: Phone::restored(self.owner, build, &stage::wanted(self.owner), memory, defences),
            effects: VecDeque::new(),
            unwritten: Vec::new(),
            flight: None,
            wake_ms: Some(now_ms),
            asked: None,
            seen_at: 0,
            sending: None,
        });
    }

    /// What the device holds now: in its app's memory, or on its disk.
    pub(super) fn memory(&self) -> &Memory {
        self.app.as_ref().map_or_else(|| self.disk.now(), |app| app.phone.memory())
    }

    /// Is the session over, as far as the device knows?
    pub(super) fn is_signed_out(&self) -> bool {
        self.app.as_ref().is_some_and(|app| *app.phone.line() == crate::sync::line::Line::Down(Fault::SignedOut))
    }
}
