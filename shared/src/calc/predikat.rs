//! Predikat kinerja pegawai: the quadrant of results and behaviour.
#![doc = ""]
#![doc = include_str!("explain/predikat.md")]

use crate::named::named;

named! {
    /// How results or behaviour compare with what was expected (BKN codes them 1, 2, 3).
    pub enum Rating {
        /// Di atas ekspektasi: above what was expected.
        Above = "atas",
        /// Sesuai ekspektasi: as expected.
        Meets = "sesuai",
        /// Di bawah ekspektasi: below what was expected.
        Below = "bawah",
    }

    /// The result of an evaluation, best first (BKN's quadrants 1 to 5).
    pub enum Predikat {
        /// Sangat Baik.
        SangatBaik = "SANGAT_BAIK",
        /// Baik.
        Baik = "BAIK",
        /// Butuh Perbaikan, also called Cukup.
        ButuhPerbaikan = "BUTUH_PERBAIKAN",
        /// Kurang; from the quadrant it means misconduct.
        Kurang = "KURANG",
        /// Sangat Kurang.
        SangatKurang = "SANGAT_KURANG",
    }
}

impl Predikat {
    /// The quadrant: only one cell is Sangat Baik, and results never rescue behaviour below expectation.
    #[must_use]
    pub const fn of(results: Rating, behaviour: Rating) -> Self {
        match (results, behaviour) {
            (Rating::Below, Rating::Below) => Self::SangatKurang,
            (Rating::Above | Rating::Meets, Rating::Below) => Self::Kurang,
            (Rating::Below, Rating::Meets | Rating::Above) => Self::ButuhPerbaikan,
            (Rating::Above, Rating::Above) => Self::SangatBaik,
            (Rating::Above, Rating::Meets) | (Rating::Meets, Rating::Meets | Rating::Above) => Self::Baik,
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::named::Named;

    #[test]
    fn all_nine_cells_of_the_quadrant() {
        let table = [
            ("atas", "atas", "SANGAT_BAIK"),
            ("atas", "sesuai", "BAIK"),
            ("atas", "bawah", "KURANG"),
            ("sesuai", "atas", "BAIK"),
            ("sesuai", "sesuai", "BAIK"),
            ("sesuai", "bawah", "KURANG"),
            ("bawah", "atas", "BUTUH_PERBAIKAN"),
            ("bawah", "sesuai", "BUTUH_PERBAIKAN"),
            ("bawah", "bawah", "SANGAT_KURANG"),
        ];
        for (results, behaviour, predikat) in table {
            assert_eq!(Predikat::of(results.parse().unwrap(), behaviour.parse().unwrap()).name(), predikat);
        }
    }

    #[test]
    fn a_better_rating_never_gives_a_worse_predikat() {
        for (at, better) in Rating::ALL.iter().enumerate() {
            for worse in &Rating::ALL[at..] {
                for other in Rating::ALL {
                    assert!(Predikat::of(*better, *other) <= Predikat::of(*worse, *other));
                    assert!(Predikat::of(*other, *better) <= Predikat::of(*other, *worse));
                }
            }
        }
    }
}
