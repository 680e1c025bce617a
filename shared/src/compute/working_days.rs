//! The line of `working_days`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Form, Problem};
use crate::calendar::{Calendar, DateRange, Week};

pub(super) const EXAMPLE: &str = r#"{"from":"2026-01-01","to":"2026-12-31"}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(with = "crate::stamp::day")]
    from: NaiveDate,
    #[serde(with = "crate::stamp::day")]
    to: NaiveDate,
}

#[derive(Serialize)]
pub(super) struct Told {
    days: u32,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let range = DateRange::new(self.from, self.to)?;
        Ok(Told { days: Calendar::official().working_days(range, &Week::office())? })
    }
}
