//! The rule of the steps: what the person may and what the superior may stands in [`StepDialogue::decide`].

use chrono::NaiveDate;

use super::{
    ACTION_CHARACTERS_MAX, ACTIONS_MAX, ActionState, Agreed, Dialogue, DialogueId, DialogueState, Doer,
    NOTE_CHARACTERS_MAX, Note, QUARTERS_BACK, Step, StepDialogue,
};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::AgreedId;
use crate::refusal::{FeedbackFault, Refusal};
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};
use crate::scope::Scope;

/// Which of the two somebody is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Person,
    Superior,
}

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
        let today = ctx.today(person, rows);
        if self.quarter.first_day().is_none_or(|first| first > today) {
            return Err(fault(FeedbackFault::QuarterNotBegun));
        }
        let before = rows.dialogue(self.id());
        let after = match (&self.step, before) {
            (Step::Open, before) => self.open(before, side, person, rows, ctx)?,
            (_, None) => return Err(Refusal::NotFound),
            (Step::Reply { text }, Some(dialogue)) => reply(dialogue, side, text)?,
            (_, Some(dialogue)) if dialogue.state == DialogueState::Closed => {
                return Err(fault(FeedbackFault::DialogueClosed));
            }
            (Step::Note { text, base }, Some(dialogue)) => note(dialogue, side, text, *base)?,
            (_, Some(dialogue)) if dialogue.state == DialogueState::Asked => {
                return Err(fault(FeedbackFault::DialogueNotOpen));
            }
            (Step::Agree { action, text, due, doer }, Some(dialogue)) => {
                agree(dialogue, (*action, text), (*due, *doer), today)?
            }
            (Step::Withdraw { action }, Some(dialogue)) => withdraw(dialogue, *action)?,
            (Step::Settle { action, done, explanation }, Some(dialogue)) => {
                settle(dialogue, *action, *done, explanation)?
            }
            (Step::Close { base }, Some(dialogue)) => close(dialogue, side, *base, today, ctx)?,
        };
        if before == Some(&after) {
            return Ok(Vec::new());
        }
        let row = Dialogue { rev: before.map_or(0, |dialogue| dialogue.rev) + 1, ..after };
        Ok(vec![Change::put(Row::Dialogue(row), [Scope::Office])])
    }

    fn open(
        &self,
        before: Option<&Dialogue>,
        side: Side,
        person: &Employee,
        rows: &Rows,
        ctx: &Ctx,
    ) -> Result<Dialogue, Refusal> {
        let asked = before.cloned().unwrap_or_else(|| Dialogue::new(self.id(), DialogueState::Asked));
        if side == Side::Person || asked.state != DialogueState::Asked {
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
}

const fn fault(fault: FeedbackFault) -> Refusal {
    Refusal::Feedback(fault)
}

/// What is missing here is no daily work.
fn missing(refusal: Refusal, instead: FeedbackFault) -> Refusal {
    if refusal == Refusal::TextMissing { fault(instead) } else { refusal }
}

fn note(dialogue: &Dialogue, side: Side, text: &str, base: u32) -> Result<Dialogue, Refusal> {
    if text.chars().count() > NOTE_CHARACTERS_MAX {
        return Err(Refusal::TextTooLong { characters_max: NOTE_CHARACTERS_MAX });
    }
    let mut after = dialogue.clone();
    let own = match side {
        Side::Person => &mut after.person_note,
        Side::Superior => &mut after.superior_note,
    };
    if own.text == text {
        return Ok(after);
    }
    if own.version != base {
        return Err(Refusal::ChangedSinceSeen);
    }
    *own = Note { text: text.to_owned(), version: base + 1 };
    Ok(after)
}

fn agree(
    dialogue: &Dialogue,
    (id, text): (AgreedId, &str),
    (due, doer): (NaiveDate, Doer),
    today: NaiveDate,
) -> Result<Dialogue, Refusal> {
    let text =
        wanted_text(text, ACTION_CHARACTERS_MAX).map_err(|refusal| missing(refusal, FeedbackFault::ActionMissing))?;
    if due < today {
        return Err(fault(FeedbackFault::DueInThePast));
    }
    if dialogue.actions.iter().any(|action| action.id == id) {
        return Err(Refusal::AlreadyThere);
    }
    if dialogue.actions.len() >= ACTIONS_MAX {
        return Err(Refusal::ListFull { items_max: ACTIONS_MAX });
    }
    let mut after = dialogue.clone();
    let (state, explanation, since) = (ActionState::Open, String::new(), None);
    after.actions.push(Agreed { id, text, due, doer, state, explanation, since });
    Ok(after)
}

fn withdraw(dialogue: &Dialogue, id: AgreedId) -> Result<Dialogue, Refusal> {
    let mut after = dialogue.clone();
    let at = after.actions.iter().position(|action| action.id == id).ok_or(Refusal::NotFound)?;
    if after.actions.remove(at).since.is_some() {
        return Err(Refusal::NotAllowed);
    }
    Ok(after)
}

fn settle(dialogue: &Dialogue, id: AgreedId, done: bool, explanation: &str) -> Result<Dialogue, Refusal> {
    let explanation = explanation.trim();
    if !done && explanation.is_empty() {
        return Err(fault(FeedbackFault::ExplanationMissing));
    }
    if explanation.chars().count() > ACTION_CHARACTERS_MAX {
        return Err(Refusal::TextTooLong { characters_max: ACTION_CHARACTERS_MAX });
    }
    let mut after = dialogue.clone();
    let action = after.actions.iter_mut().find(|action| action.id == id).ok_or(Refusal::NotFound)?;
    action.state = if done { ActionState::Done } else { ActionState::NotMet };
    explanation.clone_into(&mut action.explanation);
    Ok(after)
}

fn close(dialogue: &Dialogue, side: Side, base: u32, today: NaiveDate, ctx: &Ctx) -> Result<Dialogue, Refusal> {
    if side == Side::Person {
        return Err(Refusal::NotAllowed);
    }
    if dialogue.rev != base {
        return Err(Refusal::ChangedSinceSeen);
    }
    if dialogue.actions.iter().any(|action| action.is_overdue(today)) {
        return Err(fault(FeedbackFault::ActionsOpen));
    }
    Ok(Dialogue { state: DialogueState::Closed, closed_at: Some(ctx.now), ..dialogue.clone() })
}

fn reply(dialogue: &Dialogue, side: Side, text: &str) -> Result<Dialogue, Refusal> {
    if side == Side::Superior || dialogue.state != DialogueState::Closed || !dialogue.reply.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    let reply =
        wanted_text(text, NOTE_CHARACTERS_MAX).map_err(|refusal| missing(refusal, FeedbackFault::WordsMissing))?;
    Ok(Dialogue { reply, ..dialogue.clone() })
}
