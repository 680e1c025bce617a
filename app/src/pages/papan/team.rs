//! An open board and what is asked of it.

use std::sync::Arc;

use shared::board::Board;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::rollup::period::Asked;

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
    /// Its rows and their age.
    pub live: OpenBoard,
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
        let live = here.desk.open_board(unit);
        let board = Memo::new(move |_| {
            let today = here.today.get();
            live.rows.with(|rows| {
                let head = rows.unit(unit).and_then(|unit| unit.head);
                Arc::new(Board::of(rows, unit, head, today, &format::working_days(today, DAYS)))
            })
        });
        let person = Memo::new(move |_| here.asked("orang").and_then(|id| id.parse().ok()));
        let asked = Memo::new(move |_| days::asked(here));
        Self { here, unit, live, board, asked, person }
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
