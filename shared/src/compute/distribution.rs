//! The line of `distribution`.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::read::keyed;
use super::{Form, Problem};
use crate::calc::distribution::{Breach, Counts, Organisasi, breaches};
use crate::calc::predikat::Predikat;
use crate::named::Named;

pub(super) const EXAMPLE: &str = concat!(
    r#"{"organisasi":"BAIK","counts":{"SANGAT_BAIK":5,"BAIK":15,"BUTUH_PERBAIKAN":0,"KURANG":0,"#,
    r#""SANGAT_KURANG":0}}"#
);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    organisasi: Organisasi,
    #[serde(deserialize_with = "counts")]
    counts: Counts,
}

/// All five, because a count left out by mistake would shift every limit.
fn counts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Counts, D::Error> {
    let found: [Option<u32>; Predikat::ALL.len()] = keyed::<Predikat, _, _, _>(deserializer)?;
    let missing = found.iter().zip(Predikat::NAMES).find(|(count, _)| count.is_none());
    match missing {
        Some((_, name)) => Err(D::Error::missing_field(name)),
        None => Ok(Counts(found.map(Option::unwrap_or_default))),
    }
}

#[derive(Serialize)]
pub(super) struct Told {
    ok: bool,
    breaches: Vec<Breach>,
}

impl Form for Asked {
    type Told = Told;

    fn compute(self, _: NaiveDate) -> Result<Told, Problem> {
        let breaches = breaches(self.organisasi, &self.counts);
        Ok(Told { ok: breaches.is_empty(), breaches })
    }
}
