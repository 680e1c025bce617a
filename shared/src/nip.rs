//! NIP: the 18-digit number of a civil servant.
//!
//! PNS: birth date YYYYMMDD, appointment YYYYMM, sex (1 male, 2 female), serial 001-999. PPPK: digits 9-12 are the year of
//! the first appointment and 13-14 the count of agreements, so the month rule does not apply. There is no check digit.
//! A NIP tells birth date and sex: it is masked in lists and never stands in a URL, a QR code or a log.

mod inspect;

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use inspect::{Appointed, Inspection, NipWarning, Sex, Standing};

use crate::named::named;

/// A NIP that has passed [`Nip::parse`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Nip(String);

named! {
    /// Why a text is not a NIP, in the order of the digits. Appointments are judged only where the standing is known
    /// ([`Inspection`]); source data contain mistakes, so a wrong month keeps nobody from signing in.
    pub enum NipError {
        /// Not 18 digits.
        Length = "length",
        /// Something else than digits, spaces or dots.
        Digits = "digits",
        /// The first eight digits are no date of the calendar.
        BirthDate = "birth_date",
        /// PNS: digits 13 and 14 are no month.
        AppointedMonth = "appointed_month",
        /// The appointment has not come yet.
        AppointedFuture = "appointed_future",
        /// The fifteenth digit is neither 1 nor 2.
        Sex = "sex",
        /// The serial is 000.
        Serial = "serial",
    }
}

impl std::error::Error for NipError {}

impl NipError {
    /// The reason in Indonesian and English, for the person who typed it or exported the file.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Digits => ("NIP hanya berisi angka.", "A NIP has digits only."),
            Self::Length => ("NIP harus 18 angka.", "A NIP has 18 digits."),
            Self::BirthDate => (
                "Delapan angka pertama NIP bukan tanggal lahir yang ada.",
                "The first eight digits of the NIP are not a real date of birth.",
            ),
            Self::AppointedMonth => {
                ("Angka ke-13 dan 14 NIP bukan bulan.", "Digits 13 and 14 of the NIP are not a month.")
            }
            Self::AppointedFuture => {
                ("Pengangkatan menurut NIP belum terjadi.", "The appointment in the NIP has not come yet.")
            }
            Self::Sex => ("Angka ke-15 NIP harus 1 atau 2.", "Digit 15 of the NIP must be 1 or 2."),
            Self::Serial => {
                ("Tiga angka terakhir NIP tidak boleh 000.", "The last three digits of the NIP cannot be 000.")
            }
        }
    }
}

impl Nip {
    /// Reads a NIP with or without the usual spaces and dots.
    ///
    /// # Errors
    /// The first rule that the text breaks; digits before length.
    pub fn parse(text: &str) -> Result<Self, NipError> {
        let text = NipText::strip(text);
        let faults = text.faults();
        // A letter among the digits explains a wrong length too, so it is told first.
        let digits = faults.iter().find(|fault| **fault == NipError::Digits);
        match digits.or(faults.first()) {
            Some(fault) => Err(*fault),
            None => Ok(Self(text.0)),
        }
    }

    /// All 18 digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// What may be shown in a list: `•••• 1 001`, without birth date.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("•••• {}", &self.0[14..])
    }
}

/// What somebody wrote where a NIP belongs, without blanks and dots.
struct NipText(String);

impl NipText {
    fn strip(text: &str) -> Self {
        Self(text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect())
    }

    /// 18 digits, so that its parts can be looked at.
    fn is_whole(&self) -> bool {
        self.0.len() == 18 && self.is_digits()
    }

    fn is_digits(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// What is wrong whatever the standing. Of a text that is not whole, only that.
    fn faults(&self) -> Vec<NipError> {
        let broken: &[(bool, NipError)] = if self.is_whole() {
            &[
                (self.birth().is_none(), NipError::BirthDate),
                (!matches!(self.sex_digit(), "1" | "2"), NipError::Sex),
                (self.0.ends_with("000"), NipError::Serial),
            ]
        } else {
            &[(self.0.chars().count() != 18, NipError::Length), (!self.is_digits(), NipError::Digits)]
        };
        broken.iter().filter(|(is, _)| *is).map(|(_, fault)| *fault).collect()
    }

    /// The date in the first eight digits, if the calendar has it.
    fn birth(&self) -> Option<NaiveDate> {
        let year = self.number(0..4).filter(|year| *year > 0)?;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, self.number(4..6)?, self.number(6..8)?)
    }

    fn sex_digit(&self) -> &str {
        self.0.get(14..15).unwrap_or_default()
    }

    fn number(&self, part: Range<usize>) -> Option<u32> {
        self.0.get(part)?.parse().ok()
    }
}

impl std::fmt::Debug for Nip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Nip({})", self.masked())
    }
}

impl TryFrom<String> for Nip {
    type Error = NipError;
    fn try_from(text: String) -> Result<Self, NipError> {
        Self::parse(&text)
    }
}

impl From<Nip> for String {
    fn from(nip: Nip) -> Self {
        nip.0
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn the_vectors_of_the_domain_page() {
        let table = [
            ("19860926 201505 1 001", Ok("198609262015051001")),
            ("19801230 201001 2 005", Ok("198012302010012005")),
            ("199001012023211001", Ok("199001012023211001")),
            ("198602302015051001", Err(NipError::BirthDate)),
            ("000001012015051001", Err(NipError::BirthDate)),
            ("198609262015053001", Err(NipError::Sex)),
            ("19860926201505100", Err(NipError::Length)),
            ("1986-0926201505100", Err(NipError::Digits)),
            ("12A", Err(NipError::Digits)),
            ("198609262015051000", Err(NipError::Serial)),
            ("198609262015131001", Ok("198609262015131001")),
        ];
        for (text, expected) in table {
            assert_eq!(Nip::parse(text).as_ref().map(Nip::digits), expected.as_ref().map(|d| *d), "{text}");
        }
    }

    #[test]
    fn debug_output_hides_the_birth_date() {
        let nip = Nip::parse("198609262015051001").unwrap();
        assert!(!format!("{nip:?}").contains("19860926"));
    }
}
