//! The line of `score_pp30`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Form, Problem};
use crate::calc::pp30::{Band, Weighing, score};
use crate::exact::{Decimal, Rounded};

pub(super) const EXAMPLE: &str = r#"{"skp":"71","perilaku":"68","peers":true,"new_idea":false}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    skp: Decimal,
    perilaku: Decimal,
    peers: bool,
    new_idea: bool,
}

#[derive(Serialize)]
pub(super) struct Told {
    score: Rounded<2>,
    predikat: Band,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let weighing = if self.peers { Weighing::WithPeers } else { Weighing::Superior };
        let score = score(&self.skp, &self.perilaku, weighing);
        Ok(Told { predikat: Band::of(&score, self.new_idea), score })
    }
}
