//! Language, theme and build: what the boot file reads before the first paint, under the same names.

use leptos::prelude::*;
use shared::words::Language;

use super::Desk;
use crate::browser;

const LANGUAGE: &str = "teladan.lang";
const THEME: &str = "teladan.theme";

/// The language chosen on this device; Indonesian when none was.
pub(super) fn language() -> Language {
    if browser::setting(LANGUAGE).as_deref() == Some("en") { Language::En } else { Language::Id }
}

impl Desk {
    /// Speaks this language from now on, also after the next start.
    pub fn set_language(self, language: Language) {
        let code = match language {
            Language::Id => "id",
            Language::En => "en",
        };
        browser::remember_setting(LANGUAGE, code);
        if let Some(root) = browser::root() {
            let _ = root.set_attribute("lang", code);
        }
        self.language.set(language);
    }

    /// Wears this theme from now on: `auto`, `light`, `dark` or `contrast`.
    pub fn set_theme(theme: &str) {
        browser::remember_setting(THEME, theme);
        let Some(root) = browser::root() else { return };
        let _ = match theme {
            "light" | "dark" | "contrast" => root.set_attribute("data-theme", theme),
            _ => root.remove_attribute("data-theme"),
        };
    }

    /// The theme chosen on this device: `auto`, `light`, `dark` or `contrast`.
    #[must_use]
    pub fn theme() -> String {
        browser::setting(THEME).unwrap_or_else(|| "auto".to_owned())
    }

    /// Uses the new build that waits. The page loads again.
    pub fn update_now() {
        browser::announce("teladan:update-now");
    }
}
