//! Invented civil servants: a city's whole staff, for demonstrations, load tests and training. Nobody in it is real.
//!
//! [`people`] draws a chart of posts for the wanted size (`posts`, `agencies`, `fields`) and puts somebody on each
//! (`career`, `names`); [`staff`] writes them as a list that the import reads. The same arguments give the same bytes.

mod agencies;
mod career;
mod chance;
mod fields;
mod names;
mod posts;

use chrono::NaiveDate;
use shared::nip::Nip;

use crate::import::safe;

/// The fewest people that make a city hall.
pub const COUNT_MIN: usize = 6;

/// So many names without titles; another seed gives others.
#[must_use]
pub fn names(count: usize, seed: u64) -> Vec<String> {
    let mut chance = chance::Chance::new(seed);
    let one = |_| {
        let (male, age) = (chance.percent(52), chance.between(26, 56));
        names::name(&mut chance, male, age)
    };
    (0..count).map(one).collect()
}

/// What stands between the cells of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// As Indonesian spreadsheets write it.
    #[default]
    Semicolon,
    /// As everybody else does.
    Comma,
}

/// An invented person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// A valid number that belongs to nobody.
    pub nip: Nip,
    /// Name with titles.
    pub name: String,
    /// Golongan.
    pub rank: String,
    /// Jabatan.
    pub position: String,
    /// Path of the unit from the top.
    pub unit: String,
    /// Index of the superior, who stands earlier; none for the Sekretaris Daerah.
    pub superior: Option<usize>,
}

/// A staff list with semicolons: `NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan`.
#[must_use]
pub fn staff(count: usize, city: &str, seed: u64, today: NaiveDate) -> String {
    csv(&people(count, city, seed, today), Separator::default())
}

/// `count` people (at least [`COUNT_MIN`]) of a city, superiors before their people.
#[must_use]
pub fn people(count: usize, city: &str, seed: u64, today: NaiveDate) -> Vec<Person> {
    let mut chance = chance::Chance::new(seed);
    let posts = posts::city(count.max(COUNT_MIN), city.trim(), &mut chance);
    let mut careers = career::Careers::new(today);
    let person = |post: &posts::Post| {
        let career::Career { nip, name, rank, position } = careers.on(post, &mut chance);
        Person { nip, name, rank, position, unit: post.unit.clone(), superior: post.superior }
    };
    posts.iter().map(person).collect()
}

/// People as a list that the import reads.
#[must_use]
pub fn csv(people: &[Person], separator: Separator) -> String {
    let separator = match separator {
        Separator::Semicolon => ';',
        Separator::Comma => ',',
    };
    let mut text = safe::row(&["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja", "NIP Atasan"], separator);
    for Person { nip, name, rank, position, unit, superior } in people {
        let superior = superior.and_then(|at| people.get(at)).map_or("", |superior| superior.nip.digits());
        text.push_str(&safe::row(&[nip.digits(), name, rank, position, unit, superior], separator));
    }
    text
}

#[cfg(test)]
mod tests;
