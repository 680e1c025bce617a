//! Push: telling a device something while the app is closed, through the push service of its browser. What is told and when is the rule's
//! affair (`shared::push`); `docs/adr/0034-push.md` says what leaves the house.
//!
//! - [`address`]: the secret address of a device, checked; [`devices`]: who has which;
//! - [`seal`]: encryption for one device (RFC 8291); [`vapid`]: by what the push service knows this office (RFC 8292);
//! - [`send`]: the request itself; [`round`]: once a minute, whoever is to be told something.

pub mod address;
pub mod devices;
pub mod round;
pub mod seal;
pub mod send;
pub mod vapid;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::brake::Brake;
use crate::db::{Db, DbError};
use address::Hosts;
use vapid::Key;

/// Under which name the installation keeps its private key: among the secrets, outside the domain's log.
const SECRET: &str = "push-key";
/// Changes to subscriptions that a person may make in a minute.
const CHANGES_MAX: u32 = 20;
/// Longest wait for a push service, in seconds.
const ANSWER_SECONDS_MAX: u64 = 10;

/// Why this office cannot push.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// The database is out of reach.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The key that the database keeps is none.
    #[error("the key for push cannot be used")]
    Key,
    /// There is no randomness.
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    /// The client that speaks to push services could not be made.
    #[error("no client for push services: {0}")]
    Client(#[from] reqwest::Error),
}

/// How this office pushes.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Push services that are spoken to.
    pub hosts: Hosts,
    /// Where a push service finds whoever runs this office: its public address.
    pub contact: Option<String>,
}

/// What is needed to push.
#[derive(Debug)]
pub struct Push {
    key: Key,
    hosts: Hosts,
    contact: Option<String>,
    client: reqwest::Client,
    /// Slows down whoever subscribes again and again.
    pub brake: Brake,
}

impl Push {
    /// Reads the office's key, and makes it at the first start.
    ///
    /// # Errors
    /// The database is out of reach, or its key is none.
    pub async fn open(db: &Db, settings: Settings) -> Result<Self, PushError> {
        let fresh = URL_SAFE_NO_PAD.encode(vapid::fresh().ok_or(PushError::Key)?);
        let kept = db.secret(SECRET, &fresh).await?;
        let secret = URL_SAFE_NO_PAD.decode(kept).map_err(|_| PushError::Key)?;
        let key = Key::of(&secret).ok_or(PushError::Key)?;
        let patience = Duration::from_secs(ANSWER_SECONDS_MAX);
        // A push service answers itself; who leads elsewhere is none.
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(patience);
        let client = if settings.hosts.local { client.no_proxy() } else { client };
        let Settings { hosts, contact } = settings;
        Ok(Self { key, hosts, contact, client: client.build()?, brake: Brake::after(CHANGES_MAX) })
    }

    /// The office's public key, as browsers want it.
    #[must_use]
    pub fn public_key(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.public())
    }

    /// The push services that are spoken to.
    #[must_use]
    pub const fn hosts(&self) -> &Hosts {
        &self.hosts
    }
}
