//! Careers: who sits on a post. Age, years of service, rank, position and titles that fit each other, and a NIP made of them.

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate};
use shared::nip::Nip;

use super::chance::Chance;
use super::fields::{Field, Role, Study};
use super::names;
use super::posts::{Grade, Post};
use crate::import::rank;

/// Years after which a rank rises, for those who come to lead and for everybody else.
const YEARS_PER_RANK: usize = 4;
const YEARS_PER_RANK_STAFF: usize = 5;
/// Age at appointment and years of service together, so that nobody has turned 58.
const AGE_MAX: usize = 56;
/// Steps of the ladder of ranks that matter here.
const III_A: usize = 8;
const III_D: usize = 11;
const IV_A: usize = 12;

/// Somebody on a post.
pub(super) struct Career {
    pub(super) nip: Nip,
    pub(super) name: String,
    pub(super) rank: String,
    pub(super) position: String,
}

/// Where careers of this study begin, how far they go, and at what age.
const fn ladder(study: Study) -> (usize, usize, usize, usize) {
    match study {
        Study::School => (4, 9, 20, 25),
        Study::Diploma => (6, 11, 21, 28),
        Study::Degree => (III_A, 13, 22, 31),
        Study::Physician => (9, 14, 24, 32),
    }
}

/// Makes careers; remembers serials, so that no NIP comes twice.
pub(super) struct Careers {
    today: NaiveDate,
    serials: HashMap<String, u16>,
}

impl Careers {
    pub(super) fn new(today: NaiveDate) -> Self {
        Self { today, serials: HashMap::new() }
    }

    /// Somebody for this post.
    pub(super) fn on(&mut self, post: &Post, chance: &mut Chance) -> Career {
        let male = chance.percent(48);
        if let Grade::Staff(role) = post.grade
            && self.today.year() > 2021
            && chance.percent(18)
        {
            return self.contract(role, post.field, male, chance);
        }
        let (study, step, years) = match post.grade {
            Grade::Staff(role) => {
                let (first, last, ..) = ladder(role.study);
                let last = if role.functional { last } else { last.min(III_D) };
                let years = chance.below(33);
                (role.study, (first + years / YEARS_PER_RANK_STAFF).min(last), years)
            }
            Grade::Secretary => head(chance, 14, 15),
            Grade::Chief => head(chance, 13, 14),
            Grade::Administrator => head(chance, III_D, IV_A),
            Grade::Supervisor => head(chance, 10, III_D),
            Grade::Lead => head(chance, 10, IV_A),
            Grade::Principal => head(chance, III_D, 13),
        };
        let (_, _, young, old) = ladder(study);
        let at = chance.between(young, old.min(AGE_MAX - years).max(young));
        let months = if years == 0 { self.today.month() } else { 12 };
        let month = chance.between(1, usize::try_from(months).unwrap_or(1));
        let appointed = self.first_of(years, month);
        let nip = self.nip(appointed, at, male, None, chance);
        let name = titled(&names::name(chance, male, at + years), male, at + years, study, step, post.field, chance);
        let position = match post.grade {
            Grade::Staff(role) => staff_position(role, step),
            Grade::Secretary
            | Grade::Chief
            | Grade::Administrator
            | Grade::Supervisor
            | Grade::Principal
            | Grade::Lead => post.position.clone(),
        };
        Career { nip, name, rank: rank::golongan(step).to_owned(), position }
    }

    /// A PPPK: appointed since 2021, at any age.
    fn contract(&mut self, role: Role, field: &Field, male: bool, chance: &mut Chance) -> Career {
        let since = usize::try_from(self.today.year() - 2021).unwrap_or(0);
        let years = chance.between(0, since.min(5));
        let at = chance.between(24, 48);
        let nip = self.nip(self.first_of(years, 1), at, male, Some("21"), chance);
        let (rank, step) = match role.study {
            Study::School => ("V", 4),
            Study::Diploma => ("VII", 6),
            Study::Degree => ("IX", III_A),
            Study::Physician => ("X", III_A),
        };
        let name = titled(&names::name(chance, male, at + years), male, at + years, role.study, step, field, chance);
        Career { nip, name, rank: rank.to_owned(), position: staff_position(role, step) }
    }

    /// The first day of a month so many years ago.
    fn first_of(&self, years: usize, month: usize) -> NaiveDate {
        let year = self.today.year() - i32::try_from(years).unwrap_or(0);
        NaiveDate::from_ymd_opt(year, u32::try_from(month).unwrap_or(1), 1).unwrap_or(self.today)
    }

    /// A number for somebody appointed on this day at this age. `agreements` stands in the month's place for PPPK.
    fn nip(&mut self, on: NaiveDate, age: usize, male: bool, agreements: Option<&str>, chance: &mut Chance) -> Nip {
        loop {
            let months = Months::new(u32::try_from(age * 12).unwrap_or(0));
            let born = on - months - Days::new(chance.below(364) as u64);
            let month = agreements.map_or_else(|| on.format("%m").to_string(), str::to_owned);
            let first = format!("{}{}{month}{}", born.format("%Y%m%d"), on.format("%Y"), if male { 1 } else { 2 });
            let serial = self.serials.entry(first.clone()).or_insert(0);
            *serial += 1;
            // Beyond 999 of one day, or for a date before year 1000, another draw.
            if let Ok(nip) = Nip::parse(&format!("{first}{serial:03}")) {
                return nip;
            }
        }
    }
}

/// A head between these ranks: study, step, years of service that lead there.
fn head(chance: &mut Chance, from: usize, until: usize) -> (Study, usize, usize) {
    let step = chance.between(from, until);
    let years = YEARS_PER_RANK * (step - III_A) + chance.between(0, 5);
    (Study::Degree, step, years.min(AGE_MAX - 23))
}

/// `Pranata Komputer Ahli Muda`, `Perawat Terampil`, or the plain name.
fn staff_position(role: Role, step: usize) -> String {
    let level = match (role.functional, role.study) {
        (false, _) => return role.name.to_owned(),
        (true, Study::Degree | Study::Physician) => match step {
            ..=9 => "Ahli Pertama",
            10..=III_D => "Ahli Muda",
            _ => "Ahli Madya",
        },
        (true, Study::School | Study::Diploma) => match step {
            ..=7 => "Terampil",
            8..=9 => "Mahir",
            _ => "Penyelia",
        },
    };
    format!("{} {level}", role.name)
}

/// The name with what was studied, before and behind.
fn titled(name: &str, male: bool, age: usize, study: Study, step: usize, field: &Field, chance: &mut Chance) -> String {
    match study {
        Study::School => return name.to_owned(),
        Study::Diploma if field.diploma.is_empty() => return name.to_owned(),
        Study::Diploma => return format!("{name}, {}", field.diploma),
        Study::Physician => {
            let specialist = if step >= III_D && chance.percent(40) { ", Sp.PD." } else { "" };
            return format!("{} {name}{specialist}", if chance.percent(15) { "drg." } else { "dr." });
        }
        Study::Degree => {}
    }
    let likely = if step >= IV_A {
        75
    } else if step >= 10 {
        35
    } else {
        6
    };
    let master = if chance.percent(likely) { format!(", {}", chance.pick(field.masters)) } else { String::new() };
    let doctor = if step >= 13 && !master.is_empty() && chance.percent(15) { "Dr. " } else { "" };
    let degree = chance.pick(field.degrees);
    // Degrees before 1993 stood in front.
    let old = age >= 54 && ["S.Sos.", "S.Pd.", "S.E.", "S.AP."].contains(&degree) && chance.percent(60);
    match (old, degree.starts_with(char::is_lowercase)) {
        (true, _) => format!("{doctor}{} {name}{master}", if male { "Drs." } else { "Dra." }),
        (false, true) => format!("{doctor}{degree} {name}{master}"),
        (false, false) => format!("{doctor}{name}, {degree}{master}"),
    }
}
