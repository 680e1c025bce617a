//! One request to a push service, and what its answer means. The journal hears of failures by host and status: an address is a secret, and
//! whose it is concerns nobody.

use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE};
use shared::push::{Kind, Notice};
use tracing::warn;

use super::Push;
use super::address::Device;
use super::seal::seal;
use crate::clock;

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The push service has taken it.
    Sent,
    /// There is no such device any more: forget it.
    Gone,
    /// It was not taken. Nobody tries again: what it speaks of stands in the app.
    Lost,
}

impl Push {
    /// Hands a notice to the push service of a device.
    pub async fn send(&self, device: &Device, notice: &Notice) -> Fate {
        let origin = device.url.origin().ascii_serialization();
        let words = serde_json::to_vec(notice).ok().and_then(|words| seal(&words, &device.keys));
        let word = self.key.authorization(&origin, self.contact.as_deref(), clock::now());
        let (Some(body), Some(word)) = (words, word) else {
            warn!("a notice could not be encrypted");
            return Fate::Lost;
        };
        let urgency = match notice.kind {
            Kind::Remind => "normal",
            Kind::News => "low",
        };
        let request = self
            .client
            .post(device.url.clone())
            .header(AUTHORIZATION, word)
            .header(CONTENT_TYPE, "application/octet-stream")
            .header(CONTENT_ENCODING, "aes128gcm")
            .header("ttl", notice.kind.seconds())
            .header("urgency", urgency)
            // One that still waits at the service is replaced by the next of its kind.
            .header("topic", notice.kind.to_string())
            .body(body);
        match request.send().await.map(|answer| answer.status()) {
            Ok(status) if status.is_success() => Fate::Sent,
            Ok(StatusCode::NOT_FOUND | StatusCode::GONE) => Fate::Gone,
            Ok(status) => {
                warn!(%origin, status = status.as_u16(), "a push service did not take a notice");
                Fate::Lost
            }
            Err(error) => {
                warn!(%origin, error = %error.without_url(), "a push service is out of reach");
                Fate::Lost
            }
        }
    }
}
