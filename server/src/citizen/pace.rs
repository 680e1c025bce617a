//! The brake on a flood of answers: so many per counter and minute. It counts answers at a counter, never persons, and
//! forgets with the process; each node brakes for itself.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use shared::ids::CounterId;

/// Answers that a counter takes at once, and again within a minute. A busy counter serves fewer people in an hour.
pub(super) const ANSWERS_PER_MINUTE: u32 = 60;

/// A bucket of answers for each counter, refilled evenly. Only counters that exist are asked about, so it stays small.
#[derive(Debug, Default)]
pub(super) struct Pace {
    buckets: Mutex<HashMap<CounterId, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    /// The moment at which it will be full again.
    full_at: Instant,
}

impl Pace {
    /// Takes one answer of this counter out of its bucket.
    ///
    /// # Errors
    /// The seconds to wait, when the bucket is empty.
    pub(super) fn take(&self, counter: CounterId, now: Instant) -> Result<(), u32> {
        let minute = Duration::from_secs(60);
        let each = minute / ANSWERS_PER_MINUTE;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = buckets.entry(counter).or_insert(Bucket { full_at: now });
        let full_at = bucket.full_at.max(now) + each;
        if full_at > now + minute {
            let wait = full_at - now - minute;
            return Err(u32::try_from(wait.as_secs()).unwrap_or(60) + 1);
        }
        bucket.full_at = full_at;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_holds_sixty_answers_of_each_counter() {
        let (pace, now) = (Pace::default(), Instant::now());
        let [here, there] = [1, 2].map(|id| CounterId(uuid::Uuid::from_u128(id)));
        for _ in 0..ANSWERS_PER_MINUTE {
            assert_eq!(pace.take(here, now), Ok(()));
        }
        assert!(pace.take(here, now).is_err_and(|seconds| (1..=2).contains(&seconds)));
        assert_eq!(pace.take(there, now), Ok(()));
        assert_eq!(pace.take(here, now + Duration::from_secs(1)), Ok(()));
        assert!(pace.take(here, now + Duration::from_secs(1)).is_err());
    }
}
