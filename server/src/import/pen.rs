//! The pen of a batch in the browser: notes what it is about to do, then does it.

use shared::account::OpenAccount;
use shared::command::Action;
use shared::ids::EmployeeId;
use shared::unit::SetUnit;

use super::done::{Done, as_it_was};
use super::hand::{Hand, Stop};
use super::known::Known;
use super::plan::Step;
use super::wizard::BatchRow;
use crate::db::DbError;
use crate::office::Office;
use crate::people;

/// People who are noted before they are written.
pub(super) const NOTED: usize = 40;

/// Steps in the notes of so many people: each may be written and get an account.
const NOTED_STEPS_MAX: u32 = 2 * NOTED as u32;

/// The hand of a batch, and the batch.
pub(super) struct Pen<'a> {
    pub(super) office: &'a Office,
    pub(super) by: EmployeeId,
    pub(super) hand: Hand<'a>,
    pub(super) kept: BatchRow,
}

impl Pen<'_> {
    pub(super) async fn keep(&mut self) -> Result<(), Stop> {
        self.kept.undo = self.kept.steps;
        let row = serde_json::to_value(&self.kept).map_err(DbError::from)?;
        Ok(self.office.db.keep_batch(self.by, self.kept.id, row).await?)
    }

    async fn note(&mut self, done: &[Done]) -> Result<(), Stop> {
        let rows = done.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
        self.office.db.keep_steps(self.kept.id, self.kept.steps, rows.map_err(DbError::from)?).await?;
        self.kept.steps += u32::try_from(done.len()).unwrap_or(0);
        self.keep().await
    }

    /// What has no note yet: an apply that was cut off has noted its last steps, and those that it did not do come again.
    async fn unnoted(&self, done: Vec<Done>) -> Result<Vec<Done>, Stop> {
        let from = self.kept.steps.saturating_sub(NOTED_STEPS_MAX);
        let mut fresh = done;
        for step in self.office.db.steps(self.kept.id, from, self.kept.steps).await? {
            let noted: Done = serde_json::from_value(step).map_err(DbError::from)?;
            fresh.retain(|one| *one != noted);
        }
        Ok(fresh)
    }

    pub(super) async fn units(&mut self, units: Vec<SetUnit>) -> Result<(), Stop> {
        let done: Vec<Done> = units.iter().map(|unit| Done::Unit { id: unit.id, name: unit.name.clone() }).collect();
        self.kept.counts[2] += u32::try_from(done.len()).unwrap_or(0);
        self.note(&done).await?;
        for unit in units {
            self.hand.give(Action::SetUnit(unit)).await?;
        }
        Ok(())
    }

    /// Notes people and writes them. Tells how many of them somebody else has changed since they were looked up: they stay as they
    /// are until the next call looks them up anew.
    pub(super) async fn people(&mut self, steps: &[&Step], known: &Known) -> Result<u32, Stop> {
        let done = self.unnoted(notes(steps, known)).await?;
        let count = |test: fn(&Done) -> bool| u32::try_from(done.iter().filter(|done| test(done)).count()).unwrap_or(0);
        self.kept.counts[0] += count(|done| matches!(done, Done::Person { .. }));
        self.kept.counts[1] += count(|done| matches!(done, Done::Changed { .. }));
        self.note(&done).await?;
        let mut overtaken = 0;
        for step in steps {
            if self.hand.write(step).await? {
                self.follow(step, known).await?;
            } else {
                self.strike(step).await?;
                overtaken += 1;
            }
            if step.opens {
                let open = OpenAccount { id: step.account, nip: step.nip.clone(), employee: step.employee };
                self.hand.give(Action::OpenAccount(open)).await?;
            }
        }
        Ok(overtaken)
    }

    /// What a person has under way goes along when they have moved.
    async fn follow(&self, step: &Step, known: &Known) -> Result<(), Stop> {
        let (Some(set), Some(before)) = (&step.set, known.employees.get(&step.employee)) else { return Ok(()) };
        if (before.unit, before.superior) != (set.unit, set.superior) {
            people::carry(self.office, step.employee).await?;
        }
        Ok(())
    }

    /// The note of a change that was not made goes: taking it back would take away what somebody else has written.
    async fn strike(&mut self, step: &Step) -> Result<(), Stop> {
        // The notes of these people may have been written by this call, or by one that was cut off before it.
        let from = self.kept.steps.saturating_sub(2 * NOTED_STEPS_MAX);
        for (at, note) in (from..).zip(self.office.db.steps(self.kept.id, from, self.kept.steps).await?) {
            let noted: Done = serde_json::from_value(note).map_err(DbError::from)?;
            let Done::Changed { before, rev } = noted else { continue };
            if before.id == step.employee && Some(rev) == step.base {
                let nothing = serde_json::to_value(Done::Nothing).map_err(DbError::from)?;
                self.office.db.keep_steps(self.kept.id, at, vec![nothing]).await?;
                self.kept.counts[1] = self.kept.counts[1].saturating_sub(1);
            }
        }
        self.keep().await
    }

    pub(super) async fn heads(&mut self, heads: Vec<SetUnit>, known: &Known) -> Result<(), Stop> {
        let done = heads.iter().map(|set| Done::Head { unit: set.id, before: known.head(set.id), after: set.head });
        let done: Vec<Done> = done.collect();
        self.note(&done).await?;
        for head in heads {
            let before = known.head(head.id);
            self.hand.crown(head, before).await?;
        }
        Ok(())
    }
}

/// What these steps are about to do.
fn notes(steps: &[&Step], known: &Known) -> Vec<Done> {
    let mut done = Vec::new();
    for step in steps {
        match (known.employees.get(&step.employee), &step.set) {
            (Some(before), Some(_)) => done.push(Done::Changed { before: as_it_was(before), rev: before.rev }),
            (None, Some(_)) => done.push(Done::Person { id: step.employee, name: step.name.clone() }),
            (_, None) => {}
        }
        if step.opens {
            let (id, employee, name, nip) = (step.account, step.employee, step.name.clone(), step.nip.clone());
            done.push(Done::Account { id, employee, name, nip });
        }
    }
    done
}
