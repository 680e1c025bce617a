//! Why a line has no figures: a code for programs, a sentence in both languages for people.

use serde::{Serialize, Serializer};

use crate::calc::ikm::NoCompleteResponse;
use crate::calendar::{CalendarMissing, RangeReversed};
use crate::named::named;

named! {
    /// Stable names of what can be wrong with a line.
    pub enum Code {
        /// The line is JSON, but not an object.
        NotAnObject = "not_an_object",
        /// A field that the rule does not know.
        UnknownField = "unknown_field",
        /// A field that the rule needs.
        MissingField = "missing_field",
        /// The same field twice.
        DuplicateField = "duplicate_field",
        /// A value of the wrong type or outside its range.
        InvalidValue = "invalid_value",
        /// `ikm`: no questionnaire is complete.
        NoCompleteResponse = "no_complete_response",
        /// `deadline`, `working_days`: a year without an official list of holidays.
        CalendarMissing = "calendar_missing",
        /// `working_days`: the last day lies before the first.
        RangeReversed = "range_reversed",
        /// `halving`: a period without a case.
        NoCases = "no_cases",
        /// `halving`: the median of the baseline is zero.
        BaselineZero = "baseline_zero",
    }
}

/// The answer to a line that is not valid for its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// For programs.
    pub code: Code,
    /// Indonesian, a slash, English.
    pub message: String,
}

impl Problem {
    pub(super) fn new(code: Code, id: &str, en: &str) -> Self {
        Self { code, message: format!("{id} / {en}") }
    }
}

/// `{"error":{"code":"…","message":"…"}}`.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Said<'a> {
            code: Code,
            message: &'a str,
        }
        serializer.collect_map([("error", Said { code: self.code, message: &self.message })])
    }
}

impl From<CalendarMissing> for Problem {
    fn from(CalendarMissing { year }: CalendarMissing) -> Self {
        Self::new(
            Code::CalendarMissing,
            &format!("Daftar hari libur tahun {year} belum ada, jadi hari kerjanya belum dapat dihitung."),
            &format!("There is no list of holidays for {year} yet, so its working days cannot be counted."),
        )
    }
}

impl From<RangeReversed> for Problem {
    fn from(_: RangeReversed) -> Self {
        Self::new(Code::RangeReversed, "Tanggal `to` mendahului `from`.", "The date `to` lies before `from`.")
    }
}

impl From<NoCompleteResponse> for Problem {
    fn from(_: NoCompleteResponse) -> Self {
        Self::new(
            Code::NoCompleteResponse,
            "Tidak ada kuesioner yang lengkap, jadi tidak ada rata-rata.",
            "No questionnaire is complete, so there is no mean.",
        )
    }
}
