//! The server's clock: the one place that asks what time it is. Rules are told.

use chrono::{DateTime, Utc};

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}
