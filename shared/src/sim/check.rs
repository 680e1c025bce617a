//! What must be so on a device at every moment, and everywhere when the world has come to rest.

use super::audit::{Broken, Checked, ensure, print_of};
use super::build::Build;
use super::device::Device;
use super::letter::Reply;
use super::world::World;
use crate::command::Action;
use crate::ids::EmployeeId;
use crate::plan::Terms;
use crate::row::{Key, Rows};
use crate::scope::Scope;
use crate::sync::line::Line;
use crate::sync::office::Record;
use crate::sync::phone::Memory;
use crate::sync::talk::{Pulled, ScopeNews, Told};
use crate::sync::wire::Verdict;

impl World {
    /// Checks one device after something happened on it.
    pub(super) fn check_device(&self, device: &Device) -> Checked {
        let memory = device.memory();
        self.check_own(device, memory)?;
        if memory.epoch == Some(self.audit.life.epoch) {
            self.check_cursors(device, memory)?;
        }
        Ok(())
    }

    /// I4 and I7: each command that the owner believes to be here waits, is in the tray, or can be seen.
    fn check_own(&self, device: &Device, memory: &Memory) -> Checked {
        let own = Scope::Own(device.owner);
        if device.rotten.contains(&own) {
            return Ok(());
        }
        let empty = Rows::default();
        let rows = memory.rows.get(&own).unwrap_or(&empty);
        for id in &device.mine {
            let waits = memory.outbox.iter().any(|waiting| waiting.id() == *id);
            let refused = || memory.tray.iter().any(|refused| refused.what.id() == *id);
            let Some(wish) = self.audit.wishes.get(id) else { continue };
            let shown = || self.shows(device.build, rows, &wish.command.action);
            ensure(waits || refused() || shown(), "I4", || {
                format!("{id} of {} is nowhere on the device: {:?}", device.owner, wish.command.action)
            })?;
        }
        Ok(())
    }

    /// Can the effect of an accepted action be seen in these rows?
    fn shows(&self, build: Build, rows: &Rows, action: &Action) -> bool {
        let retired = |key: Key| self.audit.retired.contains(&key);
        match action {
            Action::RecordEntry(record) => rows.entry(record.id).is_some(),
            Action::ReviseEntry(revise) => rows.entry(revise.entry).is_some_and(|entry| entry.version > revise.base),
            // A draft goes with its entry or by another device's hand; `held` watches over what was typed.
            Action::SetDraft(_) | Action::SettleDraft(_) | Action::DropDraft(_) | Action::SettleEntry(_) => true,
            Action::ProposePlan(plan) => rows.plan(plan.id).is_some(),
            Action::OfferPlan(offer) => {
                let terms = rows.terms(Terms::id_of(offer.plan));
                terms.is_some_and(|terms| terms.version > offer.base)
            }
            Action::ReadRemark(read) => {
                let seen = rows.remark(read.remark).is_some_and(|remark| remark.read_at.is_some());
                seen || build.is_older() || retired(Key::from(read.remark))
            }
            Action::Together(group) => group.actions.iter().all(|action| self.shows(build, rows, action)),
            // Nobody in this world keeps a template.
            Action::KeepTemplate(_) | Action::DropTemplate(_) => true,
            // Made online or by the operator: never on a queue.
            Action::SetTeam(_) | Action::JoinTeam(_) | Action::LeaveTeam(_) => true,
            Action::SetUnit(_) | Action::SetEmployee(_) | Action::OpenAccount(_) => true,
            Action::AgreePlan(_) | Action::DeclinePlan(_) | Action::TiePlan(_) => true,
            Action::ReportPlan(_) | Action::SetExpectation(_) | Action::SetGoal(_) => true,
            Action::SeeEntry(_) | Action::ApproveEntry(_) | Action::ReturnEntry(_) | Action::WriteRemark(_) => true,
            Action::AnswerSuperior(_) | Action::PlaceEmployee(_) | Action::RestoreEmployee(_) => true,
            Action::ArriveEmployee(_) | Action::StayEmployee(_) => true,
            Action::EraseEmployee(_) | Action::CarryRows(_) | Action::CloseAccount(_) => true,
            Action::SetUnitKind(_) | Action::EraseUnit(_) | Action::SetActing(_) | Action::EndActing(_) => true,
            Action::GiveAdmin(_) | Action::TakeAdmin(_) => true,
            // Nobody in this world flags an entry or prepares a dialogue, asks for another superior or goes away.
            Action::FlagEntry(_) | Action::StepDialogue(_) | Action::OwnStep(_) => true,
            Action::RequestSuperior(_) | Action::WithdrawSuperior(_) | Action::ReadSuperior(_) => true,
            Action::AddAbsence(_) | Action::WithdrawAbsence(_) | Action::AnswerAbsence(_) => true,
            Action::SetService(_) | Action::OpenCounter(_) | Action::LeaveResponse(_) | Action::OpenPerson(_) => true,
        }
    }

    /// I5: after cursor *n* the device has the state after *n* changes. I11: all cursors are of one moment. I8: no scope that is
    /// not this person's.
    fn check_cursors(&self, device: &Device, memory: &Memory) -> Checked {
        let life = &self.audit.life;
        let (mut newest, mut next_oldest) = (0, u64::MAX);
        for (scope, cursor) in &memory.cursors {
            let mark = life.mark(*scope, *cursor);
            ensure(mark.is_some() || *cursor == 0, "I5", || format!("{scope} at {cursor}, which is not"))?;
            let expected = mark.map_or(0, |mark| mark.sums[usize::from(device.build.is_older())]);
            let found = memory.rows.get(scope).map_or(0, print);
            let same = expected == found || device.rotten.contains(scope);
            ensure(same, "I5", || format!("{scope} at {cursor} of {} has other rows", device.owner))?;
            newest = newest.max(mark.map_or(0, |mark| mark.commit));
            next_oldest = next_oldest.min(life.mark(*scope, cursor + 1).map_or(u64::MAX, |mark| mark.commit));
        }
        ensure(newest < next_oldest, "I11", || format!("cursors {:?} are of no one moment", memory.cursors))?;
        let Some(app) = &device.app else { return Ok(()) };
        for scope in memory.rows.iter().filter(|(_, rows)| !rows.is_empty()).map(|(scope, _)| *scope) {
            let allowed = app.seen_at == 0 || self.audit.allowed(device.owner, scope, app.seen_at);
            ensure(allowed, "I8", || format!("{} holds {scope}", device.owner))?;
        }
        Ok(())
    }

    /// I14: what any build ever wrote is understood, unless the node is older than the command.
    pub(super) fn check_understood(&self, record: &Record<()>) -> Checked {
        let unread = matches!(&record.verdict, Verdict::Rejected { reason } if reason.code == "unreadable");
        let fair = || self.poison.contains(&record.id) || self.too_new.contains(&record.id);
        ensure(!unread || fair(), "I14", || format!("{} could no longer be read", record.id))
    }

    /// I8 again, at the server's door: no row leaves for somebody who may not read its scope.
    pub(super) fn check_reply(&self, owner: EmployeeId, reply: &Reply, seen_at: u64) -> Checked {
        let Reply::Pulled(pulled) = reply else { return Ok(()) };
        let scopes: Vec<Scope> = match pulled.as_ref() {
            Ok(Pulled { told: Told::Whole { scope, .. }, .. }) => vec![*scope],
            Ok(Pulled { told: Told::News(news), .. }) => {
                let scopes = news.scopes.iter();
                scopes
                    .filter_map(|news| if let ScopeNews::Delta { scope, .. } = news { Some(*scope) } else { None })
                    .collect()
            }
            Ok(Pulled { told: Told::Revoked { .. } | Told::Restored, .. }) | Err(_) => Vec::new(),
        };
        let stray = scopes.iter().find(|scope| !self.audit.allowed(owner, **scope, seen_at));
        ensure(stray.is_none(), "I8", || format!("{owner} is sent {stray:?}"))
    }

    /// When nothing goes wrong any more: I1, I6 and L1.
    pub(super) fn check_rest(&self) -> Checked {
        for device in &self.devices {
            self.check_device(device)?;
            let Some(app) = &device.app else { continue };
            let memory = app.phone.memory();
            ensure(memory.outbox.is_empty(), "L1", || format!("{} still has {:?}", device.owner, memory.outbox))?;
            ensure(*app.phone.line() == Line::Up, "L1", || format!("{}: {:?}", device.owner, app.phone.line()))?;
            self.check_converged(device, memory)?;
        }
        self.check_fates()?;
        self.check_photos()
    }

    fn check_converged(&self, device: &Device, memory: &Memory) -> Checked {
        let wanted = super::stage::wanted(device.owner).into_iter().chain([Scope::Own(device.owner)]);
        for scope in wanted {
            let held = memory.rows.get(&scope);
            if !self.audit.allowed(device.owner, scope, self.store.commits()) {
                ensure(held.is_none_or(Rows::is_empty), "I8", || format!("{} still holds {scope}", device.owner))?;
                continue;
            }
            let expected: Rows = self.store.with(|state| {
                let live = state.live.get(&scope);
                live.into_iter().flat_map(|live| live.values()).filter_map(|row| device.build.holds(row)).collect()
            });
            let same = held.map_or(expected.is_empty(), |held| *held == expected);
            ensure(same, "I6", || format!("{scope} of {}: {:?}", device.owner, difference(held, &expected)))?;
        }
        Ok(())
    }

    /// I1: every command that was called saved has one fate.
    fn check_fates(&self) -> Checked {
        for (id, wish) in self.audit.wishes.iter().filter(|(id, _)| !self.audit.forgiven.contains(id)) {
            let decided = self.audit.life.decided.get(id);
            let held = || {
                let mut trays = self.devices.iter().flat_map(|device| &device.memory().tray);
                trays.any(|refused| refused.what.id() == *id)
            };
            let fate = match decided {
                Some(Verdict::Accepted) => true,
                Some(Verdict::Rejected { reason: _ }) => wish.seen.is_some() || held(),
                // A decision made online that got no answer was never called saved; a refusal before a restore is in the tray.
                None => wish.seen.is_some() || held(),
            };
            ensure(fate, "I1", || format!("{id} has no fate ({decided:?}): {:?}", wish.command.action))?;
        }
        Ok(())
    }
}

fn print(rows: &Rows) -> u64 {
    let prints = rows.iter().filter_map(|row| row.key().map(|key| print_of(&key, row.rev())));
    prints.fold(0, u64::wrapping_add)
}

fn difference(held: Option<&Rows>, expected: &Rows) -> Vec<String> {
    let empty = Rows::default();
    let held = held.unwrap_or(&empty);
    let missing = expected.iter().filter(|row| row.key().and_then(|key| held.get(&key)) != Some(*row));
    let beyond = held.iter().filter(|row| row.key().and_then(|key| expected.get(&key)) != Some(*row));
    missing.map(|row| format!("- {row:?}")).chain(beyond.map(|row| format!("+ {row:?}"))).collect()
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.invariant, self.text)
    }
}
