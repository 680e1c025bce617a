//! What is open for the person who is in: their database, their sync core, and what is known of their line.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use shared::command::Command;
use shared::employee::Employee;
use shared::ids::EmployeeId;
use shared::row::{Row, Rows};
use shared::sync::defence::Defences;
use shared::sync::line::Line;
use shared::sync::phone::{Memory, Phone, Store, Waiting};
use shared::sync::wire::Me;
use shared::words::Spoken;

use super::core::set_if_new;
use super::unanswered::Unanswered;
use super::{Desk, Person, Queue, Refused};
use crate::store::{Fault, Own, Recalled};
use crate::{clock, rulebook};

/// A discarded command, for undoing.
pub(super) struct Discarded {
    pub(super) command: Command,
    /// Why it was refused, if it was.
    pub(super) reason: Option<Spoken>,
    pub(super) photos: Vec<String>,
    /// Where it stood in the queue.
    pub(super) place: Option<u64>,
}

/// One person's things.
pub(super) struct Home {
    pub(super) employee: EmployeeId,
    pub(super) own: Own,
    pub(super) client: RefCell<Phone>,
    /// What the office said of the person.
    pub(super) me: RefCell<Me>,
    /// The office has confirmed, since the start, that this browser's session is this person's. Nothing is sent before.
    pub(super) confirmed: Cell<bool>,
    /// Counts what the sync core was told; tells a reader of the disk that it has been overtaken.
    pub(super) epoch: Cell<u32>,
    /// The epoch at the last look of the watchman.
    pub(super) epoch_watched: Cell<u32>,
    /// Counts the times at which everything was read anew in the middle of something; what was going on before is given up.
    pub(super) term: Cell<u32>,
    /// The disk must be read again when the exchange is over.
    pub(super) reread: Cell<bool>,
    /// Pulls that are not on the disk yet.
    pub(super) unwritten: RefCell<Vec<Store>>,
    pub(super) writing: Cell<bool>,
    pub(super) sending_photos: Cell<bool>,
    /// While it follows, this window has asked the office who its session is.
    pub(super) has_asked: Cell<bool>,
    /// The window that leads is sending.
    pub(super) leader_sends: Cell<bool>,
    pub(super) timer: RefCell<Option<Timeout>>,
    pub(super) line: RefCell<Line>,
    pub(super) down_since: Cell<Option<DateTime<Utc>>>,
    pub(super) heard_at: Cell<Option<DateTime<Utc>>>,
    /// What was asked of the office or ordered there and has no answer.
    pub(super) unanswered: Unanswered,
    pub(super) discarded: RefCell<Vec<Discarded>>,
}

impl Home {
    /// Opens the person's database and remembers. `confirmed`: the office has just said who it is.
    pub(super) async fn open(me: Me, confirmed: bool, build: &str) -> Result<Self, Fault> {
        let own = Own::open(me.employee).await?;
        let recalled = recall(&own, build).await?;
        Ok(Self {
            employee: me.employee,
            client: RefCell::new(phone(recalled.memory, &me, build)),
            own,
            me: RefCell::new(me),
            confirmed: Cell::new(confirmed),
            epoch: Cell::new(1),
            epoch_watched: Cell::default(),
            term: Cell::default(),
            reread: Cell::default(),
            unwritten: RefCell::default(),
            writing: Cell::default(),
            sending_photos: Cell::default(),
            has_asked: Cell::default(),
            leader_sends: Cell::default(),
            timer: RefCell::default(),
            line: RefCell::default(),
            down_since: Cell::default(),
            heard_at: Cell::new(recalled.heard_at),
            unanswered: Unanswered::default(),
            discarded: RefCell::default(),
        })
    }

    /// Does anything wait here for the office?
    pub(super) fn waits(&self) -> bool {
        !self.client.borrow().memory().outbox.is_empty() || !self.own.photos_waiting().is_empty()
    }

    /// Reads the disk again, because another window has written to it; or because the exchange hangs or is another window's from here
    /// on (`at_once`). Then what this one had not written yet is not written any more: it comes again.
    pub(super) async fn reread(self: &Rc<Self>, build: &str, at_once: bool) -> Result<(), Fault> {
        if at_once {
            self.client.borrow_mut().follow(true);
        }
        for _ in 0..8 {
            if self.client.borrow().is_flying() && !at_once {
                self.reread.set(true);
                return Ok(());
            }
            let epoch = self.epoch.get();
            let recalled = recall(&self.own, build).await?;
            if self.epoch.get() == epoch {
                self.client.replace(phone(recalled.memory, &self.me.borrow(), build));
                self.epoch.set(epoch.wrapping_add(1));
                if at_once {
                    self.term.set(self.term.get().wrapping_add(1));
                    // Whoever is writing clears them when it sees the new term.
                    if !self.writing.get() {
                        self.unwritten.borrow_mut().clear();
                    }
                }
                return Ok(());
            }
        }
        Ok(())
    }

    /// What the office says of the person now.
    pub(super) fn learn(&self, me: Me) {
        self.client.borrow_mut().know(me.rows.iter().cloned());
        self.me.replace(me);
    }

    pub(super) fn person(&self) -> Option<Person> {
        let me = self.me.borrow();
        let view: Rows = me.rows.iter().cloned().collect();
        let employee = view.employee(me.employee)?.clone();
        Some(Person {
            unit: view.unit(employee.unit).cloned(),
            superior: employee.superior.and_then(|superior| view.employee(superior)).cloned(),
            boards: me.boards.clone(),
            admin: me.admin.clone(),
            employee,
        })
    }
}

impl Home {
    /// Has the person another superior or unit than the office said when it was asked last? Then it is asked again.
    pub(super) fn is_elsewhere(&self, now: &Rows) -> bool {
        let me = self.me.borrow();
        let known = me.rows.iter().find_map(|row| {
            let Row::Employee(employee) = row else { return None };
            (employee.id == me.employee).then_some(employee)
        });
        let place = |one: &Employee| (one.unit, one.superior);
        known
            .zip(now.employee(me.employee))
            .is_some_and(|(known, now)| known.rev < now.rev && place(known) != place(now))
    }
}

/// Reads the disk. If there are commands, what reads them is fetched first; if it cannot be had, they stay texts.
async fn recall(own: &Own, build: &str) -> Result<Recalled, Fault> {
    let recalled = own.recall(build).await?;
    if recalled.unread && rulebook::fetch().await.is_ok() {
        return own.recall(build).await;
    }
    Ok(recalled)
}

/// The sync core with the disk's memory, with what the office said apart from the log, and with the rules if they are here.
fn phone(memory: Memory, me: &Me, build: &str) -> Phone {
    let mut phone = Phone::without_rules(me.employee, build.to_owned(), &[], memory, Defences::default());
    if let Some(rulebook) = rulebook::known() {
        phone.learn(rulebook.decide);
    }
    phone.know(me.rows.iter().cloned());
    phone
}

/// A refused command of another build cannot be shown; it stays on the disk and in the export.
fn readable(refused: &shared::sync::phone::Refused) -> Option<Refused> {
    Some(Refused { command: refused.what.command()?.clone(), reason: refused.reason.clone() })
}

impl Desk {
    /// Fetches the rulebook for what waits, if it could not be had when that was read.
    pub(crate) fn mind_rules(self) {
        let lacks = |home: &Rc<Home>| home.client.borrow().lacks_rules();
        let Some(home) = self.home().filter(lacks) else { return };
        crate::browser::spawn(async move {
            if rulebook::fetch().await.is_ok() {
                self.reread(&home, false).await;
            }
        });
    }

    /// Brings the signals up to what is known.
    pub(super) fn show(self, home: &Rc<Home>) {
        if !self.is_home(home) {
            return;
        }
        let now = clock::now();
        let client = home.client.borrow();
        if *client.line() != Line::Unknown {
            home.line.replace(client.line().clone());
        }
        let is_down = matches!(*home.line.borrow(), Line::Down(_));
        home.down_since.set(is_down.then(|| home.down_since.get().unwrap_or(now)));
        let memory = client.memory();
        let queue = Queue {
            waiting: memory.outbox.iter().filter_map(Waiting::command).cloned().collect(),
            sealed: memory.outbox.iter().filter(|waiting| waiting.command().is_none()).count() + home.own.unopened(),
            tray: memory.tray.iter().filter_map(readable).collect(),
            photos_waiting: home.own.photos_waiting().len(),
            line: home.line.borrow().clone(),
            sending: client.is_flying() || home.sending_photos.get() || !self.leads() && home.leader_sends.get(),
            heard_at: home.heard_at.get(),
            down_since: home.down_since.get(),
            follows: !self.leads(),
        };
        let view = Arc::new(client.view(now));
        drop(client);
        set_if_new(self.view, view);
        set_if_new(self.queue, queue);
        set_if_new(self.person, home.person());
        self.tell_tabs_line(home, false);
    }
}
