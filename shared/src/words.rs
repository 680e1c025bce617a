//! A sentence in both languages. Indonesian first; English is one tap away.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

/// A refusal or notice as it travels: a code for programs, a sentence for people in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Spoken {
    /// Stable name of the reason, for programs and support.
    pub code: String,
    /// What happened, what is safe, what to do. Indonesian.
    pub id: String,
    /// The same in English.
    pub en: String,
}

impl Spoken {
    /// The sentence in the given language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Id => &self.id,
            Language::En => &self.en,
        }
    }
}
