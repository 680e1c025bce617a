//! Acting posts: somebody stands in for the head of a unit, as *pelaksana tugas* (Plt., the post is vacant) or *pelaksana
//! harian* (Plh., the head is away). Source: SE Kepala BKN 1/SE/I/2021.
//!
//! While it runs, whoever stands in opens the unit's board and reviews the head's people, beside the head. Before and after,
//! there is nothing to see.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{EmployeeId, UnitId};
#[cfg(feature = "office")]
use crate::{admin, change::Change, period, refusal::Refusal, row::Key, row::Row, row::Rows, rule::Ctx};

/// Acting posts that a unit's row remembers.
#[cfg(feature = "office")]
const KEPT_MAX: usize = 8;
/// Days that one order may last.
#[cfg(feature = "office")]
const DAYS_MAX: i64 = 366;

/// In which way somebody stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActingKind {
    /// Pelaksana tugas: the post is vacant.
    Plt,
    /// Pelaksana harian: the head is away for a while.
    Plh,
}

/// Somebody stands in for a head of unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Acting {
    /// Who.
    pub person: EmployeeId,
    /// Their name, so that nobody needs their row.
    pub name: String,
    /// In which way.
    pub kind: ActingKind,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

impl Acting {
    /// Does it run on that day?
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Command `acting.set`: somebody stands in for the head of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetActing {
    /// Of which unit.
    pub unit: UnitId,
    /// Who.
    pub person: EmployeeId,
    /// In which way.
    pub kind: ActingKind,
    /// First day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "crate::stamp::day")]
    pub until: NaiveDate,
}

/// Command `acting.end`: it ends earlier, or does not begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndActing {
    /// Of which unit.
    pub unit: UnitId,
    /// The post that began, or begins, on this day.
    #[serde(with = "crate::stamp::day")]
    pub from: NaiveDate,
}

#[cfg(feature = "office")]
impl SetActing {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.unit), Key::from(self.person)];
        keys.extend(admin::keys(Some(self.unit), rows, ctx));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        admin::must(Some(self.unit), rows, ctx)?;
        let unit = rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        admin::not_own(ctx, Some(person.id), (None, None))?;
        period::sound(self.from, self.until, DAYS_MAX)?;
        period::apart(self.from, self.until, unit.acting.iter().map(|known| (known.from, known.until)))?;
        if unit.head == Some(self.person) {
            return Err(Refusal::AlreadyThere);
        }
        let (name, kind) = (person.name.clone(), self.kind);
        let mut acting = unit.acting.clone();
        acting.push(Acting { person: self.person, name, kind, from: self.from, until: self.until });
        acting.sort_by_key(|known| known.from);
        acting.drain(..acting.len().saturating_sub(KEPT_MAX));
        let unit = super::Unit { acting, rev: unit.rev + 1, ..unit.clone() };
        Ok(vec![super::set::put(Row::Unit(unit), self.unit)])
    }
}

#[cfg(feature = "office")]
impl EndActing {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.unit)];
        keys.extend(admin::keys(Some(self.unit), rows, ctx));
        keys
    }

    /// What has begun ends with yesterday; what has not begun, or began today, never was.
    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        admin::must(Some(self.unit), rows, ctx)?;
        let unit = rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        let today = unit.today(ctx.now);
        let mut acting = unit.acting.clone();
        let post = acting.iter_mut().find(|known| known.from == self.from).ok_or(Refusal::NotFound)?;
        if post.until < today {
            return Ok(Vec::new());
        }
        if let Some(yesterday) = today.pred_opt().filter(|yesterday| post.from <= *yesterday) {
            post.until = yesterday;
        } else {
            acting.retain(|known| known.from != self.from);
        }
        let unit = super::Unit { acting, rev: unit.rev + 1, ..unit.clone() };
        Ok(vec![super::set::put(Row::Unit(unit), self.unit)])
    }
}
