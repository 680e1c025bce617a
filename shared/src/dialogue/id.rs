//! The name of a dialogue. There is one for each person and quarter, so they are its name: `{person}/{year}/{number}`. And the name
//! of what one reader hears of it.

use std::fmt;
use std::str::FromStr;

use super::Quarter;
use crate::ids::EmployeeId;
use crate::ids::composed::{NotAName, as_text, parts};

/// Whose dialogue, and of which quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DialogueId {
    /// Whose.
    pub person: EmployeeId,
    /// Of which quarter.
    pub quarter: Quarter,
}

impl fmt::Display for DialogueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.person, self.quarter.year, self.quarter.number)
    }
}

impl FromStr for DialogueId {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        let read = |[person, year, number]: [&str; 3]| {
            let quarter = Quarter { year: year.parse().ok()?, number: number.parse().ok()? };
            Some(Self { person: person.parse().ok()?, quarter })
        };
        parts(text).and_then(read).ok_or(NotAName)
    }
}

as_text!(DialogueId, "{person}/{year}/{number}");

/// Who hears of which dialogue: `{reader}/{person}/{year}/{number}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EchoId {
    /// Who hears of it.
    pub reader: EmployeeId,
    /// Of which dialogue.
    pub dialogue: DialogueId,
}

impl fmt::Display for EchoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.reader, self.dialogue)
    }
}

impl FromStr for EchoId {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        let (reader, dialogue) = text.split_once('/').ok_or(NotAName)?;
        Ok(Self { reader: reader.parse().map_err(|_| NotAName)?, dialogue: dialogue.parse()? })
    }
}

as_text!(EchoId, "{reader}/{person}/{year}/{number}");

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use uuid::Uuid;

    #[test]
    fn text_and_back() {
        let quarter = Quarter { year: 2026, number: 3 };
        let dialogue = DialogueId { person: EmployeeId(Uuid::from_u128(3)), quarter };
        let echo = EchoId { reader: EmployeeId(Uuid::from_u128(4)), dialogue };
        assert_eq!(echo.to_string(), format!("00000000-0000-0000-0000-000000000004/{dialogue}"));
        assert_eq!((dialogue.to_string().parse(), echo.to_string().parse()), (Ok(dialogue), Ok(echo)));
        for bad in [format!("{dialogue}/1"), "a/2026/3".to_owned(), format!("{}/2026", dialogue.person)] {
            assert_eq!(bad.parse::<DialogueId>(), Err(NotAName), "{bad}");
        }
        assert!(dialogue.to_string().parse::<EchoId>().is_err());
    }
}
