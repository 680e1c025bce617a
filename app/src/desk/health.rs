//! How safe the device's storage is.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use super::{Desk, Health};
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
        }
    }
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
