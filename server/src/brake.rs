//! The brake on guessing: a few wrong passwords per NIP and minute, then a pause; and so many wrong codes of televisions, from
//! wherever they come. In memory and forgotten soon.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::auth::token_hash;

/// Wrong tries before a pause.
const TRIES_MAX: u32 = 5;
/// Length of the pause, in seconds.
const PAUSE_SECONDS: u64 = 60;
/// NIPs watched before the memory is swept.
const WATCHED_MAX: usize = 10_000;

/// How many, and when the last one was.
type Tries = HashMap<String, (u32, Instant)>;

/// Remembers tries under the hash of a name: wrong passwords under the NIP, or another word for what is tried.
#[derive(Debug)]
pub struct Brake {
    tries_max: u32,
    tries: Mutex<Tries>,
}

impl Default for Brake {
    fn default() -> Self {
        Self::after(TRIES_MAX)
    }
}

impl Brake {
    /// One that brakes after so many tries in a minute.
    #[must_use]
    pub fn after(tries_max: u32) -> Self {
        Self { tries_max, tries: Mutex::default() }
    }

    /// Counts a try before it is known how it ends, so that many at once are as slow as one after another. Whoever learns that it was
    /// none, by [`Brake::taken_back`], or that it was the right one, by [`Brake::succeeded`], says so.
    ///
    /// # Errors
    /// There were too many: the seconds to wait before this NIP may be tried again.
    pub fn begin(&self, nip: &str) -> Result<(), u32> {
        let (mut tries, name) = (self.tries(), token_hash(nip));
        match self.left(&tries, &name) {
            Some(seconds) => Err(seconds),
            None => {
                count(&mut tries, name);
                Ok(())
            }
        }
    }

    /// A try that has begun was none: nobody has looked whether it is right, or it was not there to be guessed.
    pub fn taken_back(&self, nip: &str) {
        if let Some((count, _)) = self.tries().get_mut(&token_hash(nip)) {
            *count = count.saturating_sub(1);
        }
    }

    /// The right password: all is forgotten.
    pub fn succeeded(&self, nip: &str) {
        self.tries().remove(&token_hash(nip));
    }

    fn tries(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn left(&self, tries: &Tries, name: &str) -> Option<u32> {
        let (count, since) = tries.get(name)?;
        let left = Duration::from_secs(PAUSE_SECONDS).checked_sub(since.elapsed())?;
        (*count >= self.tries_max).then(|| u32::try_from(left.as_secs() + 1).unwrap_or(60))
    }
}

fn count(tries: &mut Tries, name: String) {
    if tries.len() > WATCHED_MAX {
        tries.retain(|_, (_, since)| since.elapsed().as_secs() < PAUSE_SECONDS);
    }
    let (count, since) = tries.entry(name).or_insert((0, Instant::now()));
    if since.elapsed().as_secs() >= PAUSE_SECONDS {
        *count = 0;
    }
    *count += 1;
    *since = Instant::now();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A brake with no try left for `a`.
    fn tried_out() -> Brake {
        let brake = Brake::default();
        for _ in 0..TRIES_MAX {
            assert_eq!(brake.begin("a"), Ok(()));
        }
        assert!(brake.begin("a").is_err_and(|seconds| seconds <= 61));
        brake
    }

    #[test]
    fn five_wrong_tries_make_a_pause_for_that_nip_only() {
        let brake = tried_out();
        assert_eq!(brake.begin("b"), Ok(()));
        brake.succeeded("a");
        assert_eq!(brake.begin("a"), Ok(()));
    }

    #[test]
    fn a_try_counts_before_it_has_ended_and_no_more_when_it_was_none() {
        let brake = tried_out();
        brake.taken_back("a");
        assert_eq!(brake.begin("a"), Ok(()));
        assert!(brake.begin("a").is_err());
        brake.succeeded("a");
        brake.taken_back("a");
        assert_eq!(brake.begin("a"), Ok(()));
    }
}
