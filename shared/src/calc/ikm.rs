//! IKM: the index of citizens' satisfaction.
#![doc = ""]
#![doc = include_str!("explain/ikm.md")]

use std::num::NonZeroU128;

use crate::exact::Rounded;
use crate::named::{Named, named};
use crate::response::Score;

named! {
    /// What a questionnaire asks about. Known by name and never by number: sources swap the last two.
    pub enum Element {
        /// Requirements.
        Persyaratan = "persyaratan",
        /// System, mechanism and procedure.
        Prosedur = "prosedur",
        /// Time to completion.
        Waktu = "waktu",
        /// Costs and tariffs.
        Biaya = "biaya",
        /// Product as specified for the service.
        Produk = "produk",
        /// Competence of those who serve.
        Kompetensi = "kompetensi",
        /// Behaviour of those who serve.
        Perilaku = "perilaku",
        /// Handling of complaints, suggestions and comments.
        Pengaduan = "pengaduan",
        /// Facilities.
        Sarana = "sarana",
    }

    /// The weight of each element.
    pub enum Weight {
        /// One ninth, exactly.
        Exact = "exact",
        /// As some spreadsheets have it; the most that can be reached is then 99.90.
        Thousandths = "0.111",
        /// As others have it; the most that can be reached is then 99.00.
        Hundredths = "0.11",
    }

    /// Quality of the service, by bands of the rounded IKM.
    pub enum Mutu {
        /// Sangat baik, from 88.31.
        A = "A",
        /// Baik, from 76.61.
        B = "B",
        /// Kurang baik, from 65.00.
        C = "C",
        /// Tidak baik, below.
        D = "D",
    }
}

/// How many elements there are.
pub const ELEMENTS: usize = Element::ALL.len();

/// One questionnaire, in the order of [`Element::ALL`]. What was not answered is none.
pub type Questionnaire = [Option<Score>; ELEMENTS];

/// Sums over questionnaires. Takes any number of them one by one and keeps none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    complete: u64,
    excluded: u64,
    sums: [u64; ELEMENTS],
}

impl Tally {
    /// Counts one more. One with a gap is excluded from every figure, and counted as such.
    pub fn add(&mut self, questionnaire: &Questionnaire) {
        if questionnaire.iter().any(Option::is_none) {
            self.excluded += 1;
            return;
        }
        self.complete += 1;
        for (sum, score) in self.sums.iter_mut().zip(questionnaire) {
            *sum += score.map_or(0, |score| u64::from(score.get()));
        }
    }
}

/// The figures of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ikm {
    /// Complete questionnaires.
    pub complete: u64,
    /// Questionnaires with a gap.
    pub excluded: u64,
    /// NRR: the mean of each element, in the order of [`Element::ALL`], 1 to 4.
    pub means: [Rounded<4>; ELEMENTS],
    /// The weighed sum of the means, about 1 to 4.
    pub index: Rounded<4>,
    /// The index times 25, from the exact index.
    pub ikm: Rounded<2>,
    /// The band of the rounded IKM.
    pub mutu: Mutu,
}

/// There is no complete questionnaire, so there is no mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no complete questionnaire")]
pub struct NoCompleteResponse;

impl Ikm {
    /// The figures of what was counted.
    ///
    /// # Errors
    /// Nothing complete was counted.
    pub fn of(tally: &Tally, weight: Weight) -> Result<Self, NoCompleteResponse> {
        let people = NonZeroU128::new(tally.complete.into()).ok_or(NoCompleteResponse)?;
        let total: u128 = tally.sums.iter().map(|sum| u128::from(*sum)).sum();
        let (share, of) = weight.fraction();
        let denominator = people.saturating_mul(of);
        let ikm = Rounded::of(total * share * 25, denominator);
        Ok(Self {
            complete: tally.complete,
            excluded: tally.excluded,
            means: tally.sums.map(|sum| Rounded::of(sum.into(), people)),
            index: Rounded::of(total * share, denominator),
            mutu: Mutu::of(&ikm),
            ikm,
        })
    }
}

impl Weight {
    /// Numerator and denominator.
    #[expect(clippy::unwrap_used, reason = "constants: a denominator of zero does not compile")]
    const fn fraction(self) -> (u128, NonZeroU128) {
        match self {
            Self::Exact => (1, NonZeroU128::new(9).unwrap()),
            Self::Thousandths => (111, NonZeroU128::new(1_000).unwrap()),
            Self::Hundredths => (11, NonZeroU128::new(100).unwrap()),
        }
    }
}

impl Mutu {
    /// The band of an IKM that is already rounded: between the bands there are gaps at the third decimal.
    #[must_use]
    pub fn of(ikm: &Rounded<2>) -> Self {
        match ikm {
            ikm if ikm.reaches(8_831) => Self::A,
            ikm if ikm.reaches(7_661) => Self::B,
            ikm if ikm.reaches(6_500) => Self::C,
            _ => Self::D,
        }
    }
}

#[cfg(test)]
mod tests;
