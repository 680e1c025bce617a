//! Which people of a board are shown: those who have not written, who wait, who have something to revise, who are blocked or late, who are away.
//! One filter for the board of a team, for one day and for a period, for the people of a unit, and for the files made of them.

use super::board::PersonLine;
use super::period::Period;
use crate::board::Line;

/// What a filter looks at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Entries are expected and there are none.
    pub missed: bool,
    /// Entries wait for the superior.
    pub waiting: bool,
    /// Entries were sent back and not revised.
    pub returned: bool,
    /// Something stands in the way of the work.
    pub blocked: bool,
    /// Entries were written late.
    pub late: bool,
    /// Nothing is expected today.
    pub away: bool,
}

impl Seen {
    /// Of a team's line of the day.
    #[must_use]
    pub fn of_day(line: &Line) -> Self {
        Self {
            missed: line.is_missed(),
            waiting: !line.waiting.is_empty(),
            returned: !line.returned.is_empty(),
            blocked: line.blocked().next().is_some(),
            late: line.late().next().is_some(),
            away: line.away.is_some(),
        }
    }

    /// Of a person's sums over a period.
    #[must_use]
    pub fn of_sums(line: &PersonLine) -> Self {
        let counts = &line.figures.counts;
        Self {
            missed: counts.entries == 0 && line.figures.expected_days > 0,
            waiting: counts.waiting > 0,
            returned: counts.returned > 0,
            blocked: counts.blocked > 0,
            late: counts.late > 0,
            away: line.away.is_some(),
        }
    }

    /// The same on the board of a unit. On a single day whoever is away today is not missed; over a period the days away are taken off.
    #[must_use]
    pub fn of_unit(line: &PersonLine, period: Period) -> Self {
        let seen = Self::of_sums(line);
        if period == Period::Hari { Self { missed: line.figures.missing() > 0, ..seen } } else { seen }
    }

    /// Does the filter with this word let the person through? Any other word lets everybody through.
    #[must_use]
    pub fn fits(self, filter: &str) -> bool {
        match filter {
            "belum" => self.missed,
            "menunggu" => self.waiting,
            "revisi" => self.returned,
            "terhambat" => self.blocked,
            "terlambat" => self.late,
            "tidak-masuk" => self.away,
            _ => true,
        }
    }
}
