//! Files with everything that goes wrong in them, and what is said about it.

use super::*;
use crate::import::known::Person;
use crate::import::table;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use uuid::Uuid;

/// Valid numbers of people 1 to 9.
fn nip(person: usize) -> String {
    format!("1986092620150510{person:02}")
}

fn id(person: usize) -> EmployeeId {
    EmployeeId(Uuid::from_u128(person as u128))
}

fn rows(lines: &str) -> Vec<RawRow> {
    let text = format!("NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan\n{lines}");
    let text = (1..10).fold(text, |text, person| text.replace(&format!("#{person}"), &nip(person)));
    table::read("x", text.as_bytes()).unwrap()
}

fn faults(lines: &str, known: &Known) -> Vec<(usize, String, &'static str)> {
    let found = check(&rows(lines), known).problems;
    found.iter().map(|problem| (problem.row, problem.column.to_string()[..1].to_owned(), problem.code)).collect()
}

/// The office knows these people with their superiors (0: none).
fn office(people: &[(usize, usize)]) -> Known {
    let mut known = Known::default();
    for (person, superior) in people {
        let number = Nip::parse(&nip(*person)).unwrap();
        known.people.insert(number, Person { employee: id(*person), account: None });
        let employee = Employee {
            id: id(*person),
            name: format!("Known {person}"),
            rank: String::new(),
            position: String::new(),
            unit: UnitId(Uuid::nil()),
            superior: (*superior > 0).then(|| id(*superior)),
            rev: 1,
        };
        known.employees.insert(id(*person), employee);
    }
    known
}

#[test]
fn each_fault_is_told_with_row_and_column() {
    let long = "x".repeat(201);
    type Case<'a> = (&'a str, &'a [(usize, &'a str, &'a str)]);
    let table: [Case<'_>; 17] = [
        ("#1;A;III/a;J;U;\n#2;B;IX;;U;#1", &[]),
        (";;;;;\n#1;;;;U;", &[(3, "B", "name_empty")]),
        (";A;;;U;", &[(2, "A", "nip_empty")]),
        ("12A;A;;;U;", &[(2, "A", "nip_digits")]),
        ("19860926201505100;A;;;U;", &[(2, "A", "nip_length")]),
        ("198602302015051001;A;;;U;", &[(2, "A", "nip_birth_date")]),
        ("198609262015053001;A;;;U;", &[(2, "A", "nip_sex")]),
        ("198609262015051000;A;;;U;", &[(2, "A", "nip_serial")]),
        ("1,98609E+17;A;;;U;1.98E17", &[(2, "A", "nip_rounded"), (2, "F", "superior_rounded")]),
        ("#1;A;;;U;\n#2;B;;;U;\n#1;C;;;U;", &[(2, "A", "nip_twice"), (4, "A", "nip_twice")]),
        ("#1;A;;;-;", &[(2, "E", "unit_empty")]),
        ("#1;A;V/z;;U;", &[(2, "C", "rank_unknown")]),
        ("#1;A;;;U;12", &[(2, "F", "superior_nip_length")]),
        ("#1;A;;;U;#2", &[(2, "F", "superior_unknown")]),
        ("#1;A;;;U;#1", &[(2, "F", "superior_self")]),
        ("#1;LONG;;LONG;LONG;", &[(2, "B", "too_long"), (2, "D", "too_long"), (2, "E", "too_long")]),
        (
            "x;;?;;;y\n#2;B;;;U;#2",
            &[
                (2, "A", "nip_digits"),
                (2, "B", "name_empty"),
                (2, "C", "rank_unknown"),
                (2, "E", "unit_empty"),
                (2, "F", "superior_nip_digits"),
                (3, "F", "superior_self"),
            ],
        ),
    ];
    for (lines, expected) in table {
        let found = faults(&lines.replace("LONG", &long), &Known::default());
        let found: Vec<_> = found.iter().map(|(row, column, code)| (*row, column.as_str(), *code)).collect();
        assert_eq!(found, expected, "{lines}");
    }
}

#[test]
fn circles_and_what_hangs_below() {
    type Case<'a> = (&'a str, &'a [(usize, usize)], &'a [(usize, &'a str)]);
    let table: [Case<'_>; 8] = [
        ("#1;A;;;U;#2\n#2;B;;;U;#1", &[], &[(2, "superior_cycle"), (3, "superior_cycle")]),
        (
            "#1;A;;;U;#2\n#2;B;;;U;#1\n#3;C;;;U;#1\n#4;D;;;U;#3",
            &[],
            &[(2, "superior_cycle"), (3, "superior_cycle"), (4, "superior_row_bad"), (5, "superior_row_bad")],
        ),
        ("#1;;;;U;\n#2;B;;;U;#1", &[], &[(2, "name_empty"), (3, "superior_row_bad")]),
        ("#1;;;;U;\n#2;B;;;U;#1", &[(1, 0)], &[(2, "name_empty"), (3, "superior_row_bad")]),
        ("#2;B;;;U;#1", &[(1, 0)], &[]),
        ("#2;B;;;U;#1", &[(1, 2), (2, 0)], &[(2, "superior_cycle")]),
        ("#1;A;;;U;#2\n#2;B;;;U;", &[(1, 0), (2, 1)], &[]),
        ("#1;A;;;U;#3\n#2;;;;U;", &[(1, 0), (2, 1), (3, 2)], &[(2, "superior_cycle"), (3, "name_empty")]),
    ];
    for (lines, people, expected) in table {
        let found = faults(lines, &office(people));
        assert_eq!(found.iter().map(|(row, _, code)| (*row, *code)).collect::<Vec<_>>(), expected, "{lines}");
    }
}

#[test]
fn a_circle_is_told_by_name_and_row() {
    let found = check(&rows("#1;Ani;;;U;#2\n#2;Budi;;;U;#1"), &Known::default());
    assert!(found.problems[0].id.contains("Ani (2) → Budi (3) → Ani (2)"), "{}", found.problems[0].id);
    assert_eq!(found.problems[0].line(Default::default()).split(':').next(), Some("Baris 2, kolom F (NIP Atasan)"));
}

#[test]
fn a_line_of_superiors_has_an_end() {
    let number = |person: usize| format!("198609262015051{person:03}");
    let lines: String = (1..=34)
        .map(|p| format!("{};P;;;U;{}\n", number(p), if p > 1 { number(p - 1) } else { String::new() }))
        .collect();
    let found = check(&rows(&lines), &Known::default());
    assert_eq!(
        found.problems.iter().map(|p| (p.row, p.code)).collect::<Vec<_>>(),
        [(34, "superior_too_deep"), (35, "superior_too_deep")]
    );
    assert_eq!(found.good.len(), 32);
}

#[test]
fn good_rows_come_out_in_one_form() {
    let found =
        check(&rows("19860926 201505 1 001; Budi  S. ;Penata (III-c);-;Dinas X > Bidang Y; - "), &Known::default());
    let expected = StaffRow {
        row: 2,
        nip: Nip::parse(&nip(1)).unwrap(),
        name: "Budi S.".into(),
        rank: "III/c".into(),
        position: String::new(),
        unit: vec!["Dinas X".into(), "Bidang Y".into()],
        superior: None,
        kept: Default::default(),
    };
    assert_eq!(found, Checked { good: vec![expected], problems: vec![], bad_rows: 0 });
}
