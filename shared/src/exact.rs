//! Exact arithmetic for figures that somebody will recompute: decimals as written, and one rounding at the end.
//!
//! No floats anywhere: 0.1 has no float, and 88.245 as a float rounds to the wrong mark.

use num_bigint::BigUint;
use num_integer::Integer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal number not below zero, exactly as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The digits without the dot.
    units: BigUint,
    /// How many of them stood behind the dot.
    places: u32,
}

/// Most characters a decimal may have. Nobody measures days to a hundred digits; an attacker sends a million.
pub const DECIMAL_CHARACTERS_MAX: usize = 100;

/// The text is not a decimal number: digits, perhaps a dot and more digits, nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number with a dot, not below zero, of at most {DECIMAL_CHARACTERS_MAX} characters")]
pub struct NotADecimal;

impl std::str::FromStr for Decimal {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if text.len() > DECIMAL_CHARACTERS_MAX || !digits(whole) || !digits(part) {
            return Err(NotADecimal);
        }
        let units = BigUint::parse_bytes(format!("{whole}{part}").as_bytes(), 10).ok_or(NotADecimal)?;
        Ok(Self { units, places: u32::try_from(part.len()).map_err(|_| NotADecimal)? })
    }
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self { units: number.into(), places: 0 }
    }

    /// As a fraction.
    #[must_use]
    pub fn fraction(&self) -> Fraction {
        Fraction { numerator: self.units.clone(), denominator: BigUint::from(10_u32).pow(self.places) }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// From a JSON string; a JSON number has been a float on its way here.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A number not below zero as numerator and denominator. The denominator is never zero.
#[derive(Clone, Debug)]
pub struct Fraction {
    numerator: BigUint,
    denominator: BigUint,
}

impl Fraction {
    /// `numerator / denominator`, or none when there is nothing to divide by.
    #[must_use]
    pub fn new(numerator: BigUint, denominator: BigUint) -> Option<Self> {
        (denominator != BigUint::ZERO).then_some(Self { numerator, denominator })
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let numerator = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Self { numerator, denominator: &self.denominator * &other.denominator }
    }

    /// The product with a whole number.
    #[must_use]
    pub fn times(&self, factor: u32) -> Self {
        Self { numerator: &self.numerator * factor, denominator: self.denominator.clone() }
    }

    /// A half of it.
    #[must_use]
    pub fn half(&self) -> Self {
        Self { numerator: self.numerator.clone(), denominator: &self.denominator * 2_u32 }
    }

    /// A hundredth of it.
    #[must_use]
    pub fn hundredth(&self) -> Self {
        Self { numerator: self.numerator.clone(), denominator: &self.denominator * 100_u32 }
    }

    /// The quotient, or none when `other` is zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        Self::new(&self.numerator * &other.denominator, &self.denominator * &other.numerator)
    }

    /// Rounded half up to `PLACES` decimals: the last step of a calculation, done once.
    #[must_use]
    pub fn rounded<const PLACES: u32>(&self) -> Rounded<PLACES> {
        let scaled = &self.numerator * BigUint::from(10_u32).pow(PLACES);
        Rounded(half_up(scaled, self.denominator.clone()))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

/// The nearest whole number to `numerator / denominator`; a half goes up. The denominator must not be zero.
#[must_use]
pub fn half_up<T: Integer + Clone>(numerator: T, denominator: T) -> T {
    let two = T::one() + T::one();
    (numerator * two.clone() + denominator.clone()).div_floor(&(denominator * two))
}

/// A figure as it is shown, stored and compared with bands: rounded to `PLACES` decimals, at least one and at most 19. In JSON a
/// string with a dot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rounded<const PLACES: u32>(BigUint);

impl<const PLACES: u32> Rounded<PLACES> {
    /// `numerator / denominator`, rounded half up. For counted things, whose sums are far below 2^100.
    #[must_use]
    pub fn of(numerator: u128, denominator: std::num::NonZeroU128) -> Self {
        Self(half_up(numerator * 10_u128.pow(PLACES), denominator.get()).into())
    }

    /// At least this many units of the last decimal: 6500 for 65.00 with two.
    #[must_use]
    pub fn reaches(&self, units: u32) -> bool {
        self.0 >= BigUint::from(units)
    }
}

impl<const PLACES: u32> std::fmt::Display for Rounded<PLACES> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = usize::try_from(PLACES).unwrap_or(0);
        // Nearly every figure is small, and a survey of a million lines writes eleven million of them.
        if let Ok(units) = u64::try_from(&self.0) {
            let one = 10_u64.pow(PLACES);
            return write!(f, "{}.{:0>width$}", units / one, units % one);
        }
        let (whole, part) = self.0.div_rem(&BigUint::from(10_u32).pow(PLACES));
        write!(f, "{whole}.{part:0>width$}")
    }
}

impl<const PLACES: u32> Serialize for Rounded<PLACES> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_half_goes_up_once_and_at_the_end() {
        let table =
            [("88.245", "88.25"), ("88.2449999999999999999", "88.24"), ("0.005", "0.01"), ("119.995", "120.00")];
        for (text, expected) in table {
            assert_eq!(decimal(text).fraction().rounded::<2>().to_string(), expected, "{text}");
        }
        assert_eq!([half_up(5_u128, 2), half_up(4, 3), half_up(0, 7)], [3, 1, 0]);
    }

    #[test]
    fn only_plain_decimals_are_read() {
        for bad in ["", ".5", "5.", "1,5", "+1", "-1", "1e3", " 1", "1.2.3", "١", "NaN", &"9".repeat(101)] {
            assert_eq!(bad.parse::<Decimal>(), Err(NotADecimal), "{bad}");
        }
        assert_eq!(decimal("007.50").fraction(), decimal("7.5").fraction());
        assert!(serde_json::from_str::<Decimal>("7.5").is_err());
    }

    #[test]
    fn order_is_exact_behind_every_decimal() {
        assert!(decimal("0.50000000000000000001").fraction() > decimal("0.5").fraction());
        assert_eq!(decimal("1").fraction().over(&decimal("0.0").fraction()), None);
        assert_eq!(decimal("0.1").fraction().plus(&decimal("0.2").fraction()), decimal("0.3").fraction());
    }
}
