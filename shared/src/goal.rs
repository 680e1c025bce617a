//! Slice *goal*: what the region is for. Its missions (misi), and under each the programmes that serve it (RPJMD). They end
//! the climb that begins at a daily entry.

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::ids::GoalId;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, operator_only, wanted_text};
use crate::scope::Scope;

/// A mission, or a programme under one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Goal {
    /// Identity.
    pub id: GoalId,
    /// As the region's plan words it.
    pub name: String,
    /// The mission a programme serves; none for a mission.
    #[serde(default)]
    pub parent: Option<GoalId>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// Command `goal.set`: add a mission or a programme, or word it better. By the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetGoal {
    /// New or known id.
    pub id: GoalId,
    /// Its words.
    pub name: String,
    /// The mission that a programme serves.
    #[serde(default)]
    pub parent: Option<GoalId>,
}

impl SetGoal {
    pub(crate) fn needs(&self) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        keys.extend(self.parent.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        operator_only(ctx)?;
        let name = wanted_text(&self.name, 300)?;
        // A programme stands under a mission, never under a programme; a mission stays one.
        let is_mission = |id| rows.goal(id).is_some_and(|goal| goal.parent.is_none());
        if self.parent.is_some_and(|parent| parent == self.id || !is_mission(parent)) {
            return Err(Refusal::NotFound);
        }
        let before = rows.goal(self.id);
        if before.is_some_and(|before| before.parent.is_none() != self.parent.is_none()) {
            return Err(Refusal::AlreadyThere);
        }
        let goal = Goal { id: self.id, name, parent: self.parent, rev: before.map_or(0, |goal| goal.rev) + 1 };
        Ok(vec![Change::put(Row::Goal(goal), [Scope::Office])])
    }
}
