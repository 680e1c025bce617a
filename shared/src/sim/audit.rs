//! The auditor: reads the database's journal, keeps the truth beside it, and says which promise was broken.
//!
//! It knows the protocol's promises and not its code. What belongs to one life of the database is in [`Life`] and goes back
//! with it when the server is restored.

use std::collections::{BTreeMap, BTreeSet};

use super::held::Words;
use super::of;
use super::stage::UNITS;
use super::store::Entry;
use crate::change::{Op, apply};
use crate::command::{Action, Command};
use crate::ids::{CommandId, DeviceId, EmployeeId, PlanId, UnitId};
use crate::quantity::Quantity;
use crate::row::{Key, Row, Rows};
use crate::scope::Scope;
use crate::sync::talk::Epoch;
use crate::sync::wire::Verdict;

/// A promise was broken: which, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Name of the invariant, as in `docs/adr/0019-sync-protocol.md`.
    pub invariant: &'static str,
    /// What was seen.
    pub text: String,
}

pub(super) type Checked = Result<(), Broken>;

pub(super) fn ensure(so: bool, invariant: &'static str, text: impl FnOnce() -> String) -> Checked {
    if so { Ok(()) } else { Err(Broken { invariant, text: text() }) }
}

/// What somebody wanted, and what they saw when they did.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) command: Command,
    /// The version of the entry on the screen, for decisions.
    pub(super) seen: Option<u32>,
}

/// A place in a scope's log.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The commit that wrote it.
    pub(super) commit: u64,
    /// Sum over the scope's rows at this place, and over those that an older build can read.
    pub(super) sums: [u64; 2],
}

/// One life of the database.
#[derive(Clone, Debug, Default)]
pub(super) struct Life {
    pub(super) epoch: Epoch,
    pub(super) decided: BTreeMap<CommandId, Verdict>,
    places: BTreeMap<DeviceId, u64>,
    logs: BTreeMap<Scope, Vec<Mark>>,
    live: BTreeMap<Scope, BTreeMap<Key, u64>>,
    heads: BTreeMap<UnitId, Vec<(u64, Option<EmployeeId>)>>,
    pub(super) rows: Rows,
    words: Words,
    commits: u64,
}

/// The auditor.
#[derive(Clone, Debug, Default)]
pub(super) struct Audit {
    pub(super) life: Life,
    /// Everything that was ever saved or asked.
    pub(super) wishes: BTreeMap<CommandId, Wish>,
    /// Of these the person was told that they may be gone, or took them away.
    pub(super) forgiven: BTreeSet<CommandId>,
    /// Commands that an earlier life of the database had decided and this one has forgotten.
    pub(super) offered: BTreeSet<CommandId>,
    /// Rows that retention took away.
    pub(super) retired: BTreeSet<Key>,
    /// Photos that an earlier life of the database had and a later one has not.
    pub(super) photos_lost: BTreeSet<(EmployeeId, String)>,
}

impl Audit {
    /// Reads one commit; `number` counts all of them, through all lives.
    pub(super) fn read(&mut self, entry: &Entry, number: u64) -> Checked {
        self.life.commits = number;
        if let Some(step) = entry.step {
            let last = self.life.places.insert(step.device, step.to).unwrap_or(0);
            ensure(step.to == last + 1, "I3", || format!("{} went from {last} to {}", step.device, step.to))?;
        }
        if let Some(record) = &entry.record {
            let before = self.life.decided.insert(record.id, record.verdict.clone());
            ensure(before.is_none(), "I2", || format!("{} was decided twice", record.id))?;
            if record.verdict == Verdict::Accepted
                && let Some(wish) = self.wishes.get(&record.id)
            {
                let actor = record.actor.employee();
                decision_was_fair(&wish.command.action, wish.seen, actor, &self.life.rows, entry)?;
                self.life.words.accept(&wish.command.action, &self.life.rows);
            }
        }
        let drops = entry.changes.iter().all(|change| matches!(change.op, Op::Drop { .. }));
        ensure(drops || entry.record.is_some(), "I2", || "effects without their verdict".to_owned())?;
        self.life.read_changes(entry)?;
        if entry.changes.is_empty() { Ok(()) } else { self.life.words.check(&self.life.rows) }
    }

    /// May this person read the scope, as of a commit?
    pub(super) fn allowed(&self, person: EmployeeId, scope: Scope, commit: u64) -> bool {
        let head = |unit: UnitId| {
            let heads = self.life.heads.get(&unit).map_or(&[][..], Vec::as_slice);
            heads.iter().rev().find(|(at, _)| *at <= commit).and_then(|(_, head)| *head)
        };
        match scope {
            Scope::Own(owner) => owner == person,
            Scope::Unit(unit) if unit == UNITS[1] => head(unit) == Some(person) || head(UNITS[0]) == Some(person),
            Scope::Unit(unit) => head(unit) == Some(person),
            Scope::Team(_) | Scope::Office => false,
        }
    }
}

impl Life {
    fn read_changes(&mut self, entry: &Entry) -> Checked {
        for change in &entry.changes {
            apply(&mut self.rows, &change.op);
            let stray = change.scopes.iter().find(|scope| !is_for(&change.op, **scope));
            ensure(stray.is_none(), "I8", || format!("{:?} in {stray:?}", change.op))?;
            if let Op::Put { row: Row::Unit(unit) } = &change.op {
                self.heads.entry(unit.id).or_default().push((self.commits, unit.head));
            }
        }
        for (scope, head) in &entry.heads {
            for change in entry.changes.iter().filter(|change| change.scopes.contains(scope)) {
                self.log(*scope, &change.op);
            }
            let last = self.logs.get(scope).map_or(0, |log| log.len() as u64);
            ensure(last == *head, "I5", || format!("{scope} stands at {head} after {last} changes"))?;
        }
        for change in &entry.changes {
            if let Op::Put { row: Row::Plan(plan) } = &change.op {
                let done = self.done(plan.id);
                let held = self.rows.plan(plan.id).map(|plan| plan.done);
                ensure(held == Some(done), "PROGRESS", || format!("{held:?} instead of {done:?}"))?;
            }
        }
        Ok(())
    }

    /// What the entries of a plan add up to.
    fn done(&self, plan: PlanId) -> Quantity {
        let counted = of::entries(&self.rows).filter(|entry| entry.plan == Some(plan));
        counted.fold(Quantity::ZERO, |sum, entry| sum.plus(entry.quantity))
    }

    fn log(&mut self, scope: Scope, op: &Op) {
        let live = self.live.entry(scope).or_default();
        let (key, came) = match op {
            Op::Put { row } => (row.key(), row.key().map(|key| print_of(&key, row.rev()))),
            Op::Drop { key } => (Some(key.clone()), None),
        };
        let Some(key) = key else { return };
        let left = match came {
            Some(print) => live.insert(key.clone(), print),
            None => live.remove(&key),
        };
        let log = self.logs.entry(scope).or_default();
        let [mut all, mut known] = log.last().map_or([0; 2], |mark| mark.sums);
        let moved = came.unwrap_or(0).wrapping_sub(left.unwrap_or(0));
        all = all.wrapping_add(moved);
        if key.kind != "remark" {
            known = known.wrapping_add(moved);
        }
        log.push(Mark { commit: self.commits, sums: [all, known] });
    }

    /// The place after this many changes of a scope.
    pub(super) fn mark(&self, scope: Scope, seq: u64) -> Option<Mark> {
        let at = usize::try_from(seq.checked_sub(1)?).ok()?;
        self.logs.get(&scope)?.get(at).copied()
    }
}

/// A number for a row in a revision: another sum than the protocol's own.
pub(super) fn print_of(key: &Key, rev: u32) -> u64 {
    fnv(key.kind.bytes().chain(key.id.bytes()).chain(rev.to_be_bytes()))
}

/// FNV-1a, 64 bits.
pub(super) fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A person's own scope holds their own work, and what was said to them or by them; a team's what was done for it and said about that.
/// A draft is in no other scope.
fn is_for(op: &Op, scope: Scope) -> bool {
    let Op::Put { row } = op else { return true };
    if let Scope::Team(team) = scope {
        let of_team = matches!(row, Row::Entry(entry) if entry.more.team == Some(team));
        return of_team || matches!(row, Row::Team(row) if row.id == team) || matches!(row, Row::Remark(_));
    }
    let Scope::Own(person) = scope else { return !matches!(row, Row::Draft(_) | Row::Templates(_)) };
    match row {
        Row::Entry(entry) => entry.owner == person,
        Row::Plan(plan) => plan.owner == person,
        Row::Draft(draft) => draft.owner == person,
        Row::Templates(templates) => templates.id.0 == person.0,
        Row::Terms(terms) => terms.owner == person,
        Row::Expectation(expectation) => expectation.id.employee == person,
        Row::Remark(remark) => remark.owner == person || remark.to == person || remark.author == person,
        Row::Opened(opened) => opened.person == person,
        Row::Employee(_) | Row::Team(_) => true,
        Row::Absences(absences) => absences.person == person,
        Row::Dialogue(dialogue) => dialogue.id.person == person,
        Row::Echo(echo) => echo.id.reader == person,
        Row::Asked(asked) => asked.person == person,
        Row::Admin(_) | Row::Career(_) => false,
        Row::Unit(_) | Row::Account(_) | Row::Service(_) | Row::Counter(_) | Row::Response(_) => false,
        Row::Goal(_) | Row::Claim(_) | Row::Unknown => false,
    }
}

/// A decision counts for the version that was on the screen, and is the superior's.
fn decision_was_fair(
    action: &Action,
    seen: Option<u32>,
    actor: Option<EmployeeId>,
    before: &Rows,
    entry: &Entry,
) -> Checked {
    let id = if let Action::ApproveEntry(approve) = action {
        approve.entry
    } else if let Action::ReturnEntry(back) = action {
        back.entry
    } else {
        return Ok(());
    };
    let version = before.entry(id).map(|entry| entry.version);
    let moved =
        entry.changes.iter().any(|change| matches!(&change.op, Op::Put { row: Row::Entry(row) } if row.id == id));
    ensure(!moved || version == seen, "I9", || format!("{id}: saw {seen:?}, decided about {version:?}"))?;
    let owner = before.entry(id).and_then(|entry| before.employee(entry.owner));
    let superior = owner.and_then(|owner| owner.superior);
    ensure(superior.is_some() && superior == actor, "I8", || format!("{actor:?} decided for {superior:?}"))
}
