//! A step at the office: who takes it, what comes along when a superior opens a dialogue, and what the other one hears of it.

use chrono::{DateTime, Utc};

use super::rule::{Moment, Side, after, fault, has_begun};
use super::{Deed, Dialogue, DialogueId, DialogueState, Echo, EchoId, QUARTERS_BACK, Step, StepDialogue};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::EmployeeId;
use crate::refusal::{FeedbackFault, Refusal};
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

impl StepDialogue {
    const fn id(&self) -> DialogueId {
        DialogueId { person: self.person, quarter: self.quarter }
    }

    /// The quarters in which an earlier dialogue is looked for, nearest first.
    fn earlier(&self) -> impl Iterator<Item = DialogueId> + '_ {
        let quarters = std::iter::successors(Some(self.quarter.before()), |quarter| Some(quarter.before()));
        quarters.take(QUARTERS_BACK).map(|quarter| DialogueId { person: self.person, quarter })
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = ctx.actor_keys(rows);
        keys.extend([Key::from(self.id()), Key::from(self.person)]);
        if let Some(person) = rows.employee(self.person) {
            keys.extend(person.assessor_keys(rows));
            let readers = [Some(person.id), superior_now(person, rows.dialogue(self.id()), rows, ctx)];
            let echo = |reader: EmployeeId| Key::from(EchoId { reader, dialogue: self.id() });
            keys.extend(readers.into_iter().flatten().map(echo));
        }
        if self.step == Step::Open {
            keys.extend(self.earlier().map(Key::from));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.person).ok_or(Refusal::NotFound)?;
        let side = match (ctx.actor.is(person.id), ctx.is_superior_of(person, rows)) {
            (true, _) => Side::Person,
            (false, true) => Side::Superior,
            (false, false) => return Err(Refusal::NotFound),
        };
        let at = Moment { today: ctx.today(person, rows), now: ctx.now };
        let before = rows.dialogue(self.id());
        let now = before.map(|dialogue| match side {
            Side::Person => dialogue.clone().of_today(person, rows, ctx.now),
            Side::Superior => taken(dialogue.clone(), ctx.actor.employee(), rows),
        });
        let dialogue = if side == Side::Superior && self.step == Step::Open {
            has_begun(self.id(), at.today)?;
            self.opened(now.as_ref(), person, rows, ctx)?
        } else {
            after(self.id(), now.as_ref(), &self.step, side, at)?
        };
        if before == Some(&dialogue) {
            return Ok(Vec::new());
        }
        let dialogue = Dialogue { rev: before.map_or(0, |dialogue| dialogue.rev) + 1, ..dialogue };
        let mut changes = self.echoes(&dialogue, side, person, rows, ctx);
        changes.push(Change::put(Row::Dialogue(dialogue), [Scope::Office]));
        Ok(changes)
    }

    /// The dialogue as the superior opens it: what was not done comes along.
    fn opened(
        &self,
        before: Option<&Dialogue>,
        person: &Employee,
        rows: &Rows,
        ctx: &Ctx,
    ) -> Result<Dialogue, Refusal> {
        let asked = before.cloned().unwrap_or_else(|| Dialogue::new(self.id(), DialogueState::Asked));
        if asked.state != DialogueState::Asked {
            return Ok(asked);
        }
        let earlier = self.earlier().find_map(|id| rows.dialogue(id));
        if earlier.is_some_and(|earlier| earlier.state == DialogueState::Open) {
            return Err(fault(FeedbackFault::EarlierOpen));
        }
        let superior = ctx.actor.employee().and_then(|id| rows.employee(id)).filter(|one| one.id != person.id);
        Ok(Dialogue {
            state: DialogueState::Open,
            superior: superior.map(|one| one.id),
            superior_name: superior.map(|one| one.name.clone()).unwrap_or_default(),
            actions: earlier.map(Dialogue::carried).unwrap_or_default(),
            ..asked
        })
    }

    /// What the two hear of the step. The person's phone gets the dialogue with it, whoever took the step.
    fn echoes(&self, dialogue: &Dialogue, side: Side, person: &Employee, rows: &Rows, ctx: &Ctx) -> Vec<Change> {
        let id = self.id();
        let of = |reader: EmployeeId| {
            rows.echo(EchoId { reader, dialogue: id }).cloned().unwrap_or_else(|| Echo::silent(reader, id))
        };
        let put = |echo: Echo| {
            let reader = Scope::Own(echo.id.reader);
            Change::put(Row::Echo(Echo { rev: echo.rev + 1, ..echo }), [reader])
        };
        let actor = ctx.actor.employee().and_then(|id| rows.employee(id));
        let name = actor.map(|one| one.name.as_str()).unwrap_or_default();
        let deed = deed(&self.step);
        let own = of(person.id);
        let own = if side == Side::Superior { own.heard(deed, name, ctx.now) } else { own };
        let body = serde_json::to_string(dialogue).unwrap_or_default();
        let mut changes = vec![put(Echo { body, ..own })];
        if side == Side::Person {
            let superior = superior_now(person, Some(dialogue), rows, ctx);
            changes.extend(superior.map(|superior| put(of(superior).heard(deed, name, ctx.now))));
        }
        changes
    }
}

impl Dialogue {
    /// The same in the hands of whoever assesses the person today. An open one whose superior no longer does goes on with the next;
    /// a closed one stays with whom it was closed.
    #[must_use]
    pub fn of_today(self, person: &Employee, rows: &Rows, now: DateTime<Utc>) -> Self {
        let stays = self.superior.is_none_or(|superior| person.is_assessed_by(superior, rows, now));
        let next = person.assessor(rows, now).filter(|_| !stays && self.state == DialogueState::Open);
        match next {
            Some(next) => {
                let name = person.assessor_name(next, rows);
                self.in_hands_of(next, &name)
            }
            None => self,
        }
    }
}

/// Whichever superior takes a step has the dialogue from then on.
fn taken(dialogue: Dialogue, actor: Option<EmployeeId>, rows: &Rows) -> Dialogue {
    match actor.filter(|_| dialogue.state == DialogueState::Open) {
        Some(actor) => {
            let name = rows.employee(actor).map(|one| one.name.clone()).unwrap_or_default();
            dialogue.in_hands_of(actor, &name)
        }
        None => dialogue,
    }
}

/// Whom the person's steps are told: the superior who has the dialogue as long as they assess the person, else who assesses them now.
/// Before a dialogue has changed hands and after it, that is the same one.
fn superior_now(person: &Employee, dialogue: Option<&Dialogue>, rows: &Rows, ctx: &Ctx) -> Option<EmployeeId> {
    let opened = dialogue.and_then(|dialogue| dialogue.superior);
    let opened = opened.filter(|superior| person.is_assessed_by(*superior, rows, ctx.now));
    opened.or_else(|| person.assessor(rows, ctx.now))
}

const fn deed(step: &Step) -> Deed {
    match step {
        Step::Open => Deed::Open,
        Step::Note { .. } => Deed::Note,
        Step::Agree { .. } => Deed::Agree,
        Step::Withdraw { .. } => Deed::Withdraw,
        Step::Settle { done: true, .. } => Deed::Done,
        Step::Settle { done: false, .. } => Deed::NotMet,
        Step::Close { .. } => Deed::Close,
        Step::Reply { .. } => Deed::Reply,
    }
}
