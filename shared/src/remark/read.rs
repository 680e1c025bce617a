//! The reader's eye. The author sees when it was.

use serde::{Deserialize, Serialize};

use super::{Remark, put};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::RemarkId;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::Ctx;

/// Command `remark.read`: the reader has opened it. Reading twice is reading once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadRemark {
    /// Which remark.
    pub remark: RemarkId,
}

impl ReadRemark {
    pub(crate) fn needs(&self, rows: &Rows) -> Vec<Key> {
        let mut keys = vec![Key::from(self.remark)];
        if let Some(remark) = rows.remark(self.remark) {
            keys.extend([Key::from(remark.owner), Key::from(remark.entry)]);
            keys.extend(rows.employee(remark.owner).map(Employee::audience_keys).unwrap_or_default());
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let remark = rows.remark(self.remark).filter(|remark| ctx.actor.is(remark.to)).ok_or(Refusal::NotFound)?;
        if remark.read_at.is_some() {
            return Ok(Vec::new());
        }
        let owner = rows.employee(remark.owner).ok_or(Refusal::NotFound)?;
        let read = Remark { read_at: Some(ctx.now), rev: remark.rev + 1, ..remark.clone() };
        Ok(vec![put(read, rows.entry(remark.entry), owner, rows)])
    }
}
