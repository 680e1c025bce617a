//! The server's clock: the one place that asks what time it is. Rules are told.

use chrono::{DateTime, Utc};

tokio::task_local! {
    /// The moment at which a test stands.
    static MOMENT: DateTime<Utc>;
}

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    MOMENT.try_with(|moment| *moment).unwrap_or_else(|_| Utc::now())
}

/// Does the work as if it were this moment: for tests of days, quarters and years, which turn at night.
pub async fn at<F: Future>(moment: DateTime<Utc>, work: F) -> F::Output {
    MOMENT.scope(moment, work).await
}
