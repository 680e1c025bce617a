//! The phone's clock and its pauses. Rules are told the time; this is where the telling starts.

use chrono::{DateTime, Utc};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;

/// The time, as the phone believes it to be.
#[must_use]
pub fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit into an i64 for all time to come")]
    let millis = js_sys::Date::now() as i64;
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// Waits for the work, but not for ever: `None` when the time is up.
pub(crate) async fn within<T>(pause_ms: u32, work: impl Future<Output = T>) -> Option<T> {
    let work = std::pin::pin!(work);
    match select(work, TimeoutFuture::new(pause_ms)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

/// How long to wait before try number `failures`, in milliseconds: 1, 2, 4 … 30 seconds.
pub(crate) fn backoff_ms(failures: u32) -> u32 {
    1_000_u32.saturating_mul(1 << failures.min(5)).min(30_000)
}
