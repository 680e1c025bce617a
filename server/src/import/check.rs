//! The check: from rows to people, or to everything that is wrong with them. A function from values to values.
//!
//! All problems of all rows are found in one pass, so that nobody corrects a file one row at a time. A person whose
//! superior's row is bad is bad too: they could only be written under the wrong superior.

use std::collections::{BTreeSet, HashMap};

use shared::nip::{Nip, NipError};

use super::chains;
use super::known::Known;
use super::problem::{Fault, Problem};
use super::rank;
use super::table::{Column, Place, RawRow};
use super::units;

/// Characters of a name, a position or a unit's name; the rule of `employee.set` allows as many.
const TEXT_MAX: usize = 200;

/// One person, as the file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Row of the file.
    pub row: usize,
    /// Their number.
    pub nip: Nip,
    /// Name with titles.
    pub name: String,
    /// Golongan in its one form, or empty.
    pub rank: String,
    /// Jabatan, or empty.
    pub position: String,
    /// The unit as a path from the top.
    pub unit: Vec<String>,
    /// The direct superior; none at the top.
    pub superior: Option<Nip>,
    /// Columns that the file does not have: a known person keeps what the office knows.
    pub kept: Kept,
}

/// What a known person keeps, because the file says nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Name.
    pub name: bool,
    /// Golongan.
    pub rank: bool,
    /// Jabatan.
    pub position: bool,
    /// Home unit.
    pub unit: bool,
    /// Direct superior.
    pub superior: bool,
}

impl Kept {
    /// What this row keeps. Somebody new has nothing to keep.
    fn of(raw: &RawRow, known: bool) -> Self {
        let absent = |column| known && raw.cell(column).is_none();
        Self {
            name: absent(Column::Name),
            rank: absent(Column::Rank),
            position: absent(Column::Position),
            unit: absent(Column::Unit) && absent(Column::Agency),
            superior: absent(Column::Superior),
        }
    }
}

/// The outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// People without a problem, in the order of the file.
    pub good: Vec<StaffRow>,
    /// All problems, by row and column.
    pub problems: Vec<Problem>,
    /// How many rows have one.
    pub bad_rows: usize,
}

/// A row as far as it could be understood.
pub(super) struct Draft {
    pub(super) row: usize,
    pub(super) name: String,
    pub(super) nip: Option<Nip>,
    pub(super) superior: Option<Nip>,
    /// The superior is the one whom the office knows.
    pub(super) keeps_superior: bool,
    superior_at: Place,
    good: Option<StaffRow>,
}

/// Checks the rows against each other and against what the office knows.
#[must_use]
pub fn check(rows: &[RawRow], known: &Known) -> Checked {
    let mut problems = Vec::new();
    let drafts: Vec<Draft> = rows.iter().map(|row| draft(row, known, &mut problems)).collect();
    let by_nip = twice(&drafts, rows, &mut problems);
    superiors(&drafts, &by_nip, known, &mut problems);
    let mut bad: BTreeSet<usize> = problems.iter().map(|problem| problem.row).collect();
    // Each round can only add bad rows, so it ends.
    loop {
        let found = chains::faults(&drafts, &by_nip, known, &bad);
        if found.is_empty() {
            break;
        }
        bad.extend(found.iter().map(|(at, _)| drafts[*at].row));
        problems.extend(
            found.into_iter().map(|(at, fault)| Problem::new(drafts[at].row, drafts[at].superior_at.clone(), fault)),
        );
    }
    problems.sort_by(|a, b| (a.row, &a.column, a.code).cmp(&(b.row, &b.column, b.code)));
    let good = drafts.into_iter().filter(|draft| !bad.contains(&draft.row)).filter_map(|draft| draft.good).collect();
    Checked { good, problems, bad_rows: bad.len() }
}

/// One row by itself.
fn draft(raw: &RawRow, known: &Known, problems: &mut Vec<Problem>) -> Draft {
    let before = problems.len();
    let is_known = read_nip(raw.text(Column::Nip)).is_ok_and(|nip| known.employee(&nip).is_some());
    let kept = Kept::of(raw, is_known);
    let mut report = |column, fault| problems.push(Problem::new(raw.row, place(raw, column), fault));
    let name = raw.text(Column::Name).to_owned();
    if name.is_empty() && !kept.name {
        report(Column::Name, Fault::NameEmpty);
    }
    let position = optional(raw.text(Column::Position)).to_owned();
    let unit = units::path(raw.text(Column::Agency), optional(raw.text(Column::Unit)));
    if unit.is_empty() && !kept.unit {
        report(Column::Unit, Fault::UnitEmpty);
    }
    let long = |text: &String| text.chars().count() > TEXT_MAX;
    let texts =
        [(Column::Name, long(&name)), (Column::Position, long(&position)), (Column::Unit, unit.iter().any(long))];
    for (column, _) in texts.into_iter().filter(|(_, long)| *long) {
        report(column, Fault::TooLong { characters_max: TEXT_MAX });
    }
    let rank = rank::normal(optional(raw.text(Column::Rank)));
    if rank.is_none() {
        report(Column::Rank, Fault::RankUnknown);
    }
    let nip = match raw.text(Column::Nip) {
        "" => Err(Fault::NipEmpty),
        text => read_nip(text).map_err(|error| error.map_or(Fault::NipRounded, Fault::Nip)),
    };
    let nip = nip.map_err(|fault| report(Column::Nip, fault)).ok();
    let superior = match optional(raw.text(Column::Superior)) {
        "" => Ok(None),
        text => read_nip(text).map(Some).map_err(|error| error.map_or(Fault::SuperiorRounded, Fault::SuperiorNip)),
    };
    let superior = superior.map_err(|fault| report(Column::Superior, fault)).ok().flatten();
    let good = match (&nip, rank, problems.len() == before) {
        (Some(nip), Some(rank), true) => Some(StaffRow {
            row: raw.row,
            nip: nip.clone(),
            name: name.clone(),
            rank,
            position,
            unit,
            superior: superior.clone(),
            kept,
        }),
        _ => None,
    };
    let (superior_at, keeps_superior) = (place(raw, Column::Superior), kept.superior);
    Draft { row: raw.row, name, nip, superior, keeps_superior, superior_at, good }
}

/// Who has which NIP: the index of the first. Both rows of a pair are told, for nobody knows which of them is right.
fn twice(drafts: &[Draft], rows: &[RawRow], problems: &mut Vec<Problem>) -> HashMap<Nip, usize> {
    let mut by_nip: HashMap<Nip, usize> = HashMap::new();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(nip) = &draft.nip else { continue };
        let first = *by_nip.entry(nip.clone()).or_insert(at);
        if first == at {
            continue;
        }
        let mut report = |at: usize, other: usize| {
            let fault = Fault::NipTwice { other: drafts[other].row };
            problems.push(Problem::new(drafts[at].row, place(&rows[at], Column::Nip), fault));
        };
        if told.insert(first) {
            report(first, at);
        }
        report(at, first);
    }
    by_nip
}

/// Is there such a superior?
fn superiors(drafts: &[Draft], by_nip: &HashMap<Nip, usize>, known: &Known, problems: &mut Vec<Problem>) {
    for draft in drafts {
        let Some(superior) = &draft.superior else { continue };
        let fault = if draft.nip.as_ref() == Some(superior) {
            Fault::SuperiorSelf
        } else if !by_nip.contains_key(superior) && known.employee(superior).is_none() {
            Fault::SuperiorUnknown
        } else {
            continue;
        };
        problems.push(Problem::new(draft.row, draft.superior_at.clone(), fault));
    }
}

/// The NIP in a cell; the error is none when a spreadsheet has made `1.98609262015051E17` of it.
pub(super) fn read_nip(text: &str) -> Result<Nip, Option<NipError>> {
    let upper = text.to_ascii_uppercase();
    let rounded = upper.split_once('E').is_some_and(|(digits, power)| {
        let digits_only = |text: &str, also: &[char]| text.chars().all(|c| c.is_ascii_digit() || also.contains(&c));
        !digits.is_empty() && !power.is_empty() && digits_only(digits, &['.', ',']) && digits_only(power, &['+'])
    });
    if rounded { Err(None) } else { Nip::parse(text).map_err(Some) }
}

/// A dash is how people write "none".
pub(super) fn optional(text: &str) -> &str {
    if text.chars().all(|c| matches!(c, '-' | '–' | '—' | ' ')) { "" } else { text }
}

fn place(raw: &RawRow, column: Column) -> Place {
    raw.cell(column).map_or_else(|| Place::new(0, column.title()), |cell| (*cell.place).clone())
}

#[cfg(test)]
mod tests;
