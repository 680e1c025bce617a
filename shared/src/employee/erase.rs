//! Taking a person back who was never there. Only what undoes an import may ask for it; whether anything hangs on the person, it
//! has to look.

use serde::{Deserialize, Serialize};

use super::Career;
use crate::admin;
use crate::change::Change;
use crate::ids::EmployeeId;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::{Ctx, within_only};

/// Command `employee.erase`: the person was a mistake. Refused when they have changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EraseEmployee {
    /// Who.
    pub id: EmployeeId,
    /// The revision that was seen.
    pub base: u32,
}

impl EraseEmployee {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(Career::of(self.id))];
        if let Some(person) = rows.employee(self.id) {
            keys.extend(person.audience_keys());
            keys.extend(admin::keys(Some(person.unit), rows, ctx));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        within_only(ctx)?;
        let person = rows.employee(self.id).ok_or(Refusal::NotFound)?;
        admin::must(Some(person.unit), rows, ctx)?;
        if person.rev != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        let mut changes = vec![Change::gone(Key::from(self.id), person.audience(rows))];
        if let Some(book) = rows.career(Career::of(self.id)) {
            changes.push(Change::gone(Key::from(book.id), book.audience()));
        }
        Ok(changes)
    }
}
