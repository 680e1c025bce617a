//! An open board of sums: fetched once, which also tells whether one may, then kept current by its line. Every message is the
//! whole board, so there is no cursor and nothing to catch up with.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use shared::ids::UnitId;
use shared::rollup::board::UnitBoard;
use shared::rollup::period::Asked;
use shared::sync::line::Fault;

use super::{Desk, Freshness};
use crate::api::{Live, News};
use crate::{api, browser, clock};

/// Longest silence of a line that is known to beat.
const SILENCE_MS_MAX: u32 = 40_000;

/// Whose sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of a unit, for its head and the heads above.
    Unit(UnitId),
    /// Those that this television may show.
    Tv,
}

/// An open board of sums. Its line closes when the page that opened it goes away.
#[derive(Clone, Copy)]
pub struct OpenSums {
    /// The sums, kept current by the live line; none before the first answer.
    pub board: RwSignal<Option<Arc<UnitBoard>>>,
    /// How fresh they are.
    pub freshness: RwSignal<Freshness>,
    /// When the last news (or sign of life) came.
    pub heard_at: RwSignal<DateTime<Utc>>,
}

struct Sums {
    open: OpenSums,
    whose: api::Board,
    asked: Asked,
    closed: Cell<bool>,
    failures: Cell<u32>,
    line: RefCell<Option<Live>>,
    retry: RefCell<Option<Timeout>>,
    silence: RefCell<Option<Timeout>>,
}

impl Desk {
    /// Opens the sums of a unit or of a television. Their line closes when the page that opened them goes away.
    #[must_use]
    pub fn open_sums(self, whose: Whose, asked: Asked) -> OpenSums {
        let open = OpenSums {
            board: RwSignal::new(None),
            freshness: RwSignal::new(Freshness::Loading),
            heard_at: RwSignal::new(clock::now()),
        };
        let whose = match whose {
            Whose::Unit(unit) => api::Board::Unit(unit),
            Whose::Tv => api::Board::Tv,
        };
        let sums = Rc::new(Sums {
            open,
            whose,
            asked,
            closed: Cell::default(),
            failures: Cell::default(),
            line: RefCell::default(),
            retry: RefCell::default(),
            silence: RefCell::default(),
        });
        browser::spawn(Rc::clone(&sums).fetch());
        let kept = StoredValue::new_local(sums);
        on_cleanup(move || {
            if let Some(sums) = kept.try_get_value() {
                sums.closed.set(true);
                sums.rest();
            }
        });
        open
    }
}

impl Sums {
    fn rest(&self) {
        self.line.replace(None);
        self.retry.replace(None);
        self.silence.replace(None);
    }

    async fn fetch(self: Rc<Self>) {
        let reply = api::board_of(self.whose, self.asked).await;
        if self.closed.get() {
            return;
        }
        match reply {
            Ok(board) => {
                self.show(board);
                self.listen();
            }
            Err(failure) if matches!(failure.fault, Fault::Refused { .. }) => {
                self.open.board.set(None);
                self.open.freshness.set(Freshness::NotFound);
            }
            Err(_) => self.broken(),
        }
    }

    fn show(&self, board: UnitBoard) {
        self.open.heard_at.set(clock::now());
        self.open.board.set(Some(Arc::new(board)));
    }

    fn listen(self: &Rc<Self>) {
        let sums = Rc::downgrade(self);
        let heard = move |news| {
            if let Some(sums) = sums.upgrade().filter(|sums| !sums.closed.get()) {
                sums.hear(news);
            }
        };
        self.line.replace(Live::at(&self.whose.address("live", self.asked), Rc::new(heard)));
    }

    fn hear(self: &Rc<Self>, news: News) {
        match news {
            News::Open => self.alive(),
            News::Sums(text) => {
                if let Some(board) = api::read_board(&text) {
                    self.show(board);
                }
                self.alive();
            }
            News::Beat => self.alive(),
            News::Broken => self.broken(),
            News::Head(_) | News::Change(_) | News::Reset => {}
        }
    }

    fn alive(self: &Rc<Self>) {
        self.failures.set(0);
        self.open.heard_at.set(clock::now());
        if self.open.freshness.get_untracked() != Freshness::Live {
            self.open.freshness.set(Freshness::Live);
        }
        let sums = Rc::downgrade(self);
        let silence = Timeout::new(SILENCE_MS_MAX, move || {
            if let Some(sums) = sums.upgrade() {
                sums.broken();
            }
        });
        self.silence.replace(Some(silence));
    }

    /// The line is gone: say so, and ask again from the beginning, which also tells whether we still may.
    fn broken(self: &Rc<Self>) {
        if self.closed.get() {
            return;
        }
        self.rest();
        if !matches!(self.open.freshness.get_untracked(), Freshness::Stale { .. }) {
            let since = self.open.heard_at.try_get_untracked().unwrap_or_default();
            self.open.freshness.set(Freshness::Stale { since });
        }
        let failures = self.failures.get();
        self.failures.set(failures + 1);
        let sums = Rc::clone(self);
        let retry = Timeout::new(clock::backoff_ms(failures), move || {
            if !sums.closed.get() {
                browser::spawn(Rc::clone(&sums).fetch());
            }
        });
        self.retry.replace(Some(retry));
    }
}
