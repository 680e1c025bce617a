//! NIP: the 18-digit number of a civil servant.
//!
//! PNS: birth date YYYYMMDD, appointment YYYYMM, sex (1 male, 2 female), serial 001-999. PPPK: digits 9-12 are the year of
//! the first appointment and 13-14 the count of agreements, so the month rule does not apply. There is no check digit.
//! A NIP tells birth date and sex: it is masked in lists and never stands in a URL, a QR code or a log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A NIP that has passed [`Nip::parse`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Nip(String);

/// Why a text is not a NIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NipError {
    /// Something else than digits, spaces or dots.
    #[error("digits")]
    Digits,
    /// Not 18 digits.
    #[error("length")]
    Length,
    /// The first eight digits are no date of the calendar.
    #[error("birth_date")]
    BirthDate,
    /// The fifteenth digit is neither 1 nor 2.
    #[error("sex")]
    Sex,
    /// The serial is 000.
    #[error("serial")]
    Serial,
}

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
    /// The first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, NipError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NipError::Digits);
        }
        if digits.len() != 18 {
            return Err(NipError::Length);
        }
        birth_date(&digits).ok_or(NipError::BirthDate)?;
        if !matches!(&digits[14..15], "1" | "2") {
            return Err(NipError::Sex);
        }
        if &digits[15..] == "000" {
            return Err(NipError::Serial);
        }
        Ok(Self(digits))
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

/// The date in the first eight digits, if the calendar has it.
fn birth_date(digits: &str) -> Option<NaiveDate> {
    let number = |part: std::ops::Range<usize>| digits.get(part)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(i32::try_from(number(0..4)?).ok()?, number(4..6)?, number(6..8)?)
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
            ("198609262015053001", Err(NipError::Sex)),
            ("19860926201505100", Err(NipError::Length)),
            ("1986-0926201505100", Err(NipError::Digits)),
            ("198609262015051000", Err(NipError::Serial)),
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
