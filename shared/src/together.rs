//! Several actions with one fate: all of them happen, or none does.
//!
//! A group is one command, so it has one id, one place in the device's order, one verdict and one transaction. Nothing
//! else in the protocol has to know of groups.

use serde::{Deserialize, Serialize};

use crate::change::{Change, apply};
use crate::command::Action;
use crate::refusal::Refusal;
use crate::row::{Key, Rows};
use crate::rule::{Ctx, decide, needs};

/// Actions in one group.
pub const ACTIONS_MAX: usize = 20;

/// Command `together`: do these in this order, or none of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Together {
    /// What is wanted; a later one sees what the earlier ones did. At most [`ACTIONS_MAX`], and no group among them.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    pub actions: Vec<Action>,
}

impl Together {
    /// An empty group says nothing, and a group in a group would hide how large it is.
    fn is_sound(&self) -> bool {
        let flat = !self.actions.iter().any(|action| matches!(action, Action::Together(_)));
        flat && !self.actions.is_empty() && self.actions.len() <= ACTIONS_MAX
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        if !self.is_sound() {
            return Vec::new();
        }
        let mut rows = rows.clone();
        let mut keys = Vec::new();
        for action in &self.actions {
            keys.append(&mut needs(action, &rows, ctx));
            for change in decide(action, &rows, ctx).unwrap_or_default() {
                apply(&mut rows, &change.op);
            }
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        if !self.is_sound() {
            return Err(Refusal::Unreadable);
        }
        let mut rows = rows.clone();
        let mut all = Vec::new();
        for action in &self.actions {
            let mut changes = decide(action, &rows, ctx)?;
            changes.iter().for_each(|change| apply(&mut rows, &change.op));
            all.append(&mut changes);
        }
        Ok(all)
    }
}
