//! Whole percents of things that cannot be divided, such as people.

/// A whole percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u16);

impl Percent {
    /// The most of `count` that does not exceed this share: 70 % of 15 is 10.
    #[must_use]
    pub const fn floor_of(self, count: u64) -> u64 {
        let share = count as u128 * self.0 as u128 / 100;
        // A share of at most 655 percent of a 64-bit count; more than that count is as good as all.
        if share > u64::MAX as u128 { u64::MAX } else { share as u64 }
    }

    /// The least of `count` that reaches this share: 10 % of 15 is 2.
    #[must_use]
    pub const fn ceil_of(self, count: u64) -> u64 {
        let share = (count as u128 * self.0 as u128).div_ceil(100);
        if share > u64::MAX as u128 { u64::MAX } else { share as u64 }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn the_distribution_vectors_of_the_domain_page() {
        for (count, max70, min60, max10, min10) in [(10, 7, 6, 1, 1), (20, 14, 12, 2, 2), (100, 70, 60, 10, 10)] {
            assert_eq!(Percent(70).floor_of(count), max70);
            assert_eq!(Percent(60).ceil_of(count), min60);
            assert_eq!(Percent(10).floor_of(count), max10);
            assert_eq!(Percent(10).ceil_of(count), min10);
        }
        assert_eq!((Percent(70).floor_of(15), Percent(10).ceil_of(15)), (10, 2));
        assert_eq!(Percent(100).floor_of(u64::MAX), u64::MAX);
    }
}
