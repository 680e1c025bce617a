//! What goes through the queue of one's own phone, also without a network: the person's part of their dialogue, and that its news
//! were read. What a superior does goes straight to the office, as [`super::StepDialogue`].
//!
//! The command is flat and its rule on the phone is short, because every phone loads both before it shows anything. The page of
//! the dialogue asks the whole rule, [`OwnStep::after`], before it saves.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::rule::{Moment, Side, after};
use super::{Deed, Dialogue, DialogueId, Doer, EchoId, Step};
use crate::change::Change;
use crate::ids::AgreedId;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::scope::Scope;

/// Command `dialogue.own`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnStep {
    /// Which dialogue. All but reading is for the person whose it is.
    pub dialogue: DialogueId,
    /// What is done.
    pub deed: Deed,
    /// The words: of the note, of the action, why it was not met, or the last word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The version of the note that was seen; of news, how many were.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub base: u32,
    /// Which action; a new id for one that is agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<AgreedId>,
    /// Until when it is to be done.
    #[serde(default, with = "crate::stamp::day::opt", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doer: Option<Doer>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl OwnStep {
    /// A deed without anything else.
    #[must_use]
    pub const fn new(dialogue: DialogueId, deed: Deed) -> Self {
        Self { dialogue, deed, text: String::new(), base: 0, action: None, due: None, doer: None }
    }

    /// The same as this step of the person.
    #[must_use]
    pub fn of(dialogue: DialogueId, step: Step) -> Self {
        let own = |deed| Self::new(dialogue, deed);
        match step {
            Step::Open => own(Deed::Open),
            Step::Note { text, base } => Self { text, base, ..own(Deed::Note) },
            Step::Agree { action, text, due, doer } => {
                Self { text, action: Some(action), due: Some(due), doer: Some(doer), ..own(Deed::Agree) }
            }
            Step::Withdraw { action } => Self { action: Some(action), ..own(Deed::Withdraw) },
            Step::Settle { action, done: true, .. } => Self { action: Some(action), ..own(Deed::Done) },
            Step::Settle { action, done: false, explanation: text } => {
                Self { text, action: Some(action), ..own(Deed::NotMet) }
            }
            Step::Close { base } => Self { base, ..own(Deed::Close) },
            Step::Reply { text } => Self { text, ..own(Deed::Reply) },
        }
    }

    /// As a step in the dialogue; none for what is none, or lacks a part.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        let (text, base) = (self.text.clone(), self.base);
        Some(match self.deed {
            Deed::Open => Step::Open,
            Deed::Note => Step::Note { text, base },
            Deed::Agree => Step::Agree { action: self.action?, text, due: self.due?, doer: self.doer? },
            Deed::Withdraw => Step::Withdraw { action: self.action? },
            Deed::Done => Step::Settle { action: self.action?, done: true, explanation: String::new() },
            Deed::NotMet => Step::Settle { action: self.action?, done: false, explanation: text },
            Deed::Close => Step::Close { base },
            Deed::Reply => Step::Reply { text },
            Deed::Read => return None,
        })
    }

    /// The dialogue after this step of the person, as far as the phone knows. `today` is the day where their unit is.
    ///
    /// # Errors
    /// The refusal that the office would give.
    pub fn after(&self, before: Option<&Dialogue>, today: NaiveDate, now: DateTime<Utc>) -> Result<Dialogue, Refusal> {
        let step = self.step().ok_or(Refusal::NotFound)?;
        after(self.dialogue, before, &step, Side::Person, Moment { today, now })
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        if self.deed == Deed::Read {
            return self.echo(ctx).map(Key::from).into_iter().collect();
        }
        #[cfg(feature = "office")]
        {
            self.as_step().map(|step| step.needs(rows, ctx)).unwrap_or_default()
        }
        #[cfg(not(feature = "office"))]
        {
            let _ = rows;
            Vec::new()
        }
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        if self.deed == Deed::Read {
            return self.read(rows, ctx);
        }
        if !ctx.actor.is(self.dialogue.person) {
            return Err(Refusal::NotFound);
        }
        #[cfg(feature = "office")]
        {
            self.as_step().ok_or(Refusal::NotFound)?.decide(rows, ctx)
        }
        #[cfg(not(feature = "office"))]
        {
            // The page has asked, and lays what waits over what is known.
            Ok(Vec::new())
        }
    }

    #[cfg(feature = "office")]
    fn as_step(&self) -> Option<super::StepDialogue> {
        let DialogueId { person, quarter } = self.dialogue;
        Some(super::StepDialogue { person, quarter, step: self.step()? })
    }

    fn echo(&self, ctx: &Ctx) -> Option<EchoId> {
        let dialogue = self.dialogue;
        ctx.actor.employee().map(|reader| EchoId { reader, dialogue })
    }

    fn read(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let echo = self.echo(ctx).and_then(|id| rows.echo(id)).ok_or(Refusal::NotFound)?;
        if echo.read >= self.base.min(echo.told) {
            return Ok(Vec::new());
        }
        let read = echo.read_up_to(self.base);
        Ok(vec![Change::put(Row::Echo(read), [Scope::Own(echo.id.reader)])])
    }
}
