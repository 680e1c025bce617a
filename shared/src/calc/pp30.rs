//! The numeric scheme of PP 30/2019, for agencies that keep numbers beside the quadrant.
#![doc = ""]
#![doc = include_str!("explain/score_pp30.md")]

use crate::exact::{Decimal, Rounded};
use crate::named::named;

named! {
    /// The predikat of this scheme, best first. Its middle is called Cukup.
    pub enum Band {
        /// 110 to 120, and a new idea that is of use to the organisation or the state.
        SangatBaik = "SANGAT_BAIK",
        /// From 90.
        Baik = "BAIK",
        /// From 70.
        Cukup = "CUKUP",
        /// From 50.
        Kurang = "KURANG",
        /// Below 50.
        SangatKurang = "SANGAT_KURANG",
    }
}

/// How behaviour was assessed, which decides the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// By the superior alone: 70 % SKP, 30 % behaviour.
    Superior,
    /// With the opinions of peers and direct subordinates: 60 % SKP, 40 % behaviour.
    WithPeers,
}

/// No achievement counts for more.
const CAP: u32 = 120;

/// The weighed score, two decimals.
#[must_use]
pub fn score(skp: &Decimal, behaviour: &Decimal, weighing: Weighing) -> Rounded<2> {
    let (of_skp, of_behaviour) = match weighing {
        Weighing::Superior => (70, 30),
        Weighing::WithPeers => (60, 40),
    };
    let cap = Decimal::whole(CAP).fraction();
    let capped = |value: &Decimal| value.fraction().min(cap.clone());
    let hundredfold = capped(skp).times(of_skp).plus(&capped(behaviour).times(of_behaviour));
    hundredfold.hundredth().rounded()
}

impl Band {
    /// The band of a rounded score; `new_idea` opens the highest.
    #[must_use]
    pub fn of(score: &Rounded<2>, new_idea: bool) -> Self {
        match score {
            score if score.reaches(11_000) && new_idea => Self::SangatBaik,
            score if score.reaches(9_000) => Self::Baik,
            score if score.reaches(7_000) => Self::Cukup,
            score if score.reaches(5_000) => Self::Kurang,
            _ => Self::SangatKurang,
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn weights_cap_and_bands() {
        use Weighing::{Superior, WithPeers};
        let table = [
            ("118", "112", Superior, true, "116.20", Band::SangatBaik),
            ("118", "112", WithPeers, false, "115.60", Band::Baik),
            ("71", "68", Superior, false, "70.10", Band::Cukup),
            ("71", "68", WithPeers, false, "69.80", Band::Kurang),
            ("150", "80", Superior, true, "108.00", Band::Baik),
            ("999", "999", WithPeers, true, "120.00", Band::SangatBaik),
            ("89.995", "89.995", Superior, false, "90.00", Band::Baik),
            ("89.9949", "89.9949", Superior, false, "89.99", Band::Cukup),
            ("50", "50", Superior, false, "50.00", Band::Kurang),
            ("49.99", "49.99", Superior, false, "49.99", Band::SangatKurang),
            ("0", "0", WithPeers, false, "0.00", Band::SangatKurang),
        ];
        for (skp, behaviour, weighing, new_idea, expected, band) in table {
            let score = score(&skp.parse().unwrap(), &behaviour.parse().unwrap(), weighing);
            assert_eq!((score.to_string().as_str(), Band::of(&score, new_idea)), (expected, band), "{skp} {behaviour}");
        }
    }
}
