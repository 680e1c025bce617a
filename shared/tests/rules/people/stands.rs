//! Nobody decides in their own matter as the one who stands in, or as the one whose board it is: what a place would give them is
//! looked at, and not only the name in the field.

use teladan_shared::unit::{ActingKind, EndActing, SetActing};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

const OWN: Result<(), Refusal> = Err(Refusal::Office(OfficeFault::OwnMatter));
const OK: Result<(), Refusal> = Ok(());

/// The dinas' admin stands in for the head of a unit between these days.
fn stand_in(house: &mut House, unit: UnitId, kind: ActingKind, from: &str, until: &str) {
    let (from, until) = (day(from), day(until));
    house.done(operator(), Action::SetActing(SetActing { unit, person: ADMIN, kind, from, until }));
}

/// Everything that an admin may write about somebody's place, as this admin is told; with all rows, and with those that the rule asks for.
fn told(house: &House, who: EmployeeId, unit: UnitId, superior: Option<EmployeeId>) -> Result<(), Refusal> {
    let one = house.rows.employee(who).unwrap().clone();
    let (name, rank, position) = (one.name, one.rank, one.position);
    let set = SetEmployee { id: who, name, rank, position, unit, superior };
    let placed = |from: &str| {
        let from = day(from);
        Action::PlaceEmployee(PlaceEmployee { unit, from, ..place(house, who, superior) })
    };
    let pens = [Action::SetEmployee(set), placed("2026-07-14"), placed("2026-07-20")];
    let mut said = pens.iter().flat_map(|action| {
        assert!(house.asked(&by(CITY_ADMIN), action).is_ok(), "another admin may");
        let all = house.asked(&by(ADMIN), action).map(drop);
        [all, asked_narrowly(house, &by(ADMIN), action).map(drop)]
    });
    let first = said.next().unwrap();
    assert!(said.all(|other| other == first), "by every pen the same");
    first
}

#[test]
fn nobody_comes_into_the_vacant_post_that_an_admin_fills() {
    let days = [("2026-07-01", "2026-07-31", OWN), ("2026-08-01", "2026-08-31", OWN), ("2026-06-01", "2026-07-13", OK)];
    for (from, until, expected) in days {
        let mut house = town();
        stand_in(&mut house, SEKSI, ActingKind::Plt, from, until);
        assert_eq!(told(&house, STAFF, SEKSI, None), expected, "no superior, {from}");
        assert_eq!(told(&house, STAFF, SEKSI, Some(HEAD)), expected, "onto the board of the unit, {from}");
        assert_eq!(told(&house, STAFF, UNIT, Some(BOSS)), OK, "elsewhere, {from}");
    }
}

#[test]
fn nobody_comes_below_the_head_for_whom_an_admin_stands_in() {
    let mut house = town();
    house.done(operator(), unit(DINAS, "Dinas Kependudukan", Some(CITY), Some(BOSS)));
    stand_in(&mut house, DINAS, ActingKind::Plh, "2026-07-10", "2026-07-20");
    assert_eq!(told(&house, STAFF, UNIT, Some(BOSS)), OWN);
    house.done(by(STAFF), wish(Some(OTHER)));
    let yes = |superior| answer(&house, Decision::Approve { superior }, "");
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &yes(BOSS)).map(drop), OWN, "nobody wished for that");
    assert_eq!(asked_narrowly(&house, &by(CITY_ADMIN), &yes(BOSS)).map(drop), OK);
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &yes(OTHER)).map(drop), OK);
    house.done(by(STAFF), Action::WithdrawSuperior(WithdrawSuperior { id: WISH }));
    let id = SuperiorRequestId(Uuid::from_u128(0x121));
    let (wanted, reason) = (Some(BOSS), "Saya pindah.".into());
    let wished = RequestSuperior { id, wanted, wanted_name: "Bu Boss".into(), reason };
    house.done(by(STAFF), Action::RequestSuperior(wished));
    let base = house.rows.asked(Asked::of(STAFF)).unwrap().rev;
    let decision = Decision::Approve { superior: BOSS };
    let yes = AnswerSuperior { person: STAFF, request: id, base, decision, answer: String::new() };
    assert_eq!(house.asked(&by(ADMIN), &Action::AnswerSuperior(yes)).map(drop), OK, "the person wished it");
}

#[test]
fn days_as_a_stand_in_do_not_become_more() {
    let mut house = town();
    stand_in(&mut house, UNIT, ActingKind::Plh, "2026-07-10", "2026-07-20");
    assert!(house.rows.employee(STAFF).unwrap().is_assessed_by(ADMIN, &house.rows, by(ADMIN).now));
    assert_eq!(told(&house, STAFF, UNIT, Some(ADMIN)), OWN, "for good");
    assert_eq!(told(&house, STAFF, UNIT, None), OK, "letting go is free");
    assert_eq!(told(&house, STAFF, SEKSI, Some(HEAD)), OK, "no day more than before");
    stand_in(&mut house, SEKSI, ActingKind::Plt, "2026-07-10", "2026-07-21");
    assert_eq!(told(&house, STAFF, SEKSI, None), OWN, "a day longer");
}

#[test]
fn whoever_stands_in_does_not_write_who_the_head_is() {
    let mut house = town();
    let led_by = |head| unit(UNIT, "Bidang", Some(DINAS), head);
    for (kind, from, until, expected) in [
        (ActingKind::Plh, "2026-06-01", "2026-07-13", OK),
        (ActingKind::Plh, "2026-07-14", "2026-07-14", OWN),
        (ActingKind::Plt, "2026-08-01", "2026-08-31", OWN),
    ] {
        stand_in(&mut house, UNIT, kind, from, until);
        for head in [Some(OTHER), None] {
            assert_eq!(asked_narrowly(&house, &by(ADMIN), &led_by(head)).map(drop), expected, "{from}");
            assert_eq!(house.asked(&by(CITY_ADMIN), &led_by(head)).map(drop), OK);
        }
        assert_eq!(house.asked(&by(ADMIN), &led_by(Some(HEAD))).map(drop), OK, "the head who is there");
        if expected != OK {
            house.done(operator(), Action::EndActing(EndActing { unit: UNIT, from: day(from) }));
        }
    }
}

#[test]
fn no_unit_is_drawn_under_one_for_which_an_admin_stands_in() {
    let mut house = town();
    let (own, far) = (UnitId(Uuid::from_u128(0x131)), UnitId(Uuid::from_u128(0x132)));
    house.done(operator(), unit(own, "Sekretariat", Some(DINAS), Some(BOSS)));
    house.done(operator(), unit(far, "Subbagian", Some(own), None));
    stand_in(&mut house, own, ActingKind::Plh, "2026-08-01", "2026-08-03");
    for parent in [own, far] {
        let below = unit(UNIT, "Bidang", Some(parent), Some(HEAD));
        assert_eq!(house.asked(&by(ADMIN), &below).map(drop), OWN);
        assert_eq!(asked_narrowly(&house, &by(ADMIN), &below).map(drop), OWN);
        assert_eq!(house.asked(&by(CITY_ADMIN), &below).map(drop), OK);
    }
    house.done(by(CITY_ADMIN), unit(SEKSI, "Seksi Arsip", Some(own), None));
    let deeper = unit(SEKSI, "Seksi Arsip", Some(far), None);
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &deeper).map(drop), OK, "it was below already");
}

#[test]
fn nobody_known_is_moved_onto_ones_own_board() {
    let mut house = town();
    let (own, far) = (UnitId(Uuid::from_u128(0x131)), UnitId(Uuid::from_u128(0x132)));
    house.done(operator(), unit(own, "Sekretariat", Some(DINAS), Some(ADMIN)));
    house.done(operator(), unit(far, "Subbagian", Some(own), None));
    let aide = EmployeeId(Uuid::from_u128(0x133));
    house.done(operator(), person(aide, "Kasubbag", far, Some(BOSS)));
    for unit in [own, far] {
        assert_eq!(told(&house, STAFF, unit, None), OWN);
        assert_eq!(told(&house, aide, unit, Some(BOSS)), OK, "it was so already");
    }
    assert_eq!(told(&house, STAFF, UNIT, Some(aide)), OWN, "a superior's people are on the superior's board");
    assert_eq!(told(&house, aide, UNIT, Some(HEAD)), OK, "letting go is free");
    let new = EmployeeId(Uuid::from_u128(0x130));
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &person(new, "Baru", own, Some(ADMIN))).map(drop), OK);
}
