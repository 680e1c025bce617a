//! The pattern in which predikat may be spread over a unit, given how the unit itself did.
#![doc = ""]
#![doc = include_str!("explain/distribution.md")]

use serde::Serialize;

use super::predikat::Predikat;
use crate::named::{Named, named};
use crate::percent::Percent;

named! {
    /// How the organisation did.
    pub enum Organisasi {
        /// Istimewa: more than was agreed with the leader.
        Istimewa = "ISTIMEWA",
        /// Baik.
        Baik = "BAIK",
        /// Butuh Perbaikan, also called Cukup.
        ButuhPerbaikan = "BUTUH_PERBAIKAN",
        /// Kurang.
        Kurang = "KURANG",
        /// Sangat Kurang: most action plans show no progress.
        SangatKurang = "SANGAT_KURANG",
    }
}

/// How many people have each predikat, in the order of [`Predikat::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts(pub [u32; Predikat::ALL.len()]);

impl Counts {
    fn of(&self, predikat: Predikat) -> u64 {
        self.0.get(predikat.place()).copied().unwrap_or(0).into()
    }

    fn all(&self) -> u64 {
        self.0.iter().map(|count| u64::from(*count)).sum()
    }
}

/// A line of the decree that is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// Its name: `BAIK_MAX_70`, `LOW_MUST_EXIST`.
    pub rule: String,
    /// How many people it allows or asks for.
    pub limit: u64,
    /// How many there are.
    pub actual: u64,
}

/// One line of the decree's table.
#[derive(Clone, Copy)]
enum Line {
    /// At most this share, rounded down.
    Max(Predikat, Percent),
    /// At least this share, rounded up.
    Min(Predikat, Percent),
    /// Somebody is Butuh Perbaikan or Kurang.
    LowMustExist,
    /// At least this share is Butuh Perbaikan or Kurang, rounded up.
    LowMin(Percent),
    /// Nobody is Sangat Baik.
    SangatBaikNone,
}

/// The lines for an organisation, in the order of the decree.
const fn lines(organisasi: Organisasi) -> &'static [Line] {
    use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik, SangatKurang};
    match organisasi {
        Organisasi::Istimewa => &[Line::Max(SangatBaik, Percent(70))],
        Organisasi::Baik => &[Line::Max(Baik, Percent(70)), Line::LowMustExist],
        Organisasi::ButuhPerbaikan => &[Line::Min(ButuhPerbaikan, Percent(60)), Line::Max(SangatBaik, Percent(10))],
        Organisasi::Kurang => &[
            Line::Min(Kurang, Percent(60)),
            Line::Min(ButuhPerbaikan, Percent(10)),
            Line::Max(SangatBaik, Percent(10)),
        ],
        Organisasi::SangatKurang => {
            &[Line::Min(SangatKurang, Percent(60)), Line::LowMin(Percent(10)), Line::SangatBaikNone]
        }
    }
}

impl Line {
    /// What of it is not kept.
    fn breach(self, counts: &Counts) -> Option<Breach> {
        let people = counts.all();
        let low = counts.of(Predikat::ButuhPerbaikan) + counts.of(Predikat::Kurang);
        let (rule, limit, actual, kept): (_, _, _, fn(u64, u64) -> bool) = match self {
            Self::Max(predikat, share) => {
                let name = format!("{predikat}_MAX_{}", share.0);
                (name, share.floor_of(people), counts.of(predikat), |actual, limit| actual <= limit)
            }
            Self::Min(predikat, share) => {
                let name = format!("{predikat}_MIN_{}", share.0);
                (name, share.ceil_of(people), counts.of(predikat), |actual, limit| actual >= limit)
            }
            Self::LowMustExist => ("LOW_MUST_EXIST".to_owned(), 1, low, |actual, limit| actual >= limit),
            Self::LowMin(share) => {
                (format!("LOW_MIN_{}", share.0), share.ceil_of(people), low, |actual, limit| actual >= limit)
            }
            Self::SangatBaikNone => {
                let name = format!("{}_NONE", Predikat::SangatBaik);
                (name, 0, counts.of(Predikat::SangatBaik), |actual, limit| actual <= limit)
            }
        };
        (!kept(actual, limit)).then_some(Breach { rule, limit, actual })
    }
}

/// The lines of the decree that these counts do not keep. It is guidance: shown with a request for a reason, never a lock.
#[must_use]
pub fn breaches(organisasi: Organisasi, counts: &Counts) -> Vec<Breach> {
    lines(organisasi).iter().filter_map(|line| line.breach(counts)).collect()
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn broken(organisasi: Organisasi, counts: [u32; 5]) -> Vec<String> {
        let breaches = breaches(organisasi, &Counts(counts));
        breaches.iter().map(|b| format!("{} {} {}", b.rule, b.limit, b.actual)).collect()
    }

    #[test]
    fn every_line_of_the_decree() {
        use Organisasi::{Baik, ButuhPerbaikan, Istimewa, Kurang, SangatKurang};
        let table: [(Organisasi, [u32; 5], &[&str]); 13] = [
            (Istimewa, [7, 3, 0, 0, 0], &[]),
            (Istimewa, [8, 2, 0, 0, 0], &["SANGAT_BAIK_MAX_70 7 8"]),
            (Baik, [4, 14, 2, 0, 0], &[]),
            (Baik, [5, 15, 0, 0, 0], &["BAIK_MAX_70 14 15", "LOW_MUST_EXIST 1 0"]),
            (Baik, [5, 14, 0, 0, 1], &["LOW_MUST_EXIST 1 0"]),
            (Baik, [0; 5], &["LOW_MUST_EXIST 1 0"]),
            (ButuhPerbaikan, [1, 3, 6, 0, 0], &[]),
            (ButuhPerbaikan, [2, 3, 5, 0, 0], &["BUTUH_PERBAIKAN_MIN_60 6 5", "SANGAT_BAIK_MAX_10 1 2"]),
            (Kurang, [0, 3, 1, 6, 0], &[]),
            (Kurang, [2, 3, 0, 5, 0], &["KURANG_MIN_60 6 5", "BUTUH_PERBAIKAN_MIN_10 1 0", "SANGAT_BAIK_MAX_10 1 2"]),
            (SangatKurang, [0, 3, 0, 1, 6], &[]),
            (SangatKurang, [0, 3, 1, 0, 6], &[]),
            (SangatKurang, [1, 4, 0, 0, 5], &["SANGAT_KURANG_MIN_60 6 5", "LOW_MIN_10 1 0", "SANGAT_BAIK_NONE 0 1"]),
        ];
        for (organisasi, counts, expected) in table {
            assert_eq!(broken(organisasi, counts), expected, "{organisasi} {counts:?}");
        }
    }
}
