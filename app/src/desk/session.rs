//! Letting people in and out. Nobody's queue is ever deleted: it waits on this device until its owner is back.

use std::rc::Rc;
use std::sync::Arc;

use shared::row::Rows;
use shared::sync::line::Fault;
use shared::sync::phone::Input;
use shared::sync::wire::Me;
use shared::words::Spoken;

use super::core::set_if_new;
use super::home::Home;
use super::{Desk, Queue, say};
use crate::{api, clock, store};

/// Longest wait for the office when somebody leaves.
const GOODBYE_MS_MAX: u32 = 4_000;

impl Desk {
    /// Signs in. Whoever was in before keeps their queue on this device.
    ///
    /// # Errors
    /// What the office or the device says, in words.
    pub async fn sign_in(self, nip: String, password: String) -> Result<(), Spoken> {
        let mut me = api::sign_in(nip.trim(), &password).await.map_err(say::failure)?;
        let known = me.known.take();
        if let Some(device) = self.device() {
            device.remember(&me).await.map_err(say::disk)?;
        }
        self.move_in(me, true).await?;
        if let Some(home) = self.home() {
            self.mind_lost(&home, known);
        }
        self.tell_tabs_person();
        self.wake();
        Ok(())
    }

    /// Signs out, also without a line: then the office is told later. The queue stays on the device.
    ///
    /// # Errors
    /// The device could not forget the person.
    pub async fn sign_out(self) -> Result<(), Spoken> {
        let told = match clock::within(GOODBYE_MS_MAX, api::sign_out()).await {
            Some(Ok(())) => true,
            Some(Err(failure)) => failure.fault == Fault::SignedOut,
            None => false,
        };
        if let (Some(device), Some(home)) = (self.device(), self.home()) {
            device.forget(home.employee, told).await.map_err(say::disk)?;
        }
        self.move_out();
        self.tell_tabs_person();
        Ok(())
    }

    /// Opens the person's things and shows them.
    pub(super) async fn move_in(self, me: Me, confirmed: bool) -> Result<(), Spoken> {
        let core = self.core();
        match self.home().filter(|home| home.employee == me.employee) {
            Some(home) => {
                home.confirmed.set(confirmed);
                home.learn(me);
                self.show(&home);
                self.watches().iter().for_each(|watch| watch.nudge());
            }
            None => {
                self.move_out();
                let home = Rc::new(Home::open(me, confirmed, &core.build).await.map_err(say::disk)?);
                core.home.replace(Some(Rc::clone(&home)));
                self.recall_lost(Some(home.employee));
                self.tend_lead();
                self.show(&home);
                crate::browser::spawn(async move {
                    let _ = home.own.drop_loose().await;
                });
            }
        }
        self.tend_hints();
        Ok(())
    }

    /// Opens the person's things again, because the browser has cleared the storage under this page. What waited is still
    /// in memory, and goes into the new queue; what was confirmed comes with the next pull.
    pub(super) async fn move_again(self, lost: &Rc<Home>) -> Result<Rc<Home>, store::Fault> {
        if let Some(home) = self.home().filter(|home| !Rc::ptr_eq(home, lost)) {
            return Ok(home);
        }
        let me = lost.me.borrow().clone();
        if let Some(device) = self.device() {
            let _ = device.remember(&me).await;
        }
        let home = Rc::new(Home::open(me, lost.confirmed.get(), &self.core().build).await?);
        let waiting = lost.client.borrow().memory().outbox.clone();
        for waiting in waiting {
            home.own.append(waiting, &[]).await?;
        }
        home.reread(&self.core().build, true).await?;
        self.core().home.replace(Some(Rc::clone(&home)));
        self.show(&home);
        Ok(home)
    }

    fn move_out(self) {
        self.core().home.replace(None);
        self.tend_lead();
        self.tend_hints();
        self.recall_lost(None);
        set_if_new(self.person, None);
        set_if_new(self.queue, Queue::default());
        set_if_new(self.view, Arc::new(Rows::default()));
    }

    /// Asks the office, once per start and after every end of a session, who this browser's session is. A queue is only
    /// ever sent as its owner.
    pub(super) async fn confirm(self, home: &Rc<Home>) -> Result<(), Fault> {
        if home.confirmed.get() {
            return Ok(());
        }
        let mut me = api::me().await.map_err(|failure| failure.fault)?;
        if me.employee != home.employee || !self.is_home(home) {
            return Err(Fault::SignedOut);
        }
        self.mind_lost(home, me.known.take());
        home.confirmed.set(true);
        if let Some(device) = self.device() {
            let _ = device.remember(&me).await;
        }
        home.learn(me);
        self.show(home);
        Ok(())
    }

    /// Tells the office that somebody has left, if that is still to be done.
    pub(super) fn settle_sign_out(self) {
        let Some(device) = self.device() else { return };
        crate::browser::spawn(async move {
            let owed = device.owes_sign_out().await.unwrap_or(false);
            if owed && self.home().is_none() && api::sign_out().await.is_ok() {
                let _ = device.sign_out_settled().await;
            }
        });
    }

    /// Another window has signed somebody in: look who it is.
    pub(super) fn doubt_session(self) {
        if let Some(home) = self.home() {
            home.confirmed.set(false);
            self.tell(&home, Input::Woke);
        }
    }
}
