//! The line of `ikm`. Questionnaires are counted as they are read, so a long line costs its own length and nothing more.

use chrono::NaiveDate;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::read::keyed;
use super::{Form, Problem};
use crate::calc::ikm::{ELEMENTS, Element, Ikm, Mutu, Questionnaire, Tally, Weight};
use crate::exact::Rounded;
use crate::named::Named;
use crate::response::Score;

pub(super) const EXAMPLE: &str = concat!(
    r#"{"responses":[{"persyaratan":4,"prosedur":3,"waktu":4,"biaya":4,"produk":3,"kompetensi":4,"#,
    r#""perilaku":4,"pengaduan":3,"sarana":3}],"weight":"exact"}"#
);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(deserialize_with = "tally")]
    responses: Tally,
    weight: Option<Weight>,
}

fn tally<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tally, D::Error> {
    deserializer.deserialize_seq(Counting)
}

struct Counting;

impl<'de> Visitor<'de> for Counting {
    type Value = Tally;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of questionnaires")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Tally, A::Error> {
        let mut tally = Tally::default();
        while let Some(Answers(answers)) = all.next_element()? {
            tally.add(&answers);
        }
        Ok(tally)
    }
}

/// One questionnaire. `null` and an absent name both mean: not answered.
struct Answers(Questionnaire);

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answers: [Option<Option<Score>>; ELEMENTS] = keyed::<Element, _, _, _>(deserializer)?;
        Ok(Self(answers.map(Option::flatten)))
    }
}

#[derive(Serialize)]
pub(super) struct Told {
    n: u64,
    excluded: u64,
    nrr: Means,
    index: Rounded<4>,
    ikm: Rounded<2>,
    mutu: Mutu,
}

struct Means([Rounded<4>; ELEMENTS]);

impl Serialize for Means {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Element::NAMES.iter().zip(&self.0))
    }
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let Ikm { complete, excluded, means, index, ikm, mutu } =
            Ikm::of(&self.responses, self.weight.unwrap_or(Weight::Exact))?;
        Ok(Told { n: complete, excluded, nrr: Means(means), index, ikm, mutu })
    }
}
