//! Is the service twice as fast as it was? ("hingga setengah")
#![doc = ""]
#![doc = include_str!("explain/halving.md")]

use crate::exact::{Decimal, Fraction};

/// Days that cases took, at least one case; kept in order, so that the median is at hand.
#[derive(Clone, Debug)]
pub struct Durations(Vec<Fraction>);

impl Durations {
    /// From days in any order; none when there is no case.
    #[must_use]
    pub fn new(days: &[Decimal]) -> Option<Self> {
        let mut sorted: Vec<Fraction> = days.iter().map(Decimal::fraction).collect();
        sorted.sort_unstable();
        (!sorted.is_empty()).then_some(Self(sorted))
    }

    /// The middle one, or the mean of the two in the middle.
    #[must_use]
    pub fn median(&self) -> Fraction {
        let (below, above) = (&self.0[(self.0.len() - 1) / 2], &self.0[self.0.len() / 2]);
        below.plus(above).half()
    }
}

/// How the medians of two periods compare.
#[derive(Clone, Debug)]
pub struct Halving {
    /// Of the period that is compared with.
    pub baseline_median: Fraction,
    /// Of the period in question.
    pub current_median: Fraction,
    /// The second by the first.
    pub ratio: Fraction,
}

impl Halving {
    /// None when the baseline's median is zero: nothing is half of no time.
    #[must_use]
    pub fn of(baseline: &Durations, current: &Durations) -> Option<Self> {
        let (baseline_median, current_median) = (baseline.median(), current.median());
        let ratio = current_median.over(&baseline_median)?;
        Some(Self { baseline_median, current_median, ratio })
    }

    /// At most one half, compared before anything is rounded.
    #[must_use]
    pub fn achieved(&self) -> bool {
        self.ratio <= Decimal::whole(1).fraction().half()
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn days(list: &[&str]) -> Durations {
        Durations::new(&list.iter().map(|text| text.parse().unwrap()).collect::<Vec<_>>()).unwrap()
    }

    fn halved(baseline: &[&str], current: &[&str]) -> (String, String, String, bool) {
        let h = Halving::of(&days(baseline), &days(current)).unwrap();
        let text = |fraction: &Fraction| fraction.rounded::<2>().to_string();
        (text(&h.baseline_median), text(&h.current_median), text(&h.ratio), h.achieved())
    }

    #[test]
    fn the_median_decides_and_is_compared_before_rounding() {
        let case = |a: &str, b: &str, c: &str, d| (a.to_owned(), b.to_owned(), c.to_owned(), d);
        assert_eq!(
            halved(&["4", "6", "8", "10", "12"], &["2", "3", "4", "5", "9"]),
            case("8.00", "4.00", "0.50", true)
        );
        assert_eq!(halved(&["12", "4"], &["4.001", "4"]), case("8.00", "4.00", "0.50", false));
        assert_eq!(halved(&["8"], &["4.00000000000000000001"]), case("8.00", "4.00", "0.50", false));
        assert_eq!(halved(&["1", "2"], &["0"]), case("1.50", "0.00", "0.00", true));
    }

    #[test]
    fn nothing_is_half_of_no_time() {
        assert!(Halving::of(&days(&["0", "0", "9"]), &days(&["1"])).is_none());
        assert!(Durations::new(&[]).is_none());
    }
}
