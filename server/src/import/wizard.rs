//! The import as an admin does it in the browser: look at the columns, check, apply, and if need be take back.
//!
//! Every step brings the file along, so that the office keeps nothing of it: only the batch, with what each step wrote. An
//! apply works for a few seconds and tells how far it is; asked again with the same file, it goes on, because a person who is
//! as the file says needs nothing more. So it survives a cut line, a closed laptop and another node.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::account::OpenAccount;
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::{Employee, SetEmployee};
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::nip::Nip;
use shared::people::import::{BatchState, Left};
use shared::unit::SetUnit;
use uuid::Uuid;

use super::hand::{Hand, Stop};
use super::known::Known;
use super::plan::{Plan, Step};
use super::realm::Realm;
use super::staff::{self, ImportError};
use super::table::{Mapping, Table};
use super::{check, load};
use crate::office::Office;
use crate::people;

/// How long one apply works before it tells how far it is.
const WORK: Duration = Duration::from_secs(8);
/// Steps that are noted before they are done.
const NOTED: usize = 40;

/// What an admin wants done with a file.
pub struct Ask<'a> {
    /// Who.
    pub by: EmployeeId,
    /// Name of the file.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
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

/// One thing that a batch has done, as it is remembered for taking it back. Noted before it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Done {
    /// A unit that was not there.
    Unit { id: UnitId, name: String },
    /// Another head.
    Head { unit: UnitId, before: Option<EmployeeId>, after: Option<EmployeeId> },
    /// Somebody new.
    Person { id: EmployeeId, name: String },
    /// Somebody known, as they were, with their revision then.
    Changed { before: SetEmployee, rev: u32 },
    /// A right to sign in.
    Account { id: AccountId, employee: EmployeeId, name: String, nip: Nip },
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
    let rows = Table::open(ask.name, ask.bytes)?.rows(ask.mapping)?;
    let ids = staff::ids(office, !writes).await?;
    let known = load::known(&office.db, &rows, &ids).await?;
    let mut checked = check::check(&rows, &known);
    let realm = Realm::of(&known.units, ask.unit);
    realm.keep_inside(&mut checked, &rows, &known);
    let zone = known.units.iter().find(|unit| unit.id == ask.unit).map(|unit| unit.zone).unwrap_or_default();
    let plan = Plan::make(&checked.good, &known, zone, &ids, || UnitId(Uuid::now_v7()));
    let members = load::members(&office.db, &plan.neighbourhood(&known)).await?;
    let mut heads = plan.heads(&known, &members);
    heads.retain(|unit| realm.has(unit.id) || known.units.iter().all(|known| known.id != unit.id));
    Ok(Ready { rows: rows.len(), checked, plan, heads, known })
}

impl Ready {
    /// People who have to be written, superiors first.
    fn todo(&self) -> impl Iterator<Item = &Step> {
        self.plan.steps().filter(|step| step.set.is_some() || step.opens)
    }
}

/// Writes for a few seconds, and tells how the batch stands then and how many people are left. It is finished when its state
/// says so. None when rows have problems and they were not to be skipped: nothing is written then.
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
    let mut left = waiting;
    while !todo.is_empty() && Instant::now() < until {
        let rest = todo.split_off(NOTED.min(todo.len()));
        pen.people(&todo, &ready.known).await?;
        left -= u32::try_from(todo.len()).unwrap_or(left);
        todo = rest;
    }
    if todo.is_empty() {
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

/// The hand of a batch: notes what it is about to do, then does it.
struct Pen<'a> {
    office: &'a Office,
    by: EmployeeId,
    hand: Hand<'a>,
    kept: BatchRow,
}

impl Pen<'_> {
    async fn keep(&mut self) -> Result<(), Stop> {
        self.kept.undo = self.kept.steps;
        let row = serde_json::to_value(&self.kept).map_err(crate::db::DbError::from)?;
        Ok(self.office.db.keep_batch(self.by, self.kept.id, row).await?)
    }

    async fn note(&mut self, done: &[Done]) -> Result<(), Stop> {
        let rows = done.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
        self.office.db.keep_steps(self.kept.id, self.kept.steps, rows.map_err(crate::db::DbError::from)?).await?;
        self.kept.steps += u32::try_from(done.len()).unwrap_or(0);
        self.keep().await
    }

    async fn units(&mut self, units: Vec<SetUnit>) -> Result<(), Stop> {
        let done: Vec<Done> = units.iter().map(|unit| Done::Unit { id: unit.id, name: unit.name.clone() }).collect();
        self.kept.counts[2] += u32::try_from(done.len()).unwrap_or(0);
        self.note(&done).await?;
        for unit in units {
            self.hand.give(Action::SetUnit(unit)).await?;
        }
        Ok(())
    }

    async fn people(&mut self, steps: &[&Step], known: &Known) -> Result<(), Stop> {
        let mut done = Vec::new();
        for step in steps {
            let before = known.employees.get(&step.employee);
            match (before, &step.set) {
                (Some(before), Some(_)) => done.push(Done::Changed { before: as_it_was(before), rev: before.rev }),
                (None, Some(_)) => done.push(Done::Person { id: step.employee, name: step.name.clone() }),
                (_, None) => {}
            }
            if step.opens {
                let (id, employee, name, nip) = (step.account, step.employee, step.name.clone(), step.nip.clone());
                done.push(Done::Account { id, employee, name, nip });
            }
        }
        let count = |test: fn(&Done) -> bool| u32::try_from(done.iter().filter(|done| test(done)).count()).unwrap_or(0);
        self.kept.counts[0] += count(|done| matches!(done, Done::Person { .. }));
        self.kept.counts[1] += count(|done| matches!(done, Done::Changed { .. }));
        self.note(&done).await?;
        for step in steps {
            if let Some(set) = &step.set {
                self.hand.give(Action::SetEmployee(set.clone())).await?;
                let before = known.employees.get(&step.employee);
                if before.is_some_and(|before| (before.unit, before.superior) != (set.unit, set.superior)) {
                    people::carry(self.office, step.employee).await?;
                }
            }
            if step.opens {
                let open = OpenAccount { id: step.account, nip: step.nip.clone(), employee: step.employee };
                self.hand.give(Action::OpenAccount(open)).await?;
            }
        }
        Ok(())
    }

    async fn heads(&mut self, heads: Vec<SetUnit>, known: &Known) -> Result<(), Stop> {
        let before = |unit| known.units.iter().find(|known| known.id == unit).and_then(|known| known.head);
        let done = heads.iter().map(|set| Done::Head { unit: set.id, before: before(set.id), after: set.head });
        let done: Vec<Done> = done.collect();
        self.note(&done).await?;
        for head in heads {
            self.hand.give(Action::SetUnit(head)).await?;
        }
        Ok(())
    }
}

fn as_it_was(before: &Employee) -> SetEmployee {
    let Employee { id, name, rank, position, unit, superior, rev: _ } = before.clone();
    SetEmployee { id, name, rank, position, unit, superior }
}
