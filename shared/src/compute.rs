//! The door of `teladan compute`: one JSON object a line in, one JSON object a line out, so that anybody can recompute what
//! the product shows. Bytes to bytes: no disk, no clock, no network; the calculators are in [`crate::calc`].
//!
//! Not here: reading standard input and exit codes, which are the command line's.

mod angka_kredit;
mod deadline;
mod distribution;
mod halving;
mod ikm;
mod nip;
#[cfg(any(test, feature = "noise"))]
pub mod noise;
mod predikat;
mod problem;
mod read;
mod sample_size;
mod score_pp30;
mod working_days;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::named::named;

pub use problem::{Code, Problem};
pub use read::NotJson;

named! {
    /// What can be computed.
    pub enum Rule {
        /// Results and behaviour to predikat.
        Predikat = "predikat",
        /// Questionnaires to the index of satisfaction.
        Ikm = "ikm",
        /// Population to sample.
        SampleSize = "sample_size",
        /// Predikat to angka kredit.
        AngkaKredit = "angka_kredit",
        /// The spread of predikat over a unit.
        Distribution = "distribution",
        /// The last day of a term.
        Deadline = "deadline",
        /// Working days in a range.
        WorkingDays = "working_days",
        /// What a NIP says.
        Nip = "nip",
        /// The numbers of PP 30/2019.
        ScorePp30 = "score_pp30",
        /// Twice as fast?
        Halving = "halving",
    }
}

/// What a line asks, and the answer to it.
trait Form: for<'de> Deserialize<'de> {
    /// The answer.
    type Told: Serialize;

    /// Computes it. `today` is for the rules that ask about the future and were not told a day.
    fn compute(self, today: NaiveDate) -> Result<Self::Told, Problem>;
}

/// How a line was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// With the figures.
    Computed,
    /// With an error in the rule's words.
    Refused,
}

impl Rule {
    /// Answers one line by appending one line of JSON to `out`.
    ///
    /// # Errors
    /// The line is not JSON; nothing is appended.
    pub fn answer(self, line: &[u8], today: NaiveDate, out: &mut Vec<u8>) -> Result<Answered, NotJson> {
        match self {
            Self::Predikat => answer::<predikat::Asked>(line, today, out),
            Self::Ikm => answer::<ikm::Asked>(line, today, out),
            Self::SampleSize => answer::<sample_size::Asked>(line, today, out),
            Self::AngkaKredit => answer::<angka_kredit::Asked>(line, today, out),
            Self::Distribution => answer::<distribution::Asked>(line, today, out),
            Self::Deadline => answer::<deadline::Asked>(line, today, out),
            Self::WorkingDays => answer::<working_days::Asked>(line, today, out),
            Self::Nip => answer::<nip::Asked>(line, today, out),
            Self::ScorePp30 => answer::<score_pp30::Asked>(line, today, out),
            Self::Halving => answer::<halving::Asked>(line, today, out),
        }
    }

    /// A line that works.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Predikat => predikat::EXAMPLE,
            Self::Ikm => ikm::EXAMPLE,
            Self::SampleSize => sample_size::EXAMPLE,
            Self::AngkaKredit => angka_kredit::EXAMPLE,
            Self::Distribution => distribution::EXAMPLE,
            Self::Deadline => deadline::EXAMPLE,
            Self::WorkingDays => working_days::EXAMPLE,
            Self::Nip => nip::EXAMPLE,
            Self::ScorePp30 => score_pp30::EXAMPLE,
            Self::Halving => halving::EXAMPLE,
        }
    }

    /// Source, formula, units, rounding, errors and what the source leaves open, in Indonesian and English. The same page
    /// stands at the head of the calculator.
    #[must_use]
    pub const fn explain(self) -> &'static str {
        match self {
            Self::Predikat => include_str!("calc/explain/predikat.md"),
            Self::Ikm => include_str!("calc/explain/ikm.md"),
            Self::SampleSize => include_str!("calc/explain/sample_size.md"),
            Self::AngkaKredit => include_str!("calc/explain/angka_kredit.md"),
            Self::Distribution => include_str!("calc/explain/distribution.md"),
            Self::Deadline => include_str!("calc/explain/deadline.md"),
            Self::WorkingDays => include_str!("calc/explain/working_days.md"),
            Self::Nip => include_str!("calc/explain/nip.md"),
            Self::ScorePp30 => include_str!("calc/explain/score_pp30.md"),
            Self::Halving => include_str!("calc/explain/halving.md"),
        }
    }
}

fn answer<F: Form>(line: &[u8], today: NaiveDate, out: &mut Vec<u8>) -> Result<Answered, NotJson> {
    match read::line::<F>(line)?.and_then(|asked| asked.compute(today)) {
        Ok(told) => write(&told, Answered::Computed, out),
        Err(problem) => write(&problem, Answered::Refused, out),
    }
}

/// Answers are structs of texts and numbers and the target is memory, so writing them cannot fail; should it ever, the line
/// is taken back and the caller told that there is no answer.
fn write(told: &impl Serialize, answered: Answered, out: &mut Vec<u8>) -> Result<Answered, NotJson> {
    let before = out.len();
    match serde_json::to_writer(&mut *out, told) {
        Ok(()) => {
            out.push(b'\n');
            Ok(answered)
        }
        Err(error) => {
            out.truncate(before);
            Err(NotJson::from(error))
        }
    }
}

#[cfg(test)]
mod tests;
