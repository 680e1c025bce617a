//! Indicators (indikator kinerja individu): what shows that a result was reached, and what each of them must say.
//!
//! Source: the forms of PermenPANRB 6/2022. Staff have *aspek*, heads of units have *perspektif*. That a plan may not count
//! quantity alone is ours (acceptance DMI-1), as is the name of every field that is missing (BNY-2).

use serde::{Deserialize, Serialize};

use crate::quantity::Quantity;
use crate::refusal::{Lack, PlanFault, Refusal};
use crate::rule::{wanted_or, wanted_text};

/// Further indicators of one result.
pub const INDICATORS_MAX: usize = 6;
const RESULT_CHARACTERS_MAX: usize = 300;
const NAME_CHARACTERS_MAX: usize = 200;
const MEASURE_CHARACTERS_MAX: usize = 40;
const METHOD_CHARACTERS_MAX: usize = 300;

/// What an indicator is for (acceptance DMI-2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Pelayanan publik.
    #[default]
    Service,
    /// Inovasi.
    Innovation,
    /// Partisipasi dalam pengambilan keputusan.
    Participation,
}

/// What is measured (aspek), for everybody who does not lead a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Kuantitas.
    Quantity,
    /// Kualitas.
    Quality,
    /// Waktu.
    Time,
}

/// From where it is looked at (perspektif), for heads of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Perspective {
    /// Penerima Layanan.
    Recipients,
    /// Proses Bisnis.
    Process,
    /// Penguatan Internal.
    Internal,
    /// Anggaran.
    Budget,
}

/// What was made, or what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Keluaran.
    #[default]
    Output,
    /// Dampak bagi yang dilayani.
    Outcome,
}

/// What an indicator says beside its measure and target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct About {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub group: Group,
    /// Aspek; the counted indicator of staff is always quantity.
    #[serde(default)]
    pub aspect: Option<Aspect>,
    /// Perspektif.
    #[serde(default)]
    pub perspective: Option<Perspective>,
    /// Output or outcome.
    #[serde(default)]
    pub level: Level,
    /// Where the figure comes from.
    #[serde(default)]
    pub source: String,
    /// How the figure is made.
    #[serde(default)]
    pub formula: String,
}

impl About {
    /// As commands were before indicators had all this; then it is not written.
    pub(crate) fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// All said, without blanks at the ends.
    fn checked(&self, at: usize, head: bool) -> Result<Self, Refusal> {
        let lacks = |lack| Refusal::Plan(PlanFault::IndicatorLacks { indicator: named(&self.name, at), lack });
        let text = |text: &str, characters_max, lack| match wanted_text(text, characters_max) {
            Err(Refusal::TextMissing) => Err(lacks(lack)),
            other => other,
        };
        let name = text(&self.name, NAME_CHARACTERS_MAX, Lack::Name)?;
        if head && self.perspective.is_none() {
            return Err(lacks(Lack::Perspective));
        }
        if !head && at > 0 && self.aspect.is_none() {
            return Err(lacks(Lack::Aspect));
        }
        Ok(Self {
            name,
            source: text(&self.source, METHOD_CHARACTERS_MAX, Lack::Source)?,
            formula: text(&self.formula, METHOD_CHARACTERS_MAX, Lack::Formula)?,
            aspect: if head { None } else { self.aspect.or(Some(Aspect::Quantity)) },
            perspective: self.perspective.filter(|_| head),
            ..self.clone()
        })
    }
}

/// An indicator beside the counted one. Its figure is reported by the owner, not counted from entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Indicator {
    /// What it says; its name is its own within the plan.
    pub about: About,
    /// Satuan: percent, hari, keluhan.
    pub measure: String,
    /// How much is wanted.
    pub target: Quantity,
}

/// What is agreed about a result, or offered: everything that people bargain over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deal {
    /// The result.
    pub result: String,
    /// What is counted.
    pub measure: String,
    /// How much.
    pub target: Quantity,
    /// What the counted indicator says.
    #[serde(default)]
    pub about: About,
    /// Further indicators.
    #[serde(default)]
    pub more: Vec<Indicator>,
}

impl Deal {
    /// The deal with every text trimmed, if it is complete. `head`: the owner leads a unit.
    ///
    /// # Errors
    /// The first fault. That a plan counts quantity alone is said before single fields are named.
    pub fn checked(&self, head: bool) -> Result<Self, Refusal> {
        let result = wanted_or(&self.result, RESULT_CHARACTERS_MAX, Refusal::Plan(PlanFault::ResultMissing))?;
        let measure = measured(&self.measure, self.target, &self.about.name, 0)?;
        if self.more.len() > INDICATORS_MAX {
            return Err(Refusal::Plan(PlanFault::TooManyIndicators { indicators_max: INDICATORS_MAX }));
        }
        self.is_whole(head)?;
        let about = self.about.checked(0, head)?;
        let mut names = vec![about.name.to_lowercase()];
        let mut more = Vec::new();
        for (at, indicator) in self.more.iter().enumerate() {
            let about = indicator.about.checked(at + 1, head)?;
            let measure = measured(&indicator.measure, indicator.target, &about.name, at + 1)?;
            let name = about.name.to_lowercase();
            if names.contains(&name) {
                return Err(Refusal::Plan(PlanFault::IndicatorTwice { indicator: named(&about.name, at + 1) }));
            }
            names.push(name);
            more.push(Indicator { about, measure, target: indicator.target });
        }
        Ok(Self { result, measure, target: self.target, about, more })
    }

    /// More than quantity (DMI-1); for heads, what was made and what came of it (BJI-2).
    fn is_whole(&self, head: bool) -> Result<(), Refusal> {
        if head {
            let has = |level| self.about.level == level || self.more.iter().any(|one| one.about.level == level);
            return if has(Level::Output) && has(Level::Outcome) {
                Ok(())
            } else {
                Err(Refusal::Plan(PlanFault::NeedsOutcome))
            };
        }
        let other = |one: &Indicator| matches!(one.about.aspect, Some(Aspect::Quality | Aspect::Time));
        let undecided = self.more.iter().any(|one| one.about.aspect.is_none());
        if undecided || self.more.iter().any(other) { Ok(()) } else { Err(Refusal::Plan(PlanFault::OnlyQuantity)) }
    }
}

fn measured(measure: &str, target: Quantity, name: &str, at: usize) -> Result<String, Refusal> {
    let lacks = |lack| Refusal::Plan(PlanFault::IndicatorLacks { indicator: named(name, at), lack });
    if !target.is_countable() {
        return Err(lacks(Lack::Target));
    }
    match wanted_text(measure, MEASURE_CHARACTERS_MAX) {
        Err(Refusal::TextMissing) => Err(lacks(Lack::Measure)),
        other => other,
    }
}

/// How a refusal names an indicator: by its name, or by its place where it has none.
fn named(name: &str, at: usize) -> String {
    let name = name.trim();
    if name.is_empty() { (at + 1).to_string() } else { ["“", name, "”"].concat() }
}
