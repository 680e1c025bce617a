//! The brake on guessing passwords: a few wrong tries per NIP and minute, then a pause. In memory and forgotten soon.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::auth::token_hash;

/// Wrong tries before a pause.
const TRIES_MAX: u32 = 5;
/// Length of the pause, in seconds.
const PAUSE_SECONDS: u64 = 60;
/// NIPs watched before the memory is swept.
const WATCHED_MAX: usize = 10_000;

/// Remembers wrong tries under the hash of the NIP.
#[derive(Debug, Default)]
pub struct Brake {
    tries: Mutex<HashMap<String, (u32, Instant)>>,
}

impl Brake {
    /// Seconds to wait before this NIP may be tried again.
    #[must_use]
    pub fn must_wait(&self, nip: &str) -> Option<u32> {
        let tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, since) = tries.get(&token_hash(nip))?;
        let left = Duration::from_secs(PAUSE_SECONDS).checked_sub(since.elapsed())?;
        (*count >= TRIES_MAX).then(|| u32::try_from(left.as_secs() + 1).unwrap_or(60))
    }

    /// A wrong try.
    pub fn failed(&self, nip: &str) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() > WATCHED_MAX {
            tries.retain(|_, (_, since)| since.elapsed().as_secs() < PAUSE_SECONDS);
        }
        let (count, since) = tries.entry(token_hash(nip)).or_insert((0, Instant::now()));
        if since.elapsed().as_secs() >= PAUSE_SECONDS {
            *count = 0;
        }
        *count += 1;
        *since = Instant::now();
    }

    /// The right password: all is forgotten.
    pub fn succeeded(&self, nip: &str) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(&token_hash(nip));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_tries_make_a_pause_for_that_nip_only() {
        let brake = Brake::default();
        for _ in 0..TRIES_MAX {
            assert_eq!(brake.must_wait("a"), None);
            brake.failed("a");
        }
        assert!(brake.must_wait("a").is_some_and(|seconds| seconds <= 61));
        assert_eq!(brake.must_wait("b"), None);
        brake.succeeded("a");
        assert_eq!(brake.must_wait("a"), None);
    }
}
