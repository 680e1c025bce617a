//! The time, as far as this phone knows it, and its pauses. Rules are told the time; this is where the telling starts.
//!
//! Phones are a day off more often than one would think, and then today's work would be written down for tomorrow and refused. Every
//! answer of the office says what time it is there, so a phone that is off goes by the office from then on. Nothing is ever ordered or
//! merged by it.

use std::cell::Cell;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;

/// A phone that is off by less goes by itself: an answer takes seconds, and a minute changes no date that somebody would miss.
const OFF_MS_MIN: i64 = 120_000;

thread_local! {
    /// What must be added to the phone's clock.
    static BEHIND_MS: Cell<i64> = const { Cell::new(0) };
}

/// The time: the phone's, set right by what the office said last since this start.
#[must_use]
pub fn now() -> DateTime<Utc> {
    device() + TimeDelta::milliseconds(BEHIND_MS.get())
}

/// The office has said what time it is there. True when that moves the time noticeably.
pub(crate) fn hear(office: DateTime<Utc>) -> bool {
    let behind = (office - device()).num_milliseconds();
    let before = BEHIND_MS.replace(if behind.abs() < OFF_MS_MIN { 0 } else { behind });
    (BEHIND_MS.get() - before).abs() >= OFF_MS_MIN
}

/// The time, as the phone believes it to be.
fn device() -> DateTime<Utc> {
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
