//! What the screen says. One table ([`table`]), two languages side by side: a missing sentence is a compile error.
//!
//! Sentences with numbers have marks, `{0}` and `{1}`, and are filled by [`fill`]. Dates and times are in `format`.

use shared::words::Language;

/// A struct with one field per sentence, and its two tables. Parts that are tables themselves stand in the braces.
macro_rules! words {
    (
        #[doc = $doc:literal]
        $table:ident { $($part:ident: $kind:ty = ($part_id:expr, $part_en:expr)),* }
        $($name:ident: $id:literal, $en:literal;)+
    ) => {
        #[doc = $doc]
        pub struct $table {
            /// Which language.
            pub language: shared::words::Language,
            $(/// The sentences of a part.
            pub $part: $kind,)*
            $(#[doc = $id] pub $name: &'static str,)+
        }

        /// Bahasa Indonesia.
        pub static ID: $table =
            $table { language: shared::words::Language::Id, $($part: $part_id,)* $($name: $id,)+ };

        /// English.
        pub static EN: $table =
            $table { language: shared::words::Language::En, $($part: $part_en,)* $($name: $en,)+ };
    };
}

mod boards;
pub mod day;
mod dialogue;
mod echo;
pub(crate) mod english;
mod feedback;
mod inside;
pub mod manage;
mod merge;
pub mod notices;
pub mod people;
mod plan;
mod table;
mod team;
mod teams;

pub use boards::BoardWords;
pub use dialogue::DialogueWords;
pub use echo::EchoWords;
pub use feedback::FeedbackWords;
pub use inside::InsideWords;
pub use merge::MergeWords;
pub use plan::PlanWords;
pub use table::Words;
pub use team::TeamWords;
pub use teams::TeamsWords;

use english::English;

/// A table in a language. English lies in a part of its own, and nothing is English before that is here (`Desk::set_language`).
fn pick<T>(language: Language, id: &'static T, en: fn(&'static English) -> &'static T) -> &'static T {
    match language {
        Language::Id => id,
        Language::En => english::known().map_or(id, en),
    }
}

/// A table that reads like a field of [`Words`], but whose text lies with the pages that say it: only they come by here.
macro_rules! apart {
    ($($text:ident: $table:ident = $part:ident;)+) => {$(
        #[doc = concat!("The way to [`", stringify!($table), "`] in the same language.")]
        #[derive(Clone, Copy)]
        pub struct $text(Language);

        impl std::ops::Deref for $text {
            type Target = $table;

            fn deref(&self) -> &$table {
                pick(self.0, &$part::ID, |english| english.$part)
            }
        }
    )+};
}

apart! {
    TeamText: TeamWords = team;
    MergeText: MergeWords = merge;
    PlanText: PlanWords = plan;
}

/// The table of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    pick(language, &table::ID, |english| english.table)
}

/// What Kabar says of dialogues and plans in a language.
#[must_use]
pub fn echo_words(language: Language) -> &'static EchoWords {
    pick(language, &echo::ID, |english| english.echo)
}

/// What the boards of units say in a language.
#[must_use]
pub fn board_words(language: Language) -> &'static BoardWords {
    pick(language, &boards::ID, |english| english.boards)
}

/// What the pages of the dialogue say in a language.
#[must_use]
pub fn dialogue_words(language: Language) -> &'static DialogueWords {
    pick(language, &dialogue::ID, |english| english.dialogue)
}

/// What the pages of feedback say in a language.
#[must_use]
pub fn feedback_words(language: Language) -> &'static FeedbackWords {
    pick(language, &feedback::ID, |english| english.feedback)
}

/// What the pages of teams across units say in a language.
#[must_use]
pub fn teams_words(language: Language) -> &'static TeamsWords {
    pick(language, &teams::ID, |english| english.teams)
}

/// The sentence with its marks filled in.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((mark, behind)) = after.split_once('}') else { break };
        filled.push_str(mark.parse().ok().and_then(|at: usize| values.get(at).copied()).unwrap_or_default());
        // A name may end with the dot of a title, "M.Si."; the dot of the sentence is the same one.
        rest = if filled.ends_with('.') { behind.strip_prefix('.').unwrap_or(behind) } else { behind };
    }
    filled.push_str(rest);
    filled
}

/// So many of something: `one` for exactly one, else `many`. In Indonesian both are the same word.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

impl Words {
    /// "3 catatan".
    #[must_use]
    pub fn entries(&self, number: usize) -> String {
        count(number, self.entry_one, self.entry_many)
    }

    /// "2 foto".
    #[must_use]
    pub fn photos(&self, number: usize) -> String {
        count(number, self.photo_one, self.photo_many)
    }

    /// "3 catatan, 1 pesan dan 2 foto".
    #[must_use]
    pub fn list(&self, mut parts: Vec<String>) -> String {
        let Some(last) = parts.pop() else { return String::new() };
        if parts.is_empty() {
            return last;
        }
        [parts.join(", ").as_str(), " ", self.and, " ", &last].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_in_any_order() {
        assert_eq!(fill("{1} of {0}", &["22", "19"]), "19 of 22");
        assert_eq!(fill("plain", &[]), "plain");
        assert_eq!(fill("Dibaca oleh {0}.", &["Basri, M.Si."]), "Dibaca oleh Basri, M.Si.");
    }

    #[test]
    fn lists_read_aloud() {
        let w = words(Language::Id);
        assert_eq!(w.list(vec![w.entries(3), w.photos(2)]), "3 catatan dan 2 foto");
        assert_eq!(w.list(vec![w.entries(1)]), "1 catatan");
        assert_eq!(w.list(Vec::new()), "");
    }
}
