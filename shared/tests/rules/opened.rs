//! Who has looked at a person's page.

use teladan_shared::actor::Actor;
use teladan_shared::command::Action;
use teladan_shared::ids::EmployeeId;
use teladan_shared::opened::OpenPerson;
use teladan_shared::refusal::Refusal;
use teladan_shared::row::Row;
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::scope::Scope;
use teladan_shared::unit::{ActingKind, SetActing};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

fn open(person: EmployeeId) -> Action {
    Action::OpenPerson(OpenPerson { person })
}

#[test]
fn plb_8_a_look_is_noted_once_a_day_and_for_the_person_alone() {
    let mut house = House::new();
    let changes = decide(&open(STAFF), &house.rows, &by(HEAD)).unwrap();
    assert!(matches!(&changes[..], [change] if change.scopes == [Scope::Own(STAFF)]));
    house.done(by(HEAD), open(STAFF));
    assert_eq!(house.asked(&by(HEAD), &open(STAFF)), Ok(0), "again on the same day");
    let mut tomorrow = by(HEAD);
    tomorrow.now += chrono::TimeDelta::days(1);
    assert_eq!(house.asked(&tomorrow, &open(STAFF)), Ok(1), "on the next day it is another look");
    let looks: Vec<_> =
        house.rows.iter().filter_map(|row| if let Row::Opened(look) = row { Some(look) } else { None }).collect();
    assert!(matches!(&looks[..], [look] if look.viewer == HEAD && look.viewer_name == "Zulkifli"));
}

#[test]
fn plb_8_nobody_looks_at_a_stranger_and_ones_own_look_is_none() {
    let house = House::new();
    assert_eq!(house.asked(&by(STAFF), &open(STAFF)), Ok(0));
    assert_eq!(house.asked(&by(STAFF), &open(OTHER)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(STAFF), &open(HEAD)), Err(Refusal::NotFound), "not upwards either");
    assert_eq!(house.asked(&by(HEAD), &open(EmployeeId(Uuid::from_u128(99)))), Err(Refusal::NotFound));
}

#[test]
fn plb_8_whoever_stands_in_for_the_head_looks_and_is_noted_while_the_post_runs() {
    let mut house = House::new();
    let (kind, from, until) = (ActingKind::Plh, day("2026-07-14"), day("2026-07-16"));
    let stand_in = Action::SetActing(SetActing { unit: UNIT, person: OTHER, kind, from, until });
    house.done(Ctx { actor: Actor::Operator, ..by(HEAD) }, stand_in);
    assert_eq!(house.asked(&by(OTHER), &open(STAFF)), Ok(1));
    let mut later = by(OTHER);
    later.now += chrono::TimeDelta::days(7);
    assert_eq!(house.asked(&later, &open(STAFF)), Err(Refusal::NotFound));
}
