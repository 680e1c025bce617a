//! Slice *dialogue*: dialog kinerja, the talk of a person and their superior in a quarter (PermenPANRB 6/2022, article 3).
//!
//! One row for each person and quarter. Asked, open, closed: the person may ask for it, the superior opens it, both write, both
//! agree on actions, the superior closes it and the person keeps the last word. What was agreed and not met comes along into the
//! next one. Only the two of them read it. It lies at the office; the phone of the person has a copy ([`Echo`]), no other phone and
//! no board has one, and citizens' words are not in it.

mod echo;
mod hands;
mod id;
#[cfg(feature = "office")]
mod office;
mod own;
mod quarter;
mod rule;
mod step;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use echo::{Deed, Echo};
pub use hands::Talked;
pub use id::{DialogueId, EchoId};
pub use own::OwnStep;
pub use quarter::Quarter;
pub use step::{Step, StepDialogue};

use crate::entry::Entry;
use crate::ids::{AgreedId, EmployeeId};

/// Characters allowed in a note, and in the person's last word.
pub const NOTE_CHARACTERS_MAX: usize = 4000;
/// Characters allowed in an action and in its explanation.
pub const ACTION_CHARACTERS_MAX: usize = 500;
/// Actions of one dialogue.
pub const ACTIONS_MAX: usize = 20;
/// So many quarters back an earlier dialogue is looked for: whoever was away for half a year still finds what was agreed.
pub const QUARTERS_BACK: usize = 4;

/// How far a dialogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DialogueState {
    /// The person asks for it.
    Asked,
    /// Both write and agree.
    Open,
    /// Locked.
    Closed,
}

/// What one side writes. Nobody writes into the other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Note {
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Counts its changes: two devices of the same person do not overwrite each other unseen.
    #[serde(default)]
    pub version: u32,
}

/// Who is to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// The person.
    Person,
    /// The superior: what they promised to clear away.
    Superior,
    /// Both.
    Both,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Not yet known.
    Open,
    /// Done.
    Done,
    /// Not met, with an explanation. It comes along into the next dialogue.
    NotMet,
}

/// An agreed action (tindak lanjut).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreed {
    /// Identity; it stays when the action is carried over.
    pub id: AgreedId,
    /// What is to be done.
    pub text: String,
    /// Until when.
    #[serde(with = "crate::stamp::day")]
    pub due: NaiveDate,
    /// By whom.
    pub doer: Doer,
    /// What became of it.
    pub state: ActionState,
    /// Why it was not met; of a carried one, why it was not met the last time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub explanation: String,
    /// The quarter in which it was agreed first; none when that is this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Quarter>,
}

impl Agreed {
    /// Its day has passed and nobody has said what became of it.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state == ActionState::Open && self.due < today
    }
}

/// The dialogue of one person in one quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dialogue {
    /// Whose, and of which quarter.
    pub id: DialogueId,
    /// How far it is.
    pub state: DialogueState,
    /// With whom: the superior who opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<EmployeeId>,
    /// The superior's name then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub superior_name: String,
    /// The person's words.
    #[serde(default)]
    pub person_note: Note,
    /// The superior's words.
    #[serde(default)]
    pub superior_note: Note,
    /// What was said with other superiors of this quarter, who had it before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Talked>,
    /// What both agreed on, carried ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Agreed>,
    /// When it was closed.
    #[serde(default, with = "crate::stamp::moment::opt", skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
    /// The person's last word about a closed dialogue; written once (acceptance PLB-8).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply: String,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Dialogue {
    /// A dialogue in which nothing has been said.
    #[must_use]
    pub fn new(id: DialogueId, state: DialogueState) -> Self {
        Self {
            id,
            state,
            superior: None,
            superior_name: String::new(),
            person_note: Note::default(),
            superior_note: Note::default(),
            earlier: Vec::new(),
            actions: Vec::new(),
            closed_at: None,
            reply: String::new(),
            rev: 0,
        }
    }

    /// What comes along from this dialogue into the next: everything that is not done, open again, with the quarter in which it
    /// was agreed first and the last explanation.
    #[must_use]
    pub fn carried(&self) -> Vec<Agreed> {
        let unmet = self.actions.iter().filter(|action| action.state != ActionState::Done);
        unmet
            .map(|action| Agreed {
                state: ActionState::Open,
                since: action.since.or(Some(self.id.quarter)),
                ..action.clone()
            })
            .collect()
    }
}

/// The dialogues of one person as the two of them read them: what the door answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DialoguePage {
    /// Whose.
    pub person: EmployeeId,
    /// Their name.
    pub name: String,
    /// Their superior's name now; empty where there is none.
    #[serde(default)]
    pub superior_name: String,
    /// Does the reader assess the person? Else it is the person.
    #[serde(default)]
    pub leads: bool,
    /// The quarter that runs today, where the person's unit is.
    pub quarter: Quarter,
    /// Newest first.
    #[serde(default)]
    pub dialogues: Vec<Dialogue>,
    /// Entries of the shown quarters that are to be talked about.
    #[serde(default)]
    pub flagged: Vec<Entry>,
}

/// How far the dialogue of one person is: a line in the superior's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DialogueLine {
    /// Whose.
    pub person: EmployeeId,
    /// Their name.
    pub name: String,
    /// Their position.
    #[serde(default)]
    pub position: String,
    /// How far; none where nobody has asked yet.
    #[serde(default)]
    pub state: Option<DialogueState>,
    /// Actions that are not marked yet.
    #[serde(default)]
    pub open_actions: u32,
}

/// The dialogues of this quarter with everybody whom the reader assesses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DialogueList {
    /// Which quarter.
    pub quarter: Quarter,
    /// By name.
    #[serde(default)]
    pub lines: Vec<DialogueLine>,
}
