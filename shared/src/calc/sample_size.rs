//! How many people to ask, so that their answers speak for all.
#![doc = ""]
#![doc = include_str!("explain/sample_size.md")]

use std::num::NonZeroU64;

use crate::exact::half_up;

/// X² · P · Q = 3.841 · 0.5 · 0.5, in hundred-thousandths.
const SPREAD: u128 = 96_025;
/// d² = 0.05², in hundred-thousandths.
const ERROR_SQUARED: u128 = 250;

/// The sample of Krejcie and Morgan for this many people, in people.
#[must_use]
pub fn krejcie_morgan(population: NonZeroU64) -> u64 {
    let people = u128::from(population.get());
    let sample = half_up(SPREAD * people, ERROR_SQUARED * (people - 1) + SPREAD);
    // Never more than there are people, so it always fits.
    u64::try_from(sample).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn sample(population: u64) -> u64 {
        krejcie_morgan(NonZeroU64::new(population).unwrap())
    }

    #[test]
    fn the_published_table() {
        let table =
            [(10, 10), (20, 19), (50, 44), (100, 80), (400, 196), (1_000, 278), (10_000, 370), (1_000_000, 384)];
        for (population, expected) in table {
            assert_eq!(sample(population), expected, "{population}");
        }
        assert_eq!(sample(u64::MAX), 384);
    }

    #[test]
    fn it_never_exceeds_the_population_and_never_falls() {
        let mut before = 0;
        for population in (1..20_000).chain((20_000..3_000_000).step_by(997)) {
            let now = sample(population);
            assert!(now <= population && now >= before, "{population}: {before} then {now}");
            before = now;
        }
    }
}
