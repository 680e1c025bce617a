//! The import as an admin does it in the browser: look at the columns, check, apply, and if need be take back.
//!
//! Every step brings the file along, so that the office keeps nothing of it: only the batch, with what each step wrote. An
//! apply works for a few seconds and tells how far it is; asked again with the same file, it goes on, because a person who is
//! as the file says needs nothing more. So it survives a cut line, a closed laptop and another node.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::actor::Actor;
use shared::ids::{EmployeeId, UnitId};
use shared::people::import::{BatchState, Left};
use shared::unit::SetUnit;
use uuid::Uuid;

use super::hand::{Hand, Stop};
use super::known::Known;
use super::pen::{NOTED, Pen};
use super::plan::{Plan, Step};
use super::problem::Fault;
use super::realm::Realm;
use super::staff::{self, ImportError};
use super::table::{Mapping, Table};
use super::{check, load};
use crate::office::Office;

/// How long one apply works before it tells how far it is.
const WORK: Duration = Duration::from_secs(8);

/// What an admin wants done with a file.
pub struct Ask<'a> {
    /// Who.
    pub by: EmployeeId,
    /// Name of the file.
    pub name: &'a str,
    /// What stands in it.
    pub table: &'a Table,
    /// Which column is which.
    pub mapping: &'a Mapping,
    /// The unit whose people these are; what the file says of units is read from there on.
    pub unit: UnitId,
}

/// A file understood against what the office knows.
pub struct Ready {
    /// Rows of the file.
    pub rows: usize,
    /// Everything wrong with it, and everybody without a problem.
    pub checked: check::Checked,
    /// What would change.
    pub plan: Plan,
    /// Units that get another head.
    pub heads: Vec<SetUnit>,
    known: Known,
}

/// A batch as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchRow {
    /// Its number.
    pub id: Uuid,
    /// Name of the file.
    pub name: String,
    /// Into which unit.
    pub unit: UnitId,
    /// When it began.
    pub at: DateTime<Utc>,
    /// How it stands.
    pub state: BatchState,
    /// People of the file who had to be written.
    pub of: u32,
    /// Steps noted.
    pub steps: u32,
    /// Steps still to be looked at when it is taken back.
    pub undo: u32,
    /// New people, changed people, new units.
    pub counts: [u32; 3],
    /// What could not be taken back.
    #[serde(default)]
    pub left: Vec<Left>,
}

/// Reads and understands a file. Nothing is written.
///
/// # Errors
/// It is no staff list, or the database is out of reach.
pub async fn ready(office: &Office, ask: &Ask<'_>, writes: bool) -> Result<Ready, ImportError> {
    let rows = ask.table.rows(ask.mapping)?;
    let ids = staff::ids(office, !writes).await?;
    let known = load::known(&office.db, &rows, &ids).await?;
    let mut checked = check::check(&rows, &known);
    let realm = Realm::of(&known.units, ask.unit);
    realm.keep_inside(&mut checked, &rows, &known);
    let zone = known.units.iter().find(|unit| unit.id == ask.unit).map(|unit| unit.zone).unwrap_or_default();
    let mut plan = Plan::make(&checked.good, &known, zone, &ids, || UnitId(Uuid::now_v7()));
    let own = plan.own_matter(ask.by, &known);
    if !own.is_empty() {
        checked.leave_out(&own, &rows, &Fault::OwnMatter);
        plan = Plan::make(&checked.good, &known, zone, &ids, || UnitId(Uuid::now_v7()));
    }
    let members = load::members(&office.db, &plan.neighbourhood(&known)).await?;
    let mut heads = plan.heads(&known, &members);
    heads.retain(|unit| realm.has(unit.id) || known.units.iter().all(|known| known.id != unit.id));
    heads.retain(|unit| unit.head != Some(ask.by)); // Another admin says so.
    Ok(Ready { rows: rows.len(), checked, plan, heads, known })
}

impl Ready {
    /// People who have to be written, superiors first.
    fn todo(&self) -> impl Iterator<Item = &Step> {
        self.plan.steps().filter(|step| step.set.is_some() || step.opens)
    }
}

/// Writes for a few seconds, and tells how the batch stands then and how many people are left, with whom somebody else has changed
/// meanwhile: asked again, it looks at them anew. It is finished when its state says so. None when rows have problems and they were
/// not to be skipped: nothing is written then.
///
/// # Errors
/// The file is no staff list; a command was refused because somebody changed the office meanwhile; the database is out of reach.
pub async fn apply(
    office: &Office,
    ask: &Ask<'_>,
    batch: Uuid,
    skips: bool,
    now: DateTime<Utc>,
) -> Result<Option<(BatchRow, u32)>, Trouble> {
    let until = Instant::now() + WORK;
    let ready = ready(office, ask, true).await?;
    if !skips && !ready.checked.problems.is_empty() {
        return Ok(None);
    }
    let mut todo: Vec<&Step> = ready.todo().collect();
    let waiting = u32::try_from(todo.len()).unwrap_or(u32::MAX);
    let mut kept = match office.db.batch(ask.by, batch).await? {
        Some(kept) => serde_json::from_value(kept).map_err(crate::db::DbError::from)?,
        None => BatchRow {
            id: batch,
            name: ask.name.to_owned(),
            unit: ask.unit,
            at: now,
            state: BatchState::Begun,
            of: waiting,
            steps: 0,
            undo: 0,
            counts: [0; 3],
            left: Vec::new(),
        },
    };
    if kept.state != BatchState::Begun {
        return Ok(Some((kept, 0)));
    }
    let mut pen = Pen { office, by: ask.by, hand: Hand::of(office, Actor::Employee { employee: ask.by }), kept };
    pen.keep().await?;
    pen.units(ready.plan.tree.new_units()).await?;
    let (mut left, mut overtaken) = (waiting, 0);
    while !todo.is_empty() && Instant::now() < until {
        let rest = todo.split_off(NOTED.min(todo.len()));
        overtaken += pen.people(&todo, &ready.known).await?;
        left = left.saturating_sub(u32::try_from(todo.len()).unwrap_or(left));
        todo = rest;
    }
    left += overtaken;
    if left == 0 {
        pen.heads(ready.heads, &ready.known).await?;
        pen.kept.state = BatchState::Written;
        pen.keep().await?;
    }
    kept = pen.kept;
    Ok(Some((kept, left)))
}

/// Why a step in the browser did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The file.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// On the way.
    #[error(transparent)]
    Stop(#[from] Stop),
}

impl From<crate::db::DbError> for Trouble {
    fn from(error: crate::db::DbError) -> Self {
        Self::Stop(Stop::Db(error))
    }
}
