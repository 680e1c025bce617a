//! The line of `halving`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Code, Form, Problem};
use crate::calc::halving::{Durations, Halving};
use crate::exact::{Decimal, Rounded};

pub(super) const EXAMPLE: &str = r#"{"baseline_days":["4","6","8","10","12"],"current_days":["2","3","4","5","9"]}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    baseline_days: Vec<Decimal>,
    current_days: Vec<Decimal>,
}

#[derive(Serialize)]
pub(super) struct Told {
    baseline_median: Rounded<2>,
    current_median: Rounded<2>,
    ratio: Rounded<2>,
    achieved: bool,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let durations = |days: &[Decimal], name: &str| {
            Durations::new(days).ok_or_else(|| {
                Problem::new(
                    Code::NoCases,
                    &format!("Belum ada perkara di `{name}`."),
                    &format!("There is no case in `{name}`."),
                )
            })
        };
        let baseline = durations(&self.baseline_days, "baseline_days")?;
        let current = durations(&self.current_days, "current_days")?;
        let halving = Halving::of(&baseline, &current).ok_or_else(|| {
            Problem::new(
                Code::BaselineZero,
                "Median awal nol hari, jadi tidak ada yang dapat dibagi dua.",
                "The baseline's median is zero days, so there is nothing to halve.",
            )
        })?;
        Ok(Told {
            baseline_median: halving.baseline_median.rounded(),
            current_median: halving.current_median.rounded(),
            ratio: halving.ratio.rounded(),
            achieved: halving.achieved(),
        })
    }
}
