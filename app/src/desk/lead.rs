//! Which window of this browser sends. One per person leads: it pushes, pulls, sends photos and holds the hints line. The others write
//! to the disk, tell it so, and read again when it says that the disk has moved.
//!
//! Who leads is said by a Web Lock, held for the life of the page. Nothing rests on it but effort: two windows that both send are
//! deduplicated by the office, and each other's writes are seen by their turns (`store/pull.rs`). So no window waits for ever:
//! - A leader that dies, signs out or goes away gives the lock back, and the next in line has it at once.
//! - A leader that nobody sees gives way to a window that somebody sees.
//! - A leader that stands still (a phone suspends hidden pages, and they keep their locks) does not answer. A window that is seen, and
//!   has asked it for something, takes the lock from it by force. When the other one wakes up it is told so by the browser and follows.
//!   Taking it is better than going on without it: there is one leader again, and not two from then on.
//!
//! Where there are no Web Locks every window leads.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use shared::ids::EmployeeId;

use super::Desk;
use super::home::Home;
use crate::browser;
use crate::lock::{Claim, How, claim};

/// Longest silence of a leader that was asked something, in milliseconds. It answers before it does anything, so this is long.
const SILENCE_MS_MAX: u32 = 5_000;

/// What this window knows of the lead.
#[derive(Default)]
pub(super) struct Lead {
    /// Whose queue it is about.
    who: Cell<Option<EmployeeId>>,
    claim: RefCell<Option<Claim>>,
    leads: Cell<bool>,
    /// The page is put away: it neither leads nor waits for the lead.
    away: Cell<bool>,
    /// The leader has been heard since it was asked.
    pub(super) answered: Cell<bool>,
    patience: RefCell<Option<Timeout>>,
    /// A window that is seen has asked for something while this one, which is not, was in the middle of an exchange.
    owed: Cell<bool>,
    /// What the other windows were told last.
    pub(super) said: RefCell<String>,
}

impl Desk {
    /// Does this window send?
    pub(super) fn leads(self) -> bool {
        self.core().lead.leads.get()
    }

    /// Does this window send for others too?
    pub(super) fn leads_others(self) -> bool {
        self.leads() && self.core().lead.claim.borrow().is_some()
    }

    /// Asks for the lead or lets go of it, as it should be now: somebody is in, and the page is not put away.
    pub(super) fn tend_lead(self) {
        let core = self.core();
        let who = self.home().map(|home| home.employee).filter(|_| !core.lead.away.get());
        if core.lead.who.replace(who) != who {
            self.follow_on();
            if let Some(who) = who {
                self.ask_for_lead(who, How::InTurn);
            }
        }
    }

    /// A page may be kept without running, for going back to it or to save power. It takes no lock with it.
    pub(super) fn listen_to_life(self) {
        let (Some(window), Some(document)) = (browser::window(), browser::document()) else { return };
        let put_away = move |away| {
            move || {
                self.core().lead.away.set(away);
                self.tend_lead();
            }
        };
        browser::listen(&window, "pagehide", put_away(true));
        browser::listen(&window, "pageshow", put_away(false));
        browser::listen(&document, "freeze", put_away(true));
        browser::listen(&document, "resume", put_away(false));
    }

    fn ask_for_lead(self, who: EmployeeId, how: How) {
        let core = self.core();
        // Who takes by force leaves the line first.
        core.lead.claim.replace(None);
        let name = ["teladan-sync-", &who.to_string()].concat();
        let claim = claim(&name, how, move || self.lead_on(), move || self.lose_lead());
        let alone = claim.is_none();
        core.lead.claim.replace(claim);
        if alone {
            self.lead_on();
        }
    }

    /// This window leads from here on. What another one did last it may not have heard of, so it reads the disk first.
    fn lead_on(self) {
        let core = self.core();
        core.lead.leads.set(true);
        core.lead.patience.replace(None);
        self.start_over();
    }

    /// This window leads no longer. Its memory may be ahead of the disk, so it reads that again.
    fn follow_on(self) {
        let core = self.core();
        core.lead.claim.replace(None);
        core.lead.patience.replace(None);
        core.lead.said.borrow_mut().clear();
        if core.lead.leads.replace(false) {
            self.start_over();
        }
    }

    fn start_over(self) {
        if let Some(home) = self.home() {
            home.timer.replace(None);
            home.client.borrow_mut().follow(!self.leads());
            browser::spawn(async move { self.reread(&home, true).await });
        }
        self.tend_hints();
    }

    /// Another window took the lead by force, because this one stood still; or the browser gives none.
    fn lose_lead(self) {
        let led = self.leads();
        self.follow_on();
        match self.core().lead.who.get() {
            Some(who) if led => self.ask_for_lead(who, How::InTurn),
            Some(_) => self.lead_on(),
            None => {}
        }
    }

    /// Asks the leader for something, or just for a sign of life, and minds whether it answers. A window that nobody sees asks for
    /// nothing: it has time.
    pub(super) fn hail(self, home: &Home, what: &str) {
        if !browser::is_visible() {
            return;
        }
        self.tell_tabs(&[what, " ", &home.employee.to_string()].concat());
        let core = self.core();
        if core.lead.patience.borrow().is_none() {
            core.lead.answered.set(false);
            core.lead.patience.replace(Some(Timeout::new(SILENCE_MS_MAX, move || self.mind_silence())));
        }
    }

    /// The time is up. While something waits here the leader is asked again and again, because it may stop any time.
    fn mind_silence(self) {
        let core = self.core();
        core.lead.patience.replace(None);
        let Some(home) = self.home().filter(|_| !self.leads() && browser::is_visible()) else { return };
        if !core.lead.answered.get() {
            self.ask_for_lead(home.employee, How::ByForce);
        } else if home.waits() {
            self.hail(&home, "ping");
        }
    }

    /// A window that is seen has asked this one, which leads. If nobody sees this one, the other one leads from here on, or from the end
    /// of what is under way.
    pub(super) fn gives_way(self, home: &Home) -> bool {
        let gives = !browser::is_visible();
        self.core().lead.owed.set(gives);
        if gives {
            self.settle_lead(home);
        }
        gives
    }

    /// Gives the lead away if it is owed to another window and nothing is under way.
    pub(super) fn settle_lead(self, home: &Home) {
        let core = self.core();
        let busy = home.client.borrow().is_flying() || home.sending_photos.get();
        if !core.lead.owed.get() || busy {
            return;
        }
        core.lead.owed.set(false);
        if self.leads() && !browser::is_visible() {
            self.follow_on();
            self.ask_for_lead(home.employee, How::InTurn);
        }
    }
}
