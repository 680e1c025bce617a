//! Language, theme and build: what the boot file reads before the first paint, under the same names.

use shared::words::Language;

use super::Desk;
use super::core::set_if_new;
use crate::browser;
use crate::words::english;

const LANGUAGE: &str = "teladan.lang";
const THEME: &str = "teladan.theme";

/// The language chosen on this device; Indonesian when none was.
pub(super) fn language() -> Language {
    if browser::setting(LANGUAGE).as_deref() == Some("en") { Language::En } else { Language::Id }
}

impl Desk {
    /// Speaks this language from now on, also after the next start. English is fetched first; when it cannot be had, the screen stays as
    /// it is (false), and speaks English at the next start with a network.
    pub async fn set_language(self, language: Language) -> bool {
        let code = match language {
            Language::Id => "id",
            Language::En => "en",
        };
        browser::remember_setting(LANGUAGE, code);
        self.core().wished.set(language);
        self.speak().await
    }

    /// Speaks the chosen language, as soon as its words are here; false when they cannot be had. The document is told in `app`.
    pub(super) async fn speak(self) -> bool {
        let wish = || self.core().wished.get();
        if wish() == Language::En && !english::fetch().await {
            return false;
        }
        // Meanwhile the other one may have been chosen; Indonesian is always here.
        set_if_new(self.language, wish());
        true
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
