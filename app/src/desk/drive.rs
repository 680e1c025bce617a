//! Carries out what the sync core asks, in order. Every wait has an end, so that nothing ever hangs: a cut line, a frozen
//! page, a full disk each come back as an input.

use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::{Set, WithUntracked};
use shared::ids::DeviceId;
use shared::sync::line::Fault;
use shared::sync::phone::{Effect, Input, Store};
use uuid::Uuid;

use super::Desk;
use super::health::count;
use super::home::Home;
use crate::{api, clock, store};

/// An incarnation that has never been, in case the core must renumber what waits.
fn fresh() -> DeviceId {
    DeviceId(Uuid::now_v7())
}

/// Longest wait for the disk.
const WRITE_MS_MAX: u32 = 20_000;

impl Desk {
    /// Looks now: sends what waits and asks for news.
    pub fn wake(self) {
        match self.home() {
            Some(home) => self.tell(&home, Input::Woke),
            None => self.settle_sign_out(),
        }
    }

    /// Tells the sync core what happened, and sees to what it asks.
    ///
    /// A window that follows only takes in what it did itself; the one that leads is asked to look, or whether it is still there.
    pub(super) fn tell(self, home: &Rc<Home>, input: Input) {
        let wish = if matches!(input, Input::Woke) { "wake" } else { "ping" };
        let effects = self.step(home, input);
        if !effects.is_empty() {
            crate::browser::spawn(self.carry_out(Rc::clone(home), effects));
        }
        if !self.leads() && self.is_home(home) {
            self.hail(home, wish);
        }
    }

    fn step(self, home: &Rc<Home>, input: Input) -> Vec<Effect> {
        let heard = match &input {
            Input::Pushed(reply, _) => reply.as_ref().ok().map(|reply| reply.server_time),
            Input::Pulled(reply, _) => reply.as_ref().as_ref().ok().map(|reply| reply.server_time),
            Input::Saved(_) | Input::Discarded(_) | Input::Woke => None,
        };
        if let Some(office) = heard {
            if clock::hear(office) {
                self.now.set(clock::now());
            }
            home.heard_at.set(Some(clock::now()));
        }
        home.epoch.set(home.epoch.get().wrapping_add(1));
        let mut client = home.client.borrow_mut();
        client.follow(!self.leads());
        let effects = client.step(input);
        drop(client);
        self.show(home);
        effects
    }

    async fn carry_out(self, home: Rc<Home>, effects: Vec<Effect>) {
        let mut todo = VecDeque::from(effects);
        let term = home.term.get();
        while let Some(effect) = todo.pop_front() {
            if !self.is_home(&home) {
                return;
            }
            if home.term.get() != term {
                break;
            }
            let input = match effect {
                Effect::Push(request) => {
                    let reply = match self.confirm(&home).await {
                        Ok(()) => api::push(&request).await.map_err(|failure| failure.fault),
                        Err(fault) => Err(fault),
                    };
                    Input::Pushed(reply, fresh())
                }
                Effect::Pull(request) => {
                    let reply = match self.confirm(&home).await {
                        Ok(()) => api::pull(&request).await.map_err(|failure| failure.fault),
                        Err(fault) => Err(fault),
                    };
                    Input::Pulled(Box::new(reply), fresh())
                }
                Effect::Store(pull) => {
                    self.write_down(&home, *pull).await;
                    continue;
                }
                Effect::WakeAfter { pause_ms } => {
                    let again = Rc::clone(&home);
                    let timer = Timeout::new(pause_ms, move || self.tell(&again, Input::Woke));
                    home.timer.replace(Some(timer));
                    continue;
                }
                Effect::SendPhotos => {
                    let waited = home.own.photos_waiting().len();
                    self.send_photos(&home).await;
                    if home.own.photos_waiting().len() != waited {
                        self.tell_tabs_moved(&home);
                    }
                    continue;
                }
                // The effects beside it mend what it speaks of.
                Effect::Note(note) => {
                    count(note);
                    continue;
                }
            };
            self.mind_session(&home, &input);
            if home.term.get() != term {
                break;
            }
            todo.extend(self.step(&home, input));
        }
        self.settle_lead(&home);
        self.tend_hints();
        if self.view.with_untracked(|rows| home.is_elsewhere(rows)) {
            home.confirmed.set(false);
            let _ = self.confirm(&home).await;
        }
        if home.reread.take() {
            self.reread(&home, false).await;
        }
    }

    /// Reads the disk again and goes on from there.
    pub(super) async fn reread(self, home: &Rc<Home>, at_once: bool) {
        match home.reread(&self.core().build, at_once).await {
            Ok(()) if home.reread.get() => {}
            Ok(()) | Err(store::Fault::Closed | store::Fault::Unwritten | store::Fault::Moved) if self.leads() => {
                self.tell(home, Input::Woke);
            }
            Ok(()) | Err(store::Fault::Closed | store::Fault::Unwritten | store::Fault::Moved) => {
                self.show(home);
                if home.waits() {
                    self.hail(home, "ping");
                }
            }
            Err(store::Fault::Lost) => {
                let _ = self.move_again(home).await;
                self.wake();
            }
        }
    }

    /// A session that has ended must be confirmed anew.
    fn mind_session(self, home: &Rc<Home>, input: &Input) {
        let fault = match input {
            Input::Pushed(Err(fault), _) => Some(fault),
            Input::Pulled(reply, _) => reply.as_ref().as_ref().err(),
            Input::Pushed(Ok(_), _) | Input::Saved(_) | Input::Discarded(_) | Input::Woke => None,
        };
        if fault == Some(&Fault::SignedOut) {
            home.confirmed.set(false);
        }
    }

    /// Writes a pull to the disk, after those that could not be written before it. One writer at a time.
    async fn write_down(self, home: &Rc<Home>, pull: Store) {
        home.unwritten.borrow_mut().push(pull);
        if home.writing.replace(true) {
            return;
        }
        let term = home.term.get();
        loop {
            let pulls = home.unwritten.borrow().clone();
            if pulls.is_empty() {
                break;
            }
            let heard_at = home.heard_at.get().unwrap_or_default();
            let end = clock::within(WRITE_MS_MAX, home.own.take_in(&pulls, heard_at)).await;
            let has_moved = || pulls.iter().any(|pull| !pull.is_quiet(&pull.cursors));
            if end == Some(Ok(())) && has_moved() {
                self.tell_tabs_moved(home);
            }
            if home.term.get() != term {
                // Everything was read anew meanwhile, before this was written or after.
                home.unwritten.borrow_mut().clear();
                home.reread.set(true);
                break;
            }
            match end {
                Some(Ok(())) => {
                    home.unwritten.borrow_mut().drain(..pulls.len());
                }
                Some(Err(store::Fault::Moved | store::Fault::Lost)) => {
                    home.unwritten.borrow_mut().clear();
                    home.reread.set(true);
                    break;
                }
                Some(Err(store::Fault::Closed | store::Fault::Unwritten)) | None => {
                    web_sys::console::warn_1(
                        &"teladan: news could not be written to this device; will try again".into(),
                    );
                    break;
                }
            }
        }
        home.writing.set(false);
    }

    /// Once a minute: an exchange that has not moved since the last look is given up.
    pub(super) fn watch_over(self) {
        let Some(home) = self.home() else { return };
        let hangs = home.client.borrow().is_flying() && home.epoch.get() == home.epoch_watched.get();
        home.epoch_watched.set(home.epoch.get());
        if hangs {
            crate::browser::spawn(async move { self.reread(&home, true).await });
        }
    }
}
