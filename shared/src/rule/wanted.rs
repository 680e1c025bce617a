//! Words that must be there, and not too many of them.

use crate::refusal::{OfficeFault, Refusal};

/// The text without blanks at its ends, and what is said of an empty one.
pub(crate) fn wanted_or(text: &str, characters_max: usize, missing: Refusal) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(missing) } else { wanted_text(text, characters_max) }
}

/// The name of a person, a unit, a goal or a counter.
pub(crate) fn wanted_name(text: &str, characters_max: usize) -> Result<String, Refusal> {
    wanted_or(text, characters_max, Refusal::Office(OfficeFault::NameMissing))
}

/// The words of an entry, without blanks at their ends; refused when empty or too long.
pub(crate) fn wanted_text(text: &str, characters_max: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if text.chars().count() > characters_max {
        return Err(Refusal::TextTooLong { characters_max });
    }
    Ok(text.to_owned())
}
