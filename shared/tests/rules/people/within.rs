//! What takes an import back is a step of the office's own work: a device that sends it is refused, whoever it belongs to.

use teladan_shared::account::{CloseAccount, OpenAccount};
use teladan_shared::employee::{EraseEmployee, RestoreEmployee};
use teladan_shared::together::Together;
use teladan_shared::unit::EraseUnit;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

const ACCOUNT: AccountId = AccountId(Uuid::from_u128(0x140));

/// The town with an account, and everything that only the office's own work may do there.
fn steps() -> (House, Vec<(&'static str, Action)>) {
    let mut house = town();
    let nip = Nip::parse("198609262015051001").unwrap();
    house.done(operator(), Action::OpenAccount(OpenAccount { id: ACCOUNT, nip, employee: STAFF }));
    let Action::SetEmployee(set) = person(STAFF, "Rahmawati", UNIT, Some(HEAD)) else { unreachable!("not a person") };
    let base = house.rows.employee(STAFF).unwrap().rev;
    let steps = vec![
        ("a unit goes", Action::EraseUnit(EraseUnit { id: SEKSI, base: 1 })),
        ("a person goes", Action::EraseEmployee(EraseEmployee { id: STAFF, base })),
        ("an account goes", Action::CloseAccount(CloseAccount { id: ACCOUNT })),
        ("a person is as before", Action::RestoreEmployee(RestoreEmployee { base, set })),
    ];
    (house, steps)
}

#[test]
fn no_device_sends_what_only_takes_an_import_back() {
    let (house, steps) = steps();
    for (what, action) in steps {
        let group = Action::Together(Together { actions: vec![action.clone()] });
        for who in [ADMIN, CITY_ADMIN, HEAD] {
            for sent in [&action, &group] {
                assert_eq!(house.asked(&by(who), sent), Err(Refusal::NotAllowed), "{what}, sent by {who}");
                assert_eq!(asked_narrowly(&house, &by(who), sent), Err(Refusal::NotAllowed), "{what}, narrowly");
            }
        }
        assert!(house.asked(&operator(), &action).is_ok(), "{what} by the operator");
    }
}

#[test]
fn a_step_of_the_office_works_within_the_admins_reach_and_no_further() {
    let (house, steps) = steps();
    for (what, action) in steps {
        for (who, expected) in [(ADMIN, Ok(())), (CITY_ADMIN, Ok(())), (HEAD, Err(Refusal::NotAllowed))] {
            let ctx = by(who).within();
            assert_eq!(house.asked(&ctx, &action).map(drop), expected, "{what} for {who}");
            assert_eq!(asked_narrowly(&house, &ctx, &action).map(drop), expected, "{what} for {who}, narrowly");
        }
    }
    let beside = Action::EraseUnit(EraseUnit { id: ELSEWHERE, base: 1 });
    assert_eq!(house.asked(&by(ADMIN).within(), &beside), Err(Refusal::NotFound));
}

/// Erased and written anew, a person would have no past that anybody could compare with.
#[test]
fn nobody_is_erased_to_be_written_below_oneself() {
    let (house, _) = steps();
    let base = house.rows.employee(STAFF).unwrap().rev;
    let gone = Action::EraseEmployee(EraseEmployee { id: STAFF, base });
    let anew = person(STAFF, "Rahmawati", DINAS, Some(ADMIN));
    let both = Action::Together(Together { actions: vec![gone, anew] });
    assert_eq!(house.asked(&by(ADMIN), &both), Err(Refusal::NotAllowed));
}
