//! The line of `angka_kredit`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Form, Problem};
use crate::calc::angka_kredit::{Jenjang, Months, angka_kredit};
use crate::calc::predikat::Predikat;
use crate::exact::Rounded;

pub(super) const EXAMPLE: &str = r#"{"jenjang":"ahli_muda","predikat":"SANGAT_BAIK","months":3}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    jenjang: Jenjang,
    predikat: Predikat,
    months: Months,
}

#[derive(Serialize)]
pub(super) struct Told {
    angka_kredit: Rounded<2>,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        Ok(Told { angka_kredit: angka_kredit(self.jenjang, self.predikat, self.months) })
    }
}
