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
    pub(super) fn tell(self, home: &Rc<Home>, input: Input) {
        let effects = self.step(home, input);
        if !effects.is_empty() {
            crate::browser::spawn(self.carry_out(Rc::clone(home), effects));
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
        let effects = home.client.borrow_mut().step(input);
        self.show(home);
        effects
    }

    async fn carry_out(self, home: Rc<Home>, effects: Vec<Effect>) {
        let mut todo = VecDeque::from(effects);
        while let Some(effect) = todo.pop_front() {
            if !self.is_home(&home) {
                return;
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
                    self.send_photos(&home).await;
                    continue;
                }
                // The effects beside it mend what it speaks of; nobody here counts yet.
                Effect::Note(_) => continue,
            };
            self.mind_session(&home, &input);
            todo.extend(self.step(&home, input));
        }
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
            Ok(()) | Err(store::Fault::Closed | store::Fault::Unwritten | store::Fault::Moved) => {
                self.tell(home, Input::Woke);
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
        loop {
            let pulls = home.unwritten.borrow().clone();
            if pulls.is_empty() {
                break;
            }
            let heard_at = home.heard_at.get().unwrap_or_default();
            match clock::within(WRITE_MS_MAX, home.own.take_in(&pulls, heard_at)).await {
                Some(Ok(())) => {
                    home.unwritten.borrow_mut().drain(..pulls.len());
                    if pulls.iter().any(|pull| !pull.answered.is_empty() || pull.queue.is_some()) {
                        self.tell_tabs_moved(home);
                    }
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
