//! The line of `nip`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::read::Day;
use super::{Form, Problem};
use crate::nip::{Inspection, NipError, NipWarning, Sex, Standing};

pub(super) const EXAMPLE: &str = r#"{"nip":"19860926 201505 1 001","kind":"pns"}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    nip: String,
    kind: Standing,
    today: Option<Day>,
}

#[derive(Serialize)]
pub(super) struct Told {
    valid: bool,
    nip: String,
    #[serde(with = "crate::stamp::day::opt")]
    birth: Option<NaiveDate>,
    sex: Option<Sex>,
    appointed: Option<String>,
    errors: Vec<NipError>,
    warnings: Vec<NipWarning>,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, today: NaiveDate) -> Result<Told, Problem> {
        let today = self.today.map_or(today, |Day(day)| day);
        let Inspection { nip, birth, sex, appointed, errors, warnings } = Inspection::of(&self.nip, self.kind, today);
        let appointed = appointed.map(|appointed| appointed.to_string());
        Ok(Told { valid: errors.is_empty(), nip, birth, sex, appointed, errors, warnings })
    }
}
