//! Nobody decides in their own matter: an admin neither moves themselves nor makes others' work theirs to judge.

use teladan_shared::employee::RestoreEmployee;
use teladan_shared::refusal::OfficeFault;
use teladan_shared::unit::{ActingKind, SetActing};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

fn set(house: &House, id: EmployeeId, change: impl FnOnce(&mut SetEmployee)) -> SetEmployee {
    let one = house.rows.employee(id).unwrap().clone();
    let (name, rank, position) = (one.name, one.rank, one.position);
    let mut set = SetEmployee { id, name, rank, position, unit: one.unit, superior: one.superior };
    change(&mut set);
    set
}

#[test]
fn an_admin_writes_nothing_in_their_own_matter_and_another_one_does() {
    let mut house = town();
    house.done(operator(), unit(SEKSI, "Seksi Arsip", Some(UNIT), Some(OTHER)));
    let own = Err(Refusal::Office(OfficeFault::OwnMatter));
    let ok = Ok::<(), Refusal>(());
    let acting = |person| {
        let (kind, from, until) = (ActingKind::Plh, day("2026-07-14"), day("2026-07-20"));
        Action::SetActing(SetActing { unit: UNIT, person, kind, from, until })
    };
    let over = |superior| Action::PlaceEmployee(PlaceEmployee { superior, ..place(&house, STAFF, None) });
    let changed = |change: fn(&mut SetEmployee)| Action::SetEmployee(set(&house, ADMIN, change));
    let taken_over = || set(&house, STAFF, |one| one.superior = Some(ADMIN));
    let base = house.rows.employee(STAFF).unwrap().rev;
    let new = EmployeeId(Uuid::from_u128(0x130));
    let new_unit = UnitId(Uuid::from_u128(0x131));
    // What is asked; what the admin whom it is about is told.
    let table = [
        ("another superior for oneself", Action::PlaceEmployee(place(&house, ADMIN, Some(HEAD))), &own),
        ("the same by the other pen", changed(|one| one.superior = Some(HEAD)), &own),
        ("another position", changed(|one| one.position = "Kepala Dinas".into()), &own),
        ("another rank", changed(|one| one.rank = "IV/c".into()), &own),
        ("one's own name", changed(|one| one.name = "Admin Dinas, S.IP.".into()), &ok),
        ("standing in oneself", acting(ADMIN), &own),
        ("somebody else stands in", acting(OTHER), &ok),
        ("leading a unit", unit(SEKSI, "Seksi Arsip", Some(UNIT), Some(ADMIN)), &own),
        ("leading a new one", unit(new_unit, "Seksi Baru", Some(UNIT), Some(ADMIN)), &own),
        ("somebody else leads", unit(SEKSI, "Seksi Arsip", Some(UNIT), Some(STAFF)), &ok),
        ("being somebody's superior", over(Some(ADMIN)), &own),
        ("the same by the other pen", Action::SetEmployee(taken_over()), &own),
        ("somebody else is the superior", over(Some(BOSS)), &ok),
        ("somebody new below oneself", person(new, "Baru", DINAS, Some(ADMIN)), &ok),
    ];
    for (what, action, expected) in table {
        assert_eq!(house.asked(&by(ADMIN), &action).map(drop), *expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(ADMIN), &action).map(drop), *expected, "{what}, narrowly");
        for ctx in [by(CITY_ADMIN), operator()] {
            assert_eq!(house.asked(&ctx, &action).map(drop), ok, "{what} by another admin, or the operator");
        }
    }
    let back = Action::RestoreEmployee(RestoreEmployee { base, set: taken_over() });
    assert_eq!(house.asked(&by(ADMIN).within(), &back).map(drop), own, "by taking something back");
}

#[test]
fn what_an_admin_leads_already_stays_theirs_to_write() {
    let mut house = town();
    house.done(operator(), unit(SEKSI, "Seksi Arsip", Some(UNIT), Some(ADMIN)));
    house.done(operator(), Action::PlaceEmployee(place(&house, STAFF, Some(ADMIN))));
    let renamed = unit(SEKSI, "Seksi Kearsipan", Some(UNIT), Some(ADMIN));
    assert_eq!(house.asked(&by(ADMIN), &renamed), Ok(1));
    let position = PlaceEmployee { position: "Arsiparis".into(), ..place(&house, STAFF, Some(ADMIN)) };
    assert_eq!(house.asked(&by(ADMIN), &Action::PlaceEmployee(position)), Ok(2));
}

#[test]
fn no_unit_is_drawn_under_ones_own() {
    let mut house = town();
    let (own, far) = (UnitId(Uuid::from_u128(0x131)), UnitId(Uuid::from_u128(0x132)));
    house.done(operator(), unit(own, "Sekretariat", Some(DINAS), Some(ADMIN)));
    house.done(operator(), unit(far, "Subbagian", Some(own), None));
    let below = |parent| unit(UNIT, "Bidang", Some(parent), Some(HEAD));
    let refused = Err(Refusal::Office(OfficeFault::OwnMatter));
    for parent in [own, far] {
        assert_eq!(house.asked(&by(ADMIN), &below(parent)), refused);
        assert_eq!(asked_narrowly(&house, &by(ADMIN), &below(parent)), refused);
        assert_eq!(house.asked(&by(CITY_ADMIN), &below(parent)), Ok(1));
    }
    let inside = unit(far, "Subbagian", Some(DINAS), None);
    assert_eq!(house.asked(&by(ADMIN), &inside), Ok(1), "letting go is free");
    house.done(by(CITY_ADMIN), unit(SEKSI, "Seksi Arsip", Some(own), None));
    let deeper = unit(SEKSI, "Seksi Arsip", Some(far), None);
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &deeper), Ok(1), "it was below already");
}

#[test]
fn an_admin_whom_nobody_asked_for_does_not_answer_with_themselves() {
    let mut house = town();
    house.done(by(STAFF), wish(Some(BOSS)));
    let yes = answer(&house, Decision::Approve { superior: ADMIN }, "");
    assert_eq!(house.asked(&by(ADMIN), &yes), Err(Refusal::Office(OfficeFault::OwnMatter)));
    assert_eq!(asked_narrowly(&house, &by(CITY_ADMIN), &yes), Ok(3));
    house.done(by(STAFF), Action::WithdrawSuperior(WithdrawSuperior { id: WISH }));
    let id = SuperiorRequestId(Uuid::from_u128(0x121));
    let (wanted, reason) = (Some(ADMIN), "Saya di sekretariat.".into());
    let wished = RequestSuperior { id, wanted, wanted_name: "Admin Dinas".into(), reason };
    house.done(by(STAFF), Action::RequestSuperior(wished));
    let base = house.rows.asked(Asked::of(STAFF)).unwrap().rev;
    let decision = Decision::Approve { superior: ADMIN };
    let yes = AnswerSuperior { person: STAFF, request: id, base, decision, answer: String::new() };
    assert_eq!(house.asked(&by(ADMIN), &Action::AnswerSuperior(yes)), Ok(3), "the person wished it");
}
