//! A person comes into a place: the row, the book, and the eyes of the old and the new boards, in one go.

use chrono::NaiveDate;

use super::{Career, Employee, Placement};
use crate::change::Change;
use crate::ids::EmployeeId;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

/// Superiors above one person that are followed.
const ABOVE_MAX: usize = 32;

/// From when and why.
pub(crate) struct Why {
    /// From which day on; none: from today.
    pub(crate) from: Option<NaiveDate>,
    /// In words.
    pub(crate) reason: String,
}

/// The name of somebody who does something; empty for the operator.
pub(crate) fn name_of(person: Option<EmployeeId>, rows: &Rows) -> String {
    person.and_then(|person| rows.employee(person)).map(|person| person.name.clone()).unwrap_or_default()
}

/// What [`placed`] looks at: the person, their book, the superior they leave, the units on both sides, and the line upwards
/// from the new superior, which must not come back to the person.
pub(crate) fn placing_keys(id: EmployeeId, superior: Option<EmployeeId>, rows: &Rows) -> Vec<Key> {
    let mut keys = vec![Key::from(id), Key::from(Career::of(id))];
    if let Some(person) = rows.employee(id) {
        keys.push(Key::from(person.unit));
        keys.extend(person.audience_keys());
    }
    let mut above = superior;
    let mut steps = 0;
    while let Some(superior) = above.filter(|superior| *superior != id && steps < ABOVE_MAX) {
        keys.push(Key::from(superior));
        above = rows.employee(superior).and_then(|employee| employee.superior);
        steps += 1;
    }
    keys
}

/// The person is now as `after` says.
pub(crate) fn placed(
    before: Option<&Employee>,
    after: Employee,
    why: Why,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<Vec<Change>, Refusal> {
    sound(&after, rows)?;
    let mut scopes = after.audience(rows);
    scopes.extend(before.map(|before| before.audience(rows)).unwrap_or_default());
    let book = written(before, &after, why, rows, ctx);
    let mut changes = vec![Change::put(Row::Employee(after), scopes)];
    changes.extend(book.map(|book| {
        let scopes = book.audience();
        Change::put(Row::Career(book), scopes)
    }));
    Ok(changes)
}

/// Is there such a place: a unit that is there, and a superior who is and is not below the person?
pub(super) fn sound(after: &Employee, rows: &Rows) -> Result<(), Refusal> {
    rows.unit(after.unit).ok_or(Refusal::NotFound)?;
    refuse_cycle(after, rows)
}

fn refuse_cycle(person: &Employee, rows: &Rows) -> Result<(), Refusal> {
    let mut above = person.superior;
    for _ in 0..ABOVE_MAX {
        let Some(superior) = above else { return Ok(()) };
        if superior == person.id {
            return Err(Refusal::SuperiorCycle);
        }
        above = rows.employee(superior).ok_or(Refusal::NotFound)?.superior;
    }
    Err(Refusal::SuperiorCycle)
}

/// The book with one more placement; none when the place stays the same. A person who was there before the book began gets
/// their first page then.
fn written(before: Option<&Employee>, after: &Employee, why: Why, rows: &Rows, ctx: &Ctx) -> Option<Career> {
    let place = |one: &Employee| (one.unit, one.position.clone(), one.superior);
    if before.is_some_and(|before| place(before) == place(after)) {
        return None;
    }
    let mut book = Career::of_rows(after.id, rows);
    if let Some(before) = before.filter(|_| book.list.is_empty()) {
        book.write(page(before, None, rows, ctx));
    }
    let today = ctx.today(after, rows);
    let by_name = name_of(ctx.actor.employee(), rows);
    book.write(Placement { reason: why.reason, by_name, ..page(after, Some(why.from.unwrap_or(today)), rows, ctx) });
    book.rev += 1;
    Some(book)
}

/// A page of the book: this place, from that day on.
pub(super) fn page(person: &Employee, from: Option<NaiveDate>, rows: &Rows, ctx: &Ctx) -> Placement {
    Placement {
        from,
        unit: person.unit,
        unit_name: rows.unit(person.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        position: person.position.clone(),
        superior: person.superior,
        superior_name: name_of(person.superior, rows),
        reason: String::new(),
        by_name: String::new(),
        at: ctx.now,
    }
}
