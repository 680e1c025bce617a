//! The rule of the steps, for both sides: what the person may and what the superior may. It looks at the dialogue and nothing else,
//! so the page of a phone asks it as well.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    ACTION_CHARACTERS_MAX, ACTIONS_MAX, ActionState, Agreed, Dialogue, DialogueId, DialogueState, Doer,
    NOTE_CHARACTERS_MAX, Note, Step,
};
use crate::ids::AgreedId;
use crate::refusal::{FeedbackFault, Refusal};
use crate::rule::wanted_text;

/// Which of the two somebody is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Person,
    #[cfg(feature = "office")]
    Superior,
}

impl Side {
    fn is_person(self) -> bool {
        self == Self::Person
    }
}

/// When it is: the day where the person's unit is, and the time.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) today: NaiveDate,
    pub(super) now: DateTime<Utc>,
}

/// The dialogue after a step. Only how a superior opens one is not told here, because for that earlier dialogues count
/// ([`super::StepDialogue`]).
pub(super) fn after(
    id: DialogueId,
    before: Option<&Dialogue>,
    step: &Step,
    side: Side,
    at: Moment,
) -> Result<Dialogue, Refusal> {
    has_begun(id, at.today)?;
    let Some(dialogue) = before else {
        let asked = || Dialogue::new(id, DialogueState::Asked);
        return if *step == Step::Open { Ok(asked()) } else { Err(Refusal::NotFound) };
    };
    match (step, dialogue.state) {
        (Step::Open, _) => Ok(dialogue.clone()),
        (Step::Reply { text }, _) => reply(dialogue, side, text),
        (_, DialogueState::Closed) => Err(fault(FeedbackFault::DialogueClosed)),
        (Step::Note { text, base }, _) => note(dialogue, side, text, *base),
        (_, DialogueState::Asked) => Err(fault(FeedbackFault::DialogueNotOpen)),
        (Step::Agree { action, text, due, doer }, _) => agree(dialogue, (*action, text), (*due, *doer), at.today),
        (Step::Withdraw { action }, _) => withdraw(dialogue, *action),
        (Step::Settle { action, done, explanation }, _) => settle(dialogue, *action, *done, explanation),
        (Step::Close { base }, _) => close(dialogue, side, *base, at),
    }
}

/// A quarter that has not begun has no dialogue.
pub(super) fn has_begun(id: DialogueId, today: NaiveDate) -> Result<(), Refusal> {
    let begun = id.quarter.first_day().is_some_and(|first| first <= today);
    if begun { Ok(()) } else { Err(fault(FeedbackFault::QuarterNotBegun)) }
}

pub(super) const fn fault(fault: FeedbackFault) -> Refusal {
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
    let own = if side.is_person() { &mut after.person_note } else { &mut after.superior_note };
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

fn close(dialogue: &Dialogue, side: Side, base: u32, at: Moment) -> Result<Dialogue, Refusal> {
    if side.is_person() {
        return Err(Refusal::NotAllowed);
    }
    if dialogue.rev != base {
        return Err(Refusal::ChangedSinceSeen);
    }
    if dialogue.actions.iter().any(|action| action.is_overdue(at.today)) {
        return Err(fault(FeedbackFault::ActionsOpen));
    }
    Ok(Dialogue { state: DialogueState::Closed, closed_at: Some(at.now), ..dialogue.clone() })
}

fn reply(dialogue: &Dialogue, side: Side, text: &str) -> Result<Dialogue, Refusal> {
    if !side.is_person() || dialogue.state != DialogueState::Closed || !dialogue.reply.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    let reply =
        wanted_text(text, NOTE_CHARACTERS_MAX).map_err(|refusal| missing(refusal, FeedbackFault::WordsMissing))?;
    Ok(Dialogue { reply, ..dialogue.clone() })
}
