//! Chance that repeats: the same seed gives the same city.

use shared::chance::splitmix64;

/// A stream of numbers.
#[derive(Debug)]
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    const fn next(&mut self) -> u64 {
        splitmix64(&mut self.state)
    }

    /// A number below `limit`, by multiplication rather than remainder: without a visible lean for the small limits here.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.next()) * limit as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `from` to `until`, both included.
    pub(super) fn between(&mut self, from: usize, until: usize) -> usize {
        from + self.below(until.saturating_sub(from) + 1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    /// One of several; the default of an empty list.
    pub(super) fn pick<T: Copy + Default>(&mut self, all: &[T]) -> T {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_splitmix64() {
        // The published vector for seed 1234567.
        let mut chance = Chance::new(1_234_567);
        assert_eq!([chance.next(), chance.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
        assert!((0..1000).all(|_| chance.below(7) < 7 && (3..=5).contains(&chance.between(3, 5))));
        assert_eq!(chance.pick::<u8>(&[]), 0);
    }
}
