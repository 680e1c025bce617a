//! An open board of a unit and what is asked of it.

use std::sync::Arc;

use shared::ids::UnitId;
use shared::rollup::board::{Care, Figures, UnitBoard, misses_today};
use shared::rollup::period::Asked;

use crate::components::days;
use crate::components::here::Here;
use crate::desk::{OpenSums, Whose};
use crate::format;
use crate::view::prelude::*;
use crate::words::day::day;
use crate::words::{BoardWords, fill};

/// That nothing is expected today, and why; none on a working day.
#[must_use]
pub fn closed(here: Here, b: &'static BoardWords, board: &UnitBoard) -> Option<String> {
    if let Some(year) = board.unknown_year {
        return Some(fill(day(here.w.language).calendar_unknown, &[&year.to_string()]));
    }
    (board.total.off > 0).then(|| match board.total.today {
        0 => b.closed.to_owned(),
        wrote => [b.closed, " ", &fill(b.closed_wrote, &[&format::number(here.w, wrote)])].concat(),
    })
}

/// An open board.
#[derive(Clone, Copy)]
pub struct City {
    /// What every page knows.
    pub here: Here,
    /// The words of these pages.
    pub b: &'static BoardWords,
    /// Whose board.
    pub unit: UnitId,
    /// Which days are shown.
    pub asked: Asked,
    /// Its sums and their age.
    pub live: OpenSums,
    /// The sums as they were last told.
    pub board: RwSignal<Option<Arc<UnitBoard>>>,
}

impl City {
    /// Opens the board; it closes with the page.
    #[must_use]
    pub fn open(here: Here, b: &'static BoardWords, unit: UnitId, asked: Asked) -> Self {
        let live = here.desk.open_sums(Whose::Unit(unit), asked);
        Self { here, b, unit, asked, live, board: live.board }
    }

    /// Something of the board; the default before it is there.
    pub fn of<T: Default>(self, read: impl FnOnce(&UnitBoard) -> T) -> T {
        self.board.with(|board| board.as_ref().map(|board| read(board)).unwrap_or_default())
    }

    /// This board with one part of its question changed; the rest stays as it is.
    #[must_use]
    pub fn address(self, part: &str, value: &str) -> String {
        self.address_with(&[(part, value)])
    }

    /// The same with several parts changed.
    #[must_use]
    pub fn address_with(self, changed: &[(&str, &str)]) -> String {
        let base = ["/papan/kota?unit=", &self.unit.to_string()].concat();
        days::address(self.here, base, &["saring", "urut", "status", "cari"], changed)
    }

    /// The board of another unit, over the same days.
    #[must_use]
    pub fn to(self, unit: UnitId) -> String {
        days::address(self.here, ["/papan/kota?unit=", &unit.to_string()].concat(), &[], &[])
    }

    /// "Minggu ini, 23 November sampai 26 November"
    #[must_use]
    pub fn days(self) -> String {
        let w = self.here.w;
        let name = days::name(self.b, self.asked.period);
        self.of(|board| {
            let until = format::date_year(w, board.until);
            if board.from == board.until {
                return [name, ", ", &until].concat();
            }
            [name, ", ", &fill(self.b.from_until, &[&format::date(w, board.from), &until])].concat()
        })
    }

    /// That nothing is expected today, and why; none on a working day.
    #[must_use]
    pub fn closed(self, board: &UnitBoard) -> Option<String> {
        closed(self.here, self.b, board)
    }

    /// What to look after in these figures, in words.
    #[must_use]
    pub fn care(self, figures: &Figures) -> Option<String> {
        let b = self.b;
        let number = |number: i64| format::number(self.here.w, number);
        let misses = self.of(|board| Some(misses_today(board.zone, self.here.desk.now.get())))?;
        Some(match figures.care(misses)? {
            Care::FewRecorded => b.care_recorded.to_owned(),
            Care::Returned(count) => fill(b.care_returned, &[&number(count)]),
            Care::ManyWaiting(count) => fill(b.care_waiting, &[&number(count)]),
            Care::Late(count) => fill(b.care_late, &[&number(count)]),
        })
    }
}
