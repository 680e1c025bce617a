//! What the desk holds behind its signals: the open databases, the lines, the other windows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use shared::words::Language;
use web_sys::BroadcastChannel;

use super::board::Watch;
use super::home::Home;
use super::lead::Lead;
use super::live::Hints;
use super::{Desk, settings};
use crate::browser;
use crate::store::Device;

/// One per page.
pub(super) struct Core {
    /// The device's own database, once it is open.
    pub(super) device: RefCell<Option<Rc<Device>>>,
    /// What is open for the person who is in.
    pub(super) home: RefCell<Option<Rc<Home>>>,
    /// Whether this window sends for the others.
    pub(super) lead: Lead,
    /// The line that carries hints while no board is open.
    pub(super) hints: Hints,
    /// Open boards.
    pub(super) watches: RefCell<Vec<(u32, Rc<Watch>)>>,
    /// Number of the next board.
    pub(super) watch_next: Cell<u32>,
    /// The other windows of this browser.
    pub(super) tabs: Option<BroadcastChannel>,
    /// Addresses under which photos of this phone are shown, by hash.
    pub(super) addresses: RefCell<Vec<(String, String)>>,
    /// Build of the app.
    pub(super) build: String,
    /// The language that the screen is to speak.
    pub(super) wished: Cell<Language>,
}

impl Core {
    pub(super) fn new() -> Self {
        Self {
            device: RefCell::default(),
            home: RefCell::default(),
            lead: Lead::default(),
            hints: Hints::default(),
            watches: RefCell::default(),
            watch_next: Cell::default(),
            tabs: BroadcastChannel::new("teladan").ok(),
            addresses: RefCell::default(),
            wished: Cell::new(settings::language()),
            build: browser::root()
                .and_then(|root| root.get_attribute("data-build"))
                .unwrap_or_else(|| "dev".to_owned()),
        }
    }
}

impl Desk {
    pub(super) fn core(self) -> Rc<Core> {
        self.core.with_value(Rc::clone)
    }

    pub(super) fn device(self) -> Option<Rc<Device>> {
        self.core().device.borrow().clone()
    }

    pub(super) fn home(self) -> Option<Rc<Home>> {
        self.core().home.borrow().clone()
    }

    /// Is this still what is open? Answers that come for somebody who has left are passed over.
    pub(super) fn is_home(self, home: &Rc<Home>) -> bool {
        self.core().home.borrow().as_ref().is_some_and(|open| Rc::ptr_eq(open, home))
    }
}

/// Sets a signal only when that changes something, so that nothing is drawn twice.
pub(super) fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|known| *known != value).unwrap_or(false) {
        signal.set(value);
    }
}
