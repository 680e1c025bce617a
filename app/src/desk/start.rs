//! Waking up: first what the device remembers, then the office. Without a network the first half is all there is, and enough.

use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Interval;
use leptos::prelude::*;
use shared::row::Rows;
use shared::words::Language;

use super::core::{Core, set_if_new};
use super::{Desk, Queue};
use crate::store::Device;
use crate::{browser, clock};

/// The clock on screen.
const TICK_MS: u32 = 5_000;
/// A look at the office while the page is seen, whatever the live line says.
const LOOK_MS: u32 = 60_000;

impl Desk {
    /// The desk of this page; called once. It is usable at once and `ready` a moment later.
    #[must_use]
    pub fn start() -> Self {
        let desk = Self {
            view: RwSignal::new(Arc::new(Rows::default())),
            person: RwSignal::new(None),
            ready: RwSignal::new(false),
            queue: RwSignal::new(Queue::default()),
            now: RwSignal::new(clock::now()),
            language: RwSignal::new(Language::default()),
            update_ready: RwSignal::new(update_waits()),
            lost: RwSignal::new(None),
            core: StoredValue::new_local(Rc::new(Core::new())),
        };
        desk.listen_to_browser();
        desk.listen_to_tabs();
        desk.listen_to_life();
        crate::browser::spawn(desk.remember());
        desk
    }

    async fn remember(self) {
        if let Ok(device) = Device::open().await {
            let last = device.last().await.ok().flatten();
            self.core().device.replace(Some(Rc::new(device)));
            if let Some(me) = last
                && let Err(spoken) = self.move_in(me, false).await
            {
                web_sys::console::warn_1(&spoken.en.into());
            }
        }
        self.speak().await;
        self.ready.set(true);
        self.wake();
    }

    fn listen_to_browser(self) {
        Interval::new(TICK_MS, move || self.now.set(clock::now())).forget();
        Interval::new(LOOK_MS, move || self.look()).forget();
        let (Some(window), Some(document)) = (browser::window(), browser::document()) else { return };
        browser::listen(&window, "online", move || self.return_to_line());
        browser::listen(&window, "offline", move || self.watches().iter().for_each(|watch| watch.cut()));
        browser::listen(&document, "visibilitychange", move || {
            if browser::is_visible() {
                self.return_to_line();
            } else {
                self.tend_hints();
            }
        });
        browser::listen(&window, "teladan:update", move || set_if_new(self.update_ready, true));
    }

    /// The page is seen again or the network is back. A line that was open before may be dead without knowing it.
    fn return_to_line(self) {
        self.now.set(clock::now());
        self.watches().iter().for_each(|watch| watch.nudge());
        self.mind_rules();
        crate::browser::spawn(async move {
            self.speak().await;
        });
        self.wake();
        self.tend_hints();
    }

    fn look(self) {
        self.watch_over();
        if !browser::is_visible() {
            return;
        }
        match self.home() {
            // The window that leads looks by itself, if it is still there.
            Some(home) if !self.leads() => self.hail(&home, "ping"),
            Some(_) | None => self.wake(),
        }
    }
}

fn update_waits() -> bool {
    browser::root().and_then(|root| root.get_attribute("data-update")).as_deref() == Some("waiting")
}
