//! What a NIP says, and what is wrong with it.
#![doc = ""]
#![doc = include_str!("../calc/explain/nip.md")]

use chrono::{Datelike, Months, NaiveDate};

use super::{NipError, NipText};
use crate::named::named;

named! {
    /// By which right somebody is a civil servant, which decides what digits 9 to 14 mean.
    pub enum Standing {
        /// Permanent: year and month of appointment.
        Pns = "pns",
        /// By agreement: year of the first appointment and number of agreements.
        Pppk = "pppk",
    }

    /// As the fifteenth digit has it.
    pub enum Sex {
        /// 1.
        Male = "male",
        /// 2.
        Female = "female",
    }

    /// What is odd but may be true: source data contain mistakes, and there is no check digit.
    pub enum NipWarning {
        /// Appointed before the sixteenth birthday.
        YoungAtAppointment = "young_at_appointment",
    }
}

/// When somebody was appointed, as far as the number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointed {
    /// PNS: the first day of this month.
    Month(NaiveDate),
    /// PPPK: some day of this year.
    Year(i32),
}

impl std::fmt::Display for Appointed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// What was found out about a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// The text without blanks and dots.
    pub nip: String,
    /// Date of birth, when it is one.
    pub birth: Option<NaiveDate>,
    /// Sex, when the digit is 1 or 2.
    pub sex: Option<Sex>,
    /// Appointment, when it can be one.
    pub appointed: Option<Appointed>,
    /// What is wrong, in the order of the digits.
    pub errors: Vec<NipError>,
    /// What is odd.
    pub warnings: Vec<NipWarning>,
}

impl Inspection {
    /// Looks at a number as somebody wrote it, on this day.
    #[must_use]
    pub fn of(text: &str, standing: Standing, today: NaiveDate) -> Self {
        let text = NipText::strip(text);
        let mut errors = text.faults();
        if !text.is_whole() {
            return Self { nip: text.0, birth: None, sex: None, appointed: None, errors, warnings: Vec::new() };
        }
        let (birth, appointed) = (text.birth(), appointed(&text, standing));
        errors.extend(appointed.is_none().then_some(NipError::AppointedMonth));
        errors.extend(appointed.is_some_and(|at| at.is_after(today)).then_some(NipError::AppointedFuture));
        errors.sort_unstable();
        let young = birth.zip(appointed).is_some_and(|(birth, appointed)| appointed.is_young(birth));
        let sex = match text.sex_digit() {
            "1" => Some(Sex::Male),
            "2" => Some(Sex::Female),
            _ => None,
        };
        let warnings = young.then_some(NipWarning::YoungAtAppointment).into_iter().collect();
        Self { nip: text.0, birth, sex, appointed, errors, warnings }
    }
}

fn appointed(text: &NipText, standing: Standing) -> Option<Appointed> {
    let year = i32::try_from(text.number(8..12)?).ok()?;
    match standing {
        Standing::Pns => NaiveDate::from_ymd_opt(year, text.number(12..14)?, 1).map(Appointed::Month),
        Standing::Pppk => Some(Appointed::Year(year)),
    }
}

impl Appointed {
    fn is_after(self, today: NaiveDate) -> bool {
        match self {
            Self::Month(first) => first > today,
            Self::Year(year) => year > today.year(),
        }
    }

    /// Before the sixteenth birthday for sure.
    fn is_young(self, birth: NaiveDate) -> bool {
        match self {
            Self::Month(first) => birth.checked_add_months(Months::new(16 * 12)).is_none_or(|sixteen| first < sixteen),
            Self::Year(year) => year < birth.year() + 16,
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::named::Named;
    use crate::stamp::{day_text, parse_day};

    /// Birth, sex, appointment, errors and warnings in one line.
    fn said(text: &str, standing: Standing) -> String {
        let found = Inspection::of(text, standing, parse_day("2026-11-21").unwrap());
        let birth = found.birth.map_or("-".to_owned(), day_text);
        let appointed = found.appointed.map_or("-".to_owned(), |at| at.to_string());
        let errors: Vec<_> = found.errors.iter().map(|error| error.name()).collect();
        let warnings: Vec<_> = found.warnings.iter().map(|warning| warning.name()).collect();
        let sex = found.sex.map_or("-", Named::name);
        format!("{birth} {sex} {appointed} [{}] [{}]", errors.join(" "), warnings.join(" "))
    }

    #[test]
    fn the_vectors_of_the_domain_page() {
        use Standing::{Pns, Pppk};
        let table = [
            ("19860926 201505 1 001", Pns, "1986-09-26 male 2015-05 [] []"),
            ("19801230.201001.2.005", Pns, "1980-12-30 female 2010-01 [] []"),
            ("199001012023211001", Pppk, "1990-01-01 male 2023 [] []"),
            ("199001012023211001", Pns, "1990-01-01 male - [appointed_month] []"),
            ("198602302015051001", Pns, "- male 2015-05 [birth_date] []"),
            ("198609262015053001", Pns, "1986-09-26 - 2015-05 [sex] []"),
            ("198609261999051001", Pns, "1986-09-26 male 1999-05 [] [young_at_appointment]"),
            ("198609262002091001", Pns, "1986-09-26 male 2002-09 [] [young_at_appointment]"),
            ("198609262002101001", Pns, "1986-09-26 male 2002-10 [] []"),
            ("199001012005211001", Pppk, "1990-01-01 male 2005 [] [young_at_appointment]"),
            ("19860926201505100", Pns, "- - - [length] []"),
            ("1986092620150510O1", Pns, "- - - [digits] []"),
            ("abc", Pns, "- - - [length digits] []"),
            ("198609262026111001", Pns, "1986-09-26 male 2026-11 [] []"),
            ("198609262026121001", Pns, "1986-09-26 male 2026-12 [appointed_future] []"),
            ("198609262027211001", Pppk, "1986-09-26 male 2027 [appointed_future] []"),
            ("198613262015133000", Pns, "- - - [birth_date appointed_month sex serial] []"),
        ];
        for (text, standing, expected) in table {
            assert_eq!(said(text, standing), expected, "{text} {standing}");
        }
    }
}
