//! Taking a batch back, last step first: what it changed is as before, unless somebody has changed it since; what it made goes,
//! unless somebody has used it since. What stays is listed with its reason.

use std::time::{Duration, Instant};

use shared::account::CloseAccount;
use shared::actor::Actor;
use shared::admin::Admin;
use shared::command::Action;
use shared::employee::{EraseEmployee, RestoreEmployee, SetEmployee};
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::people::import::{BatchState, Left};
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::unit::{EraseUnit, SetUnit, Unit};
use shared::words::Spoken;
use uuid::Uuid;

use super::done::{Done, as_it_was};
use super::first::batch_of;
use super::hand::{Hand, Stop};
use super::load;
use super::wizard::BatchRow;
use crate::db::DbError;
use crate::office::Office;
use crate::people;

/// How long one call works.
const WORK: Duration = Duration::from_secs(8);
/// Steps looked at before the place is kept.
const STEPS: u32 = 40;

/// Takes back for a few seconds, and tells how the batch stands then; none when this person has no such batch.
///
/// # Errors
/// The database is out of reach. What was taken back stays so, and asking again goes on.
pub async fn undo(office: &Office, by: EmployeeId, batch: Uuid) -> Result<Option<BatchRow>, Stop> {
    let until = Instant::now() + WORK;
    let Some(mut kept) = batch_of(office, by, batch).await? else { return Ok(None) };
    let mut eraser = Eraser { office, hand: Hand::of(office, Actor::Employee { employee: by }), stay: Vec::new() };
    loop {
        let from = kept.undo.saturating_sub(STEPS);
        for step in office.db.steps(batch, from, kept.undo).await?.into_iter().rev() {
            let done: Done = serde_json::from_value(step).map_err(DbError::from)?;
            if let Err(left) = eraser.take_back(done).await? {
                kept.left.push(left);
            }
        }
        kept.undo = from;
        if from == 0 {
            kept.state = BatchState::Undone;
        }
        office.db.keep_batch(by, batch, serde_json::to_value(&kept).map_err(DbError::from)?).await?;
        if from == 0 || Instant::now() >= until {
            return Ok(Some(kept));
        }
    }
}

struct Eraser<'a> {
    office: &'a Office,
    hand: Hand<'a>,
    /// People whose accounts have stayed.
    stay: Vec<EmployeeId>,
}

/// Taken back, or what stays and why.
type Fate = Result<(), Left>;

impl Eraser<'_> {
    async fn take_back(&mut self, done: Done) -> Result<Fate, Stop> {
        match done {
            Done::Head { unit, before, after } => self.head(unit, before, after).await,
            Done::Account { id, employee, name, nip: _ } => self.account(id, employee, name).await,
            Done::Changed { before, rev } => self.changed(before, rev).await,
            Done::Person { id, name } => self.person(id, name).await,
            Done::Unit { id, name } => self.unit(id, name).await,
            Done::Nothing => Ok(Ok(())),
        }
    }

    /// Gives the command; a refusal is why it stays.
    async fn give(&mut self, name: &str, action: Action) -> Result<Fate, Stop> {
        match self.hand.give(action).await {
            Ok(()) => Ok(Ok(())),
            Err(Stop::Refused(reason)) => Ok(Err(Left { name: name.to_owned(), reason })),
            Err(stop) => Err(stop),
        }
    }

    async fn unit_row(&self, id: UnitId) -> Result<Option<Unit>, DbError> {
        let row = self.office.db.row(Key::from(id)).await?;
        Ok(row.and_then(|row| if let Row::Unit(unit) = row { Some(unit) } else { None }))
    }

    async fn head(
        &mut self,
        unit: UnitId,
        before: Option<EmployeeId>,
        after: Option<EmployeeId>,
    ) -> Result<Fate, Stop> {
        let Some(now) = self.unit_row(unit).await? else { return Ok(Ok(())) };
        if now.head != after {
            return Ok(Ok(())); // Not done, or somebody has chosen another head since: theirs stays.
        }
        self.give(&now.name, Action::SetUnit(SetUnit::crown(&now, before))).await
    }

    async fn changed(&mut self, before: SetEmployee, rev: u32) -> Result<Fate, Stop> {
        let Some(Row::Employee(now)) = self.office.db.row(Key::from(before.id)).await? else { return Ok(Ok(())) };
        if now.rev == rev || as_it_was(&now) == before {
            return Ok(Ok(())); // It was noted and never done, or is as before already.
        }
        let moves = (now.unit, now.superior) != (before.unit, before.superior);
        let (id, name) = (before.id, before.name.clone());
        let restore = RestoreEmployee { base: rev + 1, set: before };
        let fate = self.give(&name, Action::RestoreEmployee(restore)).await?;
        if fate.is_ok() && moves {
            people::carry(self.office, id).await?;
        }
        Ok(fate)
    }

    async fn account(&mut self, id: AccountId, employee: EmployeeId, name: String) -> Result<Fate, Stop> {
        if self.office.db.row(Key::from(id)).await?.is_none() {
            return Ok(Ok(()));
        }
        if self.office.db.is_used(&id.to_string()).await? || self.has_work(employee).await? {
            self.stay.push(employee);
            return Ok(Err(Left { name, reason: used() }));
        }
        let fate = self.give(&name, Action::CloseAccount(CloseAccount { id })).await?;
        if fate.is_ok() {
            self.office.db.drop_credential(&id.to_string()).await?;
            // Whoever signed in between the look and the closing.
            self.office.db.close_sessions_of(employee).await?;
        }
        Ok(fate)
    }

    /// Has anything been written into the person's own log beside the person?
    async fn has_work(&self, person: EmployeeId) -> Result<bool, DbError> {
        let heads = self.office.db.heads(&[Scope::Own(person)]).await?;
        let people = self.office.db.of_kind(Scope::Own(person), "employee").await?;
        let revs: u64 = people.iter().map(|row| u64::from(row.rev())).sum();
        Ok(heads.iter().any(|(_, head)| *head > revs))
    }

    async fn person(&mut self, id: EmployeeId, name: String) -> Result<Fate, Stop> {
        let Some(Row::Employee(person)) = self.office.db.row(Key::from(id)).await? else { return Ok(Ok(())) };
        let team = load::members_seen(&self.office.db, person.unit).await?;
        let leads = team.iter().any(|one| one.superior == Some(id));
        let heads = self.office.db.units().await?.iter().any(|unit| unit.head == Some(id));
        let admin = self.office.db.row(Key::from(Admin::of(id))).await?.is_some();
        if leads || heads || admin || self.has_work(id).await? || self.stay.contains(&id) {
            return Ok(Err(Left { name, reason: used() }));
        }
        self.give(&name, Action::EraseEmployee(EraseEmployee { id, base: 1 })).await
    }

    async fn unit(&mut self, id: UnitId, name: String) -> Result<Fate, Stop> {
        let Some(unit) = self.unit_row(id).await? else { return Ok(Ok(())) };
        let above = self.office.db.units().await?.iter().any(|other| other.parent == Some(id));
        let people = !load::members(&self.office.db, &std::iter::once(id).collect()).await?.is_empty();
        let services = !self.office.db.of_kind(Scope::Unit(id), "service").await?.is_empty();
        if above || people || services {
            return Ok(Err(Left { name, reason: used() }));
        }
        self.give(&name, Action::EraseUnit(EraseUnit { id, base: unit.rev })).await
    }
}

/// Why something that a batch made stays.
fn used() -> Spoken {
    Spoken {
        code: "in_use".to_owned(),
        id: "Sudah dipakai sejak impor, jadi tetap ada.".to_owned(),
        en: "It has been used since the import, so it stays.".to_owned(),
    }
}
