//! Slice *push*: when a device is told something while the app is closed, and how little it is told. Asked for by the person, one
//! device at a time; `docs/adr/0034-push.md`.
//!
//! - [`remind`]: a reminder at 15.30 where the person's unit is, on a working day without an entry;
//! - [`news`]: something has arrived for the person that they have not fetched.
//!
//! Rules only. Who subscribes, how it is encrypted and sent is the server's affair.

pub mod news;
pub mod remind;

use serde::{Deserialize, Serialize};

use crate::named::named;
use crate::words::Language;

named! {
    /// What a device is told. It says no more than this: no name, no word of anybody's.
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum Kind {
        /// There is no entry of today yet.
        Remind = "remind",
        /// Something new has arrived.
        News = "news",
    }
}

impl Kind {
    /// The page where it leads.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Remind => "/catat",
            Self::News => "/kabar",
        }
    }

    /// Seconds that a push service may keep it for a device that is switched off. A reminder of today is no use tonight.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        match self {
            Self::Remind => 2 * 3600,
            Self::News => 12 * 3600,
        }
    }
}

/// What travels to a device, encrypted for it alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it is told.
    pub kind: Kind,
    /// In which language.
    #[serde(default)]
    pub language: Language,
    /// The page where it leads.
    pub to: String,
}

impl Notice {
    /// What a device that speaks this language is told.
    #[must_use]
    pub fn new(kind: Kind, language: Language) -> Self {
        Self { kind, language, to: kind.path().to_owned() }
    }
}

/// What a device wants to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wishes {
    /// A reminder at 15.30.
    #[serde(default)]
    pub remind: bool,
    /// That something new has arrived.
    #[serde(default)]
    pub news: bool,
}

impl Wishes {
    /// Does it want to be told this?
    #[must_use]
    pub const fn want(self, kind: Kind) -> bool {
        match kind {
            Kind::Remind => self.remind,
            Kind::News => self.news,
        }
    }

    /// Does it want anything?
    #[must_use]
    pub const fn any(self) -> bool {
        self.remind || self.news
    }
}

/// `GET /api/push`: what this device has asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standing {
    /// The office's own key, by which push services know it: a P-256 point as base64url. None: this office sends nothing.
    #[serde(default)]
    pub key: Option<String>,
    /// What this device has asked for.
    #[serde(default)]
    pub wishes: Wishes,
}

/// `PUT /api/push`: a device's secret address at its push service, and what it wants to be told.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Subscribe {
    /// Where the push service takes messages for this device. Whoever knows it can make the device ring, so it is a secret.
    pub endpoint: String,
    /// The device's public key: a P-256 point of 65 bytes as base64url.
    pub p256dh: String,
    /// The device's shared secret: 16 bytes as base64url.
    pub auth: String,
    /// The language of the app on it: `id` or `en`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub language: Language,
    /// What it wants to be told.
    pub wishes: Wishes,
}

/// The address stays out of every journal.
impl std::fmt::Debug for Subscribe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subscribe").field("wishes", &self.wishes).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn a_notice_says_its_kind_and_where_it_leads_and_nothing_else() {
        let text = serde_json::to_string(&Notice::new(Kind::News, Language::En)).unwrap();
        assert_eq!(text, r#"{"kind":"news","language":"en","to":"/kabar"}"#);
        let text = serde_json::to_string(&Notice::new(Kind::Remind, Language::Id)).unwrap();
        assert_eq!(text, r#"{"kind":"remind","language":"id","to":"/catat"}"#);
    }

    #[test]
    fn an_address_is_not_shown_to_whoever_prints_a_subscription() {
        let subscribe = Subscribe {
            endpoint: "https://push.example/secret".to_owned(),
            p256dh: "key".to_owned(),
            auth: "shared".to_owned(),
            language: Language::Id,
            wishes: Wishes { remind: true, news: false },
        };
        let text = format!("{subscribe:?}");
        assert!(text.contains("remind: true") && !text.contains("secret") && !text.contains("shared"), "{text}");
    }
}
