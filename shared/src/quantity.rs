//! How much was done: a count or a decimal with at most two places, held as whole hundredths so that sums are exact.

use serde::{Deserialize, Serialize};

/// An amount in the measure of its indicator (berkas, orang, laporan). One hundredth is the smallest step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Quantity(i64);

/// Largest amount one entry or target may carry: a hundred million.
pub const QUANTITY_MAX: Quantity = Quantity(10_000_000_000);

impl Quantity {
    /// Nothing yet.
    pub const ZERO: Self = Self(0);

    /// A whole count.
    #[must_use]
    pub const fn whole(count: i64) -> Self {
        Self(count.saturating_mul(100))
    }

    /// Reads what a person typed: `7`, `1,5`, `1.5`, `1.250,75`. A comma is the decimal sign; a dot is one only when
    /// it stands alone before one or two digits. `None` when it is not an amount.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(' ', "");
        let (whole, part) = match (text.rsplit_once(','), text.rsplit_once('.')) {
            (Some((whole, part)), _) => (whole.replace('.', ""), part.to_owned()),
            (None, Some((whole, part))) if part.len() <= 2 && !whole.contains('.') => {
                (whole.to_owned(), part.to_owned())
            }
            _ => (text.replace('.', ""), String::new()),
        };
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(&whole) || !digits(&part) || part.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let part: i64 = format!("{part:0<2}").parse().ok()?;
        Some(Self(whole.checked_mul(100)?.checked_add(part)?))
    }

    /// Whole hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// More than nothing, and not more than [`QUANTITY_MAX`].
    #[must_use]
    pub fn is_countable(self) -> bool {
        self > Self::ZERO && self <= QUANTITY_MAX
    }

    /// The sum; stops at the largest number instead of wrapping.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference; never below zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).max(0))
    }

    /// `part` of `whole` of it, rounded down: in whole pieces when it is whole itself, else in hundredths.
    #[must_use]
    pub fn share(self, part: i64, whole: i64) -> Self {
        let step: i64 = if self.0 % 100 == 0 { 100 } else { 1 };
        let pieces = i128::from(self.0 / step) * i128::from(part.max(0)) / i128::from(whole.max(1));
        Self(i64::try_from(pieces).unwrap_or(i64::MAX).saturating_mul(step))
    }

    /// Which part of `target` this is, in whole percent, rounded down so that 100 means reached; capped at 100.
    #[must_use]
    pub fn percent_of(self, target: Self) -> u8 {
        if target.0 <= 0 {
            return 0;
        }
        let percent = i128::from(self.0) * 100 / i128::from(target.0);
        u8::try_from(percent.clamp(0, 100)).unwrap_or(100)
    }
}

impl std::fmt::Display for Quantity {
    /// As written in Indonesian: dots between thousands, a comma before decimals: `1.250,5`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = (self.0 / 100).to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        match self.0 % 100 {
            0 => Ok(()),
            part if part % 10 == 0 => write!(f, ",{}", part / 10),
            part => write!(f, ",{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn reads_what_people_type() {
        let table = [
            ("7", Some("7")),
            (" 1,5 ", Some("1,5")),
            ("1.5", Some("1,5")),
            ("1.250,75", Some("1.250,75")),
            ("1.250", Some("1.250")),
            ("0,05", Some("0,05")),
            ("", None),
            ("-3", None),
            ("1,234", None),
            ("tujuh", None),
            ("99999999999999999999", None),
        ];
        for (typed, shown) in table {
            assert_eq!(Quantity::parse(typed).map(|q| q.to_string()).as_deref(), shown, "{typed}");
        }
    }

    #[test]
    fn percent_reaches_hundred_only_when_done() {
        assert_eq!(Quantity::whole(249).percent_of(Quantity::whole(250)), 99);
        assert_eq!(Quantity::whole(250).percent_of(Quantity::whole(250)), 100);
        assert_eq!(Quantity::whole(900).percent_of(Quantity::whole(250)), 100);
        assert_eq!(Quantity::whole(1).percent_of(Quantity::ZERO), 0);
    }
}
