//! What came in from the form, and whether it is an answer.

use shared::refusal::Refusal;
use shared::response::{Score, TEXT_CHARACTERS_MAX};
use uuid::Uuid;

/// What was chosen and typed, complete or not; a page can be drawn from it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Identity of the answer, minted with the page.
    pub(super) id: Uuid,
    /// The face.
    pub(super) score: Option<Score>,
    /// The words.
    pub(super) text: String,
}

impl Typed {
    /// An empty form.
    pub(super) fn fresh() -> Self {
        Self { id: Uuid::now_v7(), score: None, text: String::new() }
    }

    /// The fields of a form. What is missing or unreadable counts as left empty; of a field sent twice the last one counts.
    pub(super) fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::fresh();
        for (name, value) in fields {
            match name.as_str() {
                // Only an id that a page of ours can have minted; others would let one answer stand in for another.
                "jawaban" => typed.id = Uuid::parse_str(&value).ok().filter(is_minted).unwrap_or(typed.id),
                "nilai" => typed.score = value.parse().ok().and_then(|number: u8| Score::try_from(number).ok()),
                "cerita" => typed.text = tidy(&value),
                _ => {}
            }
        }
        typed
    }

    /// The same, as another answer.
    pub(super) fn anew(self) -> Self {
        Self { id: Uuid::now_v7(), ..self }
    }

    /// The face, if all is there and short enough.
    ///
    /// # Errors
    /// What is missing or too long. Asked before the writer is, because the writer keeps its verdict for ever and the
    /// same form has to be able to come again.
    pub(super) fn checked(&self) -> Result<Score, Refusal> {
        if self.text.chars().count() > TEXT_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
        }
        self.score.ok_or(Refusal::ScoreUnknown)
    }
}

fn is_minted(id: &Uuid) -> bool {
    id.get_version_num() == 7
}

/// Lines end as one character, as the browser counted them, and nothing invisible is kept.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Typed {
        Typed::read(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_face_is_enough() {
        let id = Uuid::now_v7();
        let typed = read(&[("jawaban", &id.to_string()), ("nilai", "4"), ("cerita", " ")]);
        assert_eq!((typed.id, typed.checked().map(Score::get), typed.text.as_str()), (id, Ok(4), ""));
    }

    #[test]
    fn what_cannot_be_read_counts_as_left_empty() {
        for number in ["", "0", "5", "empat", "-1", "300"] {
            assert_eq!(read(&[("nilai", number)]).checked(), Err(Refusal::ScoreUnknown));
        }
        assert_ne!(read(&[("jawaban", &Uuid::nil().to_string())]).id, Uuid::nil());
    }

    #[test]
    fn characters_are_counted_as_the_browser_counts_them() {
        let lines = "a\r\n".repeat(249) + "ab";
        assert!(read(&[("nilai", "1"), ("cerita", &lines)]).checked().is_ok());
        let long = "ꦲ".repeat(501);
        let typed = read(&[("nilai", "1"), ("cerita", &long)]);
        assert_eq!(typed.checked(), Err(Refusal::TextTooLong { characters_max: 500 }));
        assert_eq!(typed.text, long);
    }
}
