//! How safe the device's storage is, and how often the sync found something that should be rare.

use shared::sync::phone::Note;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use super::{Desk, Health, Rare};
use crate::browser;

impl Desk {
    /// Asks the browser. What it does not tell stays unknown.
    pub async fn health(self) -> Health {
        let estimate = estimate().await;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes, never negative")]
        let bytes = |count: Option<f64>| count.map(|count| count as u64);
        Health {
            persisted: persisted().await,
            usage_bytes: bytes(estimate.as_ref().and_then(StorageEstimate::get_usage)),
            quota_bytes: bytes(estimate.as_ref().and_then(StorageEstimate::get_quota)),
            offline_ready: browser::property(&["navigator", "serviceWorker", "controller"]).is_some(),
            build: self.core().build.clone(),
            encrypted: self.home().is_none_or(|home| home.own.is_encrypted()),
            rare: rare(),
        }
    }
}

/// Under which name the counts are kept: renumbered, restored, mismatched.
const RARE: &str = "teladan.rare";

fn rare() -> Rare {
    let kept = browser::setting(RARE).unwrap_or_default();
    let mut counts = kept.split(' ').map(|count| count.parse().unwrap_or(0));
    let mut next = || counts.next().unwrap_or(0);
    Rare { renumbered: next(), restored: next(), mismatched: next() }
}

/// One more.
pub(super) fn count(note: Note) {
    let mut rare = rare();
    let count = match note {
        Note::Renumbered => &mut rare.renumbered,
        Note::Restored => &mut rare.restored,
        Note::Mismatch(_) => &mut rare.mismatched,
    };
    *count = count.saturating_add(1);
    let counts = [rare.renumbered, rare.restored, rare.mismatched].map(|count| count.to_string());
    browser::remember_setting(RARE, &counts.join(" "));
}

fn storage() -> Option<StorageManager> {
    browser::property(&["navigator", "storage"]).map(JsCast::unchecked_into)
}

async fn persisted() -> Option<bool> {
    JsFuture::from(storage()?.persisted().ok()?).await.ok()?.as_bool()
}

async fn estimate() -> Option<StorageEstimate> {
    JsFuture::from(storage()?.estimate().ok()?).await.ok().map(JsCast::unchecked_into)
}
