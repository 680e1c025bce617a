//! Nobody decides in their own matter (`docs/adr/0036-nobody-decides-in-their-own-matter.md`): what a change would give to whoever
//! writes it.
//!
//! People are led and assessed by heads and superiors, and by those who stand in for them, today or in days to come. So what somebody
//! has over others is a list of days, and a change gives something when it adds a day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::employee::Employee;
use crate::ids::{EmployeeId, UnitId};
use crate::refusal::{OfficeFault, Refusal};
use crate::row::{Key, Rows};
use crate::rule::Ctx;
use crate::unit::{Unit, line, line_keys};

/// First and last day.
type Days = (NaiveDate, NaiveDate);

/// As the head or the superior.
const FOR_GOOD: Days = (NaiveDate::MIN, NaiveDate::MAX);

/// Nobody decides in their own matter: not on their own place, nor that somebody else is from now on theirs to assess or a unit
/// theirs to lead. `leads` is who does so afterwards and who did before. Another admin may, or the operator.
pub(crate) fn not_own(
    ctx: &Ctx,
    about: Option<EmployeeId>,
    leads: (Option<EmployeeId>, Option<EmployeeId>),
) -> Result<(), Refusal> {
    let Some(actor) = ctx.actor.employee() else { return Ok(()) };
    let rises = leads.0 == Some(actor) && leads.1 != Some(actor);
    if about == Some(actor) || rises { Err(fault()) } else { Ok(()) }
}

/// The same of a person's place, by whatever way it would make the person the actor's: as superior, in the superior's place, or on a
/// board that the actor reads. Somebody new may come below whoever brings them in, for there is nothing of theirs to read.
pub(crate) fn not_own_place(
    before: Option<&Employee>,
    after: &Employee,
    rows: &Rows,
    ctx: &Ctx,
) -> Result<(), Refusal> {
    let Some(actor) = ctx.actor.employee() else { return Ok(()) };
    not_own(ctx, Some(after.id), (None, None))?;
    let brings = before.is_some_and(|before| place_gives(before, after, actor, rows, ctx.now));
    if brings { Err(fault()) } else { Ok(()) }
}

/// Would this place of somebody known give `who` something of theirs to assess or to read? `rows` has to hold the superiors before and
/// after, and the units from theirs and the person's own upwards.
#[must_use]
pub fn place_gives(before: &Employee, after: &Employee, who: EmployeeId, rows: &Rows, now: DateTime<Utc>) -> bool {
    let assesses = |person: &Employee| assessing(person, who, rows, now);
    let reads = |person: &Employee| {
        let posts = person.posts(rows).map(|unit| unit.id);
        posts.flat_map(|unit| leading(Some(unit), who, rows, now)).collect::<Vec<_>>()
    };
    adds(&assesses(after), &assesses(before)) || adds(&reads(after), &reads(before))
}

/// Nobody draws a unit under one that they lead, or under one for which they stand in.
pub(crate) fn not_own_below(
    (after, before): (Option<UnitId>, Option<UnitId>),
    rows: &Rows,
    ctx: &Ctx,
) -> Result<(), Refusal> {
    let Some(actor) = ctx.actor.employee() else { return Ok(()) };
    let leads = |parent| leading(parent, actor, rows, ctx.now);
    if adds(&leads(after), &leads(before)) { Err(fault()) } else { Ok(()) }
}

/// Whoever stands in for a unit assesses the people of its head, so another one writes who that is.
pub(crate) fn not_own_head(unit: &Unit, head: Option<EmployeeId>, ctx: &Ctx) -> Result<(), Refusal> {
    let Some(actor) = ctx.actor.employee() else { return Ok(()) };
    let stands_in = standing_in(unit, actor, ctx.now).next().is_some();
    if unit.head != head && stands_in { Err(fault()) } else { Ok(()) }
}

/// What [`not_own_place`] looks at, of the places before and after: the superior, and the units upwards. The operator has no own matter.
pub(crate) fn own_keys(places: [Option<(UnitId, Option<EmployeeId>)>; 2], rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    if ctx.actor.employee().is_none() {
        return Vec::new();
    }
    let mut keys = Vec::new();
    for (unit, superior) in places.into_iter().flatten() {
        let theirs = superior.and_then(|superior| rows.employee(superior)).map(|superior| superior.unit);
        keys.extend(superior.map(Key::from));
        keys.extend([Some(unit), theirs].into_iter().flat_map(|unit| line_keys(unit, rows)));
    }
    keys
}

const fn fault() -> Refusal {
    Refusal::Office(OfficeFault::OwnMatter)
}

/// The days from now on that somebody stands in for a unit's head.
fn standing_in(unit: &Unit, who: EmployeeId, now: DateTime<Utc>) -> impl Iterator<Item = Days> {
    let today = unit.today(now);
    let theirs = unit.acting.iter().filter(move |acting| acting.person == who && acting.until >= today);
    // What has begun is as good as always: it may be another day already where the other unit's clocks hang.
    theirs.map(move |acting| (if acting.from <= today { NaiveDate::MIN } else { acting.from }, acting.until))
}

/// The days on which somebody leads this unit or one above it.
fn leading(first: Option<UnitId>, who: EmployeeId, rows: &Rows, now: DateTime<Utc>) -> Vec<Days> {
    let head = |unit: &Unit| (unit.head == Some(who)).then_some(FOR_GOOD);
    line(first, rows).into_iter().flat_map(|unit| head(unit).into_iter().chain(standing_in(unit, who, now))).collect()
}

/// The days on which somebody assesses this person, or the people of this person as their head.
fn assessing(person: &Employee, who: EmployeeId, rows: &Rows, now: DateTime<Utc>) -> Vec<Days> {
    if person.superior == Some(who) {
        return vec![FOR_GOOD];
    }
    let heads = |unit: &Unit| unit.head == Some(person.id) && unit.id == person.unit;
    let posts = person.posts(rows).filter(|unit| person.is_under(unit) || heads(unit));
    posts.flat_map(|unit| standing_in(unit, who, now)).collect()
}

/// Is there a day in `after` that no one stretch of `before` holds?
fn adds(after: &[Days], before: &[Days]) -> bool {
    after.iter().any(|(from, until)| !before.iter().any(|(first, last)| first <= from && until <= last))
}
