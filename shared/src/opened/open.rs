//! The server's pen: note that a page was opened, once a day. A phone never sends it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Opened;
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{EmployeeId, OpenedId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;
use crate::sync::office::reader_keys;
use crate::unit::{Unit, line};

/// Command `person.open`: the actor looks at this person's page. Looking again on the same day changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenPerson {
    /// Whose page.
    pub person: EmployeeId,
}

impl OpenPerson {
    /// The id of the row that a look on this day leaves: FNV-1a over viewer, person and day, in 128 bits.
    #[must_use]
    pub fn row_id(viewer: EmployeeId, person: EmployeeId, day: NaiveDate) -> OpenedId {
        let day = crate::stamp::day_text(day);
        let bytes = viewer.0.as_bytes().iter().chain(person.0.as_bytes()).chain(day.as_bytes());
        let hash = bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |sum, byte| {
            (sum ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        });
        OpenedId(Uuid::from_u128(hash))
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = ctx.actor_keys(rows);
        keys.push(Key::from(self.person));
        let (Some(viewer), Some(person)) = (ctx.actor.employee(), rows.employee(self.person)) else { return keys };
        keys.append(&mut reader_keys(Scope::Unit(person.unit), rows));
        if rows.unit(person.unit).is_some() {
            keys.push(Key::from(Self::row_id(viewer, self.person, ctx.today(person, rows))));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        let viewer = ctx.actor.employee().and_then(|id| rows.employee(id)).ok_or(Refusal::NotFound)?;
        if viewer.id == person.id {
            return Ok(Vec::new());
        }
        if !may_open(viewer.id, person, rows, ctx) {
            return Err(Refusal::NotFound);
        }
        let day = ctx.today(person, rows);
        let id = Self::row_id(viewer.id, person.id, day);
        if rows.opened(id).is_some() {
            return Ok(Vec::new());
        }
        let opened = Opened {
            id,
            person: person.id,
            viewer: viewer.id,
            viewer_name: viewer.name.clone(),
            viewer_position: viewer.position.clone(),
            day,
            at: ctx.now,
            rev: 1,
        };
        Ok(vec![Change::put(Row::Opened(opened), [Scope::Own(person.id)])])
    }
}

/// The superior, and whoever leads the person's unit or one above it on that day: its head, or who stands in for the head.
fn may_open(viewer: EmployeeId, person: &Employee, rows: &Rows, ctx: &Ctx) -> bool {
    let leads = |unit: &&Unit| unit.is_led_by(viewer, unit.today(ctx.now));
    person.superior == Some(viewer) || line(Some(person.unit), rows).iter().any(leads)
}
