//! Feedback that can be acted on: what was done, what it led to, what comes next (acceptance DMI-9).

use serde::{Deserialize, Serialize};

use crate::refusal::{FeedbackFault, Refusal};

/// Characters allowed in each of the three.
pub const SHAPE_CHARACTERS_MAX: usize = 300;

/// Behaviour, impact, next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shape {
    /// What was seen, not what kind of person did it.
    pub behaviour: String,
    /// What it led to, for citizens or the team.
    pub impact: String,
    /// What to keep or to change.
    pub next: String,
}

impl Shape {
    /// The same without blanks at the ends.
    ///
    /// # Errors
    /// One of the three is missing or too long: two of three are no shape, and free words would say it better.
    pub(crate) fn checked(&self) -> Result<Self, Refusal> {
        let parts = [&self.behaviour, &self.impact, &self.next];
        if parts.iter().any(|part| part.trim().is_empty()) {
            return Err(Refusal::Feedback(FeedbackFault::ShapeIncomplete));
        }
        if parts.iter().any(|part| part.trim().chars().count() > SHAPE_CHARACTERS_MAX) {
            return Err(Refusal::TextTooLong { characters_max: SHAPE_CHARACTERS_MAX });
        }
        let [behaviour, impact, next] = parts.map(|part| part.trim().to_owned());
        Ok(Self { behaviour, impact, next })
    }

    /// The three in one line, for whoever does not know of shapes.
    #[must_use]
    pub fn in_words(&self) -> String {
        [self.behaviour.as_str(), &self.impact, &self.next].join(" ")
    }
}
