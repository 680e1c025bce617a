//! What becomes of a place that begins later: it is written down, taken when its day has come, or taken back before.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Career, Coming, Employee, PlaceEmployee, Placement, StayEmployee, placed};
use crate::admin;
use crate::change::{Change, Op};
use crate::ids::EmployeeId;
use crate::refusal::{OfficeFault, Refusal};
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only};
use crate::scope::Scope;
use crate::zone::Zone;

/// Days ahead that a place may begin.
const DAYS_AHEAD: u64 = 366;

/// The latest day that it is anywhere in Indonesia: what is due in one zone is due by then.
#[must_use]
pub fn latest_today(now: DateTime<Utc>) -> NaiveDate {
    Zone::Wit.local_date(now)
}

/// Command `employee.arrive`: the day of a place that was written before has come. The office itself gives it; before that day, and where
/// nothing is written, it changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArriveEmployee {
    /// Who.
    pub person: EmployeeId,
}

/// `place` is written down for its day. One at a time: whoever knows of another one has to take it back first.
pub(super) fn announced(
    place: &PlaceEmployee,
    after: &Employee,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<Vec<Change>, Refusal> {
    let last = ctx.today(after, rows).checked_add_days(Days::new(DAYS_AHEAD));
    if last.is_none_or(|last| place.from > last) {
        return Err(Refusal::Office(OfficeFault::PlaceTooFar));
    }
    placed::sound(after, rows)?;
    let mut book = Career::of_rows(after.id, rows);
    if book.coming.is_some() {
        return Err(Refusal::Office(OfficeFault::PlaceComing));
    }
    let by_name = placed::name_of(ctx.actor.employee(), rows);
    let page = placed::page(after, Some(place.from), rows, ctx);
    let place = Placement { reason: place.reason.clone(), by_name, ..page };
    book.coming = Some(Coming { place, fault: None });
    book.rev += 1;
    Ok(vec![put(book)])
}

/// The book, where the office finds it by the day that it waits for.
fn put(book: Career) -> Change {
    Change::put(Row::Career(book), [Scope::Office])
}

impl ArriveEmployee {
    pub(crate) fn needs(&self, rows: &Rows, _: &Ctx) -> Vec<Key> {
        let coming = rows.career(Career::of(self.person)).and_then(|book| book.coming.as_ref());
        let mut keys = placed::placing_keys(self.person, coming.and_then(|coming| coming.place.superior), rows);
        keys.extend(coming.map(|coming| Key::from(coming.place.unit)));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        let book = Career::of_rows(self.person, rows);
        let Some(coming) = book.coming.clone().filter(|coming| coming.is_due(ctx.today(person, rows))) else {
            return Ok(Vec::new());
        };
        let place = &coming.place;
        let (unit, position, superior) = (place.unit, place.position.clone(), place.superior);
        let after = Employee { unit, position, superior, rev: person.rev + 1, ..person.clone() };
        let why = placed::Why { from: place.from, reason: place.reason.clone() };
        match placed::placed(Some(person), after, why, rows, ctx) {
            Ok(changes) => Ok(arrived(changes, book, place)),
            Err(refusal) => {
                let coming = Some(Coming { fault: Some(refusal.spoken()), ..coming });
                Ok(vec![put(Career { coming, rev: book.rev + 1, ..book })])
            }
        }
    }
}

/// The changes of a move, with the book as its writer left it: who wrote it and when, and nothing to come.
fn arrived(mut changes: Vec<Change>, book: Career, place: &Placement) -> Vec<Change> {
    let is_book = |change: &Change| matches!(&change.op, Op::Put { row: Row::Career(_) });
    let written = changes.iter().position(is_book).map(|at| changes.remove(at).op);
    let mut book = if let Some(Op::Put { row: Row::Career(mut book) }) = written {
        if let Some(page) = book.list.last_mut() {
            (page.by_name, page.at) = (place.by_name.clone(), place.at);
        }
        book
    } else {
        // Somebody has moved them there by hand meanwhile.
        Career { rev: book.rev + 1, ..book }
    };
    book.coming = None;
    changes.push(put(book));
    changes
}

impl StayEmployee {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.person), Key::from(Career::of(self.person))];
        keys.extend(admin::keys(rows.employee(self.person).map(|person| person.unit), rows, ctx));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        admin::must(Some(person.unit), rows, ctx)?;
        admin::not_own(ctx, Some(person.id), (None, None))?;
        let book = Career::of_rows(self.person, rows);
        if book.coming.as_ref().is_none_or(|coming| coming.place.from != Some(self.from)) {
            return Err(Refusal::ChangedSinceSeen);
        }
        Ok(vec![put(Career { coming: None, rev: book.rev + 1, ..book })])
    }
}
