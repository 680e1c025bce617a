//! Writing days away, and taking them back. The person does it also without a network; the superior and the admin may, too.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Absence, AbsenceKind, Absences};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{AbsenceId, EmployeeId};
use crate::period;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

/// Days that one of them may last.
const DAYS_MAX: i64 = 400;
/// Characters of the note.
const NOTE_CHARACTERS_MAX: usize = 200;
/// Days for which ended ones are remembered.
const REMEMBERED_DAYS: u64 = 800;
/// Entries of the list.
const LIST_MAX: usize = 200;

/// Command `absence.add`: these days somebody is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddAbsence {
    /// New id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: EmployeeId,
    /// Why.
    pub kind: AbsenceKind,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
    /// A few words; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Command `absence.withdraw`: they are not, after all. By whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawAbsence {
    /// Which.
    pub id: AbsenceId,
    /// Whose.
    pub person: EmployeeId,
}

/// The person, their list, who assesses them, and the actor's rights.
pub(super) fn keys(person: EmployeeId, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
    let mut keys = ctx.actor_keys(rows);
    keys.extend([Key::from(person), Key::from(Absences::of(person))]);
    if let Some(person) = rows.employee(person) {
        keys.extend(person.audience_keys());
        keys.extend(person.assessor_keys(rows));
        #[cfg(feature = "office")]
        if !ctx.actor.is(person.id) {
            keys.extend(crate::admin::keys(Some(person.unit), rows, ctx));
        }
    }
    keys
}

/// May the actor write into this person's list? For others there is no such list.
pub(super) fn must(person: &Employee, rows: &Rows, ctx: &Ctx) -> Result<(), Refusal> {
    if ctx.actor.is(person.id) || ctx.is_superior_of(person, rows) {
        return Ok(());
    }
    #[cfg(feature = "office")]
    if crate::admin::must(Some(person.unit), rows, ctx).is_ok() {
        return Ok(());
    }
    Err(Refusal::NotFound)
}

/// The list is written where the person is, and counts there.
pub(super) fn put(absences: Absences, person: &Employee, rows: &Rows) -> Change {
    let absences = Absences { unit: Some(person.unit), rev: absences.rev + 1, ..absences };
    Change::put(Row::Absences(absences), person.audience(rows))
}

impl AddAbsence {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        keys(self.person, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        must(person, rows, ctx)?;
        period::sound(self.from, self.until, DAYS_MAX)?;
        let note = self.note.trim();
        if note.chars().count() > NOTE_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: NOTE_CHARACTERS_MAX });
        }
        let id = Absences::of(self.person);
        let before = rows.absences(id).cloned();
        let mut absences = before.unwrap_or(Absences {
            id,
            person: self.person,
            list: Vec::new(),
            taken: Vec::new(),
            unit: None,
            rev: 0,
        });
        if absences.list.iter().any(|known| known.id == self.id) {
            return Err(Refusal::AlreadyThere);
        }
        period::apart(self.from, self.until, absences.list.iter().map(|known| (known.from, known.until)))?;
        let forgotten = ctx.today(person, rows).checked_sub_days(Days::new(REMEMBERED_DAYS));
        absences.list.retain(|known| Some(known.until) >= forgotten);
        if absences.list.len() >= LIST_MAX {
            return Err(Refusal::ListFull { items_max: LIST_MAX });
        }
        let by = ctx.actor.employee();
        let by_name = by.and_then(|by| rows.employee(by)).map(|by| by.name.clone()).unwrap_or_default();
        let absence = Absence {
            id: self.id,
            kind: self.kind,
            from: self.from,
            until: self.until,
            note: note.to_owned(),
            by,
            by_name,
            at: ctx.now,
            known_at: None,
        };
        // By hand: a sort of one more type costs a phone kilobytes.
        let place = absences.list.iter().position(|known| known.from > self.from).unwrap_or(absences.list.len());
        absences.list.insert(place, absence);
        Ok(vec![put(absences, person, rows)])
    }
}

impl WithdrawAbsence {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        keys(self.person, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        must(person, rows, ctx)?;
        let absences = rows.absences(Absences::of(self.person)).ok_or(Refusal::NotFound)?;
        let absence = absences.list.iter().find(|known| known.id == self.id).ok_or(Refusal::NotFound)?;
        if !ctx.is_operator() && absence.by != ctx.actor.employee() {
            return Err(Refusal::NotAllowed);
        }
        let mut absences = absences.clone();
        absences.list.retain(|known| known.id != self.id);
        Ok(vec![put(absences, person, rows)])
    }
}
