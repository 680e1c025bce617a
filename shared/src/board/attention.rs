//! What is not as it should be on a board, in the order in which it is told: who has written nothing, what was sent back and not
//! revised, where something stands in the way, what was written late, and what has waited too long.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Board, Line};
use crate::calendar::Calendar;
use crate::complete::waited;
use crate::employee::Employee;
use crate::entry::Entry;
use crate::ids::EmployeeId;
use crate::rollup::board::misses_today;
use crate::zone::Zone;

/// An entry waits too long after this many working days.
pub const WAIT_DAYS_MAX: usize = 2;
/// So many working days without an entry are told by name.
const SILENT_DAYS: usize = 3;

/// How many entries of how many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Many {
    /// Entries.
    pub entries: usize,
    /// People.
    pub people: usize,
}

/// Something that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// Somebody has written nothing for some working days.
    Silent {
        /// Who.
        who: EmployeeId,
        /// Working days.
        days: usize,
    },
    /// So many people have written nothing today.
    NothingToday(usize),
    /// Sent back and not revised.
    Returned(Many),
    /// Something stands in the way of the work.
    Blocked(Many),
    /// Written late, and it waits.
    Late(Many),
    /// Waits too long for whoever reads the board.
    WaitsLong {
        /// How much.
        many: Many,
        /// The day on which the oldest of them arrived.
        since: NaiveDate,
    },
}

/// What is told of a group of entries, and how many of them somebody has.
type Group = (fn(Many) -> Exception, fn(&Line) -> usize);

/// The day on which the office had the entry as it is now. What was revised waits anew.
fn arrived(entry: &Entry, zone: Zone) -> NaiveDate {
    zone.local_date(entry.received_at.unwrap_or(entry.claimed_at))
}

/// Has the entry waited for its superior for more working days than it should, today where the unit is? The days are counted from when
/// it arrived, not from the work: a late entry has not waited before it was there.
#[must_use]
pub fn waits_long(entry: &Entry, zone: Zone, today: NaiveDate, calendar: &Calendar) -> bool {
    entry.waits() && waited(arrived(entry, zone), today, calendar) > WAIT_DAYS_MAX
}

/// Everything that is not as it should be. What waits is told of those alone whom the reader assesses, as `mine` says.
#[must_use]
pub fn exceptions(
    board: &Board,
    (zone, now): (Zone, DateTime<Utc>),
    calendar: &Calendar,
    mine: &dyn Fn(&Employee) -> bool,
) -> Vec<Exception> {
    let mut all = Vec::new();
    for line in &board.lines {
        let days = line.silent_days(board.day);
        if days >= SILENT_DAYS {
            all.push(Exception::Silent { who: line.employee.id, days });
        }
    }
    let missed = board.lines.iter().filter(|line| line.is_missed()).count();
    if missed > 0 && misses_today(zone, now) {
        all.push(Exception::NothingToday(missed));
    }
    let groups: [Group; 3] = [
        (Exception::Returned, |line| line.returned.len()),
        (Exception::Blocked, |line| line.blocked().count()),
        (Exception::Late, |line| line.late().count()),
    ];
    for (exception, count) in groups {
        let many = many(&board.lines, &count);
        if many.entries > 0 {
            all.push(exception(many));
        }
    }
    let is_long = |entry: &&Entry| waits_long(entry, zone, board.day, calendar);
    let long = |line: &Line| if mine(&line.employee) { line.waiting.iter().filter(is_long).count() } else { 0 };
    let mine = board.lines.iter().filter(|line| mine(&line.employee));
    let since = mine.flat_map(|line| &line.waiting).filter(is_long).map(|entry| arrived(entry, zone)).min();
    if let Some(since) = since {
        all.push(Exception::WaitsLong { many: many(&board.lines, &long), since });
    }
    all
}

fn many(lines: &[Line], count: &dyn Fn(&Line) -> usize) -> Many {
    let mut many = Many::default();
    for entries in lines.iter().map(count).filter(|entries| *entries > 0) {
        many.entries += entries;
        many.people += 1;
    }
    many
}
