//! Angka kredit: what a predikat is worth for the career of a functional post.
#![doc = ""]
#![doc = include_str!("explain/angka_kredit.md")]

use std::num::NonZeroU128;

use super::predikat::Predikat;
use crate::exact::Rounded;
use crate::named::named;
use crate::percent::Percent;

named! {
    /// Level of a functional post.
    pub enum Jenjang {
        /// Pemula, skill track.
        Pemula = "pemula",
        /// Terampil, skill track.
        Terampil = "terampil",
        /// Mahir, skill track.
        Mahir = "mahir",
        /// Penyelia, skill track.
        Penyelia = "penyelia",
        /// Ahli Pertama, expert track.
        AhliPertama = "ahli_pertama",
        /// Ahli Muda, expert track.
        AhliMuda = "ahli_muda",
        /// Ahli Madya, expert track.
        AhliMadya = "ahli_madya",
        /// Ahli Utama, expert track.
        AhliUtama = "ahli_utama",
    }
}

impl Jenjang {
    /// Coefficient for a whole year, in hundredths.
    const fn coefficient_hundredths(self) -> u128 {
        match self {
            Self::Pemula => 375,
            Self::Terampil => 500,
            Self::Mahir | Self::AhliPertama => 1_250,
            Self::Penyelia | Self::AhliMuda => 2_500,
            Self::AhliMadya => 3_750,
            Self::AhliUtama => 5_000,
        }
    }
}

/// Months of a period of evaluation: 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "u8")]
pub struct Months(u8);

/// The number is not 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("months are 1 to 12")]
pub struct NotMonths;

impl TryFrom<u8> for Months {
    type Error = NotMonths;
    fn try_from(number: u8) -> Result<Self, NotMonths> {
        if (1..=12).contains(&number) { Ok(Self(number)) } else { Err(NotMonths) }
    }
}

impl Predikat {
    /// The share of the coefficient that this predikat earns.
    #[must_use]
    pub const fn share(self) -> Percent {
        Percent(match self {
            Self::SangatBaik => 150,
            Self::Baik => 100,
            Self::ButuhPerbaikan => 75,
            Self::Kurang => 50,
            Self::SangatKurang => 25,
        })
    }
}

/// Hundredths of a percentage of a twelfth: what the exact product is counted in.
const DENOMINATOR: NonZeroU128 = NonZeroU128::new(100 * 100 * 12).unwrap();

/// Angka kredit of one period, two decimals.
#[must_use]
pub fn angka_kredit(jenjang: Jenjang, predikat: Predikat, months: Months) -> Rounded<2> {
    let product = jenjang.coefficient_hundredths() * u128::from(predikat.share().0) * u128::from(months.0);
    Rounded::of(product, DENOMINATOR)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::named::Named;

    fn credit(jenjang: Jenjang, predikat: Predikat, months: u8) -> String {
        angka_kredit(jenjang, predikat, months.try_into().unwrap()).to_string()
    }

    #[test]
    fn the_whole_table_of_a_year() {
        let table = [
            ["5.63", "3.75", "2.81", "1.88", "0.94"],
            ["7.50", "5.00", "3.75", "2.50", "1.25"],
            ["18.75", "12.50", "9.38", "6.25", "3.13"],
            ["37.50", "25.00", "18.75", "12.50", "6.25"],
            ["18.75", "12.50", "9.38", "6.25", "3.13"],
            ["37.50", "25.00", "18.75", "12.50", "6.25"],
            ["56.25", "37.50", "28.13", "18.75", "9.38"],
            ["75.00", "50.00", "37.50", "25.00", "12.50"],
        ];
        for (jenjang, row) in Jenjang::ALL.iter().zip(table) {
            for (predikat, expected) in Predikat::ALL.iter().zip(row) {
                assert_eq!(credit(*jenjang, *predikat, 12), expected, "{jenjang} {predikat}");
            }
        }
    }

    #[test]
    fn parts_of_a_year() {
        assert_eq!(credit(Jenjang::AhliPertama, Predikat::Baik, 2), "2.08");
        assert_eq!(credit(Jenjang::AhliMuda, Predikat::SangatBaik, 3), "9.38");
        assert!([0, 13, 255].iter().all(|number| Months::try_from(*number).is_err()));
    }
}
