//! A dialogue goes into other hands: the superior has changed, or somebody stood in for a while. What was agreed is everybody's; what was
//! said stays between the person and the superior to whom it was said, and comes back when that one has the dialogue again.

use serde::{Deserialize, Serialize};

use super::{Dialogue, Note};
use crate::ids::EmployeeId;

/// What the person and one superior wrote, kept while another has the dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Talked {
    /// With whom.
    pub superior: EmployeeId,
    /// Their name then.
    #[serde(default)]
    pub superior_name: String,
    /// The person's words.
    #[serde(default)]
    pub person_note: Note,
    /// The superior's words.
    #[serde(default)]
    pub superior_note: Note,
}

impl Dialogue {
    /// The same in the hands of this superior. Nobody's words are lost, and nobody reads what was said to another.
    #[must_use]
    pub fn in_hands_of(self, superior: EmployeeId, name: &str) -> Self {
        let Some(before) = self.superior.filter(|before| *before != superior) else { return self };
        let mut earlier = self.earlier;
        let back = earlier.iter().position(|one| one.superior == superior).map(|at| earlier.remove(at));
        let (kept, superior_note) = back.map(|one| (one.person_note, one.superior_note)).unwrap_or_default();
        // The person writes to one after the other, so a version says to whom.
        let version = self.person_note.version.max(kept.version) + 1;
        if self.person_note.version + self.superior_note.version > 0 {
            let (superior_name, person_note, superior_note) =
                (self.superior_name, self.person_note, self.superior_note);
            earlier.push(Talked { superior: before, superior_name, person_note, superior_note });
        }
        Self {
            superior: Some(superior),
            superior_name: name.to_owned(),
            person_note: Note { version, ..kept },
            superior_note,
            earlier,
            ..self
        }
    }

    /// The same as `reader` may see it: the person sees everything; a superior what was agreed, and what the two of them said.
    #[must_use]
    pub fn for_reader(self, reader: EmployeeId) -> Self {
        if reader == self.id.person {
            return self;
        }
        let (superior, superior_name) = (self.superior, self.superior_name.clone());
        let own = superior.is_none_or(|superior| superior == reader);
        let seen = self.in_hands_of(reader, "");
        let reply = if own { seen.reply } else { String::new() };
        Self { superior, superior_name, reply, earlier: Vec::new(), ..seen }
    }
}
