//! A place that begins later: until its day nothing changes, on its day the person moves, and before it can be taken back.

use teladan_shared::actor::Actor;
use teladan_shared::admin::GiveAdmin;
use teladan_shared::command::Action;
use teladan_shared::employee::{ArriveEmployee, Career, Coming, EraseEmployee, PlaceEmployee, StayEmployee};
use teladan_shared::refusal::{OfficeFault, Refusal};
use teladan_shared::row::Row;
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::scope::Scope;
use teladan_shared::unit::SetUnit;
use teladan_shared::zone::Zone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

/// The office itself, at that moment.
fn office(now: &str) -> Ctx {
    let now = now.parse().unwrap();
    Ctx::on_server(Actor::Operator, now, now)
}

/// To the archive and below Bu Boss, from this day on.
fn later(house: &House, from: &str) -> PlaceEmployee {
    let place = place(house, STAFF, Some(BOSS));
    PlaceEmployee { from: day(from), unit: SEKSI, position: "Arsiparis".into(), ..place }
}

fn arrive() -> Action {
    Action::ArriveEmployee(ArriveEmployee { person: STAFF })
}

fn stay(from: &str) -> Action {
    Action::StayEmployee(StayEmployee { person: STAFF, from: day(from) })
}

fn coming(house: &House) -> Option<Coming> {
    house.rows.career(Career::of(STAFF)).and_then(|book| book.coming.clone())
}

/// The dinas' admin has written it on 14 July for 1 September.
fn known() -> House {
    let mut house = town();
    let place = later(&house, "2026-09-01");
    house.done(by(ADMIN), Action::PlaceEmployee(place));
    house
}

#[test]
fn a_place_that_begins_later_changes_nothing_before_its_day() {
    let house = known();
    let person = house.rows.employee(STAFF).unwrap();
    assert_eq!((person.unit, person.superior, person.rev), (UNIT, Some(HEAD), 1));
    let known = coming(&house).unwrap();
    assert_eq!(
        (known.place.from, known.place.unit_name.as_str(), known.place.superior_name.as_str()),
        (Some(day("2026-09-01")), "Seksi Arsip", "Bu Boss")
    );
    assert_eq!((known.place.by_name.as_str(), known.place.reason.as_str(), known.fault), ("Admin Dinas", "SK", None));
    let early = office("2026-08-31T16:59:59Z");
    assert_eq!(house.asked(&early, &arrive()), Ok(0), "still 31 August where the person is");
}

#[test]
fn on_its_day_the_person_moves_with_the_book_as_it_was_written() {
    let mut house = known();
    let midnight = office("2026-08-31T17:00:00Z");
    assert_eq!(asked_narrowly(&house, &midnight, &arrive()), Ok(2));
    house.done(midnight, arrive());
    let person = house.rows.employee(STAFF).unwrap();
    assert_eq!((person.unit, person.superior, person.position.as_str()), (SEKSI, Some(BOSS), "Arsiparis"));
    let pages = &house.rows.career(Career::of(STAFF)).unwrap().list;
    let pages: Vec<_> = pages.iter().map(|page| (page.from, page.unit_name.as_str(), page.by_name.as_str())).collect();
    assert_eq!(pages, [(None, "Bidang", ""), (Some(day("2026-09-01")), "Seksi Arsip", "Admin Dinas")]);
    assert_eq!(house.rows.career(Career::of(STAFF)).unwrap().list[1].at, by(ADMIN).now, "when it was written");
    assert_eq!(coming(&house), None);
    assert_eq!(house.asked(&office("2026-09-02T00:00:00Z"), &arrive()), Ok(0), "once");
}

#[test]
fn the_day_is_that_of_the_unit_where_the_person_is() {
    let mut house = known();
    let (name, parent, head) = ("Bidang".into(), Some(DINAS), Some(HEAD));
    house.done(operator(), Action::SetUnit(SetUnit { id: UNIT, name, parent, head, zone: Zone::Wit, was: None }));
    assert_eq!(house.asked(&office("2026-08-31T14:59:59Z"), &arrive()), Ok(0));
    assert_eq!(house.asked(&office("2026-08-31T15:00:00Z"), &arrive()), Ok(2));
}

#[test]
fn what_cannot_be_carried_out_is_kept_with_its_reason_and_taken_back_by_hand() {
    let mut house = known();
    // Meanwhile the new superior has come to be below the person.
    house.done(operator(), Action::PlaceEmployee(place(&house, BOSS, Some(STAFF))));
    let day_of = || office("2026-09-01T00:00:00Z");
    house.done(day_of(), arrive());
    assert_eq!(house.rows.employee(STAFF).unwrap().superior, Some(HEAD), "nothing has changed");
    assert_eq!(coming(&house).unwrap().fault.unwrap().code, "superior_cycle");
    assert_eq!(house.asked(&day_of(), &arrive()), Ok(0), "it is not tried again and again");
    house.done(by(ADMIN), stay("2026-09-01"));
    assert_eq!(coming(&house), None);
}

#[test]
fn one_place_at_a_time_is_to_come_and_it_is_taken_back_by_an_admin_who_saw_it() {
    let mut house = known();
    let other = Action::PlaceEmployee(later(&house, "2026-10-01"));
    assert_eq!(house.asked(&by(ADMIN), &other), Err(Refusal::Office(OfficeFault::PlaceComing)));
    let seen = [
        (ADMIN, "2026-09-01", Ok(1)),
        (CITY_ADMIN, "2026-09-01", Ok(1)),
        (ADMIN, "2026-10-01", Err(Refusal::ChangedSinceSeen)),
        (STAFF, "2026-09-01", Err(Refusal::NotAllowed)),
        (HEAD, "2026-09-01", Err(Refusal::NotAllowed)),
    ];
    for (who, from, expected) in seen {
        assert_eq!(house.asked(&by(who), &stay(from)), expected, "{who}");
        assert_eq!(asked_narrowly(&house, &by(who), &stay(from)), expected, "{who}, narrowly");
    }
    house.done(operator(), Action::GiveAdmin(GiveAdmin { person: STAFF, unit: UNIT }));
    let own = Err(Refusal::Office(OfficeFault::OwnMatter));
    assert_eq!(house.asked(&by(STAFF), &stay("2026-09-01")), own, "nobody stays by their own word");
    house.done(by(ADMIN), stay("2026-09-01"));
    assert_eq!(house.asked(&by(ADMIN), &other), Ok(1));
    assert_eq!(house.asked(&office("2026-09-02T00:00:00Z"), &arrive()), Ok(0));
}

#[test]
fn what_is_no_place_is_refused_when_it_is_written() {
    let house = town();
    let asked = |place| house.asked(&by(ADMIN), &Action::PlaceEmployee(place));
    let far = Err(Refusal::Office(OfficeFault::PlaceTooFar));
    assert_eq!(asked(later(&house, "2027-07-15")), Ok(1));
    assert_eq!(asked(later(&house, "2027-07-16")), far);
    let below = PlaceEmployee { superior: Some(STAFF), ..later(&house, "2026-09-01") };
    assert_eq!(asked(below), Err(Refusal::SuperiorCycle));
    let outside = PlaceEmployee { unit: ELSEWHERE, ..later(&house, "2026-09-01") };
    assert_eq!(asked(outside), Err(Refusal::NotFound));
    let own = PlaceEmployee { superior: Some(ADMIN), ..later(&house, "2026-09-01") };
    assert_eq!(asked(own), Err(Refusal::Office(OfficeFault::OwnMatter)));
}

#[test]
fn a_move_of_today_leaves_what_is_to_come_and_who_is_there_already_does_not_move_again() {
    let mut house = known();
    let now = PlaceEmployee { from: day("2026-07-14"), ..later(&house, "2026-09-01") };
    let changes = decide(&Action::PlaceEmployee(now.clone()), &house.rows, &by(ADMIN)).unwrap();
    assert_eq!(changes[1].scopes, [Scope::Office], "the office finds it as it is now");
    house.done(by(ADMIN), Action::PlaceEmployee(now));
    assert!(coming(&house).is_some());
    house.done(office("2026-09-01T00:00:00Z"), arrive());
    assert_eq!((coming(&house), house.rows.employee(STAFF).unwrap().unit), (None, SEKSI));
    assert_eq!(house.rows.career(Career::of(STAFF)).unwrap().list.len(), 2, "one page for one place");
}

#[test]
fn the_office_finds_a_book_by_the_day_that_it_waits_for() {
    let house = known();
    let book = house.rows.career(Career::of(STAFF)).unwrap().clone();
    assert_eq!(Row::Career(book.clone()).day(), "2026-09-01");
    assert_eq!(Row::Career(Career { coming: None, ..book }).day(), "");
    let gone = Action::EraseEmployee(EraseEmployee { id: STAFF, base: 1 });
    let changes = decide(&gone, &house.rows, &by(ADMIN).within()).unwrap();
    assert_eq!(changes[1].scopes, [Scope::Office], "and no longer, once the person is gone");
}
