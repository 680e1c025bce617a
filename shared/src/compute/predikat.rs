//! The line of `predikat`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Form, Problem};
use crate::calc::predikat::{Predikat, Rating};

pub(super) const EXAMPLE: &str = r#"{"hasil_kerja":"atas","perilaku":"sesuai"}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    hasil_kerja: Rating,
    perilaku: Rating,
}

#[derive(Serialize)]
pub(super) struct Told {
    predikat: Predikat,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        Ok(Told { predikat: Predikat::of(self.hasil_kerja, self.perilaku) })
    }
}
