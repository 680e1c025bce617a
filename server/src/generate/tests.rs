//! Cities of many sizes hold together.

use std::collections::BTreeSet;

use super::*;
use crate::import::check::check;
use crate::import::known::Known;
use crate::import::table;
use chrono::Datelike;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 14).unwrap()
}

#[test]
fn every_size_is_a_list_that_the_import_takes_whole() {
    for count in [6, 7, 30, 44, 45, 100, 300, 1_234, 5_000] {
        let list = staff(count, "Palembang", 7, today());
        let rows = table::read("x", list.as_bytes()).unwrap();
        let checked = check(&rows, &Known::default());
        assert_eq!(checked.problems.iter().map(|problem| &problem.id).next(), None, "{count}");
        assert_eq!(checked.good.len(), count);
        assert_eq!(checked.good.iter().filter(|row| row.superior.is_none()).count(), 1);
    }
}

#[test]
fn people_are_of_working_age_and_their_numbers_differ() {
    for day in [today(), NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(), NaiveDate::from_ymd_opt(2028, 2, 29).unwrap()] {
        let people = people(3_000, "Muara Kencana", 1, day);
        let numbers: BTreeSet<&str> = people.iter().map(|person| person.nip.digits()).collect();
        assert_eq!(numbers.len(), people.len());
        for person in &people {
            let digits = person.nip.digits();
            let born = NaiveDate::parse_from_str(&digits[..8], "%Y%m%d").unwrap();
            let age = day.years_since(born).unwrap();
            assert!((20..58).contains(&age), "{digits}: {age}");
            let year: i32 = digits[8..12].parse().unwrap();
            let contract = &digits[12..14] == "21";
            assert_eq!(contract, !person.rank.contains('/'), "{digits} {}", person.rank);
            let month = if contract { 1 } else { digits[12..14].parse().unwrap() };
            let appointed = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
            assert!(appointed <= day && appointed.years_since(born).unwrap() >= 18, "{digits}");
            assert!(person.superior.is_none_or(|at| people[at].rank.contains('/')), "no PPPK leads");
        }
        let contracts = people.iter().filter(|person| &person.nip.digits()[12..14] == "21").count();
        assert!((300..700).contains(&contracts), "{contracts}");
        assert!(people.iter().any(|person| person.nip.digits()[..4].parse::<i32>().unwrap() < day.year() - 50));
    }
}

#[test]
fn a_very_large_city_has_room_for_all() {
    let people = people(50_000, "Palembang", 2, today());
    let numbers: BTreeSet<&str> = people.iter().map(|person| person.nip.digits()).collect();
    assert_eq!((people.len(), numbers.len()), (50_000, 50_000));
    let largest = people.iter().fold(std::collections::HashMap::<_, usize>::new(), |mut teams, person| {
        *teams.entry(person.superior).or_default() += 1;
        teams
    });
    assert!(largest.values().all(|people| *people < 200), "nobody has a team that cannot be");
}

#[test]
fn the_same_seed_is_the_same_city() {
    let list = |seed| staff(100, "Palembang", seed, today());
    assert_eq!(list(3), list(3));
    assert_ne!(list(3), list(4));
    assert!(list(3).contains("Pemerintah Kota Palembang / Sekretariat Daerah"));
    assert!(staff(30, "Kabupaten Banyumas", 1, today()).contains("Pemerintah Kabupaten Banyumas / "));
    assert!(!staff(30, "Kabupaten Banyumas", 1, today()).contains("Kota Kabupaten"));
}

#[test]
fn both_separators_read_the_same() {
    let people = people(60, "Palembang", 9, today());
    let [semicolons, commas] = [Separator::Semicolon, Separator::Comma].map(|separator| csv(&people, separator));
    assert_eq!(table::read("x", semicolons.as_bytes()), table::read("x", commas.as_bytes()));
}

#[test]
fn ranks_fit_posts() {
    let people = people(2_000, "Palembang", 5, today());
    let table: [(&str, &[&str]); 5] = [
        ("Sekretaris Daerah", &["IV/c", "IV/d"]),
        ("Kepala Dinas", &["IV/b", "IV/c"]),
        ("Kepala Bidang", &["III/d", "IV/a"]),
        ("Lurah", &["III/c", "III/d"]),
        ("Pengadministrasi Perkantoran", &["II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "V"]),
    ];
    for (position, ranks) in table {
        let mut found = people.iter().filter(|person| person.position.starts_with(position)).peekable();
        assert!(found.peek().is_some(), "{position}");
        assert!(found.all(|person| ranks.contains(&person.rank.as_str())), "{position}");
    }
}
