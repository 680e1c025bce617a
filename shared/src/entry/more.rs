//! What an entry may say besides what was done, how much and when: how far it has come, where else it can be seen, and whether it
//! is one of the two kinds of work that an SKP asks for by name. Nothing here is ever compulsory.

mod evidence;
mod file;
mod special;

use serde::{Deserialize, Serialize};

pub use evidence::{FILE_BYTES_MAX, FILES_MAX, File, LINK_CHARACTERS_MAX, LINKS_MAX, host, is_file_name};
pub use file::FileKind;
pub use special::{Adoption, Part, SPECIAL_CHARACTERS_MAX, Special};

use crate::ids::{EntryId, TeamId};
use crate::named::named;
use crate::refusal::{Refusal, Unfit};

/// Characters allowed for what stands in the way.
pub const OBSTACLE_CHARACTERS_MAX: usize = 300;

named! {
    /// How far the work has come.
    #[derive(Default)]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(rename_all = "snake_case"))]
    pub enum Doing {
        /// Done. What is not said is done: an entry is about what was done.
        #[default]
        Done = "done",
        /// It goes on another day.
        Going = "going",
        /// Something stands in the way.
        Blocked = "blocked",
    }
}

impl Doing {
    /// Is it done?
    #[must_use]
    pub const fn is_done(&self) -> bool {
        matches!(self, Self::Done)
    }
}

/// The rest of what an entry says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct More {
    /// How far it has come.
    #[serde(default, skip_serializing_if = "Doing::is_done")]
    pub doing: Doing,
    /// What stands in the way; only of what is blocked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub obstacle: String,
    /// Evidence that lies elsewhere: addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Evidence: documents. Their bytes travel like those of photos.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<File>,
    /// An innovation, or a part in a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<special::Flat>))]
    pub special: Option<Special>,
    /// The entry that this one goes on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<EntryId>,
    /// The team across units for which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
}

impl More {
    /// Does it say nothing?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same as it is kept: without blanks around the words, and with an obstacle only where something is blocked.
    #[must_use]
    pub(crate) fn tidy(&self) -> Self {
        let mut tidy = self.clone();
        tidy.obstacle = if self.doing == Doing::Blocked { self.obstacle.trim().to_owned() } else { String::new() };
        tidy.links = self.links.iter().map(|link| link.trim().to_owned()).collect();
        tidy.special = self.special.as_ref().map(Special::tidy);
        tidy
    }

    /// What is wrong with it, on the phone as on the server.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if self.doing == Doing::Blocked && self.obstacle.trim().is_empty() {
            return Err(Unfit::ObstacleMissing.into());
        }
        if self.obstacle.chars().count() > OBSTACLE_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: OBSTACLE_CHARACTERS_MAX });
        }
        evidence::check(self)?;
        self.special.as_ref().map_or(Ok(()), Special::check)
    }

    /// Two revisions as one. Lists are sets, like photos; of the rest both may change, but not the same thing to something else:
    /// then there is none, and the person looks again.
    #[must_use]
    pub(crate) fn merged(base: &Self, theirs: &Self, mine: &Self) -> Option<Self> {
        let state = |more: &Self| (more.doing, more.obstacle.clone());
        let (doing, obstacle) = one(state(base), state(theirs), state(mine))?;
        Some(Self {
            doing,
            obstacle,
            links: set(&base.links, &theirs.links, &mine.links),
            files: set(&base.files, &theirs.files, &mine.files),
            special: one(&base.special, &theirs.special, &mine.special)?.clone(),
            follows: one(base.follows, theirs.follows, mine.follows)?,
            team: one(base.team, theirs.team, mine.team)?,
        })
    }
}

/// What is so after both have written; none when both have written something else.
fn one<T: PartialEq>(base: T, theirs: T, mine: T) -> Option<T> {
    if theirs == mine || mine == base {
        Some(theirs)
    } else if theirs == base {
        Some(mine)
    } else {
        None
    }
}

/// What either side added is in it; what either side took out is not.
fn set<T: PartialEq + Clone>(base: &[T], theirs: &[T], mine: &[T]) -> Vec<T> {
    let mut all: Vec<T> = theirs.iter().filter(|item| mine.contains(item) || !base.contains(item)).cloned().collect();
    all.extend(mine.iter().filter(|item| !base.contains(item) && !theirs.contains(item)).cloned());
    all
}

#[cfg(test)]
mod tests;
