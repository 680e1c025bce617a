//! An open board: fetched once, then kept current by its line. When the line breaks it says so and comes back by itself.
//!
//! The line goes on after the last change that was applied, or rather one before it: one command may have several changes
//! with the same place in the log, and a line may break between them. Applying a change twice is the same as once. A line
//! that would not open at all makes us fetch the board again, which also tells whether we still may.

mod paint;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use shared::row::Rows;
use shared::scope::Scope;
use shared::sync::line::Fault;
use shared::sync::wire::LiveChange;

use super::core::Core;
use super::{Desk, Freshness, OpenBoard};
use crate::api::{Live, News};
use crate::{api, clock};

/// Longest silence of a line that is known to beat.
const SILENCE_MS_MAX: u32 = 40_000;

/// What keeps one board current.
pub(super) struct Watch {
    desk: Desk,
    scope: Scope,
    board: OpenBoard,
    closed: Cell<bool>,
    line: RefCell<Option<Live>>,
    /// Position of the last change applied; none until the board was fetched.
    cursor: Cell<Option<u64>>,
    failures: Cell<u32>,
    pending: RefCell<Vec<LiveChange>>,
    flush: RefCell<Option<Timeout>>,
    retry: RefCell<Option<Timeout>>,
    silence: RefCell<Option<Timeout>>,
}

impl Desk {
    /// Opens the board of a unit, or of a team across units. Its line closes when the page that opened it goes away.
    pub fn open_board(self, scope: Scope) -> OpenBoard {
        let board = OpenBoard {
            rows: RwSignal::new(Arc::new(Rows::default())),
            firsts: RwSignal::new(Arc::new(Vec::new())),
            freshness: RwSignal::new(Freshness::Loading),
            heard_at: RwSignal::new(clock::now()),
            more: RwSignal::new(false),
        };
        let core = self.core();
        let number = core.watch_next.get();
        core.watch_next.set(number.wrapping_add(1));
        let watch = Rc::new(Watch::new(self, scope, board));
        core.watches.borrow_mut().push((number, Rc::clone(&watch)));
        self.tend_hints();
        watch.connect();
        on_cleanup(move || {
            watch_gone(&self.core(), number);
            self.tend_hints();
        });
        board
    }

    /// All open boards.
    pub(super) fn watches(self) -> Vec<Rc<Watch>> {
        self.core().watches.borrow().iter().map(|(_, watch)| Rc::clone(watch)).collect()
    }
}

fn watch_gone(core: &Core, number: u32) {
    let at = core.watches.borrow().iter().position(|(known, _)| *known == number);
    let gone = at.map(|at| core.watches.borrow_mut().remove(at));
    if let Some((_, watch)) = gone {
        watch.close();
    }
}

impl Watch {
    fn new(desk: Desk, scope: Scope, board: OpenBoard) -> Self {
        Self {
            desk,
            scope,
            board,
            closed: Cell::default(),
            line: RefCell::default(),
            cursor: Cell::default(),
            failures: Cell::default(),
            pending: RefCell::default(),
            flush: RefCell::default(),
            retry: RefCell::default(),
            silence: RefCell::default(),
        }
    }

    fn close(&self) {
        self.closed.set(true);
        self.rest();
    }

    fn rest(&self) {
        self.line.replace(None);
        self.retry.replace(None);
        self.silence.replace(None);
    }

    /// Tries again now: the page is seen again, or the network is back.
    pub(super) fn nudge(self: &Rc<Self>) {
        if !matches!(self.board.freshness.try_get_untracked(), None | Some(Freshness::NotFound)) {
            self.failures.set(0);
            self.connect();
        }
    }

    /// The network is gone, says the browser.
    pub(super) fn cut(self: &Rc<Self>) {
        if self.line.borrow().is_some() {
            self.broken();
        }
    }

    fn connect(self: &Rc<Self>) {
        self.rest();
        if self.closed.get() {
            return;
        }
        match self.cursor.get() {
            Some(cursor) => self.listen(cursor.saturating_sub(1)),
            None => crate::browser::spawn(Rc::clone(self).fetch()),
        }
    }

    async fn fetch(self: Rc<Self>) {
        let reply = api::board(self.scope).await;
        if self.closed.get() {
            return;
        }
        match reply {
            Ok(reply) => {
                self.pending.borrow_mut().clear();
                self.cursor.set(Some(reply.head));
                self.board.more.set(reply.more);
                self.board.firsts.set(Arc::new(reply.firsts));
                self.board.rows.set(Arc::new(reply.rows.into_iter().collect()));
                self.heard();
                self.rest();
                self.listen(reply.head);
            }
            Err(failure) if matches!(failure.fault, Fault::Refused { .. }) => {
                self.board.freshness.set(Freshness::NotFound)
            }
            Err(failure) => {
                if failure.fault == Fault::SignedOut {
                    self.desk.doubt_session();
                }
                self.broken();
            }
        }
    }

    fn listen(self: &Rc<Self>, after: u64) {
        let watch = Rc::downgrade(self);
        let line = Live::open(Some((self.scope, after)), move |news| {
            if let Some(watch) = watch.upgrade().filter(|watch| !watch.closed.get()) {
                watch.hear(news);
            }
        });
        self.line.replace(line);
    }

    fn hear(self: &Rc<Self>, news: News) {
        match news {
            News::Open => {
                self.failures.set(0);
                self.board.freshness.set(Freshness::Live);
                self.heard();
            }
            News::Head(head) => {
                self.heard();
                self.desk.follow(&head);
            }
            News::Change(change) => {
                self.heard();
                self.take(*change);
            }
            News::Reset => {
                self.cursor.set(None);
                crate::browser::spawn(Rc::clone(self).fetch());
            }
            News::Sums(_) => {}
            News::Beat => {
                self.heard();
                let watch = Rc::downgrade(self);
                let silence = Timeout::new(SILENCE_MS_MAX, move || {
                    if let Some(watch) = watch.upgrade() {
                        watch.broken();
                    }
                });
                self.silence.replace(Some(silence));
            }
            News::Broken => self.broken(),
        }
    }

    fn heard(&self) {
        self.board.heard_at.set(clock::now());
    }

    fn since(&self) -> DateTime<Utc> {
        self.board.heard_at.try_get_untracked().unwrap_or_default()
    }

    fn broken(self: &Rc<Self>) {
        if self.closed.get() {
            return;
        }
        self.rest();
        if !matches!(self.board.freshness.get_untracked(), Freshness::Stale { .. }) {
            self.board.freshness.set(Freshness::Stale { since: self.since() });
        }
        let failures = self.failures.get();
        if failures > 0 {
            self.cursor.set(None);
        }
        self.failures.set(failures + 1);
        let watch = Rc::downgrade(self);
        let retry = Timeout::new(clock::backoff_ms(failures), move || {
            if let Some(watch) = watch.upgrade() {
                watch.connect();
            }
        });
        self.retry.replace(Some(retry));
    }
}
