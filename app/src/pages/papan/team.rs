//! An open board and what is asked of it.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use shared::board::{Board, Frame};
use shared::calendar::Calendar;
use shared::complete::last_working_days;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::rollup::period::Asked;
use shared::scope::Scope;
use shared::zone::Zone;

use crate::components::days;
use crate::components::here::Here;
use crate::desk::OpenBoard;
use crate::format;
use crate::view::prelude::*;
use crate::words::board_words;

/// Days in the small chart.
const DAYS: usize = 10;

/// An open board.
#[derive(Clone, Copy)]
pub struct Team {
    /// What every page knows.
    pub here: Here,
    /// Whose board.
    pub unit: UnitId,
    /// Are these the people whom I assess without leading the unit?
    pub assessed: bool,
    /// Its rows and their age.
    pub live: OpenBoard,
    /// Where the clocks of the board's unit hang; the reader's own may hang elsewhere.
    pub zone: Memo<Zone>,
    /// The day there.
    pub today: Memo<NaiveDate>,
    /// The board as shown.
    pub board: Memo<Arc<Board>>,
    /// Which days the table of everyone shows, as the address asks; what needs attention is always of now.
    pub asked: Memo<Asked>,
    /// Whose entries are being read.
    pub person: Memo<Option<EmployeeId>>,
}

impl Team {
    /// Opens the board; it closes with the page.
    #[must_use]
    pub fn open(here: Here, unit: UnitId) -> Self {
        let live = here.desk.open_board(Scope::Unit(unit));
        let assessed = here.desk.person.with_untracked(|person| {
            person.as_ref().is_some_and(|one| one.boards.iter().any(|board| board.unit == unit && board.assessed))
        });
        let zone = Memo::new(move |_| live.rows.with(|rows| rows.unit(unit).map_or(here.zone, |unit| unit.zone)));
        let today = Memo::new(move |_| zone.get().local_date(here.desk.now.get()));
        let board = Memo::new(move |_| {
            let today = today.get();
            live.rows.with(|rows| {
                let head = if assessed { Some(here.me) } else { rows.unit(unit).and_then(|unit| unit.head) };
                let calendar = Calendar::official();
                let days = last_working_days(today, DAYS, calendar);
                let firsts = live.firsts.get();
                Arc::new(Board::of(rows, unit, head, &Frame { day: today, days: &days, firsts: &firsts, calendar }))
            })
        });
        let person = Memo::new(move |_| here.asked("orang").and_then(|id| id.parse().ok()));
        let asked = Memo::new(move |_| days::asked(here));
        Self { here, unit, assessed, live, zone, today, board, asked, person }
    }

    /// kemarin 15.40, inside a sentence, by the clocks of the board's unit; they are named where the reader's are others.
    #[must_use]
    pub fn moment_inside(self, at: DateTime<Utc>) -> String {
        let zone = self.zone.get_untracked();
        let moment = format::moment_inside(self.here.w, zone, at, self.today.get_untracked());
        if zone == self.here.zone { moment } else { [&moment, " ", zone.letters()].concat() }
    }

    /// Is this person's work for me to judge?
    #[must_use]
    pub fn is_mine(self, person: &Employee) -> bool {
        let now = self.here.desk.now.get_untracked();
        self.live.rows.with_untracked(|rows| person.is_assessed_by(self.here.me, rows, now))
    }

    /// This board with one part of its question changed; the rest stays as it is.
    #[must_use]
    pub fn address(self, part: &str, value: &str) -> String {
        self.address_with(&[(part, value)])
    }

    /// The same with several parts changed.
    #[must_use]
    pub fn address_with(self, changed: &[(&str, &str)]) -> String {
        let base = ["/papan?unit=", &self.unit.to_string()].concat();
        days::address(self.here, base, &["orang", "saring", "cari"], changed)
    }

    /// The choice of days for the table of everyone.
    #[must_use]
    pub fn days(self) -> View {
        let b = board_words(self.here.w.language);
        days::choice(self.here, b, self.asked, move |changed| self.address_with(changed))
    }
}
