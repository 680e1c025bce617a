//! The line of `sample_size`.

use std::num::NonZeroU64;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Form, Problem};
use crate::calc::sample_size::krejcie_morgan;

pub(super) const EXAMPLE: &str = r#"{"population":1000}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    population: NonZeroU64,
}

#[derive(Serialize)]
pub(super) struct Told {
    sample: u64,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        Ok(Told { sample: krejcie_morgan(self.population) })
    }
}
