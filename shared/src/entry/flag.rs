//! *Tandai untuk dibahas*: an entry that its owner or the superior wants to talk about. It is gathered for the dialogue of the
//! quarter in which the work was done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Entry;
use crate::change::Change;
use crate::ids::{EmployeeId, EntryId};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;

/// Who wants to talk about an entry, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flag {
    /// Who put it there.
    pub by: EmployeeId,
    /// When.
    #[serde(with = "crate::stamp::moment")]
    pub at: DateTime<Utc>,
}

/// Command `entry.flag`: the owner or the superior puts the flag there, or takes it away. Twice is once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FlagEntry {
    /// Which entry.
    pub entry: EntryId,
    /// Is it to be talked about?
    pub on: bool,
}

impl FlagEntry {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        super::review_needs(self.entry, rows, ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let entry = rows.entry(self.entry).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(entry.owner).ok_or(Refusal::NotFound)?;
        let by = ctx.actor.employee().ok_or(Refusal::NotFound)?;
        if by != owner.id && !ctx.is_superior_of(owner, rows) {
            return Err(Refusal::NotFound);
        }
        if entry.flag.is_some() == self.on {
            return Ok(Vec::new());
        }
        let flag = self.on.then(|| Box::new(Flag { by, at: ctx.now }));
        let marked = Entry { flag, rev: entry.rev + 1, ..entry.clone() };
        let audience = marked.audience(owner, rows);
        Ok(vec![Change::put(Row::Entry(marked), audience)])
    }
}
