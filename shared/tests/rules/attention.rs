//! What a board tells first: everything that is not as it should be, in one order, and nothing that is as it should be. Acceptance DMI-1.

use chrono::{DateTime, NaiveDate, Utc};
use teladan_shared::actor::Actor;
use teladan_shared::board::{Exception, Many, exceptions, waits_long};
use teladan_shared::calendar::Calendar;
use teladan_shared::command::Action;
use teladan_shared::complete::last_working_days;
use teladan_shared::employee::Employee;
use teladan_shared::entry::{Content, Doing, More, RecordEntry, ReturnEntry, ReviseEntry};
use teladan_shared::ids::{EmployeeId, EntryId, RemarkId};
use teladan_shared::rule::Ctx;
use teladan_shared::zone::Zone;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn at(who: EmployeeId, text: &str) -> Ctx {
    Ctx::on_server(Actor::Employee { employee: who }, moment(text), moment(text))
}

fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

fn work(number: u128, date: &str, doing: Doing) -> Action {
    let obstacle = if doing == Doing::Blocked { "Jaringan mati".into() } else { String::new() };
    let more = Box::new(More { doing, obstacle, ..More::default() });
    let content = Content { plan: None, more, ..content("kerja", 0, date) };
    Action::RecordEntry(RecordEntry { id: id(number), content, draft: None })
}

/// Working days up to this one, as a board's chart has them.
fn chart(today: NaiveDate) -> Vec<NaiveDate> {
    last_working_days(today, 10, Calendar::official())
}

fn told(house: &House, now: &str, mine: &dyn Fn(&Employee) -> bool) -> Vec<Exception> {
    let today = Zone::Wib.local_date(moment(now));
    let board = board(&house.rows, today, &chart(today));
    exceptions(&board, (Zone::Wib, moment(now)), Calendar::official(), mine)
}

#[test]
fn dmi_1_every_exception_is_told_in_its_order() {
    // Tuesday, 14 July 2026. STAFF writes, OTHER has been silent.
    let mut house = House::new();
    house.done(at(STAFF, "2026-07-08T03:00:00Z"), work(60, "2026-07-08", Doing::Done));
    house.done(at(STAFF, "2026-07-13T03:00:00Z"), work(61, "2026-07-13", Doing::Done));
    let (remark, reason) = (RemarkId(Uuid::from_u128(70)), "Samakan angkanya.".into());
    house.done(
        at(HEAD, "2026-07-13T04:00:00Z"),
        Action::ReturnEntry(ReturnEntry { entry: id(61), base: 1, remark, reason }),
    );
    house.done(at(STAFF, "2026-07-13T05:00:00Z"), work(62, "2026-07-13", Doing::Blocked));
    house.done(at(STAFF, "2026-07-14T03:00:00Z"), work(63, "2026-07-02", Doing::Done));
    let mine = |person: &Employee| person.superior == Some(HEAD);
    let one = Many { entries: 1, people: 1 };
    let days = chart(day("2026-07-14")).len() - 1;
    let silent = Exception::Silent { who: OTHER, days };
    let long = Exception::WaitsLong { many: one, since: day("2026-07-08") };
    let groups = [Exception::Returned(one), Exception::Blocked(one), Exception::Late(one)];
    let whole = [&[silent, Exception::NothingToday(2)][..], &groups, &[long]].concat();
    assert_eq!(told(&house, "2026-07-14T05:00:00Z", &mine), whole, "at noon");
    let morning = [&[silent][..], &groups, &[long]].concat();
    assert_eq!(told(&house, "2026-07-14T04:59:59Z", &mine), morning, "nobody is missed before noon");
    let not_mine = [&[silent, Exception::NothingToday(2)][..], &groups].concat();
    assert_eq!(told(&house, "2026-07-14T05:00:00Z", &|_| false), not_mine, "what waits for others is not told as mine");
}

#[test]
fn of_a_quiet_board_nothing_is_told() {
    let mut house = House::new();
    for (who, number) in [(STAFF, 60), (OTHER, 80)] {
        for (days, date) in chart(day("2026-07-14")).into_iter().rev().take(4).enumerate() {
            let made = format!("{date}T03:00:00Z");
            let number = number + u128::try_from(days).unwrap();
            house.done(at(who, &made), work(number, &date.to_string(), Doing::Done));
            let approve = teladan_shared::entry::ApproveEntry { entry: id(number), base: 1 };
            house.done(at(HEAD, &made), Action::ApproveEntry(approve));
        }
    }
    assert_eq!(told(&house, "2026-07-14T08:00:00Z", &|_| true), []);
}

#[test]
fn dmi_1_what_waits_is_counted_from_when_it_arrived_where_the_unit_is() {
    let table = [
        ("2026-07-09T03:00:00Z", Zone::Wib, "2026-07-13", false, "Thursday to Monday: two working days"),
        ("2026-07-09T03:00:00Z", Zone::Wib, "2026-07-14", true, "the third"),
        ("2026-07-09T17:30:00Z", Zone::Wib, "2026-07-14", false, "in Jakarta it arrived on Friday"),
        ("2026-07-09T16:30:00Z", Zone::Wib, "2026-07-14", true, "and here on Thursday"),
        ("2026-07-09T16:30:00Z", Zone::Wit, "2026-07-14", false, "but in Jayapura on Friday"),
        ("2026-07-11T03:00:00Z", Zone::Wib, "2026-07-14", false, "a Saturday begins to count on Monday"),
        ("2026-07-11T03:00:00Z", Zone::Wib, "2026-07-15", true, "and is long on Wednesday"),
        ("2026-08-13T03:00:00Z", Zone::Wib, "2026-08-18", false, "17 August asks for nothing"),
        ("2026-08-13T03:00:00Z", Zone::Wib, "2026-08-19", true, "so the third day is Wednesday"),
    ];
    for (arrives, zone, today, long, case) in table {
        let mut house = House::new();
        house.done(at(STAFF, arrives), work(6, "2026-07-02", Doing::Done));
        let entry = house.rows.entry(ENTRY).unwrap();
        assert_eq!(waits_long(entry, zone, day(today), Calendar::official()), long, "{case}");
    }
    // A late entry of twelve days ago has not waited a minute when it arrives; revised, it waits anew.
    let mut house = House::new();
    house.done(at(STAFF, "2026-07-09T03:00:00Z"), work(6, "2026-07-02", Doing::Done));
    let content = Content { plan: None, ..content("diperbaiki", 0, "2026-07-02") };
    house.done(
        at(STAFF, "2026-07-14T03:00:00Z"),
        Action::ReviseEntry(ReviseEntry { entry: ENTRY, base: 1, content, seen: None }),
    );
    let entry = house.rows.entry(ENTRY).unwrap();
    let long = |today| waits_long(entry, Zone::Wib, day(today), Calendar::official());
    assert!(!long("2026-07-14") && long("2026-07-17"));
}
