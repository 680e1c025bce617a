//! One rule for working days, through the Lebaran of 2026: Nyepi and its joint leave (18, 19 March), joint leave (20), Idul Fitri (21, 22),
//! joint leave (23, 24). The office works on 16, 17, 25, 26 and 27 March.

use teladan_shared::absence::{AbsenceKind, Absences, AddAbsence};
use teladan_shared::board::{Board, Frame};
use teladan_shared::calendar::Calendar;
use teladan_shared::command::Action;
use teladan_shared::complete::{First, Kind, Sum, complete, is_working, last_working_days, of_people, waited};
use teladan_shared::entry::{Content, RecordEntry};
use teladan_shared::ids::{AbsenceId, EntryId};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

/// Writes on these days, in additional work.
fn write(house: &mut House, days: &[&str]) {
    for (number, date) in (0x100..).zip(days) {
        let content = Content { plan: None, ..content("loket", 0, date) };
        let id = EntryId(Uuid::from_u128(number));
        house.done(by(STAFF), Action::RecordEntry(RecordEntry { id, content, draft: None }));
    }
}

fn sum(written: i64, expected: i64, away: i64) -> Sum {
    Sum { written, expected, away }
}

#[test]
fn plm_6_no_entry_is_expected_through_lebaran() {
    let mut house = House::new();
    write(&mut house, &["2026-03-16", "2026-03-19", "2026-03-25"]);
    let ask = |today: &str| {
        let days = (day("2026-03-13"), day("2026-03-27"));
        complete(&house.rows, STAFF, days, (day(today), None), Calendar::official()).unwrap()
    };
    let after = ask("2026-03-30");
    let missing: Vec<String> =
        after.days.iter().filter(|day| day.kind == Kind::Missing).map(|day| day.date.to_string()).collect();
    assert_eq!(missing, ["2026-03-17", "2026-03-26", "2026-03-27"]);
    assert_eq!(after.sum, sum(2, 5, 0), "work on Nyepi is shown, and asked of nobody");
    assert_eq!(ask("2026-03-26").sum, sum(2, 3, 0), "today counts once something is written");
    assert_eq!(ask("2026-03-25").sum, sum(2, 3, 0), "and it is");
}

#[test]
fn plm_6_the_first_entry_that_the_office_remembers_counts_before_the_rows() {
    let mut house = House::new();
    write(&mut house, &["2026-03-26"]);
    let ask = |first: Option<&str>| {
        let days = (day("2026-03-16"), day("2026-03-27"));
        complete(&house.rows, STAFF, days, (day("2026-03-30"), first.map(day)), Calendar::official()).unwrap().sum
    };
    assert_eq!(ask(None), sum(1, 2, 0), "nobody had asked before");
    assert_eq!(ask(Some("2026-03-17")), sum(1, 4, 0));
    assert_eq!(ask(Some("2025-01-02")), sum(1, 5, 0));
    assert_eq!(ask(Some("2026-03-27")), sum(1, 2, 0), "an earlier one among the rows is the first");
}

#[test]
fn plm_6_whoever_is_away_and_writes_has_written() {
    let mut house = House::new();
    let (id, kind) = (AbsenceId(Uuid::from_u128(9)), AbsenceKind::Duty);
    let (from, until) = (day("2026-03-16"), day("2026-03-25"));
    house.done(by(STAFF), Action::AddAbsence(AddAbsence { id, person: STAFF, kind, from, until, note: String::new() }));
    write(&mut house, &["2026-03-16", "2026-03-26"]);
    let days = (day("2026-03-16"), day("2026-03-27"));
    let found = complete(&house.rows, STAFF, days, (day("2026-03-30"), None), Calendar::official()).unwrap();
    assert_eq!(found.days[0].kind, Kind::Away(AbsenceKind::Duty), "the map still says where they were");
    assert_eq!(found.sum, sum(2, 3, 2), "of the leave only working days are days away");
}

#[test]
fn bji_2_the_numbers_of_people_follow_the_rule_of_the_person() {
    let mut house = House::new();
    let (id, kind) = (AbsenceId(Uuid::from_u128(9)), AbsenceKind::Leave);
    let (from, until) = (day("2026-03-17"), day("2026-03-24"));
    house.done(by(STAFF), Action::AddAbsence(AddAbsence { id, person: STAFF, kind, from, until, note: String::new() }));
    write(&mut house, &["2026-03-16", "2026-03-26"]);
    for today in ["2026-03-16", "2026-03-17", "2026-03-20", "2026-03-26", "2026-03-27", "2026-03-30"].map(day) {
        let (from, until) = (day("2026-03-13"), today);
        let person = complete(&house.rows, STAFF, (from, until), (today, Some(from)), Calendar::official()).unwrap();
        let list = house.rows.absences(Absences::of(STAFF)).unwrap();
        let people = person.days.iter().fold(Sum::default(), |mut all, one| {
            // Two such people.
            let numbers = (2, i64::from(list.on(one.date).is_some()) * 2, i64::try_from(one.entries).unwrap() * 2);
            let day = of_people(one.date, (today, Some(from)), numbers, Calendar::official()).unwrap();
            (all.written, all.expected, all.away) =
                (all.written + day.written, all.expected + day.expected, all.away + day.away);
            all
        });
        let Sum { written, expected, away } = person.sum;
        assert_eq!(people, sum(written * 2, expected * 2, away * 2), "{today}");
    }
    let ask = |date: &str, first: Option<&str>, numbers| {
        of_people(day(date), (day("2026-03-30"), first.map(day)), numbers, Calendar::official())
    };
    assert_eq!(ask("2026-03-16", Some("2026-03-16"), (10, 2, 5)), Ok(sum(5, 8, 2)));
    assert_eq!(ask("2026-03-16", Some("2026-03-17"), (10, 2, 0)), Ok(sum(0, 0, 2)), "the office had not begun");
    assert_eq!(ask("2026-03-16", None, (10, 2, 0)), Ok(sum(0, 0, 2)));
    assert_eq!(ask("2026-03-16", Some("2026-03-16"), (10, 4, 9)), Ok(sum(9, 9, 1)), "never more away than have not");
    assert_eq!(ask("2026-03-31", Some("2026-03-16"), (10, 0, 0)), Ok(sum(0, 0, 0)), "not come yet");
    assert_eq!(ask("2025-03-31", Some("2025-01-02"), (10, 0, 0)).map_err(|missing| missing.year), Err(2025));
}

#[test]
fn bji_2_nobody_is_missed_on_a_holiday() {
    let mut house = House::new();
    write(&mut house, &["2026-03-12"]);
    let missed = |today: &str| {
        let days = last_working_days(day(today), 10, Calendar::official());
        let board = board(&house.rows, day(today), &days);
        (board.lines.iter().filter(|line| line.is_missed()).count(), board.lines[0].silent_days(day(today)))
    };
    assert_eq!(missed("2026-03-17"), (2, 2), "Friday and Monday");
    assert_eq!(
        missed("2026-03-20"),
        (0, 3),
        "joint leave: the silence before it is told, the day itself asks for nothing"
    );
    assert_eq!(missed("2026-03-21"), (0, 3), "Idul Fitri on a Saturday");
    assert_eq!(missed("2026-03-25"), (2, 3), "four closed working days are no silence");
    assert_eq!(missed("2025-03-25").0, 0, "nobody knows whether the office works");
}

#[test]
fn bji_2_the_small_chart_asks_from_the_first_entry_on() {
    let mut house = House::new();
    write(&mut house, &["2026-03-25", "2026-03-27"]);
    let (today, calendar) = (day("2026-03-30"), Calendar::official());
    let days = last_working_days(today, 5, calendar);
    assert_eq!(days.first().map(ToString::to_string).as_deref(), Some("2026-03-17"));
    let of = |firsts: &[First]| {
        let frame = Frame { day: today, days: &days, firsts, calendar };
        let board = Board::of(&house.rows, UNIT, Some(HEAD), &frame);
        Sum::of(&board.lines[0].days, today)
    };
    assert_eq!(of(&[]), sum(2, 3, 0));
    assert_eq!(of(&[First { who: OTHER, day: day("2026-01-02") }]), sum(2, 3, 0), "another's first entry");
    assert_eq!(of(&[First { who: STAFF, day: day("2026-01-02") }]), sum(2, 4, 0));
}

#[test]
fn working_days_are_listed_and_waited_for() {
    let calendar = Calendar::official();
    let days = |today, wanted| -> Vec<String> {
        last_working_days(day(today), wanted, calendar).iter().map(ToString::to_string).collect()
    };
    assert_eq!(days("2026-03-26", 4), ["2026-03-16", "2026-03-17", "2026-03-25", "2026-03-26"]);
    assert_eq!(days("2026-03-22", 1), ["2026-03-17"]);
    assert_eq!(days("2026-01-05", 10), ["2026-01-02", "2026-01-05"], "no further than the lists reach");
    assert!(days("2025-07-14", 10).is_empty());
    let table = [
        ("2026-03-17", "2026-03-17", 0),
        ("2026-03-17", "2026-03-24", 0),
        ("2026-03-17", "2026-03-26", 2),
        ("2026-03-14", "2026-03-16", 1),
        ("2025-07-11", "2025-07-15", 2),
    ];
    for (since, today, wanted) in table {
        assert_eq!(waited(day(since), day(today), calendar), wanted, "{since} to {today}");
    }
    assert_eq!(is_working(day("2026-12-24"), calendar), Ok(false), "joint leave before Christmas");
}
